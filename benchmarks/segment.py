"""Does word segmentation of the question change the answer? ``python -m benchmarks.segment``.

Asks the questions of ``questions.csv`` over the sample documents, without and with underthesea, and prints where the
right owner stands in both lists, and how often the first answer differs.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from pathlib import Path
from typing import Any

from extractors.fold import norm
from pipeline.ingest import ingest, sync
from queries.owners import owners
from vanban.home import Home
from vanban.segment import Segment, segmenter

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "corpus" / "samples"
LIMIT = 20
# Where a right owner that is not among the answers counts as standing
NOWHERE = LIMIT + 1


def place_of(owner: str, answers: list[dict[str, Any]]) -> int:
    """The rank (from 1) of the right owner among the different agencies of the answers."""
    agencies = list(dict.fromkeys(norm(answer["agency"]) for answer in answers))
    return next((n for n, name in enumerate(agencies, 1) if name.startswith(norm(owner))), NOWHERE)


def ask(store: Any, row: dict[str, str], segment: Segment | None) -> tuple[int, str | None]:
    """(rank of the right owner, the first task) of one question."""
    answers = owners(store, row["question"], place=row["place"], limit=LIMIT, segment=segment)
    return place_of(row["owner"], answers), answers[0]["task"] if answers else None


def main() -> int:
    """Print both rankings."""
    segment = segmenter()
    if segment is None:
        print("underthesea is not installed: pip install 'vanban[underthesea]'", file=sys.stderr)
        return 1
    with (HERE / "questions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        with home.record() as record, home.store(write=True) as store:
            ingest([SAMPLES], record)
            sync(record, store)
            results = [(row, ask(store, row, None), ask(store, row, segment)) for row in rows]
    for row, plain, cut in results:
        mark = " " if plain == cut else "*"
        print(f"{mark} {plain[0]:>3} {cut[0]:>3}  {row['question']}  ->  {row['owner']}")
    for name, ranks in (("as written", [p[0] for _, p, _ in results]), ("segmented", [c[0] for _, _, c in results])):
        print(f"{name:<12} first {sum(r == 1 for r in ranks)}/{len(ranks)}, first three {sum(r <= 3 for r in ranks)}")
    print(f"first answer differs in {sum(p[1] != c[1] for _, p, c in results)} of {len(results)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
