"""One instrument that the document cites with two titles, or with another title than the registry's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from extractors.central import central_of_number
from extractors.fold import norm
from extractors.titles import title_after
from pipeline.check.known import Known
from pipeline.check.subject import Subject, name_of
from pipeline.check.values import Check, Issue, Json, Proof

_FEWEST = 5
_SHARED = 0.34
# Words that any title has
_COMMON = "về việc và của các một số điều quy định ban hành phê duyệt thực hiện trên địa bàn chi tiết"
# What changes another instrument is also called by that one's title
_CHANGES = re.compile(r"(?:về việc |về |quy định )?(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính)", re.IGNORECASE)
_EMPTY = frozenset(norm(_COMMON).split())


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    yield from _within(subject)
    titled: dict[str, list[Json]] = defaultdict(list)
    for citation in subject.citations:
        target = citation["target"]
        if target["number"] and target["title"] and citation["kind"] == "numbered":
            titled[target["id"]].append(citation)
    for mentions in titled.values():
        target = mentions[0]["target"]
        central = central_of_number(target["number"]) if target["id"].startswith("vn:trung-uong:") else None
        if central and _other(target["title"], central.title):
            words = (
                f"{name_of(target)} được ghi là «{target['title']}», danh mục ghi «{central.title}»",
                f"{name_of(target)} is called «{target['title']}», the registry says «{central.title}»",
            )
            proof = Proof("central_documents.csv", f"{central.number}, {central.issued_on}: {central.title}")
            yield subject.issue(CHECK.code, "verify", mentions[0]["span"], words, (proof,), mentions[0])


def _within(subject: Subject) -> Iterator[Issue]:
    """One instrument that two mentions call by titles that have hardly a word in common."""
    titles: dict[str, tuple[str, tuple[int, int]]] = {}
    found: set[str] = set()
    for citation in subject.citations:
        target, span = citation["target"], tuple(citation["span"])
        at = title_after(subject.text, span[1]) if _in_full(subject, citation) else None
        title = " ".join(subject.text[at[0] : at[1]].split()) if at else ""
        if at is None or target["id"] in found or _CHANGES.match(title):
            continue
        first, where = titles.setdefault(target["id"], (title, (span[0], at[1])))
        if _other(first, title):
            found.add(target["id"])
            words = (
                f"{name_of(target)} được gọi bằng hai tên: «{first}» và «{title}»",
                f"{name_of(target)} is called by two titles: «{first}» and «{title}»",
            )
            yield subject.issue(CHECK.code, "verify", (span[0], at[1]), words, (subject.proof(where),), citation)


def _in_full(subject: Subject, citation: Json) -> bool:
    """Whether a mention is one of the whole instrument with its date: what follows is its title, not what it rules."""
    return citation["kind"] == "numbered" and not citation["pinpoint"] and subject.printed_date(citation) is not None


def _other(one: str, two: str) -> bool:
    """Whether two titles have hardly a word in common; short ones say too little."""
    first, second = (set(norm(title).split()) - _EMPTY for title in (one, two))
    if min(len(first), len(second)) < _FEWEST:
        return False
    return len(first & second) / min(len(first), len(second)) < _SHARED


CHECK = Check(
    "other_title",
    (
        "văn bản mang hai tên, hoặc tên khác với danh mục",
        "two titles of one instrument, or not the registry's",
    ),
    _run,
)
