"""The graph on a Neo4j server (Community 5.26 and newer), by the official driver. The only file that imports it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import islice
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError, ServiceUnavailable
from neo4j.graph import Node, Path, Relationship

from extractors.errors import GraphUnavailable, QueryError
from graph import statements, writing
from graph.readonly import check_reading
from graph.rows import edge_map, node_map, plain, standing_of, words
from graph.schema import schema
from graph.store import DEFAULT_MAX_ROWS, DEFAULT_TIMEOUT, DocSubgraph, Hit, Props, Standing

logging.getLogger("neo4j").addHandler(logging.NullHandler())

T = TypeVar("T")
BATCH = 50
CONNECT_SECONDS = 10.0
RETRY_SECONDS = 30.0


class Neo4jStore:
    """The graph on a server; ``uri`` as the driver takes it (``neo4j://``, ``bolt://``, ``+s`` and ``+ssc`` for TLS).

    ``password`` null means a server without authentication. Raises `GraphUnavailable` when there is no such server
    or it refuses the login. The server's isolation is "read committed": a reading that runs into the commit of a
    document may see part of it, the next one sees all.
    """

    def __init__(
        self, uri: str, *, user: str = "neo4j", password: str | None = None, database: str | None = None
    ) -> None:
        self.uri = uri
        self.database = database
        with self._told():
            self._driver = neo4j.GraphDatabase.driver(
                uri,
                auth=(user, password) if password is not None else None,
                connection_timeout=CONNECT_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity="OFF",
            )
        try:
            with self._told():
                self._driver.verify_connectivity()
        except BaseException:
            self._driver.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    # -- errors ------------------------------------------------------------------------------------------------

    @contextmanager
    def _told(self) -> Iterator[None]:
        """The driver's errors as what they mean to a user."""
        try:
            yield
        except AuthError as error:
            raise GraphUnavailable(
                "Máy chủ Neo4j từ chối tên hoặc mật khẩu",
                where=self.uri,
                mend="Đặt lại VANBAN_NEO4J_USER và VANBAN_NEO4J_PASSWORD",
                code="graph_login",
            ) from error
        except (ServiceUnavailable, DriverError, OSError, ValueError) as error:
            raise GraphUnavailable(
                f"Không kết nối được với máy chủ Neo4j: {_first_line(error)}",
                where=self.uri,
                mend="Kiểm tra địa chỉ, và máy chủ có đang chạy không",
            ) from error
        except Neo4jError as error:
            raise GraphUnavailable(
                f"Máy chủ Neo4j báo lỗi: {_first_line(error)}",
                where=self.uri,
                mend="Xem nhật ký của máy chủ rồi chạy lại",
                code="graph_failed",
            ) from error

    # -- writing -----------------------------------------------------------------------------------------------

    def _write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """One transaction, tried again on a passing error."""
        with self._told(), self._driver.session(database=self.database) as session:
            return session.execute_write(work)

    def ensure_schema(self) -> None:
        """Create constraints and indexes, and wait until they can be used."""
        made = (statements.constraints(schema()), statements.indexes(schema()), statements.fulltext_indexes(schema()))
        with self._told(), self._driver.session(database=self.database) as session:
            for text in (*(text for texts in made for text in texts), statements.AWAIT_INDEXES):
                session.run(text).consume()

    def replace_document(self, subgraph: DocSubgraph) -> None:
        """Write one document."""
        self.replace_documents((subgraph,))

    def replace_documents(self, subgraphs: Iterable[DocSubgraph]) -> None:
        """Write many documents, `BATCH` in a transaction."""
        waiting = iter(subgraphs)
        while batch := list(islice(waiting, BATCH)):
            self._write(lambda tx, batch=batch: writing.replace(partial(_run, tx), batch))  # type: ignore[misc]

    def remove_document(self, doc_id: str) -> None:
        """Take out what a document states."""
        self._write(lambda tx: writing.remove(partial(_run, tx), doc_id))

    def put_nodes(self, label: str, rows: Mapping[str, Props]) -> None:
        """Set the properties of shared nodes that exist."""
        for text, params in statements.set_rows(label, rows):
            self._write(lambda tx, text=text, params=params: _run(tx, text, params))  # type: ignore[misc]

    def save(self) -> None:
        """Nothing: the server keeps what it confirmed."""

    def clear(self) -> None:
        """Delete all nodes of the schema's labels; other labels of the database are left alone."""
        for label in schema().nodes:
            text = statements.clear(label)
            while self._write(lambda tx, text=text: _run(tx, text, {}))[0]["n"]:  # type: ignore[misc]
                pass

    # -- reading -----------------------------------------------------------------------------------------------

    def standing(self, doc_ids: Collection[str] | None = None) -> dict[str, Standing]:
        """The bookkeeping of documents."""
        text = statements.STANDING if doc_ids is None else statements.STANDING_OF
        params = {} if doc_ids is None else {"ids": sorted(doc_ids)}
        with self._told(), self._driver.session(database=self.database, default_access_mode="READ") as session:
            rows = session.execute_read(lambda tx: _run(tx, text, params))
        return {str(row["id"]): standing_of(row) for row in rows}

    def read(
        self,
        query: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        max_rows: int = DEFAULT_MAX_ROWS,
    ) -> list[dict[str, Any]]:
        """Rows of a reading query; the server itself refuses to write in this session."""
        check_reading(query)

        @neo4j.unit_of_work(timeout=timeout)
        def work(tx: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
            result = tx.run(query, dict(params or {}))
            return [{key: _shown(value) for key, value in dict(record).items()} for record in islice(result, max_rows)]

        with self._told():
            try:
                with self._driver.session(
                    database=self.database, default_access_mode="READ", fetch_size=min(max_rows + 1, 1000)
                ) as session:
                    return session.execute_read(work)
            except ClientError as error:
                if isinstance(error, AuthError):
                    raise
                raise _query_error(error, timeout) from error

    def search(self, text: str, *, label: str, limit: int = 20) -> list[Hit]:
        """Nodes of a label by words of their ``norm``."""
        found = words(text)
        if not found:
            return []
        index = schema().nodes[label].fulltext_index
        rows = self.read(statements.SEARCH, {"index": index, "words": found, "limit": limit}, max_rows=limit)
        return [Hit(str(row["id"]), float(row["score"])) for row in rows]


def _run(tx: neo4j.ManagedTransaction, text: str, params: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [dict(record) for record in tx.run(text, dict(params))]


def _query_error(error: ClientError, timeout: float) -> QueryError:
    if "TransactionTimedOut" in str(error.code):
        return QueryError(
            f"Câu truy vấn chạy quá {timeout:g} giây",
            mend="Thu hẹp câu truy vấn, hoặc cho thêm thời gian",
            code="query_timeout",
        )
    return QueryError(f"Đồ thị không nhận câu truy vấn: {error.message}", mend="Sửa câu Cypher rồi chạy lại")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def _shown(value: Any) -> Any:
    """A value of the driver in the common form."""
    if isinstance(value, Node):
        return node_map(sorted(value.labels), dict(value))
    if isinstance(value, Relationship):
        return edge_map(value.type, dict(value))
    if isinstance(value, Path):
        return {"nodes": [_shown(n) for n in value.nodes], "relationships": [_shown(r) for r in value.relationships]}
    if isinstance(value, Mapping):
        return {str(key): _shown(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(item) for item in value]
    iso = getattr(value, "iso_format", None)
    return iso() if iso else plain(value)
