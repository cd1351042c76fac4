"""Relations between instruments, typed and directed (annotation rules, sections 3 and 7).

``units`` cuts the text into sentences, ``cues`` finds the words that state a relation, ``grammar`` reads a sentence,
``statements`` keeps the strongest statement of each pair.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Document, Span
from extractors.findings import Citation, Found, Header, Relation, RelationType
from extractors.relations.gaps import lowered
from extractors.relations.grammar import Reading
from extractors.relations.leads import Leads
from extractors.relations.parts import part_statements, speakers
from extractors.relations.statements import Statement, strength, strongest
from extractors.relations.units import units


def extract_relations(
    document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...]
) -> Found[Relation]:
    """The relations that the text states: of this document, its attachments, and between cited documents."""
    if not headers:
        return Found(())
    statements = [*_sentences(document, headers, citations), *part_statements(document, headers)]
    return Found(strongest(document, statements))


def _sentences(document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...]) -> list[Statement]:
    low, said = lowered(document.text), []
    speaking = speakers(document, headers)
    sentences = tuple(units(document, citations))
    leads = Leads(document, low, speaking, sentences)
    for unit in sentences:
        lead = leads.into(unit)
        reading = Reading(low, unit, leads.speaks(unit), lead, leads.clause(unit))
        leads.after(unit, reading.read(), reading)
        said += reading.said
    return said


def with_relations(citations: tuple[Citation, ...], relations: tuple[Relation, ...]) -> tuple[Citation, ...]:
    """The citations, each with what its own mention states: of several pairs that it is in, the strongest."""
    stated: dict[tuple[str, Span], RelationType] = {}
    for relation in relations:
        for span, kind in relation.mentions:
            for end in (relation.to_id, relation.from_id):
                stated[end, span] = min(stated.get((end, span), kind), kind, key=strength)
    return tuple(
        replace(citation, relation=stated.get((citation.target.id, citation.span), "CITES")) for citation in citations
    )
