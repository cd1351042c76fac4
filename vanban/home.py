"""Where vanban keeps its things: the record and the embedded graph, under ``VANBAN_HOME`` or ``~/.vanban``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store import GraphStore
    from pipeline.record import SqliteRecord

EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class Home:
    """A folder with a record and an embedded graph, and the graph to ask: an address, or the embedded one."""

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
        """The embedded graph's file."""
        return self.folder / "graph.kgl"

    @property
    def is_embedded(self) -> bool:
        """Whether the graph to ask is the embedded one."""
        return self.graph == EMBEDDED

    def record(self) -> SqliteRecord:
        """Open the record. Raises `RecordError`."""
        from pipeline.record import SqliteRecord

        return SqliteRecord(self.record_path)

    def store(self, *, write: bool = False) -> GraphStore:
        """Open the graph. Raises `GraphUnavailable`."""
        from graph.stores import open_store

        return open_store(self.graph_path if self.is_embedded else self.graph, write=write)
