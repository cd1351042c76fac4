"""Make ``extractors/tables/communes.csv`` from the open data of vietnamadminunits 1.0.4 (MIT licence).

``python tests/places/make_communes.py FOLDER > extractors/tables/communes.csv``: ``FOLDER`` is the unpacked wheel.
The source joins the parts of a divided commune by name, and so takes communes of one name in two merged provinces for
one: a part that lies far away, or in another former province than all else of its new commune, is left out.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Key = tuple[str, str]  # a new province's and a new commune's key
COLUMNS = ("province", "district", "commune", "change", "into")
_KIND = re.compile(r"(?:thị trấn|thị xã|thành phố|đặc khu|huyện|quận|xã|phường) ", re.IGNORECASE)
_FAR = 35.0  # kilometres between the middles of a commune and of a part of it


def _old(data: sqlite3.Connection) -> dict[str, Any]:
    query = (
        "select provinceKey, districtKey, wardKey, provinceShort, district, ward, wardLat, wardLon "
        "from admin_units_legacy"
    )
    return {f"{r[0]}_{r[1]}_{r[2] or ''}": r for r in data.execute(query)}


def _new(data: sqlite3.Connection) -> dict[Key, Any]:
    return {
        (r[0], r[1]): r for r in data.execute("select provinceKey, wardKey, ward, wardLat, wardLon from admin_units")
    }


def _links(converter: dict[str, Any]) -> tuple[dict[str, list[Key]], dict[Key, set[str]]]:
    """Where each old commune went, the largest part first, and the old communes that each new one took whole."""
    into: dict[str, list[Key]] = defaultdict(list)
    whole: dict[Key, set[str]] = defaultdict(set)
    for province, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, sources in communes.items():
            whole[province, commune].update(sources)
            for source in sources:
                into[source].append((province, commune))
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for source, unsorted in divided.items():
            parts = sorted(unsorted, key=lambda part: (not part["isDefaultNewWard"], part["newWardKey"]))
            into[source] += [(province, part["newWardKey"]) for part in parts]
    return into, whole


def _is_strange(source: str, old: Any, new: Any, whole: set[str]) -> bool:
    elsewhere = bool(whole) and source.split("_", maxsplit=1)[0] not in {other.split("_")[0] for other in whole}
    if elsewhere or None in (old[6], old[7], new[3], new[4]):
        return elsewhere
    north, east = float(old[6]) - float(new[3]), float(old[7]) - float(new[4])
    return math.hypot(north * 111, east * 108) > _FAR


def rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """The table's rows, sorted by the names in Vietnamese spelling (code points)."""
    data = folder / "vietnamadminunits" / "data"
    with sqlite3.connect(data / "dataset.db") as opened:
        old, new = _old(opened), _new(opened)
    into, whole = _links(json.loads((data / "converter_2025.json").read_text("utf-8")))
    kept: dict[str, list[Key]] = {}
    for source, parts in into.items():
        near = [part for part in parts if not _is_strange(source, old[source], new[part], whole[part])]
        kept[source] = (near or parts) if len(parts) > 1 else parts
    shared: dict[Key, int] = defaultdict(int)
    for parts in kept.values():
        for part in parts:
            shared[part] += 1
    yield from sorted(
        _row(old[source], [new[part] for part in parts], shared[parts[0]]) for source, parts in kept.items()
    )


def _row(old: Any, parts: list[Any], sharing: int) -> tuple[str, ...]:
    district, commune = _named(old[4]), _named(old[5] or "")
    into = [_named(part[2]) for part in parts]
    if len(parts) > 1:
        change = "split"
    elif sharing > 1:
        change = "merge"
    else:
        change = "unchanged" if into[0] == commune else "rename"
    return (old[3], district, commune, change, "|".join(into))


def _named(name: str) -> str:
    """A unit as the tables write it: a kind with small letters, a name with capitals ("thị xã Buôn Hồ", "xã Pa Ủ")."""
    kind = _KIND.match(name)
    if kind is None:
        return ""
    words = [word if word == "trường" else word[:1].upper() + word[1:] for word in name[kind.end() :].split()]
    return f"{kind.group().lower()}{' '.join(words)}"


def main() -> None:
    """Write the table to standard output."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    out.writerows(rows(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
