"""Opening of a graph by its address."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from extractors.errors import UsageError
from graph.store import GraphStore

SERVER_SCHEMES = frozenset({"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"})
FILE_NAME = "graph.kgl"


def open_store(
    uri: str | None,
    home: str | Path,
    *,
    write: bool = False,
    wait: float = 60.0,
    on_wait: Callable[[], None] | None = None,
) -> GraphStore:
    """The store at an address: a server's (``neo4j://…``, ``bolt://…``), or null for the embedded graph of ``home``.

    User, password and database of a server come from ``VANBAN_NEO4J_USER``, ``VANBAN_NEO4J_PASSWORD`` and
    ``VANBAN_NEO4J_DATABASE``. ``write``, ``wait`` (seconds) and ``on_wait`` concern the embedded graph, which has one
    writer at a time. Raises `UsageError` for another scheme and `GraphUnavailable`.
    """
    if not uri:
        from graph.embedded_store import EmbeddedStore  # noqa: PLC0415 - a command that needs no graph loads no engine

        return EmbeddedStore(Path(home) / FILE_NAME, write=write, wait=wait, on_wait=on_wait)
    parts = urlsplit(uri)
    if parts.scheme not in SERVER_SCHEMES:
        raise UsageError(
            "Địa chỉ đồ thị không đúng",
            where=uri,
            mend=f"Dùng một trong các dạng: {', '.join(f'{s}://máy:7687' for s in ('neo4j', 'bolt', 'neo4j+s'))}",
            code="graph_address",
        )
    from graph.neo4j_store import Neo4jStore  # noqa: PLC0415 - as above

    return Neo4jStore(
        uri,
        user=os.environ.get("VANBAN_NEO4J_USER", "neo4j"),
        password=os.environ.get("VANBAN_NEO4J_PASSWORD"),
        database=os.environ.get("VANBAN_NEO4J_DATABASE"),
    )
