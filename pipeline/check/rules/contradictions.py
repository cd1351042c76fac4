"""Aims that contradict each other.

One measure, one year, one unit, and values that cannot both be met; the shares of one whole ("cơ cấu kinh tế: …") that
are not a hundred per cent together.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator

from extractors.fold import norm
from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import Check, Issue, Json

# "cơ cấu kinh tế: nông nghiệp 12%; công nghiệp 45%; …"
_WHOLE = re.compile(r"co cau")
_FEWEST = 3
_SLACK, _ROUNDED = 0.1, 1.5
# Shares that make less than this leave out some on purpose
_NEARLY = 90


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    aims: dict[tuple[str, ...], list[Json]] = defaultdict(list)
    for aim in subject.extraction["targets"]:
        if aim["by"] and aim["unit"].startswith("%"):
            aims[(norm(aim["indicator"]), aim["by"], norm(aim["scope"] or ""), aim["unit"])].append(aim)
    for group in aims.values():
        for later_aim in group[1:]:
            first = group[0]
            if not _meet(_range(first), _range(later_aim)):
                values = f"{first['value']:g}% / {later_aim['value']:g}%"
                words = (
                    f"«{first['indicator']}» đến {first['by']} có hai giá trị: {values}",
                    f"«{first['indicator']}» by {first['by']} has two values: {values}",
                )
                proof = subject.proof(tuple(first["span"]))
                yield subject.issue(CHECK.code, "verify", later_aim["span"], words, (proof,), later_aim)
                break
    yield from _shares(subject)


def _shares(subject: Subject) -> Iterator[Issue]:
    """Shares of one whole, on one line, that are more or less than all of it."""
    wholes: dict[tuple[str, str, int], list[Json]] = defaultdict(list)
    for aim in subject.extraction["targets"]:
        whole, _, part = aim["indicator"].partition(": ")
        if part and _WHOLE.match(norm(whole)) and aim["unit"] == "%" and aim["value_max"] is None:
            line = subject.text.rfind("\n", 0, aim["span"][0]) + 1
            wholes[(norm(whole), aim["by"] or "", line)].append(aim)
    for (_, _, line), shares in wholes.items():
        span = (shares[0]["span"][0], shares[-1]["span"][1])
        complete = subject.text.count("%", line, span[1]) == len(shares) >= _FEWEST
        total = sum(share["value"] for share in shares)
        if complete and _are_exact(shares) and _is_no_whole(shares, total):
            words = (
                f"các tỷ trọng cộng lại bằng {total:g}%, không phải 100%",
                f"the shares make {total:g}% together, not 100%",
            )
            yield subject.issue(CHECK.code, "verify", span, words, (), shares[0])


def _are_exact(shares: list[Json]) -> bool:
    return all(share["comparator"] in ("=", "~") for share in shares)


def _is_no_whole(shares: list[Json], total: float) -> bool:
    slack = _ROUNDED if any(share["comparator"] == "~" for share in shares) else _SLACK
    return total > 100 + slack or _NEARLY < total < 100 - slack


def _range(aim: Json) -> tuple[float, float]:
    value, top = aim["value"], aim["value_max"]
    if top is not None:
        return value, top
    if aim["comparator"] in (">", ">="):
        return value, math.inf
    if aim["comparator"] in ("<", "<="):
        return -math.inf, value
    slack = 0.1 * abs(value) if aim["comparator"] == "~" else 0.0
    return value - slack, value + slack


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


CHECK = Check("contradiction", ("chỉ tiêu mâu thuẫn nhau", "aims that contradict each other"), _run)
