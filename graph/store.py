"""What a graph store does, and the plain rows that it is given. One implementation a backend, the same for callers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Protocol, Self

Value = str | int | float | bool | list[str] | None
Props = dict[str, Value]
DEFAULT_TIMEOUT = 30.0
DEFAULT_MAX_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """Edges of one type between nodes of two labels."""

    type: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge, by the ids of its ends."""

    start: str
    end: str
    props: Props


@dataclass(frozen=True, slots=True)
class DocSubgraph:
    """All that one document states, as rows; `graph.projection.project` makes it.

    ``nodes`` holds label -> id -> all properties of the label but the id (null where unknown), for the document, its
    own nodes (tasks, targets, sections) and the shared nodes it names; ``references`` label -> ids of nodes whose
    properties another document states. Every edge that the document states carries ``stated_in``.
    """

    doc_id: str
    nodes: Mapping[str, Mapping[str, Props]]
    references: Mapping[str, Collection[str]] = field(default_factory=dict)
    edges: Mapping[EdgeKind, Sequence[Edge]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a store keeps of a document's last projection, to tell what must be written again.

    ``digest`` is of the extraction and of the projection's version; ``joined`` maps cited ids to the nodes they
    meant; ``shared`` are the ids of the shared nodes that it names.
    """

    digest: str
    joined: Mapping[str, str]
    shared: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A node found by its words; ``score`` orders the hits of one search only."""

    id: str
    score: float


class GraphStore(Protocol):
    """A graph that can be rebuilt from the record at any time. All methods raise errors of ``extractors.errors``.

    A write is atomic: a reader sees a document before or after it, never between; the same rows twice change nothing.
    """

    def ensure_schema(self) -> None:
        """Create constraints and indexes of ``schema.yaml``; does nothing where they exist."""

    def replace_document(self, subgraph: DocSubgraph) -> None:
        """Write one document: what it stated before goes, what it states now stands."""

    def replace_documents(self, subgraphs: Iterable[DocSubgraph]) -> None:
        """The same for many, in as few transactions as the backend likes; each document in exactly one."""

    def remove_document(self, doc_id: str) -> None:
        """Take out what a document states; it stays as a stub while another one names it."""

    def put_nodes(self, label: str, rows: Mapping[str, Props]) -> None:
        """Set the properties of shared nodes that exist; ids that are not in the graph are passed over."""

    def standing(self, doc_ids: Collection[str] | None = None) -> dict[str, Standing]:
        """The last projection of the documents (null: of all that are in the graph) by id."""

    def read(
        self,
        query: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        max_rows: int = DEFAULT_MAX_ROWS,
    ) -> list[dict[str, Any]]:
        """Rows of a reading query: maps of scalars, lists and maps. Raises `QueryError` also when it takes too long.

        At most ``max_rows`` rows are returned; ask for one more than you show to know whether there are more.
        """

    def search(self, text: str, *, label: str, limit: int = 20) -> list[Hit]:
        """Nodes of a label whose ``norm`` has words of the text (folded alike), best first."""

    def save(self) -> None:
        """Make what was written last; a server does so by itself."""

    def clear(self) -> None:
        """Empty the graph, for a rebuild from the record."""

    def close(self) -> None:
        """Release the file or the connections; what was saved stays."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
