"""Which node each mention means, over all documents of the record. Pure, and the same in whatever order they came.

An extraction names instruments by ids that are functions of what is printed; one printed without its date is
``vn:lai-chau:unknown:27-kh-tu`` (``extractors/identity.py``). What it means is settled here, from all documents:

* it **joins** the only instrument of the same number and scope, if the citing document is not older than that one;
* with several it stays a stub of status ``ambiguous`` that keeps their ids in ``candidates``;
* with none it stays as it is, until a document brings one;
* names without a number (programmes, Party instruments) join nothing: a name is not an identity; nor does a number
  whose place is unknown, since every province has its own 27/KH-UBND.

What several documents say about one node (title, date, issuer of a cited instrument; an agency's name) is put
together per property: the value that most documents give, then the longest, then the first in order. A document of
the record speaks for itself.

How to use it, for the record and the ingest::

    mentions_of(extraction) -> tuple[Mention, ...]   # store them beside the extraction: doc_id, key, label, id, ...
    resolve(mentions)       -> Resolution            # of all mentions, or of all that have the touched keys
    graph.projection.project(extraction, resolution) -> DocSubgraph
    graph.update.update(store, source, changed)      # the whole increment; ``source`` is the record (a Protocol)

Mentions with different keys do not influence each other. That is what makes an increment cheap: a batch touches the
keys of its documents' mentions, old and new, and nothing else can change.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from extractors.fold import slug
from graph.changes import changes_in
from graph.recipients import recipients
from graph.status import final_status, said_of

Json = dict[str, Any]
Props = dict[str, Any]
SharedLabel = Literal["Document", "Agency", "Person"]

UNKNOWN = "unknown"
AMBIGUOUS = "ambiguous"
_SAID = ("number", "doc_type", "title", "issuer", "issued_on")


@dataclass(frozen=True, slots=True)
class Mention:
    """That a document names a shared thing. ``own`` marks the header of a document or attachment of the record.

    ``doc_id`` is the main document that says it and ``on`` that document's date (ISO, any precision, or null).
    ``said`` holds what is said of the thing, by property name of the schema.
    """

    doc_id: str
    label: SharedLabel
    id: str
    key: str
    own: bool = False
    on: str | None = None
    said: tuple[tuple[str, str | bool | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two documents of the record disagree on a fixed property of one instrument: value -> who says it."""

    id: str
    property: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What mentions mean.

    ``joined`` maps a document to its cited ids that mean another node; ``nodes`` holds the properties of the shared
    nodes that are not documents of the record, by label and id; ``own`` the ids that are, ``statuses`` what all
    documents together say of their being in force.
    """

    joined: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    nodes: Mapping[str, Mapping[str, Props]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    conflicts: tuple[Conflict, ...] = ()
    statuses: Mapping[str, str] = field(default_factory=dict)

    def node(self, doc_id: str, cited: str) -> str:
        """The node that an id means in a document."""
        return self.joined.get(doc_id, {}).get(cited, cited)


def key_of(label: str, identity: str) -> str:
    """What must be resolved together: instruments of one number and scope whatever the year, any other node alone."""
    if label == "Document" and "#" not in identity:
        scope, _, local = _parts(identity)
        return f"Document:{scope}:{local}"
    return f"{label}:{identity}"


def mentions_of(extraction: Json) -> tuple[Mention, ...]:
    """All mentions of shared things in one extraction, without repetitions, sorted."""
    header = extraction["document"]
    doc_id, on = str(header["id"]), header["issued_on"]
    found: set[Mention] = set()

    def add(label: SharedLabel, identity: str | None, said: Props | None = None, own: bool = False) -> None:
        if identity:
            kept = tuple(sorted((name, value) for name, value in (said or {}).items() if value is not None))
            found.add(Mention(doc_id, label, identity, key_of(label, identity), own, on, kept))

    for own in (header, *extraction["attachments"]):
        add("Document", own["id"], {**_document_said(own), "effective_on": own.get("effective_on")}, own=True)
        add("Agency", own.get("issuer_id"), {"name": own["issuer"], "is_group": False})
        for _, sent_to in recipients(own):
            add("Agency", sent_to.id, {"name": sent_to.agency, "is_group": sent_to.is_group})
        for signer in own.get("signers") or ():
            add("Person", person_id(doc_id, signer["name"]), {"name": signer["name"]})
    for identity, said in _instruments(extraction):
        add("Document", identity, said)
    for duty in extraction["responsibilities"]:
        for actor in duty["actors"]:
            add("Agency", actor["id"], {"name": actor["agency"], "is_group": actor["is_group"]})
    return tuple(sorted(found, key=_order))


def _instruments(extraction: Json) -> Iterator[tuple[str | None, Props | None]]:
    """The instruments that an extraction names, each time with what it says of them."""
    for citation in extraction["citations"]:
        yield citation["target"]["id"], _document_said(citation["target"])
    for relation in extraction["relations"]:
        yield relation["from"], None
        yield relation["to"], None
    for change in changes_in(extraction):
        yield change.to_id, {"changed": said_of(change.type, change.partial)}
    for duty in extraction["responsibilities"]:
        yield duty["basis"], None


def person_id(doc_id: str, name: str) -> str:
    """The id of a person: the same name in another jurisdiction is not taken for the same person."""
    return f"person:{_parts(doc_id)[0]}:{slug(name)}"


def resolve(mentions: Iterable[Mention]) -> Resolution:
    """What each mention means; the order of the mentions does not matter."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in set(mentions):
        groups[mention.key].append(mention)
    joined: dict[str, dict[str, str]] = defaultdict(dict)
    nodes: dict[str, dict[str, Props]] = {"Document": {}, "Agency": {}, "Person": {}}
    own: set[str] = set()
    statuses: dict[str, str] = {}
    conflicts: list[Conflict] = []
    for key in sorted(groups):
        group = sorted(groups[key], key=_order)
        label = group[0].label
        if label != "Document":
            nodes[label][group[0].id] = _put_together(group)
            continue
        own |= {m.id for m in group if m.own}
        for node, said in _resolve_group(group, joined, nodes["Document"]).items():
            if node in own:
                statuses[node] = _status(node, [m for m in said if m.own], said)
        conflicts += _conflicts(group)
    return Resolution(dict(joined), nodes, frozenset(own), tuple(conflicts), statuses)


def _resolve_group(
    group: list[Mention], joined: dict[str, dict[str, str]], nodes: dict[str, Props]
) -> dict[str, list[Mention]]:
    """Resolve the instruments of one number and scope; returns what is said of each node."""
    meant: dict[str, list[Mention]] = defaultdict(list)
    candidates: dict[str, set[str]] = defaultdict(set)
    own = {m.id for m in group if m.own}
    joinable = _joinable(group)
    dates = _dates([m for m in group if _is_settled(m)])
    for mention in group:
        node = mention.id
        if joinable and not _is_settled(mention) and not mention.own:
            fitting = _fitting(mention, dates, {m.id for m in group if m.own and m.doc_id == mention.doc_id})
            if len(fitting) == 1:
                node = fitting[0]
            elif fitting:
                node = _ambiguous_id(mention.id, own)
                candidates[node] |= set(fitting)
            if node != mention.id:
                joined[mention.doc_id][mention.id] = node
        meant[node].append(mention)
    for node, said in meant.items():
        if node not in own:
            status = AMBIGUOUS if candidates[node] else _status(node, said, said)
            nodes[node] = _stub(node, said, status, sorted(candidates[node]))
    return meant


def _status(node: str, about: list[Mention], said: list[Mention]) -> str:
    """Whether an instrument is in force after all that is said; number and first day come from ``about``."""
    changed = {str(value) for m in said for name, value in m.said if name == "changed"}
    known = _put_together(about)
    number, begins, kind = (
        str(known[name]) if known.get(name) else None for name in ("number", "effective_on", "doc_type")
    )
    return final_status(node, number, changed, begins, kind)


def _joinable(group: list[Mention]) -> bool:
    """Whether number and scope tell which series the instrument belongs to; a name, or a number alone, does not."""
    scope = _parts(group[0].id)[0]
    return not scope.startswith(UNKNOWN) and any(name == "number" for m in group for name, _ in m.said)


def _is_settled(mention: Mention) -> bool:
    """Whether the id says which year's instrument is meant."""
    return _parts(mention.id)[1] != UNKNOWN


def _ambiguous_id(identity: str, own: set[str]) -> str:
    """The stub that stands for "one of several"; a document of the record that lost its date keeps the plain id."""
    return f"{identity}#{AMBIGUOUS}" if identity in own else identity


def _dates(settled: list[Mention]) -> dict[str, str]:
    """Each settled instrument's date: its own header's, else the earliest that is said, else its year."""
    dates: dict[str, str] = {}
    for mention in sorted(settled, key=lambda m: (not m.own, dict(m.said).get("issued_on") or "9999")):
        said = dict(mention.said).get("issued_on")
        dates.setdefault(mention.id, str(said) if said else _parts(mention.id)[1])
    return dates


def _fitting(mention: Mention, dates: Mapping[str, str], itself: set[str]) -> list[str]:
    """The instruments that an undated mention can mean: not the citing document, and none that is younger than it."""
    return sorted(i for i, date in dates.items() if i not in itself and not _later(date, mention.on))


def _later(date: str, on: str | None) -> bool:
    """Whether a date is surely after another one, at the precision that both have."""
    if not on:
        return False
    length = min(len(date), len(on))
    return date[:length] > on[:length]


def _stub(identity: str, said: list[Mention], status: str, candidates: list[str]) -> Props:
    """The properties of an instrument that only other documents name."""
    scope, year, _ = _parts(identity)
    values = _put_together(said)
    return {
        **{name: values.get(name) for name in _SAID},
        "year": int(year) if year.isdigit() else None,
        "scope": scope,
        "status": status,
        "candidates": candidates or None,
    }


def _put_together(said: list[Mention]) -> Props:
    """One value for each property: what most documents say, then the longest, then the first in order."""
    votes: dict[str, Counter[str | bool]] = defaultdict(Counter)
    for _, name, value in {(m.doc_id, name, value) for m in said for name, value in m.said if value is not None}:
        votes[name][value] += 1
    return {
        name: min(counted, key=lambda v: (-counted[v], -len(str(v)), str(v))) for name, counted in sorted(votes.items())
    }


def _conflicts(group: list[Mention]) -> list[Conflict]:
    """Instruments of one id for which two dates are given; a date that is only less precise is no conflict."""
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in group:
        date = dict(mention.said).get("issued_on")
        if date:
            said[mention.id][str(date)].add(mention.doc_id)
    out = []
    for identity, dates in sorted(said.items()):
        whole = sorted(d for d in dates if not any(other != d and other.startswith(d) for other in dates))
        if len(whole) > 1:
            out.append(Conflict(identity, "issued_on", tuple((d, tuple(sorted(dates[d]))) for d in whole)))
    return out


def _document_said(item: Json) -> Props:
    return {
        "number": item["number"],
        "doc_type": item["type"],
        "title": item["title"],
        "issuer": item.get("issuer"),
        "issued_on": item.get("issued_on"),
    }


def _parts(identity: str) -> tuple[str, str, str]:
    """Scope, year and the rest of ``vn:{scope}:{year}:{rest}``."""
    parts = identity.split(":", 3)
    return (parts[1], parts[2], parts[3]) if len(parts) == 4 else (UNKNOWN, UNKNOWN, identity)


def _order(mention: Mention) -> tuple[str, str, bool, str, str]:
    return mention.doc_id, mention.id, mention.own, mention.label, repr(mention.said)
