"""The header of a document and of what is attached to it (annotation rules, section 1)."""

from __future__ import annotations

from extractors.header.read import extract_headers

__all__ = ["extract_headers"]
