"""Agencies: the registry, their mentions in a text, their canonical names and ids."""

from __future__ import annotations

from extractors.agencies.find import find_agencies
from extractors.agencies.names import agency_id
from extractors.agencies.registry import Agency, agencies
from extractors.agencies.similar import similar_agency

__all__ = ["Agency", "agencies", "agency_id", "find_agencies", "similar_agency"]
