"""Citations in plain text, MB/s on one core, beside a bare number pattern in the same run.

``python -m benchmarks.citations [FOLDER] [--seconds N]``: FOLDER holds .txt files (default: the texts of ``corpus/``).
The public function reads numbers, dates, issuers, pinpoints, names and short forms; the bare pattern finds only what
looks like a number.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.text import find_citations

CORPUS = Path(__file__).parents[1] / "corpus"
# 30/2020/NĐ-CP | 687/QĐ-TTg | 27-KH/TU
BARE = re.compile(r"\d{1,6}(?:/\d{4})?[/-][A-ZĐ]{1,8}[A-Za-zĐđ0-9/-]{0,20}")


def texts(folder: Path | None) -> list[str]:
    """The texts to be read, as they stand in the files."""
    folders = [folder] if folder else [CORPUS / "samples", CORPUS / "gold-texts"]
    return [path.read_text("utf-8") for root in folders for path in sorted(root.glob("*.txt"))]


def rate(function: Callable[[str], int], documents: list[str], seconds: float) -> tuple[float, int]:
    """(MB of UTF-8 a second, findings in one pass), over whole passes for at least so many seconds."""
    size = sum(len(text.encode("utf-8")) for text in documents)
    found = sum(map(function, documents))  # the first pass loads tables and compiles patterns
    passes, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        for text in documents:
            function(text)
        passes += 1
    return passes * size / (time.process_time() - start) / 1e6, found


def main() -> int:
    """Print both rates and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--seconds", type=float, default=5.0)
    args = parser.parse_args()
    documents = texts(args.folder)
    ours, citations = rate(lambda text: len(find_citations(text)), documents, args.seconds)
    bare, numbers = rate(lambda text: sum(1 for _ in BARE.finditer(text)), documents, args.seconds)
    print(f"{len(documents)} texts, {sum(map(len, documents)):,} characters, one core")
    print(f"find_citations        {ours:8.2f} MB/s  {citations:6} citations")
    print(f"re.finditer, numbers  {bare:8.2f} MB/s  {numbers:6} matches")
    print(f"ratio                 {ours / bare:8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
