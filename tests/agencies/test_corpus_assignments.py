"""Every agency string in the assignment sentences of ``../shared/corpus``, where that folder is there.

Each is resolved to one body, a group, a reference back ("Bộ", "cơ quan chủ trì": kept as printed), or unresolved: an
actor that no rule knows, or a head word of an agency that no mention covers. As a program it lists what is unresolved,
by frequency: ``python tests/agencies/test_corpus_assignments.py``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from extractors.agencies import find_agencies
from extractors.citations import extract_citations
from extractors.document import Document
from extractors.errors import VanbanError
from extractors.findings import Citation, Jurisdiction, Responsibility
from extractors.header import extract_headers
from extractors.responsibilities import extract_responsibilities
from extractors.vocabulary import table
from pipeline.read import read

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
MOST_UNRESOLVED = 0.03

pytestmark = [
    pytest.mark.skipif(not (CORPUS / "labels.jsonl").exists(), reason="kho văn bản dùng chung không có ở đây"),
    pytest.mark.slow,
]
# Words that begin like a body and are none: work, a report, a condition, a system, an insurance, an event, a place.
_COMMON = re.compile(
    r"Tổ chức(?! cung cấp)|Báo cáo|Báo chí|Trường hợp|Ban hành|Cơ sở (?:dữ liệu|hạ tầng|vật chất)|Bảo hiểm (?:y tế|"
    r"thất nghiệp|xã hội)|Hội (?:thi|trường|nghị|thảo)|Bộ [Ll]uật|Sở hữu|Cơ quan thực hiện|Thanh tra, kiểm tra|"
    r"Trung tâm (?:dữ liệu|điều hành hạ tầng)|UBND-|Hội đồng nhân dân các cấp nhiệm kỳ|Bộ , trưởng"
)
# "của Bộ", "Sở này", "gửi cho Quỹ về": one word that points back to a body named before
_BACK = re.compile(r"(?:Bộ trưởng|Bộ|Sở|Quỹ|Tổ|Văn phòng|Trung tâm|Ban [Cc]hỉ đạo)(?:\s+[a-zà-ỹđ]|\s*[.,;:)]|\s*$)")


@cache
def _heads() -> re.Pattern[str]:
    """The first words of bodies, with a capital: "Sở", "Ban Chỉ đạo", "Cơ quan"."""
    heads = {r["head"] for r in table("agency_heads")} | {r["head"] for r in table("organisations")} | {"UBND", "HĐND"}
    names = sorted((re.escape(h[0].upper() + h[1:]) for h in heads), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?!\w)[^,;.:()\n]{{0,50}}")


def _sentence(duty: Responsibility, here: Jurisdiction, citations: tuple[Citation, ...]) -> list[tuple[str, str]]:
    """(class, string) of each agency string of one duty's sentence."""
    start, text = duty.span.start, duty.quote
    cited = [(c.span.start - start, c.span.end - start) for c in citations]
    mentions = find_agencies(text, here)
    found = [("group" if m.is_group else "resolved", m.quote) for m in mentions]
    covered = [(m.span.start, m.span.end) for m in mentions] + cited
    for match in _heads().finditer(text):
        if any(a <= match.start() < b for a, b in covered) or _COMMON.match(text, match.start()):
            continue
        kind = "back" if _BACK.match(text, match.start()) else "unresolved"
        found.append((kind, " ".join(match.group().split()[:6])))
    return found


def _document(document: Document) -> list[tuple[str, str]]:
    headers = extract_headers(document).findings
    citations = extract_citations(document, headers).findings
    duties = extract_responsibilities(document, headers, citations)
    sentences = {duty.span: duty for duty in duties.findings}
    found = [s for duty in sentences.values() for s in _sentence(duty, headers[0].jurisdiction, citations)]
    printed = [n.span for n in duties.notices if n.code == "agency_unresolved" and n.span]
    return found + [("unresolved", document.quote(span)) for span in printed]


@cache
def measured() -> tuple[Counter[str], Counter[str]]:
    """How many strings each class has, and the unresolved ones."""
    classes: Counter[str] = Counter()
    unresolved: Counter[str] = Counter()
    for line in (CORPUS / "labels.jsonl").read_text("utf-8").splitlines():
        try:
            document = read(CORPUS / json.loads(line)["file"])
        except VanbanError:
            continue
        for kind, words in _document(document):
            classes[kind] += 1
            unresolved.update([words] if kind == "unresolved" else [])
    return classes, unresolved


def test_almost_every_agency_string_is_resolved_or_a_group() -> None:
    classes, unresolved = measured()
    total = sum(classes.values())
    assert total >= 1800
    assert classes["unresolved"] / total <= MOST_UNRESOLVED, unresolved.most_common(30)


def main() -> None:
    """Print the classes, and the unresolved strings by frequency."""
    classes, unresolved = measured()
    total = sum(classes.values())
    for kind, count in classes.most_common():
        print(f"{kind:12} {count:5} {count / total:.1%}")  # noqa: T201
    for words, count in unresolved.most_common():
        print(count, words, sep="  ")  # noqa: T201


if __name__ == "__main__":
    main()
