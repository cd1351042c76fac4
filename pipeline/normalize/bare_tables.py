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
# who supervises: "Phó Chủ tịch UBND tỉnh Nguyễn Văn A", "Đ/c Giám đốc Sở", "PCT UBND tỉnh", "Ủy viên Ban Thường vụ"
_PERSON = re.compile(
    r"(?:[-+] )?(?:(?:đ/c|đồng chí|ông|bà|pct|ct|uv|phó|quyền)(?!\w)|(?:ủy viên|chủ tịch|bí thư|giám đốc|bộ trưởng|"
    r"thứ trưởng|cục trưởng|chánh văn phòng|trưởng ban|thủ trưởng|thủ tướng|lãnh đạo)(?! các)(?!\w))",
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
        kinds, names = _header(drafts, at)
        rows, end = _rows(drafts, at + sum(map(len, names)), kinds) if kinds else ([], at)
        if len(rows) < _FEWEST_ROWS:
            at += 1
            continue
        items.extend(unwrap(drafts[start:at], page))
        head = [unwrap(name, Page(True, 0, cell=True)) for name in names]
        items.extend(make_table([head, *rows], len(kinds)))
        at = start = end
    return [*items, *unwrap(drafts[start:], page)]


def _header(drafts: list[Draft], at: int) -> tuple[Kinds, list[list[Draft]]]:
    """The kinds and the names of the columns named from a line on; empty where none are.

    A line in small letters goes on with the name before it: "Cơ quan" / "chủ trì".
    """
    if not is_stt(drafts[at].text.text):
        return (), []
    names: list[list[Draft]] = [[drafts[at]]]
    for draft in drafts[at + 1 : at + _MOST_COLUMNS * 2]:
        words = draft.text.text
        if _NUMBER.fullmatch(words) or _GROUP.fullmatch(words) or _COLUMN.fullmatch(words):
            break
        if words[:1].islower() and len(names) > 1:
            names[-1].append(draft)
        elif len(words) > _LONGEST_NAME or len(names) == _MOST_COLUMNS:
            break
        else:
            names.append([draft])
    kinds = ("order", *(column_kind(" ".join(draft.text.text for draft in name)) for name in names[1:]))
    told = set(kinds)
    whole = "task" in told and (told & _ROLES) and "procedure" not in told and None not in told
    return (kinds, names) if whole else ((), [])


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
        elif rows and (again := _header(drafts, at))[0] == kinds:
            end = at + sum(map(len, again[1]))
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
    persons = "person" in kinds
    if len(lines) == len(kinds) and all(
        _may_hold(line, kind, persons=persons) for line, kind in zip(lines, kinds, strict=True)
    ):
        return [[line] for line in lines]
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for column, kind in enumerate(kinds):
        for end in range(len(lines) + 1):
            starts = [start for start in range(end + 1) if (column, start) in best]
            options = [
                (best[column, start][0] + _fit(lines[start:end], kind, persons=persons), start) for start in starts
            ]
            if options:
                best[column + 1, end] = max(options, key=lambda option: option[0])
    cells: list[list[Draft]] = []
    end = len(lines)
    for column in range(len(kinds), 0, -1):
        start = best[column, end][1]
        cells.append(unwrap(list(lines[start:end]), Page(True, 0, cell=True)))
        end = start
    return cells[::-1]


def _may_hold(line: Draft, kind: ColumnKind | None, *, persons: bool) -> bool:
    """Whether a line does not plainly belong to another column: a time among agencies, an agency among times."""
    words = line.text.text
    if kind in _ROLES:
        return not _is_time(words) and not (persons and _PERSON.match(words))
    return kind not in {"deadline", "task"} or _fits(words, kind, first=True) > _WRONG or not _AGENCY.match(words)


def _fit(lines: Sequence[Draft], kind: ColumnKind | None, *, persons: bool) -> float:
    if not lines:
        return {"task": _NEVER, "lead": -1.0, "deadline": -0.5}.get(kind or "", -0.2)
    return sum(_fits(draft.text.text, kind, first=index == 0, persons=persons) for index, draft in enumerate(lines))


@cache
def _fits(words: str, kind: ColumnKind | None, *, first: bool, persons: bool = False) -> float:
    """How well a line is what a column holds; a line in small letters goes on with the one before it.

    Where a column is for those who supervise, an office holder is no agency of the other columns.
    """
    if not first and words[:1].islower():
        return _PLAIN
    person = persons and _PERSON.match(words) is not None
    agency, time = not person and _AGENCY.match(words) is not None, _is_time(words)
    if kind in _ROLES:
        return _RIGHT if agency else _WRONG
    if kind == "person":
        return _RIGHT if person else _WRONG if time else -_PLAIN if agency else _PLAIN
    if kind == "deadline":
        return _RIGHT if time else _WRONG
    if kind == "task":
        return _WRONG if time or person or (agency and len(words) <= _LONGEST_NAME) else 1.0
    return _WRONG if agency or time else _PLAIN


def _is_time(words: str) -> bool:
    found = parse_deadline(words) if len(words) <= _LONGEST_TIME else None
    return found is not None and (found.kind != "relative" or words.lower().startswith(("theo ", "sau khi ", "khi ")))
