"""Which agencies the entries of "Nơi nhận" name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from extractors.agencies import find_agencies
from extractors.findings import AgencyMention, Jurisdiction
from extractors.fold import fold
from extractors.places import places


def recipients(header: Mapping[str, Any]) -> Iterator[tuple[str, AgencyMention]]:
    """Each entry with each agency that it names ("Lưu: VT, TH" is the file copy and names none)."""
    here = _jurisdiction(str(header["id"]), header["issued_on"])
    for entry in header.get("recipients") or ():
        if not fold(entry).startswith("luu"):
            for mention in find_agencies(entry, here):
                yield entry, mention


def _jurisdiction(identity: str, on: str | None) -> Jurisdiction:
    """Where a document speaks from, by the scope in its id."""
    scope = identity.split(":")[1] if identity.count(":") >= 2 else None
    rows = [p for p in places() if scope and p.scope == scope.split(".")[0]]
    province = next((p for p in rows if p.exists(on)), rows[-1] if rows else None)
    return Jurisdiction(scope, province.name if province else None, province.kind if province else None, on)
