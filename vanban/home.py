"""Where vanban keeps its things: the record and the embedded graph, under ``VANBAN_HOME`` or ``~/.vanban``."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store import GraphStore
    from pipeline.record import SqliteRecord

EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class Home:
    """A folder with a record and an embedded graph, and the graph to ask: that one, a file, or a server's address."""

    folder: Path
    graph: str = EMBEDDED

    @classmethod
    def of(cls, home: str | Path | None = None, graph: str | None = None) -> Home:
        """From what is given, else from ``VANBAN_HOME`` and ``VANBAN_GRAPH``."""
        folder = home or os.environ.get("VANBAN_HOME") or Path.home() / ".vanban"
        return cls(Path(folder).expanduser(), graph or os.environ.get("VANBAN_GRAPH") or EMBEDDED)

    @property
    def record_path(self) -> Path:
        """The record's file."""
        return self.folder / "record.sqlite"

    @property
    def graph_path(self) -> Path:
        """The embedded graph's file: the one given, else the one in the folder."""
        return self.folder / "graph.kgl" if self.graph == EMBEDDED else Path(self.graph)

    @property
    def is_embedded(self) -> bool:
        """Whether the graph is a file, not a server."""
        return "://" not in self.graph

    def record(self) -> SqliteRecord:
        """Open the record. Raises `RecordError`."""
        from pipeline.record import SqliteRecord

        return SqliteRecord(self.record_path)

    def store(self, *, write: bool = False, on_wait: Callable[[], None] | None = None) -> GraphStore:
        """Open the graph; ``on_wait`` is called once when another command is writing. Raises `GraphUnavailable`."""
        if "://" in self.graph:
            from graph.neo4j_store import Neo4jStore

            user = os.environ.get("VANBAN_NEO4J_USER", "neo4j")
            return Neo4jStore(self.graph, user=user, password=os.environ.get("VANBAN_NEO4J_PASSWORD"))
        from graph.embedded_store import EmbeddedStore

        return EmbeddedStore(self.graph_path, write=write, on_wait=on_wait)
