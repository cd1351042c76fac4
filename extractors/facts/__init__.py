"""What is read once headers, citations and relations are known. A module here with an `EXTRACTOR` is run.

An extractor is a pure function ``(document, headers, citations) -> Found``. What it finds goes to the extraction's
list of its type (`Responsibility`, `Target`); what it refused or noticed goes to the warnings. A new one is a new file.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable

from extractors.document import Document
from extractors.findings import Citation, Found, Header, Responsibility, Target

Extractor = Callable[
    [Document, tuple[Header, ...], tuple[Citation, ...]],
    Found[Responsibility] | Found[Target],
]


@functools.cache
def extractors() -> tuple[Extractor, ...]:
    """All extractors of this package, by the names of their files."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").EXTRACTOR for name in names)
