"""Small extractions in the form of the record, and a record in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from extractors.fold import slug
from graph.identity import Mention, mentions_of
from graph.schema import schema
from graph.store import GraphStore

Json = dict[str, Any]


class Text:
    """Collects the words of a document, so that every span quotes them."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str) -> list[int]:
        start = len(self.text)
        self.text += words + "\n"
        return [start, start + len(words)]


def instrument(number: str, scope: str = "trung-uong", year: str = "2022", **more: Any) -> Json:
    """A cited instrument, with the id that the extractors give."""
    identity = f"vn:{scope}:{year}:{slug(number)}"
    return {"id": identity, "number": number, "type": None, "issuer": None, "issued_on": None, "title": None, **more}


def document(
    number: str | None = "1/KH-UBND",
    scope: str = "lai-chau",
    on: str | None = "2022-07-18",
    *,
    title: str | None = "Triển khai phát triển kinh tế tuần hoàn",
    cites: Iterable[tuple[str, Json]] = (),
    relations: Iterable[tuple[Json | None, str, Json]] = (),
    duties: Iterable[tuple[str, Iterable[tuple[str, str]]]] = (),
    targets: Iterable[tuple[str, float]] = (),
    signers: Iterable[str] = (),
    basis: Json | None = None,
    attached: str | None = None,
) -> Json:
    """An extraction: ``cites`` (relation, instrument), ``relations`` (from or null for itself, type, to), ``duties``
    (task, [(role, agency)])."""
    text = Text()
    year = on[:4] if on else "unknown"
    identity = f"vn:{scope}:{year}:{slug(number) if number else 'untitled-' + slug(title or '')[:12]}"
    issuer = f"Ủy ban nhân dân tỉnh {scope}"
    header = {
        "id": identity, "urn": None, "number": number, "type": "KH", "issuer": issuer,
        "issuer_id": f"agency:{scope}:{slug(issuer)}", "place": scope, "issued_on": on, "effective_on": None,
        "title": title, "signers": [{"name": n, "position": "Chủ tịch", "capacity": "TM."} for n in signers],
        "recipients": [], "span": text.add(f"{number} {title}"),
    }  # fmt: skip
    found: Json = {"citations": [], "relations": [], "responsibilities": [], "targets": []}
    for type_, target in cites:
        span = text.add(f"{type_} {target['number']}")
        found["citations"].append(_citation(target, type_, span))
        found["relations"].append(_relation(identity, type_, target["id"], span))
    for start, type_, end in relations:
        span = text.add(f"{start and start['number']} {type_} {end['number']}")
        found["citations"] += [_citation(i, "CITES", span) for i in (start, end) if i]
        found["relations"].append(_relation(start["id"] if start else identity, type_, end["id"], span))
    for task, actors in duties:
        found["responsibilities"].append(_duty(task, actors, scope, text.add(task), basis))
    for indicator, value in targets:
        row = {"indicator": indicator, "comparator": ">=", "value": value, "unit": "%", "by": "2025", "scope": None}
        found["targets"].append({**row, "section": "I", "page": 1, "span": text.add(f"{indicator} {value}")})
    attachments = []
    if attached:
        span = text.add(attached)
        attachments = [{**header, "id": f"{identity}#att1", "number": None, "title": attached, "span": span}]
        found["relations"].append(_relation(f"{identity}#att1", "ATTACHED_TO", identity, span))
    section = {"id": "I", "kind": "roman", "label": "I", "title": "Nội dung", "parent": None}
    return {
        "schema": "vanban/1", "source": {"path": "", "sha256": slug(text.text), "format": "txt"}, "text": text.text,
        "document": header, "attachments": attachments, "sections": [{**section, "span": [0, len(text.text)]}],
        **found, "warnings": [],
    }  # fmt: skip


def _citation(target: Json, type_: str, span: list[int]) -> Json:
    return {"text": "", "span": span, "kind": "numbered", "target": target, "pinpoint": {"article": "5"},
            "relation": type_, "section": "I", "page": 1}  # fmt: skip


def _relation(start: str, type_: str, end: str, span: list[int]) -> Json:
    return {"from": start, "to": end, "type": type_, "span": span, "section": "I", "page": 1}


def _duty(task: str, actors: Iterable[tuple[str, str]], scope: str, span: list[int], basis: Json | None) -> Json:
    return {
        "task": task,
        "actors": [
            {"agency": name, "id": f"agency:{scope}:{slug(name)}", "role": role, "is_group": False, "text": name}
            for role, name in actors
        ],
        "deadline": {"text": "đến năm 2025", "kind": "year", "on": None, "month": None, "day": None, "from": None,
                     "to": "2025", "every": None},
        "product": None, "basis": basis["id"] if basis else None, "section": "I", "span": span, "page": 1,
        "origin": "sentence",
    }  # fmt: skip


class Record:
    """A record in memory: the `graph.update.Source` of the tests."""

    def __init__(self, *extractions: Json) -> None:
        self.rows: dict[str, Json] = {}
        self.put(*extractions)

    def put(self, *extractions: Json) -> None:
        for extraction in extractions:
            self.rows[extraction["document"]["id"]] = extraction

    def digests(self) -> Mapping[str, str]:
        return {i: str(hash(repr(row))) for i, row in self.rows.items()}

    def mentions(
        self, *, keys: Collection[str] | None = None, documents: Collection[str] | None = None
    ) -> Iterable[Mention]:
        for identity, row in self.rows.items():
            if documents is None or identity in documents:
                yield from (m for m in mentions_of(row) if keys is None or m.key in keys)

    def get(self, doc_id: str) -> Json | None:
        return self.rows.get(doc_id)


def dump(store: GraphStore, *, kept: bool = False) -> dict[str, list[dict[str, Any]]]:
    """The whole graph as sorted rows, by label and edge type; the stores' bookkeeping only if asked for."""
    out: dict[str, list[dict[str, Any]]] = {}
    for node in schema().nodes.values():
        names = [p for p in node.properties if kept or not p.startswith("kept_")]
        columns = ", ".join(f"n.{p} AS {p}" for p in names)
        out[node.name] = _sorted(store.read(f"MATCH (n:{node.name}) RETURN {columns}", timeout=60))
    for edge in schema().edges.values():
        columns = ", ".join(f"e.{p} AS {p}" for p in edge.properties)
        query = f"MATCH (a)-[e:{edge.name}]->(b) RETURN a.id AS a, b.id AS b, {columns}"
        out[edge.name] = _sorted(store.read(query, timeout=60))
    return {name: rows for name, rows in out.items() if rows}


def _sorted(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=repr)
