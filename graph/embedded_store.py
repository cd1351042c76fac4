"""The embedded graph: a file read and written by kglite, the default store. All that is special to kglite is here.

A writer holds the file's lock and writes in memory; `save` replaces the file whole. A reader takes no lock: it sees
the last saved state, and takes up a newer one by itself. The file is a projection: one that is damaged, or of another
version of the engine, is put aside by the next writer and filled again from the record.

What the engine does differently, and what is done about it: it gives nodes without ``id`` a number (every statement
sets ``id``); it keeps ``name`` and ``title`` as one (the schema has never both on a label); it adds ``title`` and
``type`` to a whole node (only properties of the schema are shown); it knows no block comments (they are taken out);
it warns on stderr about labels that are not there yet (silenced: an empty graph is no mistake); its full-text indexes
stop following after some hundred writes, silently (built again before anything is read or saved).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kglite

from extractors.errors import GraphUnavailable, QueryError
from graph import statements, writing
from graph.readonly import check_reading, without_comments
from graph.rows import edge_map, node_map, plain, standing_of, words
from graph.schema import schema
from graph.store import DEFAULT_MAX_ROWS, DEFAULT_TIMEOUT, DocSubgraph, Hit, Props, Standing

kglite.set_query_warning_policy("silent")

BATCH = 500
POLL_SECONDS = 0.2
_NODE = {"id", "labels", "properties"}
_EDGE = {"id", "start", "end", "type", "properties"}
_PATH = {"nodes", "relationships"}


class EmbeddedStore:
    """The graph in a file. ``write`` takes the writer's lock; a reader needs none, nor the file to exist.

    ``wait`` is how many seconds a writer waits for another one, and ``on_wait`` is called once when it has to.
    """

    def __init__(
        self, path: str | Path, *, write: bool = False, wait: float = 60.0, on_wait: Callable[[], None] | None = None
    ) -> None:
        self.path = Path(path)
        self.write = write
        self._lock = threading.RLock()
        self._seen: tuple[int, int, int] | None = None
        self._frozen: Any = None
        self._graph: Any = self._open_for_writing(wait, on_wait) if write else None
        if write:
            self.ensure_schema()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- opening -----------------------------------------------------------------------------------------------

    def _open_for_writing(self, wait: float, on_wait: Callable[[], None] | None) -> Any:
        until = time.monotonic() + wait
        told = False
        while True:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                return kglite.open(str(self.path), durable="off")
            except kglite.WriterLeaseHeldError as error:
                if time.monotonic() >= until:
                    raise GraphUnavailable(
                        "Đồ thị đang được một lệnh khác ghi",
                        where=str(self.path),
                        mend="Đợi lệnh đó xong rồi chạy lại",
                        code="graph_locked",
                    ) from error
                if on_wait and not told:
                    on_wait()
                told = True
                time.sleep(POLL_SECONDS)
            except (kglite.FileFormatError, kglite.InternalError):
                self.path.replace(self.path.with_name(f"{self.path.name}.damaged"))
            except (kglite.KgError, OSError, ValueError) as error:
                raise self._unavailable(error) from error

    def _unavailable(self, error: Exception) -> GraphUnavailable:
        return GraphUnavailable(
            f"Không mở được tệp đồ thị: {_first_line(error)}",
            where=str(self.path),
            mend="Dựng lại từ kho dữ liệu bằng: vanban sync",
        )

    def _state(self) -> tuple[int, int, int] | None:
        """What tells one saved state of the file from the next."""
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino

    def _snapshot(self) -> Any:
        """An immutable graph that any number of threads can ask."""
        with self._lock:
            if self.write:
                if self._frozen is None:
                    _refresh_words(self._graph)
                    self._frozen = self._graph.freeze()
                return self._frozen
            state = self._state()
            if self._frozen is None or state != self._seen:
                self._frozen, self._seen = self._load(state is not None), state
            return self._frozen

    def _load(self, exists: bool) -> Any:
        try:
            graph = kglite.load(str(self.path)) if exists else kglite.KnowledgeGraph()
            if not exists:
                for text in _ddl():
                    graph.cypher(text)
            return graph.freeze()
        except (kglite.KgError, OSError, ValueError) as error:
            raise self._unavailable(error) from error

    # -- writing -----------------------------------------------------------------------------------------------

    def ensure_schema(self) -> None:
        """Create the indexes; the engine keeps them in the file."""
        with self._writing() as graph:
            for text in _ddl():
                graph.cypher(text)

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """The graph, for statements that are each atomic."""
        with self._lock:
            self._demand_writer()
            self._frozen = None
            try:
                yield self._graph
            except (kglite.KgError, OSError) as error:
                raise GraphUnavailable(
                    f"Không ghi được đồ thị: {_first_line(error)}",
                    where=str(self.path),
                    mend="Kiểm tra chỗ trống và quyền ghi, rồi chạy: vanban sync",
                    code="graph_failed",
                ) from error

    @contextmanager
    def _transaction(self) -> Iterator[writing.Run]:
        """Several statements, all of them or none."""
        with self._writing() as graph:
            transaction = graph.begin()
            try:
                yield lambda text, params: [dict(row) for row in transaction.cypher(text, params=dict(params))]
                transaction.commit()
            except BaseException:
                transaction.rollback()
                raise

    def _demand_writer(self) -> None:
        if not self.write or self._graph is None:
            raise GraphUnavailable("Đồ thị này chỉ mở để đọc", where=str(self.path), code="graph_read_only")

    def replace_document(self, subgraph: DocSubgraph) -> None:
        """Write one document."""
        self.replace_documents((subgraph,))

    def replace_documents(self, subgraphs: Iterable[DocSubgraph]) -> None:
        """Write many documents, `BATCH` in a transaction."""
        waiting = iter(subgraphs)
        while batch := list(islice(waiting, BATCH)):
            with self._transaction() as run:
                writing.replace(run, batch)

    def remove_document(self, doc_id: str) -> None:
        """Take out what a document states."""
        with self._transaction() as run:
            writing.remove(run, doc_id)

    def put_nodes(self, label: str, rows: Mapping[str, Props]) -> None:
        """Set the properties of shared nodes that exist."""
        with self._transaction() as run:
            for text, params in statements.set_rows(label, rows):
                run(text, params)

    def save(self) -> None:
        """Replace the file by what is in memory, whole."""
        with self._writing() as graph:
            _refresh_words(graph)
            graph.save()

    def clear(self) -> None:
        """Empty the graph."""
        with self._writing() as graph:
            for label in schema().nodes:
                while [row["n"] for row in graph.cypher(statements.clear(label))] != [0]:
                    pass

    def close(self) -> None:
        """Release the lock; what was not saved is lost."""
        with self._lock:
            graph, self._graph, self._frozen = self._graph, None, None
            if graph is not None:
                _close_without_saving(graph)

    # -- reading -----------------------------------------------------------------------------------------------

    def standing(self, doc_ids: Collection[str] | None = None) -> dict[str, Standing]:
        """The bookkeeping of documents."""
        text = statements.STANDING if doc_ids is None else statements.STANDING_OF
        params = {} if doc_ids is None else {"ids": sorted(doc_ids)}
        return {str(row["id"]): standing_of(row) for row in self._snapshot().cypher(text, params=params)}

    def read(
        self,
        query: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        max_rows: int = DEFAULT_MAX_ROWS,
    ) -> list[dict[str, Any]]:
        """Rows of a reading query."""
        check_reading(query)
        try:
            rows = self._snapshot().cypher(
                without_comments(query),
                params=dict(params or {}),
                timeout_ms=max(1, int(timeout * 1000)),
                row_limit=max_rows,
            )
            return [{str(name): _shown(value) for name, value in dict(row).items()} for row in rows]
        except kglite.CypherTimeoutError as error:
            raise QueryError(
                f"Câu truy vấn chạy quá {timeout:g} giây",
                mend="Thu hẹp câu truy vấn, hoặc cho thêm thời gian",
                code="query_timeout",
            ) from error
        except kglite.KgError as error:
            raise QueryError(
                f"Đồ thị không nhận câu truy vấn: {str(error).strip()}", mend="Sửa câu Cypher rồi chạy lại"
            ) from error

    def search(self, text: str, *, label: str, limit: int = 20) -> list[Hit]:
        """Nodes of a label by words of their ``norm``."""
        found = words(text)
        index = schema().nodes[label].fulltext_index
        if not found:
            return []
        params = {"index": index, "words": found, "limit": limit}
        rows = self.read(statements.SEARCH, params, max_rows=limit)
        return [Hit(str(row["id"]), float(row["score"])) for row in rows]


def _ddl() -> Iterator[str]:
    yield from statements.constraints(schema())
    yield from statements.indexes(schema())
    yield from statements.fulltext_indexes(schema())


def _refresh_words(graph: Any) -> None:
    """Build full-text indexes again that lag behind: after many writes the engine goes on with the old one."""
    behind = {str(row["name"]) for row in graph.cypher("SHOW INDEXES") if row["type"] == "FULLTEXT" and row["stale"]}
    for text in statements.fulltext_indexes(schema()):
        name = text.split()[3]
        if name in behind:
            graph.cypher(f"DROP INDEX {name}")
            graph.cypher(text)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


def _close_without_saving(graph: Any) -> None:
    """Release the lock. The engine's ``close`` would save first; leaving its block by an error does not."""
    graph.__exit__(InterruptedError, InterruptedError(), None)


def _shown(value: Any) -> Any:
    """A value of the engine in the common form; whole nodes, edges and paths without its own additions."""
    if isinstance(value, dict):
        if set(value) == _NODE and isinstance(value["labels"], list):
            return node_map(value["labels"], value["properties"])
        if set(value) == _EDGE:
            return edge_map(value["type"], value["properties"])
        if set(value) == _PATH:
            return {key: [_shown(item) for item in value[key]] for key in ("nodes", "relationships")}
        return {str(key): _shown(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(item) for item in value]
    return plain(value)
