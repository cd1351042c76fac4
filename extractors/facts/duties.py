"""Who does what by when."""

from __future__ import annotations

from extractors.responsibilities import extract_responsibilities

EXTRACTOR = extract_responsibilities
