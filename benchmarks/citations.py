"""Citations in plain text, MB/s on one core, beside a bare number pattern in the same run.

``python -m benchmarks.citations [FOLDER] [--seconds N]``: FOLDER holds .txt files (default: the texts of ``corpus/``).
The public function reads numbers, dates, issuers, pinpoints, names and short forms; the bare pattern finds only what
looks like a number: digits, a year or none, "/" or "-", a sign of capital and small letters that goes on over "/", "-",
"." and "&". So it finds all families (30/2020/NĐ-CP, 57-NQ/TW, 1234/BNV-CCVC, 48/2014/QH13), .99 of the numbers of the
hand-labelled texts in ``corpus/gold/citations``. It is timed as it stands, and with the word boundary in front without
which it begins inside longer figures and codes; the boundary costs `re` a third of its speed, so both ratios are given.

The passes take turns, and the fastest of each counts. ``first pass`` is the first over these texts, after a warm-up on
others: what recurs within them only is then not yet known by heart.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.text import find_citations

CORPUS = Path(__file__).parents[1] / "corpus"
# 30/2020/NĐ-CP | 687/QĐ-TTg | 27-KH/TU | 48/2014/QH13 | 9123/BCT.PC | 8935/BNV-CTTN&BĐG
BARE = re.compile(r"\d{1,6}(?:/\d{4})?[/-][A-ZĐ][\w&]*(?:[-/.][A-ZĐ][\w&]*)*")
BOUNDED = re.compile(rf"\b{BARE.pattern}")
WARM_UP = (
    "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024 và Nghị định số 102/2024/NĐ-CP của Chính phủ quy định chi tiết;"
)
Task = Callable[[str], int]


def texts(folder: Path | None) -> list[str]:
    """The texts to be read, as they stand in the files."""
    folders = [folder] if folder else [CORPUS / "samples", CORPUS / "gold-texts"]
    return [path.read_text("utf-8") for root in folders for path in sorted(root.glob("*.txt"))]


def timed(task: Task, documents: Sequence[str]) -> tuple[float, int]:
    """CPU seconds of one pass over the texts, and how much was found."""
    start = time.process_time()
    found = sum(map(task, documents))
    return time.process_time() - start, found


def fastest(tasks: Sequence[Task], documents: Sequence[str], seconds: float) -> list[float]:
    """CPU seconds of each task's fastest pass, the passes taking turns until so many seconds are over."""
    best = [timed(task, documents)[0] for task in tasks]
    start = time.process_time()
    while time.process_time() - start < seconds:
        best = [min(known, timed(task, documents)[0]) for known, task in zip(best, tasks, strict=True)]
    return best


def citations(text: str) -> int:
    """The public call."""
    return len(find_citations(text))


def numbers(text: str) -> int:
    """The bare pattern."""
    return sum(1 for _ in BARE.finditer(text))


def bounded(text: str) -> int:
    """The bare pattern behind a word boundary."""
    return sum(1 for _ in BOUNDED.finditer(text))


def main() -> int:
    """Print the rates and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--seconds", type=float, default=10.0)
    args = parser.parse_args()
    documents = texts(args.folder)
    size = sum(len(text.encode("utf-8")) for text in documents) / 1e6
    citations(WARM_UP)  # loads the tables and compiles the patterns
    first, found = timed(citations, documents)
    ours, bare, behind = fastest((citations, numbers, bounded), documents, args.seconds)
    print(f"{len(documents)} texts, {sum(map(len, documents)):,} characters, one core")
    print(f"find_citations          {size / ours:8.2f} MB/s  {found:6} citations")
    print(f"  first pass            {size / first:8.2f} MB/s")
    for name, rate, task in (("numbers", bare, numbers), ("numbers, bounded", behind, bounded)):
        matches = sum(map(task, documents))
        print(f"re.finditer, {name:<16} {size / rate:3.0f} MB/s  {matches:6} matches  ratio {rate / ours:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
