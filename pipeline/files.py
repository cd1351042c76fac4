"""Which files a path stands for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def documents_under(paths: Iterable[str | Path]) -> Iterator[Path]:
    """The files of a list of files and folders, folders in sorted order without hidden files.

    A path that does not exist is passed on as it is: reading it gives the error to show.
    """
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p.relative_to(path)))
        else:
            yield path


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def printable(path: Path) -> str:
    """A path in words that can be printed and stored: bytes of its name that are no characters as ``\\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
