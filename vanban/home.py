"""Where vanban keeps its things: the record and the embedded graph, under ``VANBAN_HOME`` or ``~/.vanban``."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.errors import UsageError

if TYPE_CHECKING:
    from graph.store import GraphStore
    from pipeline.record import SqliteRecord


@dataclass(frozen=True, slots=True)
class Home:
    """A folder with a record and an embedded graph; ``graph`` is a server's address, or null for the embedded one."""

    folder: Path
    graph: str | None = None

    @classmethod
    def of(cls, home: str | Path | None = None, graph: str | None = None) -> Home:
        """From what is given, else from ``VANBAN_HOME`` and ``VANBAN_GRAPH``."""
        folder = home or os.environ.get("VANBAN_HOME") or Path.home() / ".vanban"
        return cls(Path(folder).expanduser(), graph or os.environ.get("VANBAN_GRAPH") or None)

    @property
    def record_path(self) -> Path:
        """The record's file."""
        return self.folder / "record.sqlite"

    @property
    def has_graph(self) -> bool:
        """Whether there is a graph to ask: a server's, or the embedded one once it was written."""
        from graph.open import FILE_NAME

        return self.graph is not None or (self.folder / FILE_NAME).exists()

    def record(self) -> SqliteRecord:
        """Open the record. Raises `RecordError`."""
        from pipeline.record import SqliteRecord

        self._make()
        return SqliteRecord(self.record_path)

    def store(self, *, write: bool = False, on_wait: Callable[[], None] | None = None) -> GraphStore:
        """Open the graph; ``on_wait`` is called once when another command is writing. Raises `GraphUnavailable`."""
        from graph.open import open_store

        if write:
            self._make()
        return open_store(self.graph, self.folder, write=write, on_wait=on_wait)

    def _make(self) -> None:
        """The folder, where there is none yet. Raises `UsageError`."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"Không tạo được thư mục của kho: {os.strerror(error.errno or 0)}"
            mend = "Chọn nơi khác bằng --home hoặc VANBAN_HOME"
            raise UsageError(what, where=str(self.folder), mend=mend) from error
