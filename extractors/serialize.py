"""An extraction as the JSON of ``vanban extract`` (schema ``vanban/1``): plain dicts, lists and scalars."""

from __future__ import annotations

from typing import Any

from extractors.document import Notice, Section, Span
from extractors.findings import Actor, Citation, Deadline, Extraction, Header, Relation, Responsibility, Target

SCHEMA = "vanban/1"
Json = dict[str, Any]


def to_json(extraction: Extraction) -> Json:
    """The extraction in the form of ``document.schema.json``; spans index into ``text``, in code points."""
    document = extraction.document
    source = document.source
    return {
        "schema": SCHEMA,
        "source": {
            "path": source.path,
            "sha256": source.sha256,
            "format": source.format,
            "pages": source.pages,
            "ocr": source.ocr,
            "encoding": source.encoding,
        },
        "text": document.text,
        "document": _header(extraction.headers[0]),
        "attachments": [_header(h) for h in extraction.headers[1:]],
        "sections": [_section(s) for s in document.sections],
        "citations": [citation_to_json(c) for c in extraction.citations],
        "relations": [_relation(r) for r in extraction.relations],
        "responsibilities": [_responsibility(r) for r in extraction.responsibilities],
        "targets": [_target(t) for t in extraction.targets],
        "warnings": [_notice(n) for n in extraction.warnings],
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _header(header: Header) -> Json:
    return {
        "id": header.id,
        "urn": header.urn,
        "number": header.number,
        "type": header.type,
        "issuer": header.issuer,
        "issuer_id": header.issuer_id,
        "place": header.place,
        "issued_on": header.issued_on,
        "effective_on": header.effective_on,
        "title": header.title,
        "signers": [{"name": s.name, "position": s.position, "capacity": s.capacity} for s in header.signers],
        "recipients": list(header.recipients),
        "span": _span(header.span),
    }


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "kind": section.kind,
        "label": section.label,
        "title": section.title,
        "span": _span(section.span),
        "parent": section.parent,
    }


def citation_to_json(citation: Citation) -> Json:
    """One citation, as in the list ``citations``."""
    target, point = citation.target, citation.pinpoint
    out: Json = {
        "text": citation.text,
        "span": _span(citation.span),
        "kind": citation.kind,
        "target": {
            "id": target.id,
            "number": target.number,
            "type": target.type,
            "issuer": target.issuer,
            "issued_on": target.issued_on,
            "title": target.title,
        },
        "pinpoint": None,
        "relation": citation.relation,
        "section": citation.section,
        "page": citation.page,
    }
    if target.candidates:
        out["target"]["candidates"] = list(target.candidates)
    if point:
        parts = (
            ("article", point.article),
            ("clause", point.clause),
            ("point", point.point),
            ("appendix", point.appendix),
            ("chapter", point.chapter),
        )
        out["pinpoint"] = {name: value for name, value in parts if value}
    return out


def _relation(relation: Relation) -> Json:
    return {
        "from": relation.from_id,
        "to": relation.to_id,
        "type": relation.type,
        "span": _span(relation.span),
        "section": relation.section,
        "page": relation.page,
    }


def _actor(actor: Actor) -> Json:
    return {
        "agency": actor.agency,
        "id": actor.id,
        "role": actor.role,
        "is_group": actor.is_group,
        "text": actor.text,
    }


def _deadline(deadline: Deadline) -> Json:
    """A deadline; ``days`` is there only where it names several."""
    several = {"days": list(deadline.days)} if deadline.days else {}
    return {
        "text": deadline.text,
        "kind": deadline.kind,
        "on": deadline.on,
        "month": deadline.month,
        "day": deadline.day,
        "from": deadline.from_,
        "to": deadline.to,
        "every": deadline.every,
        **several,
    }


def _responsibility(duty: Responsibility) -> Json:
    return {
        "task": duty.task,
        "actors": [_actor(a) for a in duty.actors],
        "deadline": _deadline(duty.deadline) if duty.deadline else None,
        "product": duty.product,
        "basis": duty.basis,
        "section": duty.section,
        "span": _span(duty.span),
        "page": duty.page,
        "origin": duty.origin,
    }


def _target(target: Target) -> Json:
    return {
        "indicator": target.indicator,
        "comparator": target.comparator,
        "value": target.value,
        "value_max": target.value_max,
        "unit": target.unit,
        "by": target.by,
        "scope": target.scope,
        "span": _span(target.span),
        "section": target.section,
        "page": target.page,
    }


def _notice(notice: Notice) -> Json:
    return {"code": notice.code, "message": notice.message, "span": _span(notice.span) if notice.span else None}
