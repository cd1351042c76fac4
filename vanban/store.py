"""A graph to ask questions of, for programs: `open_graph`."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from vanban.home import Home

if TYPE_CHECKING:
    from graph.store import GraphStore
    from queries.chain import Direction

Json = dict[str, Any]


def open_graph(uri: str | None = None, *, home: str | Path | None = None) -> Graph:
    """Open a graph for reading: ``neo4j://…``, ``bolt://…``, or (without an address) the one under ``home``.

    Without either, ``VANBAN_GRAPH`` and ``VANBAN_HOME`` decide. A context manager. Raises `VanbanError`.
    """
    return Graph(Home.of(home, uri).store())


class Graph:
    """The questions that a graph answers; what they return is what the command prints with ``--json``."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the file or the connections."""
        self.store.close()

    def chain(
        self,
        document: str,
        *,
        place: str | None = None,
        direction: Direction = "both",
        depth: int = 2,
        as_of: str | None = None,
    ) -> Json:
        """What a document rests upon and what rests upon it; see `queries.chain.chain`."""
        from queries.chain import chain

        return chain(self.store, document, place=place, direction=direction, depth=depth, as_of=as_of)

    def owners(
        self,
        question: str,
        *,
        place: str | None = None,
        as_of: str | None = None,
        role: str | None = None,
        limit: int = 5,
    ) -> list[Json]:
        """Who owns what is asked, best first; see `queries.owners.owners`."""
        from queries.owners import owners

        return owners(self.store, question, place=place, as_of=as_of, role=role, limit=limit)

    def tasks(
        self, agency: str, *, place: str | None = None, due_before: str | None = None, as_of: str | None = None
    ) -> list[Json]:
        """The duties of an agency; see `queries.tasks.tasks`."""
        from queries.tasks import tasks

        return tasks(self.store, agency, place=place, due_before=due_before, as_of=as_of)

    def show(self, document: str, *, place: str | None = None, as_of: str | None = None) -> Json:
        """All of one document; see `queries.show.show`."""
        from queries.show import show

        return show(self.store, document, place=place, as_of=as_of)

    def query(self, name: str, **parameters: object) -> list[Json]:
        """The rows of a question of the catalogue (``vanban query --list``)."""
        from queries.catalogue import ask

        return ask(self.store, name, parameters)
