"""The checks of ``vanban doctor``: each says what it found, and how to mend it."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from extractors.errors import VanbanError
from vanban.home import Home

_EXTRAS = (("spacy", "spaCy", "vanban[spacy]"), ("underthesea", "underthesea", "vanban[underthesea]"))
_ENGINES = (
    "kglite",
    "neo4j",
    "pypdfium2",
    "pdfplumber",
    "lxml",
    "selectolax",
    "rapidfuzz",
    "ahocorasick-rs",
    "networkx",
)


@dataclass(frozen=True, slots=True)
class Check:
    """One check; ``needed`` is false for what is optional."""

    name: str
    ok: bool
    value: str
    mend: str | None = None
    needed: bool = True

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


def run_checks(home: Home) -> list[Check]:
    """All checks, in the order in which a mend makes sense."""
    return [*_installation(), *_record(home), *_graph(home), *_extras()]


def _installation() -> Iterator[Check]:
    from pipeline.version import extractor_version

    yield Check("vanban", True, extractor_version())
    yield Check("Python", sys.version_info >= (3, 11), platform.python_version(), "Cài Python 3.11 trở lên")
    for package in _ENGINES:
        try:
            yield Check(package, True, importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            yield Check(package, False, "chưa cài", "Cài lại vanban: pip install --force-reinstall vanban")
    yield Check("SQLite", *_fts5(), mend="Dùng bản Python có SQLite biên dịch kèm FTS5")


def _fts5() -> tuple[bool, str]:
    with sqlite3.connect(":memory:") as database:
        try:
            database.execute("CREATE VIRTUAL TABLE words USING fts5 (norm)")
        except sqlite3.Error:
            return False, f"{sqlite3.sqlite_version}, không có FTS5"
    database.close()
    return True, f"{sqlite3.sqlite_version}, có FTS5"


def _record(home: Home) -> Iterator[Check]:
    yield Check("Thư mục", True, str(home.folder))
    if not home.record_path.exists():
        yield Check("Kho", True, "chưa có văn bản nào; nạp bằng: vanban ingest TỆP")
        return
    try:
        with home.record() as record:
            counts, damaged = record.counts(), record.damaged()
    except VanbanError as error:
        yield Check("Kho", False, error.what, error.mend)
        return
    mend = f"Nạp lại: vanban ingest --again {' '.join(damaged[:3])}" if damaged else None
    state = f", {len(damaged)} bị hỏng" if damaged else ""
    yield Check("Kho", not damaged, f"{counts['documents']} văn bản từ {counts['paths']} tệp{state}", mend)


def _graph(home: Home) -> Iterator[Check]:
    name = "Neo4j" if home.graph else "Đồ thị nhúng"
    if not home.has_graph:
        yield Check(name, True, "chưa có; vanban ingest hoặc vanban sync sẽ dựng")
        return
    try:
        with home.store() as store:
            shown = {identity: standing.digest for identity, standing in store.standing().items()}
    except VanbanError as error:
        yield Check(name, False, str(error), error.mend)
        return
    yield _step(home, name, shown)


def _step(home: Home, name: str, shown: dict[str, str]) -> Check:
    """Whether a graph shows what the record holds."""
    if not home.record_path.exists():
        return Check(name, True, f"{len(shown)} văn bản; không có kho để so")
    from graph.projection import projection_stamp

    with home.record() as record:
        wanted = {identity: f"{projection_stamp()}:{digest}" for identity, digest in record.digests().items()}
    behind = len({i for i in {*wanted, *shown} if wanted.get(i) != shown.get(i)})
    state = f", {behind} chưa khớp với kho" if behind else ", khớp với kho"
    return Check(name, not behind, f"{len(shown)} văn bản, dấu {projection_stamp()}{state}", "Chạy: vanban sync")


def _extras() -> Iterator[Check]:
    for module, name, extra in _EXTRAS:
        there = importlib.util.find_spec(module) is not None
        value = importlib.metadata.version(module) if there else "chưa cài"
        yield Check(name, there, value, f'Nếu cần: pip install "{extra}"', needed=False)
