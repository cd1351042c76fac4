"""What a mention states, and which of several statements about one pair stands (annotation rules, section 7)."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.document import Document, Span
from extractors.findings import Citation, Evidence, Relation, RelationType

_STRENGTH: tuple[RelationType, ...] = (
    "REPLACES", "REPEALS", "SUSPENDS", "AMENDS", "CORRECTS", "CONSOLIDATES", "PROMULGATES", "APPROVES",
    "ATTACHED_TO", "GUIDES", "CONCLUDES_UNDER", "IMPLEMENTS", "AT_REQUEST_OF", "BASED_ON", "CITES",
)  # fmt: skip
_RANK = {relation: i for i, relation in enumerate(_STRENGTH)}
_PARTIAL_REPEAL = _RANK["AMENDS"] + 0.5


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation as one mention states it; ``partial`` when only a part of the target is meant."""

    from_id: str
    to_id: str
    type: RelationType
    span: Span
    mention: Citation | None = None
    partial: bool = False

    @property
    def rank(self) -> float:
        """Strength: the smaller, the stronger. Taking out a provision is weaker than amending the whole."""
        return _PARTIAL_REPEAL if self.partial and self.type == "REPEALS" else float(_RANK[self.type])


def strongest(document: Document, statements: list[Statement]) -> tuple[Relation, ...]:
    """One relation per pair, the strongest, where it is stated first; in text order."""
    best: dict[tuple[str, str], Statement] = {}
    for said in statements:
        pair = (said.from_id, said.to_id)
        if said.from_id != said.to_id and (pair not in best or said.rank < best[pair].rank):
            best[pair] = said
    chosen = sorted(best.values(), key=lambda s: (s.span.start, s.span.end, s.to_id))
    return tuple(Relation(Evidence.at(document, s.span), s.from_id, s.to_id, s.type) for s in chosen)
