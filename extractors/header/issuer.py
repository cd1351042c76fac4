"""The issuing body: from the letterhead, the deciding line, the promulgating sentence or the signature block."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import Document, Part
from extractors.fold import fold
from extractors.header.case import sentence_case
from extractors.header.letterhead import Letterhead
from extractors.header.segments import Segment
from extractors.header.titleblock import TitleBlock
from extractors.places import find_place, place_in

# "Ủy ban nhân dân tỉnh Lai Châu ban hành kế hoạch"
_PROMULGATES = re.compile(
    r"((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND)\s+(?:tỉnh|[Tt]hành phố|TP\.?)\s+"
    r"(?:[A-ZĐ]\w*[\s-]*){1,4}?)\s*(?:ban hành|xây dựng|quyết định|quyết nghị)"
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body's canonical full name and the bare name of its province, null for a central body or unknown."""

    name: str | None
    place: str | None


def read_issuer(
    document: Document, part: Part, letter: Letterhead, head: list[Segment], block: TitleBlock | None
) -> Issuer:
    """The issuer of the main document."""
    words = re.sub(r"\s+", " ", " ".join(letter.issuer_lines)).strip()
    if not words:
        match = _PROMULGATES.search(document.text, part.head.start, min(len(document.text), part.head.end + 4000))
        words = match.group(1).strip() if match else ""
    del head, block
    if not words:
        return Issuer(None, None)
    name = sentence_case(words, "").replace("UBND", "Ủy ban nhân dân").replace("Uỷ", "Ủy")
    place = place_in(name, letter.issued_on)
    local = fold(name).startswith(("uy ban nhan dan", "hoi dong nhan dan"))
    if place is None and local and letter.place:
        place = find_place(letter.place, letter.issued_on)
        if place:
            name = f"{name} {place.full}"
    return Issuer(name, place.name if place else None)
