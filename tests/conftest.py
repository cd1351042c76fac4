"""Fixtures for all tests: a real Neo4j, started once a run where the machine has Java and Maven."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.neo4j.server import CALENDAR, LTS, Missing, Server, server


def _started(version: str) -> Iterator[Server]:
    try:
        with server(version) as running:
            yield running
    except Missing as reason:
        if os.environ.get("VANBAN_REQUIRE_NEO4J") and version == LTS:
            pytest.fail(f"không có Neo4j thật: {reason}", pytrace=False)
        pytest.skip(f"bỏ qua kiểm thử trên Neo4j thật: {reason}")


@pytest.fixture(scope="session")
def neo4j_lts() -> Iterator[Server]:
    """Neo4j Community of the long-term line."""
    yield from _started(LTS)


@pytest.fixture(scope="session")
def neo4j_calendar() -> Iterator[Server]:
    """The newest Neo4j of the calendar line, where there is a Java of 21 or newer."""
    yield from _started(CALENDAR)
