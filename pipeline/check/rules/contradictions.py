"""Aims that contradict each other: one indicator, one year, one unit, and values that cannot both be met."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from extractors.fold import norm
from pipeline.check.known import Known
from pipeline.check.subject import Subject
from pipeline.check.values import Check, Issue, Json


def _run(subject: Subject, known: Known) -> Iterator[Issue]:
    del known
    aims: dict[tuple[str, ...], list[Json]] = defaultdict(list)
    for aim in subject.extraction["targets"]:
        if aim["by"] and aim["unit"] == "%":
            aims[(norm(aim["indicator"]), aim["by"], norm(aim["scope"] or ""))].append(aim)
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
