"""Task tables that an export flattened to one line a cell with no sign between them: rows and columns again.

Only a table is read whose header names its columns on lines of their own, from "TT" on, and whose rows are numbered.
Which lines of a row belong to which column is told by what the columns hold: agencies, times, tasks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractors.deadlines import parse_deadline
from extractors.responsibilities.columns import ColumnKind, column_kind
from pipeline.normalize.draft import Draft, Item
from pipeline.normalize.grid import is_stt, make_table
from pipeline.normalize.wraps import Page, unwrap

_ROLES = frozenset({"lead", "coordinate", "shared", "responsible", "receive"})
_NUMBER = re.compile(r"(\d{1,3})\.?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,2}){1,2}\.?")
# "(1)", "(2)": the row that numbers the columns
_COLUMN = re.compile(r"\(\d\)")
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])\.?")
# a line that closes the paper or opens its next part
_AFTER = re.compile(
    r"Trên đây|Yêu cầu các|Đề nghị các|Quá trình|Trong quá trình|Nơi nhận|Căn cứ|(?:X|IX|IV|V|V?I{1,3})\. |Điều \d|"
    r"PHỤ LỤC|(?:TM|KT|TL|TUQ)\."
)
_AGENCY = re.compile(
    r"(?:[-+] )?(?:(?:cơ quan |đơn vị )?(?:chủ trì|phối hợp)\s*:|"
    r"(?:các |liên )?(?:sở|ubnd|uỷ ban|ủy ban|hđnd|hội đồng|ban|bộ|công an|văn phòng|chi cục|cục|tổng cục|trung tâm|"
    r"hội|đoàn|phòng|mặt trận|ubmttq|liên đoàn|tỉnh đoàn|thành đoàn|thanh tra|kho bạc|bảo hiểm|đài|báo|viện|tòa án|"
    r"doanh nghiệp|cơ quan|đơn vị|tỉnh ủy|thành ủy|ngân hàng|thuế|hải quan|thủ trưởng|giám đốc|chủ tịch)(?!\w))",
    re.IGNORECASE,
)
_MOST_COLUMNS = 9
_LONGEST_NAME = 60
_LONGEST_TIME = 60
_FEWEST_ROWS = 2
_MOST_LINES = 60
# how much a line speaks for its column
_RIGHT, _PLAIN, _WRONG, _NEVER = 2.0, 0.5, -1.5, -9.0

Kinds = tuple[ColumnKind | None, ...]


def restore_bare(drafts: list[Draft], page: Page) -> list[Item]:
    """Paragraphs, and tables where lines are the cells of one."""
    items: list[Item] = []
    at = start = 0
    while at < len(drafts):
        kinds = _header(drafts, at)
        rows, end = _rows(drafts, at + len(kinds), kinds) if kinds else ([], at)
        if len(rows) < _FEWEST_ROWS:
            at += 1
            continue
        items.extend(unwrap(drafts[start:at], page))
        head = [[draft] for draft in drafts[at : at + len(kinds)]]
        items.extend(make_table([head, *rows], len(kinds)))
        at = start = end
    return [*items, *unwrap(drafts[start:], page)]


def _header(drafts: list[Draft], at: int) -> Kinds:
    """The kinds of the columns named from a line on; empty where none are."""
    if not is_stt(drafts[at].text.text):
        return ()
    kinds: list[ColumnKind | None] = ["order"]
    for draft in drafts[at + 1 : at + _MOST_COLUMNS]:
        words = draft.text.text
        if _NUMBER.fullmatch(words) or _GROUP.fullmatch(words) or _COLUMN.fullmatch(words):
            break
        kind = column_kind(words) if len(words) <= _LONGEST_NAME else None
        if kind is None:
            return ()
        kinds.append(kind)
    told = set(kinds)
    return tuple(kinds) if "task" in told and (told & _ROLES) and "procedure" not in told else ()


def _rows(drafts: list[Draft], at: int, kinds: Kinds) -> tuple[list[list[list[Draft]]], int]:
    """The rows from a line on, and the line where the text goes on."""
    rows: list[list[list[Draft]]] = []
    expected = 1
    while at < len(drafts):
        words = drafts[at].text.text
        number = _NUMBER.fullmatch(words)
        if number and int(number[1]) in (1, expected):
            expected = int(number[1]) + 1
        if (number and int(number[1]) == expected - 1) or _DOTTED.fullmatch(words):
            end = _row_end(drafts, at + 1, expected, len(kinds))
            rows.append([[drafts[at]], *_cells(drafts[at + 1 : end], kinds[1:])])
        elif _COLUMN.fullmatch(words):
            end = at + 1
        elif rows and _header(drafts, at) == kinds:
            end = at + len(kinds)
        elif _GROUP.fullmatch(words) and at + 1 < len(drafts):
            end = at + 2
            rows.append([[drafts[at]], [drafts[at + 1]]])
        else:
            break
        at = end
    return rows, at


def _row_end(drafts: list[Draft], at: int, following: int, columns: int) -> int:
    """Where a row ends: at the next number or group, at the text after the table, else after a line a column."""
    for end in range(at, min(len(drafts), at + _MOST_LINES)):
        words = drafts[end].text.text
        number = _NUMBER.fullmatch(words)
        group = _GROUP.fullmatch(words) and end + 2 < len(drafts) and _NUMBER.fullmatch(drafts[end + 2].text.text)
        row = (number and int(number[1]) == following) or _DOTTED.fullmatch(words) or group
        if row or _AFTER.match(words) or is_stt(words):
            return end
    return min(len(drafts), at + columns - 1)


def _cells(lines: Sequence[Draft], kinds: Kinds) -> list[list[Draft]]:
    """The lines divided among the columns: one a column where nothing speaks against it, else as they fit best."""
    if len(lines) == len(kinds) and all(_may_hold(line, kind) for line, kind in zip(lines, kinds, strict=True)):
        return [[line] for line in lines]
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for column, kind in enumerate(kinds):
        for end in range(len(lines) + 1):
            starts = [start for start in range(end + 1) if (column, start) in best]
            options = [(best[column, start][0] + _fit(lines[start:end], kind), start) for start in starts]
            if options:
                best[column + 1, end] = max(options, key=lambda option: option[0])
    cells: list[list[Draft]] = []
    end = len(lines)
    for column in range(len(kinds), 0, -1):
        start = best[column, end][1]
        cells.append(unwrap(list(lines[start:end]), Page(True, 0, cell=True)))
        end = start
    return cells[::-1]


def _may_hold(line: Draft, kind: ColumnKind | None) -> bool:
    """Whether a line does not plainly belong to another column: a time among agencies, an agency among times."""
    words = line.text.text
    if kind in _ROLES:
        return not _is_time(words)
    return kind not in {"deadline", "task"} or _fits(words, kind, first=True) > _WRONG or not _AGENCY.match(words)


def _fit(lines: Sequence[Draft], kind: ColumnKind | None) -> float:
    if not lines:
        return {"task": _NEVER, "lead": -1.0, "deadline": -0.5}.get(kind or "", -0.2)
    return sum(_fits(draft.text.text, kind, first=index == 0) for index, draft in enumerate(lines))


@cache
def _fits(words: str, kind: ColumnKind | None, *, first: bool) -> float:
    """How well a line is what a column holds; a line in small letters goes on with the one before it."""
    if not first and words[:1].islower():
        return _PLAIN
    agency, time = _AGENCY.match(words) is not None, _is_time(words)
    if kind in _ROLES:
        return _RIGHT if agency else _WRONG
    if kind == "deadline":
        return _RIGHT if time else _WRONG
    if kind == "task":
        return _WRONG if time or (agency and len(words) <= _LONGEST_NAME) else 1.0
    return _WRONG if agency or time else _PLAIN


def _is_time(words: str) -> bool:
    found = parse_deadline(words) if len(words) <= _LONGEST_TIME else None
    return found is not None and (found.kind != "relative" or words.lower().startswith(("theo ", "sau khi ", "khi ")))
