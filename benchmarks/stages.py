"""The time of each stage as a share of the whole, over the sample documents: ``python -m benchmarks.stages [PATH…]``.

CPU time of one process, the best of several runs after a first one that loads tables and compiles patterns.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractors.citations import extract_citations
from extractors.document import Document, Source
from extractors.findings import Extraction
from extractors.header import extract_headers
from extractors.relations import extract_relations, with_relations
from extractors.responsibilities import extract_responsibilities
from extractors.serialize import to_json
from extractors.targets import extract_targets
from pipeline.files import documents_under
from pipeline.ingest import sync
from pipeline.normalize import normalize
from pipeline.readers import reader_for
from pipeline.record import SqliteRecord
from pipeline.structure import structure
from vanban.home import Home

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"


class Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add what runs inside to a stage."""
        start = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start


def read(path: Path, clock: Clock) -> Document:
    """One file to a document, as `pipeline.read.read` does it."""
    data = path.read_bytes()
    reader = reader_for(data, path.name)
    source = Source(str(path), hashlib.sha256(data).hexdigest(), reader.format)
    with clock.stage("read"):
        reading = reader.read(data, source)
    with clock.stage("normalize"):
        body, removed = normalize(reading)
    with clock.stage("structure"):
        return structure(body, reading.source, removed)


def extract(document: Document, clock: Clock) -> Extraction:
    """One document to its findings, as `pipeline.extract.extract_document` does it."""
    with clock.stage("header"):
        headers = extract_headers(document).findings
    with clock.stage("citations"):
        citations = extract_citations(document, headers).findings
    with clock.stage("relations"):
        relations = extract_relations(document, headers, citations).findings
        citations = with_relations(citations, relations)
    with clock.stage("responsibilities"):
        duties = extract_responsibilities(document, headers, citations).findings
    with clock.stage("targets"):
        targets = extract_targets(document, headers).findings
    return Extraction(document, headers, citations, relations, duties, targets)


def run(paths: list[Path]) -> dict[str, float]:
    """Seconds by stage of one run from files to a graph in a new folder."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        record = home.record()
        for path in paths:
            extraction = extract(read(path, clock), clock)
            with clock.stage("record"):
                record.put(path, to_json(extraction), "benchmark")
        _project(home, record, clock)
        record.close()
    return clock.seconds


def _project(home: Home, record: SqliteRecord, clock: Clock) -> None:
    with clock.stage("graph"):
        store = home.store(write=True)
        sync(record, store)
        store.close()


def main() -> int:
    """Print the shares of the fastest run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(SAMPLES)])
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    paths = list(documents_under(args.paths))
    run(paths)
    best = min((run(paths) for _ in range(args.runs)), key=lambda seconds: sum(seconds.values()))
    whole = sum(best.values())
    print(f"{len(paths)} documents, {whole:.2f} s of CPU, {whole / len(paths) * 1000:.0f} ms a document")
    for stage, seconds in best.items():
        print(f"  {stage:<18} {seconds / whole:6.1%}  {seconds / len(paths) * 1000:8.2f} ms a document")
    return 0


if __name__ == "__main__":
    sys.exit(main())
