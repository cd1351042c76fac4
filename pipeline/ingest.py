"""Files into the record, the record into a graph.

A file is skipped when its bytes and the extractor's version are those of the record. What is read is stored file by
file, so that an interruption loses nothing that was finished; a file that is refused changes nothing that is stored.
A graph follows by `sync`, also after an interruption.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.errors import ReadError, VanbanError
from graph.store import GraphStore
from graph.update import Update, update
from pipeline.files import documents_under, printable
from pipeline.record import Change, SqliteRecord
from pipeline.version import extractor_version
from pipeline.work import Outcome, extract_files, unreadable

FILES_A_WORKER = 6

Progress = Callable[["Step"], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One file is done: how many of how many, which, and what came of it."""

    done: int
    total: int
    path: Path
    state: str  # read, skipped, refused


@dataclass(slots=True)
class Report:
    """What an ingest did.

    ``notices`` counts by code what a person should look at in the documents that were read; ``doubles`` are documents
    of the record that different files bear (one of them stands for it), with the files' paths.
    """

    read: list[dict[str, Any]] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)
    notices: Counter[str] = field(default_factory=Counter)
    changed: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    doubles: dict[str, list[str]] = field(default_factory=dict)
    graph: Update | None = None
    interrupted: bool = False

    def to_json(self) -> dict[str, Any]:
        """The report as plain values, in an order that does not depend on the order of completion."""
        graph = self.graph
        return {
            "read": sorted(self.read, key=lambda item: str(item["path"])),
            "skipped": sorted(self.skipped),
            "refused": sorted(self.refused, key=lambda item: str(item["path"])),
            "notices": dict(sorted(self.notices.items())),
            "documents": {"changed": sorted(self.changed), "removed": sorted(self.removed)},
            "doubles": self.doubles,
            "graph": {
                "written": list(graph.written),
                "removed": list(graph.removed),
                "conflicts": [
                    {"id": c.id, "property": c.property, "values": {value: list(ids) for value, ids in c.values}}
                    for c in graph.conflicts
                ],
            }
            if graph
            else None,
            "interrupted": self.interrupted,
        }


def ingest(
    paths: Iterable[str | Path],
    record: SqliteRecord,
    *,
    workers: int | None = None,
    again: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Bring files and folders into the record. ``again`` extracts also what has not changed.

    ``workers`` is the number of processes that read; null: one for every few files, as many as there are processors.
    Raises `RecordError`; never for a file. `sync` brings a graph into step afterwards.
    """
    report = Report()
    try:
        for number, (total, outcome) in enumerate(_outcomes(paths, record, workers, again), start=1):
            state = _keep(outcome, record, report)
            if progress:
                progress(Step(number, total, outcome.path, state))
    except KeyboardInterrupt:
        report.interrupted = True
    report.doubles = record.doubles()
    return report


def sync(record: SqliteRecord, store: GraphStore, *, rebuild: bool = False) -> Update:
    """Bring a graph into step with the record; ``rebuild`` empties it first."""
    store.ensure_schema()
    if rebuild:
        store.clear()
        store.ensure_schema()
    return update(store, record)


@dataclass(frozen=True, slots=True)
class _Unchanged(Outcome):
    """A file whose content is stored already."""

    sha256: str = ""


def _outcomes(
    paths: Iterable[str | Path], record: SqliteRecord, workers: int | None, again: bool
) -> Iterator[tuple[int, Outcome]]:
    """All outcomes with their number: first what needs no extraction, then the rest as it is ready."""
    files = list(dict.fromkeys(path.absolute() for path in documents_under(paths)))
    version = extractor_version()
    to_read: dict[str, Path] = {}
    twins: list[tuple[Path, str]] = []
    for path in files:
        known = _hash(path)
        if isinstance(known, Outcome):
            yield len(files), known
        elif not again and record.version_of(known) == version:
            yield len(files), _Unchanged(path, sha256=known)
        elif known in to_read:
            twins.append((path, known))
        else:
            to_read[known] = path
    refused: dict[Path, VanbanError] = {}
    for outcome in extract_files(list(to_read.values()), workers or _workers(len(to_read))):
        if outcome.error:
            refused[outcome.path] = outcome.error
        yield len(files), outcome
    for path, known in twins:
        error = refused.get(to_read[known])
        yield len(files), Outcome(path, error=_at(path, error)) if error else _Unchanged(path, sha256=known)


def _workers(files: int) -> int:
    """A process costs about as much as reading a few files."""
    return max(1, min(os.cpu_count() or 1, files // FILES_A_WORKER))


def _at(path: Path, error: VanbanError) -> VanbanError:
    """The same refusal for another file of the same content."""
    return type(error)(error.what, where=str(path), mend=error.mend, code=error.code)


def _hash(path: Path) -> str | Outcome:
    try:
        str(path).encode("utf-8")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return Outcome(path, error=unreadable(path, error))
    except UnicodeEncodeError:
        what, mend = "Tên tệp có ký tự không đọc được", "Đổi tên tệp hay thư mục rồi nạp lại"
        return Outcome(path, error=ReadError(what, where=printable(path), mend=mend, code="file_name"))


def _keep(outcome: Outcome, record: SqliteRecord, report: Report) -> str:
    """Store one outcome and note it; returns what came of the file."""
    if outcome.error:
        report.refused.append(_refusal(outcome.path, outcome.error))
        return "refused"
    if isinstance(outcome, _Unchanged):
        report.skipped.append(str(outcome.path))
        _note(record.bind(outcome.path, outcome.sha256), report)
        return "skipped"
    extraction = outcome.extraction or {}
    header, notices = extraction["document"], [notice["code"] for notice in extraction["warnings"]]
    _note(record.put(outcome.path, extraction, extractor_version()), report)
    report.notices.update(notices)
    report.read.append({"path": str(outcome.path), "id": header["id"], "number": header["number"]})
    return "read"


def _note(change: Change, report: Report) -> None:
    report.changed |= change.changed
    report.removed = (report.removed | change.removed) - change.changed


def _refusal(path: Path, error: VanbanError) -> dict[str, Any]:
    return {"path": printable(path), "code": error.code, "what": error.what, "where": error.where, "mend": error.mend}
