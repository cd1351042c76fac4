"""Findings about a document itself: ``vanban check``.

`checks` are the modules of `pipeline.check.rules`, one file each: a new check is a new file with a ``CHECK``. They are
pure functions of the extraction (its JSON form) and of what is `Known` beside it. Each finding quotes the document,
and says what speaks against the quote: a row of a registry, words of another document, other words of the same one.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil

from pipeline.check import rules
from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import GRADES, Check, Grade, Issue, Json, Proof

__all__ = ["GRADES", "Check", "Grade", "Issue", "Known", "Proof", "Subject", "check", "checks"]


@functools.cache
def checks() -> tuple[Check, ...]:
    """All checks, by the names of their files."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    return tuple(importlib.import_module(f"{rules.__name__}.{name}").CHECK for name in names)


def check(extraction: Json, known: Known | None = None) -> tuple[Issue, ...]:
    """All findings about a document, the gravest first, then in text order."""
    subject, beside = Subject(extraction), known or Known()
    found = {issue for each in checks() for issue in each.run(subject, beside)}
    return tuple(sorted(found, key=lambda i: (GRADES.index(i.grade), i.span, i.code, i.message)))
