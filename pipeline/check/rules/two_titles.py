"""One instrument that the document cites with two titles, or with another title than the registry's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extractors.central import central_of_number
from extractors.fold import norm
from pipeline.check.known import Known
from pipeline.check.subject import Subject, name_of
from pipeline.check.values import Check, Issue, Json, Proof

_FEWEST = 5
_SHARED = 0.34
# Words that any title has
_COMMON = "về việc và của các một số điều quy định ban hành phê duyệt thực hiện trên địa bàn chi tiết"
_EMPTY = frozenset(norm(_COMMON).split())


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
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


def _other(one: str, two: str) -> bool:
    """Whether two titles have hardly a word in common; short ones say too little."""
    first, second = (set(norm(title).split()) - _EMPTY for title in (one, two))
    if min(len(first), len(second)) < _FEWEST:
        return False
    return len(first & second) / min(len(first), len(second)) < _SHARED


CHECK = Check("other_title", ("tên văn bản khác với danh mục", "another title than the registry's"), _run)
