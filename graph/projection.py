"""One document's extraction -> the rows that it puts into the graph. A pure function of extraction and resolution.

Ids of owned nodes are the document's id and a path: ``…#t/3`` (third duty), ``…#g/2`` (second target), ``…#s/IV.2``
(a section). Every edge that the document states carries ``stated_in``, also one between two other instruments.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.abbreviations import find_abbreviations
from extractors.agencies.membership import belongs
from extractors.fold import norm
from extractors.header.effect import effect_clause
from graph.changes import is_partial, of_citation
from graph.identity import Resolution, person_id
from graph.nodes import agency_props, header_props, line_of, person_props, place_of, stub_props
from graph.recipients import recipients
from graph.schema import schema
from graph.status import CHANGING
from graph.store import DocSubgraph, Edge, EdgeKind, Props

Json = dict[str, Any]
PROJECTION_VERSION = 4
TABLES = ("agencies", "group_members", "places", "succession", "laws", "amendments", "central_documents")


def project(extraction: Json, resolution: Resolution, digest: str = "") -> DocSubgraph:
    """The subgraph of a document; ``digest`` is kept with it, to tell later whether it is still the one to show."""
    builder = _Builder(extraction, resolution)
    builder.headers()
    builder.relations()
    builder.duties()
    builder.targets()
    builder.sections()
    builder.memberships()
    return builder.finish(digest)


@cache
def projection_stamp() -> str:
    """Changes when stored graphs must be rebuilt: with the schema, the rules of projection, or the tables they use."""
    digest = hashlib.sha256(f"{PROJECTION_VERSION} {schema()!r}".encode())
    for name in TABLES:
        digest.update(files("extractors").joinpath("tables", f"{name}.csv").read_bytes())
    return digest.hexdigest()[:12]


def whole(label: str, props: Props) -> Props:
    """All properties of a label, null where not given, so that writing them leaves nothing behind.

    Without the id, and without the bookkeeping, which only a document's own row has.
    """
    known = [name for name in schema().nodes[label].properties if name != "id" and not name.startswith("kept_")]
    unknown = set(props) - set(known)
    if unknown:
        raise KeyError(f"{label}: {', '.join(sorted(unknown))}")
    return {name: props.get(name) for name in known}


def shared_rows(label: str, said: Iterable[tuple[str, Props]]) -> dict[str, Props]:
    """The full properties of shared nodes that are not documents of the record, from what is said of them."""
    makers = {"Agency": agency_props, "Person": person_props, "Document": stub_props}
    return {identity: whole(label, makers[label](identity, props)) for identity, props in said}


class _Builder:
    """Collects the rows of one document."""

    def __init__(self, extraction: Json, resolution: Resolution) -> None:
        self.extraction = extraction
        self.resolution = resolution
        self.doc_id: str = extraction["document"]["id"]
        self.nodes: dict[str, dict[str, Props]] = defaultdict(dict)
        self.mine = frozenset({self.doc_id, *(a["id"] for a in extraction["attachments"])})
        self.references: set[str] = set()
        self.edges: dict[EdgeKind, dict[tuple[object, ...], Edge]] = defaultdict(dict)
        self.used_sections: set[str] = set()
        self.said: set[str] = set()

    # -- nodes -------------------------------------------------------------------------------------------------

    def document(self, cited: str) -> str:
        """The node that a cited id means; a stub's row comes along."""
        node = self.resolution.node(self.doc_id, cited)
        if node in self.mine:
            return node
        if node in self.resolution.own:
            self.references.add(node)
        elif node not in self.nodes["Document"]:
            said = self.resolution.nodes.get("Document", {}).get(node, {})
            self.nodes["Document"][node] = whole("Document", stub_props(node, said))
        return node

    def agency(self, identity: str, said: Props) -> str:
        """An agency's node, its place, and what the tables say became of it."""
        known = self.resolution.nodes.get("Agency", {})
        self.said.add(identity)
        self._agency_row(identity, known.get(identity, said))
        line = line_of(identity)
        for other, name in line.names.items():
            self._agency_row(other, known.get(other, {"name": name}))
        for kind, start, end, props in line.edges:
            self.edge(kind, start, end, props)
        return identity

    def _agency_row(self, identity: str, said: Props) -> None:
        if identity in self.nodes["Agency"]:
            return
        props = agency_props(identity, said)
        self.nodes["Agency"][identity] = whole("Agency", props)
        if props.get("place_id"):
            place = self.place(str(props["place_id"]))
            if place:
                self.edge(EdgeKind("IN_PLACE", "Agency", "Place"), identity, place, {})

    def place(self, identity: str) -> str | None:
        """A place's node and what it was merged into, if the tables know the place."""
        found = place_of(identity)
        if found is None:
            return None
        for place_id, props in found.nodes.items():
            self.nodes["Place"][place_id] = whole("Place", props)
        for kind, start, end, props in found.edges:
            self.edge(kind, start, end, props)
        return identity

    def edge(self, kind: EdgeKind, start: str, end: str, props: Props) -> None:
        """Add an edge, once; properties that are not given are null."""
        known = schema().edges[kind.type].properties
        edge = Edge(start, end, {name: props.get(name) for name in known})
        self.edges[kind][(start, end, *edge.props.values())] = edge

    def stated(self, type_: str, labels: tuple[str, str], ends: tuple[str, str], **props: Any) -> None:
        """Add an edge that the document states."""
        self.edge(EdgeKind(type_, *labels), *ends, {**props, "stated_in": self.doc_id})

    # -- parts of the extraction -------------------------------------------------------------------------------

    def headers(self) -> None:
        """The document and its attachments: properties, issuer, signers, recipients, place."""
        for header in (self.extraction["document"], *self.extraction["attachments"]):
            identity = header["id"]
            props = header_props(identity, header, self.resolution.statuses.get(identity))
            self.nodes["Document"][identity] = whole("Document", {**props, "effect_quote": self._effect_quote(header)})
            if header.get("issuer_id"):
                agency = self.agency(header["issuer_id"], {"name": header["issuer"], "is_group": False})
                self.stated("ISSUED_BY", ("Document", "Agency"), (identity, agency))
            for entry, sent_to in recipients(header):
                agency = self.agency(sent_to.id, {"name": sent_to.agency, "is_group": sent_to.is_group})
                self.stated("SENT_TO", ("Document", "Agency"), (identity, agency), quote=entry)
            for signer in header.get("signers") or ():
                self._signer(identity, signer)
            place = self.place(f"place:{identity.split(':')[1]}") if identity.count(":") >= 3 else None
            if place:
                self.stated("IN_PLACE", ("Document", "Place"), (identity, place))

    def _effect_quote(self, header: Json) -> str | None:
        """The words that state the day of effect of a document or attachment."""
        text: str = self.extraction["text"]
        clause = effect_clause(text, header["issued_on"]) if header.get("effective_on") else None
        return text[clause[1].start : clause[1].end] if clause and clause[0] == header["effective_on"] else None

    def _signer(self, identity: str, signer: Json) -> None:
        person = person_id(self.doc_id, signer["name"])
        said = self.resolution.nodes.get("Person", {}).get(person, {"name": signer["name"]})
        self.nodes["Person"][person] = whole("Person", person_props(person, said))
        self.stated(
            "SIGNED_BY", ("Document", "Person"), (identity, person),
            position=signer.get("position"), capacity=signer.get("capacity"),
        )  # fmt: skip

    def relations(self) -> None:
        """The edges between instruments, this document's and those that it states of others."""
        related = set()
        for relation in self.extraction["relations"]:
            start, end = self.document(relation["from"]), self.document(relation["to"])
            if start == end:
                continue
            related.add(end)
            self._relation(relation["type"], start, end, relation, self._pinpoints(relation))
        for citation in self.extraction["citations"]:
            end = self.document(citation["target"]["id"])
            if end not in related and end not in self.mine:
                related.add(end)
                self._relation(citation["relation"], self.doc_id, end, citation, _pinpoint(citation.get("pinpoint")))

    def _relation(self, type_: str, start: str, end: str, found: Json, pinpoint: str | None) -> None:
        first, last = found["span"]
        self.used_sections.add(found.get("section") or "")
        self.stated(
            type_, ("Document", "Document"), (start, end),
            quote=self.extraction["text"][first:last], section=found.get("section"), page=found.get("page"),
            pinpoint=pinpoint, span_start=first, span_end=last, partial=self._partial(type_, found),
        )  # fmt: skip

    def _partial(self, type_: str, found: Json) -> bool | None:
        """Whether a change concerns provisions only; null for relations that change nothing."""
        if type_ not in CHANGING:
            return None
        return is_partial(self.extraction, found if "to" in found else of_citation(self.extraction, found))

    def _pinpoints(self, relation: Json) -> str | None:
        """The provisions that the words of a relation name of its target."""
        first, last = relation["span"]
        found = [
            _pinpoint(c["pinpoint"])
            for c in self.extraction["citations"]
            if c["target"]["id"] == relation["to"] and c.get("pinpoint") and first <= c["span"][0] < last
        ]
        return "; ".join(dict.fromkeys(p for p in found if p)) or None

    def duties(self) -> None:
        """Tasks, whom they are laid on, and under which instrument they are done."""
        for ordinal, duty in enumerate(self.extraction["responsibilities"], 1):
            task = f"{self.doc_id}#t/{ordinal}"
            self.used_sections.add(duty["section"] or "")
            self.nodes["Task"][task] = whole("Task", {**self._owned(ordinal, duty), **_duty(duty)})
            self.stated("STATED_IN", ("Task", "Document"), (task, self.doc_id))
            if duty["basis"]:
                self.stated("UNDER", ("Task", "Document"), (task, self.document(duty["basis"])))
            for actor in duty["actors"]:
                agency = self.agency(actor["id"], {"name": actor["agency"], "is_group": actor["is_group"]})
                self.stated("ASSIGNED_TO", ("Task", "Agency"), (task, agency), role=actor["role"], text=actor["text"])

    def targets(self) -> None:
        """Quantified aims."""
        for ordinal, aim in enumerate(self.extraction["targets"], 1):
            target = f"{self.doc_id}#g/{ordinal}"
            self.used_sections.add(aim.get("section") or "")
            said = {n: aim.get(n) for n in ("indicator", "comparator", "value", "value_max", "unit", "by", "scope")}
            for name in ("value", "value_max"):
                said[name] = None if said[name] is None else float(said[name])
            row = {**self._owned(ordinal, aim), **said, "norm": norm(aim["indicator"])}
            self.nodes["Target"][target] = whole("Target", row)
            self.stated("STATED_IN", ("Target", "Document"), (target, self.doc_id))

    def sections(self) -> None:
        """The sections that hold a fact, and those above them."""
        by_id = {s["id"]: s for s in self.extraction["sections"]}
        wanted = [s for s in self.used_sections if s in by_id]
        while wanted:
            section = by_id[wanted.pop()]
            identity = f"{self.doc_id}#s/{section['id']}"
            if identity in self.nodes["Section"]:
                continue
            first, last = section["span"]
            heading = " ".join(filter(None, (section["label"], section.get("title"))))
            row: Props = {"doc_id": self.doc_id, "kind": section["kind"], "heading": heading}
            self.nodes["Section"][identity] = whole("Section", {**row, "span_start": first, "span_end": last})
            parent = section["parent"] if section["parent"] in by_id else None
            above = (f"{self.doc_id}#s/{parent}", "Section") if parent else (self.doc_id, "Document")
            self.stated("PART_OF", ("Section", above[1]), (identity, above[0]))
            wanted += [parent] if parent else []

    def memberships(self) -> None:
        """Which of the agencies that the document names belong to which of its groups, by name and level."""
        rows = {identity: self.nodes["Agency"][identity] for identity in self.said}
        groups = {identity: str(row["name"] or "") for identity, row in rows.items() if row["is_group"]}
        for identity, row in rows.items():
            for group, name in groups.items() if identity not in groups else ():
                if belongs(identity, str(row["name"] or ""), group, name):
                    self.edge(EdgeKind("MEMBER_OF", "Agency", "Agency"), identity, group, {})

    def _owned(self, ordinal: int, found: Json) -> Props:
        first, last = found["span"]
        return {
            "doc_id": self.doc_id,
            "ordinal": ordinal,
            "section": found.get("section"),
            "quote": self.extraction["text"][first:last],
            "span_start": first,
            "span_end": last,
            "page": found.get("page"),
        }

    def abbreviations(self) -> list[str]:
        """What the document abbreviates, folded like ``norm``: searches for either form find the other."""
        return [f"{norm(short)} = {norm(long)}" for short, long in find_abbreviations(self.extraction["text"])]

    def finish(self, digest: str) -> DocSubgraph:
        """The rows in a fixed order, with the store's bookkeeping on the document; no stub without an edge."""
        stated = [
            (kind, edge) for kind, edges in self.edges.items() for edge in edges.values() if edge.props.get("stated_in")
        ]
        beside = {edge.start for kind, edge in stated if kind.start == "Document"} - {self.doc_id}
        linked = beside | {edge.end for kind, edge in stated if kind.end == "Document"}
        kept = self.mine | (linked & set(self.nodes["Document"]))
        self.nodes["Document"] = {i: props for i, props in self.nodes["Document"].items() if i in kept}
        self.references = (self.references & linked) - kept
        shared = {i for label in schema().shared for i in self.nodes.get(label, {})} | self.references
        joined = self.resolution.joined.get(self.doc_id, {})
        self.nodes["Document"][self.doc_id] |= {
            "abbreviations": self.abbreviations() or None,
            "kept_digest": digest,
            "kept_joined": [f"{cited} > {node}" for cited, node in sorted(joined.items())],
            "kept_shared": sorted(shared - {self.doc_id}),
            "kept_beside": sorted(beside),
        }
        return DocSubgraph(
            self.doc_id,
            {label: dict(sorted(rows.items())) for label, rows in sorted(self.nodes.items()) if rows},
            {"Document": tuple(sorted(self.references))} if self.references else {},
            {kind: tuple(edges.values()) for kind, edges in sorted(self.edges.items(), key=lambda item: repr(item[0]))},
        )


def _duty(duty: Json) -> Props:
    deadline = duty["deadline"] or {}
    return {
        "text": duty["task"],
        "norm": norm(duty["task"]),
        "deadline_kind": deadline.get("kind"),
        "deadline_text": deadline.get("text"),
        "due_on": deadline.get("on") or (deadline.get("to") if deadline.get("kind") in ("year", "period") else None),
        "due_month": deadline.get("month"),
        "due_day": deadline.get("day"),
        "due_days": deadline.get("days") or None,
        "due_from": deadline.get("from"),
        "due_to": deadline.get("to"),
        "due_every": deadline.get("every"),
        "product": duty["product"],
        "origin": duty["origin"],
    }


def _pinpoint(point: Json | None) -> str | None:
    """A provision as written in law: ``điểm a khoản 2 Điều 5``."""
    words = (("điểm", "point"), ("khoản", "clause"), ("Điều", "article"), ("", "chapter"), ("Phụ lục", "appendix"))
    return (
        " ".join(f"{word} {point[name]}".strip() for word, name in words if point.get(name)) or None if point else None
    )
