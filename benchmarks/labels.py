"""Number, date, signer and type against the site's own labels: ``python -m benchmarks.labels [LABELS] [--misses]``.

LABELS (default ``../shared/corpus/labels.jsonl``) has one document a line: ``file``, ``origin`` and what the site
says of it. A label counts as printed when its words stand somewhere in the extracted text.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.fold import norm
from extractors.vocabulary import table
from pipeline.scoring.keys import folded, number_key
from pipeline.work import extract_files

Json = dict[str, Any]
# Texts that print a label only as what they cite: nothing may be found there.
NOT_ITS_OWN = {
    "xdcs-28d720f998211d08": "an article about the decree, without its header",
    "xdcs-db8f8c2a26d75682": "an article about the decree, without its header",
}
DEFAULT = Path(__file__).parents[2] / "shared" / "corpus" / "labels.jsonl"


def _compact(text: str) -> str:
    return re.sub(r"[\s–—]+", "", folded(text).replace("–", "-").replace("—", "-"))


def _type_codes(name: str) -> tuple[str, ...]:
    """The codes that a label may mean: the site calls codes laws, and joint circulars circulars."""
    codes = {norm(row["name"]): row["code"] for row in table("header_types")}
    also = {"LUAT": ("BL",), "TT": ("TTLT",)}
    code = codes.get(norm(name), name)
    return (code, *also.get(code, ()))


def _iso(date: str) -> str:
    day, month, year = date.split("/")
    return f"{year}-{month:0>2}-{day:0>2}"


def _date_printed(date: str, text: str) -> bool:
    day, month, year = (int(part) for part in date.split("/"))
    forms = rf"ngay\s*0?{day}\s*thang\s*0?{month}\s*,?\s*nam\s*{year}|(?<!\d)0?{day}[/.-]0?{month}[/.-]{year}"
    return bool(re.search(forms, text))


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled field: whether the text prints it, and whether the header has it."""

    name: str
    printed: Callable[[str, str, str], bool]
    same: Callable[[str, Json], bool]


FIELDS = (
    Field(
        "number",
        lambda label, _text, compact: (number_key(label) or "") in compact,
        lambda label, header: number_key(label) == number_key(header["number"]),
    ),
    Field(
        "date",
        lambda label, text, _compact: _date_printed(label, text),
        lambda label, header: header["issued_on"] == _iso(label),
    ),
    Field(
        "signer",
        lambda label, text, _compact: folded(label) in text,
        lambda label, header: folded(label) in {folded(signer["name"]) for signer in header["signers"]},
    ),
    Field(
        "type",
        lambda label, text, _compact: label == "Công văn" or folded(label) in text,
        lambda label, header: header["type"] in _type_codes(label),
    ),
)


@dataclass(slots=True)
class Count:
    """Of one field in one origin."""

    labelled: int = 0
    printed: int = 0
    right: int = 0
    invented: int = 0


def measure(labels: list[Json], extractions: dict[str, Json]) -> Iterator[tuple[str, str, str, bool, bool, Any]]:
    """(origin, field, file, printed, right, found) for each label that a document has."""
    for label in labels:
        extraction = extractions.get(label["file"])
        if extraction is None or label["id"] in NOT_ITS_OWN:
            continue
        text = folded(extraction["text"])
        compact = _compact(extraction["text"])
        header = extraction["document"]
        for field in FIELDS:
            value = label[field.name]
            if not value or value == "Văn bản khác":
                continue
            found = header["signers"] if field.name == "signer" else header[_attribute(field.name)]
            yield (
                label["origin"],
                field.name,
                f"{label['file']}\t{value}",
                field.printed(value, text, compact),
                field.same(value, header),
                found,
            )


def _attribute(name: str) -> str:
    return "issued_on" if name == "date" else name


def extract_all(labels: list[Json], root: Path) -> dict[str, Json]:
    """The extraction of each labelled file that can be read; refusals are told on stderr."""
    paths = {root / label["file"]: label["file"] for label in labels}
    found: dict[str, Json] = {}
    for outcome in extract_files(list(paths), os.cpu_count() or 1):
        if outcome.extraction is not None:
            found[paths[outcome.path]] = outcome.extraction
        else:
            print(f"refused: {outcome.error}", file=sys.stderr)
    return found


def report(labels: list[Json], extractions: dict[str, Json], misses: bool) -> None:
    """Print the table, and the misses where the label is printed."""
    counts: dict[tuple[str, str], Count] = {}
    missed: list[str] = []
    for origin, field, where, printed, right, value in measure(labels, extractions):
        for key in ((origin, field), ("all", field)):
            count = counts.setdefault(key, Count())
            count.labelled += 1
            count.printed += printed
            count.right += printed and right
            count.invented += not printed and bool(value) and not right
        if printed and not right:
            missed.append(f"{field}\t{where}\t{value}")
    print(f"{len(extractions)} of {len(labels)} documents")
    print(f"{'origin':<32} {'field':<8} {'labelled':>8} {'printed':>8} {'right':>6} {'share':>6} {'other':>6}")
    for (origin, field), c in sorted(counts.items()):
        share = f"{c.right / c.printed:.3f}" if c.printed else "-"
        print(f"{origin:<32} {field:<8} {c.labelled:>8} {c.printed:>8} {c.right:>6} {share:>6} {c.invented:>6}")
    print("other: a value was found although the label is not printed in the text")
    for name, reason in NOT_ITS_OWN.items():
        print(f"left out: {name}: {reason}")
    if misses:
        print("\n".join(missed))


def main() -> int:
    """Measure the labels of a corpus that stands beside the checkout."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--misses", action="store_true", help="list what is printed and not found right")
    args = parser.parse_args()
    if not args.labels.is_file():
        print(f"no labels at {args.labels}", file=sys.stderr)
        return 1
    labels = [json.loads(line) for line in args.labels.read_text("utf-8").splitlines()]
    report(labels, extract_all(labels, args.labels.parent), args.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
