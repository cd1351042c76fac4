"""The version of the extraction: changes with every rule and every table row, so that stored results are renewed."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
from importlib.resources import files
from importlib.resources.abc import Traversable

_PARTS = (
    ("extractors", ""),
    ("pipeline", "readers"),
    ("pipeline", "normalize"),
    ("pipeline", "structure"),
    ("pipeline", "read.py"),
    ("pipeline", "extract.py"),
)


@functools.cache
def extractor_version() -> str:
    """The package's version and a digest of all that decides what is extracted: ``0.1.0+3f2a9c01b7de``."""
    digest = hashlib.sha256()
    for package, part in _PARTS:
        root = files(package).joinpath(part) if part else files(package)
        if root.is_dir() or root.is_file():
            _add(digest, root, f"{package}/{part}")
    return f"{importlib.metadata.version('vanban')}+{digest.hexdigest()[:12]}"


def _add(digest: hashlib._Hash, node: Traversable, name: str) -> None:
    if node.is_file():
        data = node.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
        return
    for child in sorted(node.iterdir(), key=lambda c: c.name):
        if not child.name.startswith((".", "__pycache__")):
            _add(digest, child, f"{name}/{child.name}")
