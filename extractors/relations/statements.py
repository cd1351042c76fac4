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


def strength(relation: RelationType) -> int:
    """The rank of a relation: the smaller, the stronger."""
    return _RANK[relation]


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
    def by_short_form(self) -> bool:
        """Whether the mention is a short form, or a programme's name without its number."""
        return self.mention is not None and self.mention.kind in ("alias", "programme")

    @property
    def rank(self) -> float:
        """Strength: the smaller, the stronger. Taking out a provision is weaker than amending the whole."""
        return _PARTIAL_REPEAL if self.partial and self.type == "REPEALS" else float(_RANK[self.type])


def strongest(document: Document, statements: list[Statement]) -> tuple[Relation, ...]:
    """One relation per pair, the strongest, in text order.

    Its evidence is the first mention that states it by the instrument's own number or name, else by a short form.
    """
    pairs: dict[tuple[str, str], list[Statement]] = {}
    for said in statements:
        if said.from_id != said.to_id:
            pairs.setdefault((said.from_id, said.to_id), []).append(said)
    found = [(min(group, key=lambda s: (s.rank, s.by_short_form)), group) for group in pairs.values()]
    found.sort(key=lambda pair: (pair[0].span.start, pair[0].span.end, pair[0].to_id))
    return tuple(
        Relation(Evidence.at(document, best.span), best.from_id, best.to_id, best.type, _mentions(group))
        for best, group in found
    )


def _mentions(group: list[Statement]) -> tuple[tuple[Span, RelationType], ...]:
    """What each mention states of a pair; of two statements of one mention the stronger."""
    said: dict[Span, Statement] = {}
    for statement in group:
        if statement.mention:
            known = said.setdefault(statement.mention.span, statement)
            said[statement.mention.span] = min(known, statement, key=lambda s: s.rank)
    return tuple((span, statement.type) for span, statement in sorted(said.items()))
