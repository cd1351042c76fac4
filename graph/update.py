"""One increment of a graph: write what changed in the record, and what that changes elsewhere.

After `update` the graph holds exactly ``project(d, resolve(all mentions))`` for every document ``d`` of the record,
whatever came first. A document is written again when its extraction changed, or when a citation of it means another
node than before (an undated number that got its only candidate, or a second one).

An interruption at any point is made good by the next `update`: what a changed document changes elsewhere is written
before that document itself, and a document counts as written only with the digest of its extraction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graph.identity import Conflict, Mention, Resolution, key_of, resolve
from graph.projection import project, projection_stamp, shared_rows
from graph.statements import ANY_DIGEST
from graph.store import DocSubgraph, GraphStore

Json = dict[str, Any]
BATCH = 200


class Source(Protocol):
    """What the record offers. One extraction stands for a document id."""

    def digests(self) -> Mapping[str, str]:
        """Document id -> a digest that changes with its extraction (content hash and extractor version)."""

    def mentions(
        self, *, keys: Collection[str] | None = None, documents: Collection[str] | None = None
    ) -> Iterable[Mention]:
        """The mentions of the standing extractions: all, those with one of the keys, or those of some documents."""

    def get(self, doc_id: str) -> Json | None:
        """The extraction that stands for a document."""


@dataclass(frozen=True, slots=True)
class Update:
    """What an increment did: documents written (changed or joined anew), removed, and conflicts that it met."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()


def update(store: GraphStore, source: Source, changed: Collection[str] | None = None) -> Update:
    """Bring a graph into step with the record, and save it.

    ``changed`` are the ids of documents that are new, other or gone in the record since the graph was in step; null
    finds them by comparing digests. A graph of another schema or projection is emptied and filled again.
    """
    if _is_of_other_projection(store):
        store.clear()
        store.ensure_schema()
        changed = None
    digests = {i: f"{projection_stamp()}:{digest}" for i, digest in source.digests().items()}
    changed = set(_out_of_step(store, digests) if changed is None else changed)
    keys = None if len(changed) * 2 >= len(digests) else _touched(store, source, changed)
    mentions = list(source.mentions(keys=keys)) if changed else []
    resolution = resolve(mentions)
    moved = _moved(store, resolution, {m.doc_id for m in mentions} - changed, keys)
    for label, rows in resolution.nodes.items():
        store.put_nodes(label, shared_rows(label, rows.items()))
    store.put_nodes("Document", {i: {"status": status} for i, status in resolution.statuses.items()})
    written = [*sorted(moved), *sorted(changed & set(digests))]
    for batch in _batches(written):
        store.replace_documents(_project(source, batch, resolution if keys is None else None, digests))
    removed = sorted(changed - set(digests))
    for doc_id in removed:
        store.remove_document(doc_id)
    if changed:
        store.save()
    return Update(tuple(sorted(written)), tuple(removed), resolution.conflicts)


def _is_of_other_projection(store: GraphStore) -> bool:
    """Whether the graph was made under another schema or other rules of projection."""
    rows = store.read(ANY_DIGEST)
    return bool(rows) and not str(rows[0]["digest"]).startswith(f"{projection_stamp()}:")


def _out_of_step(store: GraphStore, wanted: Mapping[str, str]) -> set[str]:
    """Documents whose extraction is not the one that the graph shows."""
    found = store.standing()
    return {i for i in {*wanted, *found} if i not in found or wanted.get(i) != found[i].digest}


def _touched(store: GraphStore, source: Source, changed: Collection[str]) -> set[str]:
    """The keys of all that the changed documents name or named."""
    keys = {mention.key for mention in source.mentions(documents=changed)}
    for doc_id, standing in store.standing(changed).items():
        keys.add(key_of("Document", doc_id))
        keys |= {_key_of_node(i) for i in (*standing.shared, *standing.joined)}
    return keys


def _key_of_node(identity: str) -> str:
    return key_of({"agency": "Agency", "person": "Person"}.get(identity.split(":", 1)[0], "Document"), identity)


def _moved(store: GraphStore, resolution: Resolution, others: set[str], keys: set[str] | None) -> set[str]:
    """Documents that did not change, but of which a citation means another node than the graph shows."""
    moved = set()
    for doc_id, standing in store.standing(others).items():
        before = {i: node for i, node in standing.joined.items() if keys is None or key_of("Document", i) in keys}
        if before != resolution.joined.get(doc_id, {}):
            moved.add(doc_id)
    return moved


def _project(
    source: Source, batch: list[str], resolution: Resolution | None, digests: Mapping[str, str]
) -> Iterator[DocSubgraph]:
    """The subgraphs of a batch, each under the resolution of all that it names."""
    if resolution is None:
        resolution = resolve(source.mentions(keys={m.key for m in source.mentions(documents=batch)}))
    for doc_id in batch:
        extraction = source.get(doc_id)
        if extraction is not None:
            yield project(extraction, resolution, digests[doc_id])


def _batches(items: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
