"""Where the tests find real documents: the samples of the repository, and a larger corpus where there is one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from extractors.document import Document
from pipeline.read import read

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "corpus" / "samples").iterdir())
SEEDS = [path for path in SAMPLES if path.suffix == ".txt"]
LARGER = sorted((ROOT.parent / "shared" / "corpus" / "dev").glob("*"))
TEXTS = [*SEEDS, *sorted((ROOT / "corpus" / "gold-texts").glob("*.txt")), *(p for p in LARGER if p.suffix == ".txt")]
PDFS = [path for path in (*SAMPLES, *LARGER) if path.suffix == ".pdf"]


def seed(number: str) -> Path:
    """The seed whose name starts with a number."""
    return next(path for path in SEEDS if path.name.startswith(number))


@cache
def document_in(path: Path) -> Document:
    """A file's document, read once a run."""
    return read(path)
