"""What a check finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from pipeline.check.known import Known
    from pipeline.check.subject import Subject

Json = dict[str, Any]
Grade = Literal["must_fix", "verify", "should_fix", "editorial"]
GRADES: tuple[Grade, ...] = ("must_fix", "verify", "should_fix", "editorial")


@dataclass(frozen=True, slots=True)
class Proof:
    """What speaks against a quote.

    ``source`` is the id of a document, or the name of a vocabulary table; ``span`` is given where the words stand in
    the checked document.
    """

    source: str
    quote: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding: the words of the document (``text[span] == quote``), what is wrong with them, and the proofs.

    ``message`` is Vietnamese, ``english`` the same in English.
    """

    code: str
    grade: Grade
    span: tuple[int, int]
    quote: str
    message: str
    english: str
    proofs: tuple[Proof, ...] = ()
    page: int | None = None
    section: str | None = None

    def to_json(self) -> Json:
        """Plain values."""
        return {
            "code": self.code,
            "grade": self.grade,
            "message": self.message,
            "english": self.english,
            "quote": self.quote,
            "span": list(self.span),
            "page": self.page,
            "section": self.section,
            "against": [
                {"source": p.source, "quote": p.quote, "span": list(p.span) if p.span else None} for p in self.proofs
            ],
        }


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its stable code, what it looks for (Vietnamese, English), and the function."""

    code: str
    about: tuple[str, str]
    run: Callable[[Subject, Known], Iterator[Issue]]
