"""Tables that an export flattened to one cell a line, "|" after each: rows and columns again.

Two forms are known. With row marks: every row opens and closes with "|", so that two rows meet in "|" "|" (an empty
cell leaves the same sign). Without: only each cell is closed. What a "|" "|" means follows from the number of columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.normalize.bare_tables import restore_bare
from pipeline.normalize.chars import clean
from pipeline.normalize.draft import Draft, DraftTable, Item
from pipeline.normalize.grid import is_layout, is_stt, make_table
from pipeline.normalize.labels import CAPITALS
from pipeline.normalize.wraps import Page, page_of, unwrap

Segment = list[Draft]

_NUMBER = re.compile(r"\d{1,3}\.?")
_GROUP = re.compile(r"(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,3}(?:\.\d{1,2})*)[.)]?|Bước \d{1,2}")
_RECIPIENTS = re.compile(r"(?:Nơi|Noi) nhận\s*:", re.IGNORECASE)
# What opens a text outside a table.
_OUTSIDE = re.compile(r"(?:PHỤ LỤC|Phụ lục|PHẦN|Điều \d|QUYẾT ĐỊNH|KẾ HOẠCH|Căn cứ|DANH MỤC)\b")
# A line that closes a paper or opens its next part: no cell, however few cells the row has.
_CLOSING = re.compile(
    r"Trên đây là|Yêu cầu các|Đề nghị các|Quá trình (?:tổ chức |triển khai )?thực hiện|Nơi nhận\s*:|"
    rf"(?:X|IX|IV|V|V?I{{1,3}})\. [{CAPITALS}]{{2}}"
)
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU) \d{1,3}[a-zđ]?[.:]|(?:CHƯƠNG|Chương) [IVX]{1,5}\b")
# What a flattened letterhead or signature block holds.
_LAYOUT = re.compile(r"CỘNG H[OÒ][ÀA]|ĐẢNG CỘNG SẢN|Nơi nhận|(?:TM|KT|TL|TUQ)\.")
_HEAD_LINES = 12
_LEAST_CLOSING = 8
_MOST_COLUMNS = 24
# Two rows that name the columns together are no odd rows: they earn as full ones do.
_NAMES = 4.8
# Where an export glued the lines of a cell: "VIỆT NAMĐộc lập", "CHÍNH PHỦKT. THỦ", "(Đã ký)Hồ Đức Phớc", "; - Bộ".
_VOWELS = "aeiouyàáâãèéêìíòóôõùúýăĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_GLUED = re.compile(
    rf"(?<=[{CAPITALS}]{{2}})(?=[{CAPITALS}][{_VOWELS}hgr][^\W\d_]* [^\W\d_])|"
    rf"(?<=[{CAPITALS}]{{2}})(?=(?:KT|TM|TL|TUQ)\.|\(Đã ký)|(?<=\))(?=[{CAPITALS}])|(?<=;)\s+(?=- )|"
    rf"(?<=[{CAPITALS}])(?<!PHÓ)(?=(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG)(?![{CAPITALS}]))"
)
_CUTS = re.compile(rf"\s*\|\s*|{_GLUED.pattern}")


def restore(drafts: list[Draft]) -> list[Item]:
    """Paragraphs and tables in text order."""
    if not drafts:
        return []
    page = page_of(drafts)
    segments = _segments(drafts)
    if len(segments) == 1:
        return restore_bare(drafts, page)
    marked = any(not segment for segment in segments[1:-1])
    return _with_row_marks(segments, page) if marked else _without_row_marks(segments, page)


def _segments(drafts: list[Draft]) -> list[Segment]:
    """What stands between the signs "|"; a sign inside a line separates only where the line is a flattened row.

    In a text without such tables a "|" at a line's end is a letter that recognition misread.
    """
    segments: list[Segment] = [[]]
    flattened = _has_flat_tables(drafts)
    edges = (_HEAD_LINES, len(drafts) - _HEAD_LINES)
    for index, draft in enumerate(drafts):
        text = draft.text.text
        here = flattened or index < edges[0] or index >= edges[1] or _LAYOUT.search(text)
        closes = text == "|" or (text.endswith("|") and here)
        if "|" not in text or not (closes or here):
            segments[-1].append(draft)
            continue
        if not closes:
            segments[-1].extend(_split_inline(draft))
            continue
        rest = draft.text.cut(0, len(text) - 1).strip()
        if rest:
            draft.text = rest
            segments[-1].extend(_split_inline(draft))
        segments.append([])
    return segments


def _has_flat_tables(drafts: list[Draft]) -> bool:
    alone = sum(draft.text.text == "|" for draft in drafts)
    closing = sum(draft.text.text.endswith("|") for draft in drafts) - alone
    return alone >= 2 or closing >= _LEAST_CLOSING


def _split_inline(draft: Draft) -> list[Draft]:
    """A row on one line, "cell | cell": its cells as lines, and the lines that the export glued in them."""
    text = draft.text
    if "|" not in text.text and not _GLUED.search(text.text):
        return [draft]
    parts: list[Draft] = []
    at = 0
    for match in [*_CUTS.finditer(text.text), None]:
        end = match.start() if match else len(text)
        piece = clean(text.cut(at, end))
        if piece:
            parts.append(Draft(piece, draft.page, draft.bold, draft.italic, gap=True, heading=draft.heading))
        at = match.end() if match else end
    return parts


def _text(segment: Segment) -> str:
    return " ".join(draft.text.text for draft in segment)


# -- with row marks


@dataclass(frozen=True, slots=True)
class _Parse:
    """The rows (start, number of cells) of a table and where the text goes on after it."""

    rows: tuple[tuple[int, int], ...]
    after: int
    cost: float


def _with_row_marks(segments: list[Segment], page: Page) -> list[Item]:
    items: list[Item] = []
    at = 0
    if _opens_with_header(segments):
        at = _table(segments, 0, page, items)
    while at < len(segments):
        outside = segments[at]
        if outside and at + 1 < len(segments) and is_stt(outside[-1].text.text):
            items.extend(unwrap(outside[:-1], page))
            segments[at] = outside[-1:]
            at = _table(segments, at, page, items)
            continue
        items.extend(unwrap(outside, page))
        at += 1
        if at >= len(segments):
            break
        if _left_of_signature(segments[at - 1]) and is_layout(_text(segments[at])) == "signature":
            items.extend(unwrap(segments[at], page))
            at += 1
        else:
            at = _table(segments, at, page, items)
    return items


def _left_of_signature(segment: Segment) -> bool:
    """Whether a text ends in the list of recipients: the sign before that cell was lost."""
    return any(_RECIPIENTS.match(draft.text.text) for draft in segment[-40:])


def _opens_with_header(segments: list[Segment]) -> bool:
    """Whether the first cell of the letterhead lost the sign before it."""
    return bool(segments[0]) and len(segments[0]) <= 6 and is_layout(_text(segments[1])) == "header"


def _table(segments: list[Segment], start: int, page: Page, items: list[Item]) -> int:
    """Adds the table that starts at a segment; returns the segment where the text goes on."""
    layout = is_layout(" ".join(_text(s) for s in segments[start : start + 3]))
    parse = _best(segments, start, layout is not None)
    if layout or parse is None or len(parse.rows) < 2:
        after = parse.after if parse else start
        for segment in segments[start:after]:
            items.extend(unwrap(segment, page))
        return after
    columns = max(count for _, count in parse.rows)
    rows = _cells([segments[i : i + count] for i, count in parse.rows], columns, page)
    items.extend(make_table(rows, columns))
    return parse.after


def _cells(rows: list[list[Segment]], columns: int, page: Page) -> list[list[list[Draft]]]:
    """The paragraphs of each cell; how wide a column is shows in its longest line."""
    widths = [0] * columns
    for row in rows:
        if len(row) == columns:
            for column, segment in enumerate(row):
                widths[column] = max(widths[column], *(len(draft.text) for draft in segment), 0)
    pages = [Page(page.wrapped, min(width, page.width), cell=True) for width in widths]
    return [
        [unwrap(segment, pages[column] if len(row) == columns else page) for column, segment in enumerate(row)]
        for row in rows
    ]


def _best(segments: list[Segment], start: int, layout: bool) -> _Parse | None:
    """The reading with the number of columns that leaves the fewest odd rows."""
    best: _Parse | None = None
    for columns in (2, 3, 1) if layout else _candidates(segments, start):
        parse = _parse(segments, start, columns)
        if parse and not layout and _named_in_two_rows(segments, start, parse, columns):
            parse = replace(parse, cost=parse.cost - _NAMES)
        if parse and (best is None or parse.cost < best.cost - 1e-9):
            best = parse
    return best


def _candidates(segments: list[Segment], start: int) -> list[int]:
    """Numbers of columns that the runs of filled cells and the numbering of the rows suggest."""
    runs: list[int] = []
    length = 0
    for segment in segments[start : start + 400]:
        if segment:
            length += 1
        elif length:
            runs.append(length)
            length = 0
    runs.append(length or 1)
    first = min(runs[0], _MOST_COLUMNS)
    found = {first, max(set(runs), key=runs.count)}
    if len(runs) > 1:
        found |= {first + runs[1] - 1, first + runs[1] - 2, runs[1]}
    if period := _numbering_period(segments, start):
        found.add(period - 1)
    return sorted(n for n in found if max(2, first) <= n <= _MOST_COLUMNS) or [max(first, 1)]


def _numbering_period(segments: list[Segment], start: int) -> int | None:
    """The distance between the cells "1", "2", "3" of a numbered table."""
    distances: list[int] = []
    last: tuple[int, int] | None = None
    for index in range(start, min(start + 600, len(segments))):
        text = _text(segments[index]).rstrip(".")
        if text.isdigit() and len(text) <= 3:
            if last and int(text) == last[1] + 1:
                distances.append(index - last[0])
            if last is None or int(text) in (1, last[1] + 1):
                last = (index, int(text))
    return max(set(distances), key=distances.count) if distances else None


def _named_in_two_rows(segments: list[Segment], start: int, parse: _Parse, columns: int) -> bool:
    """Whether the first two rows name the columns together: one cell of the first stands over the second row's."""
    if len(parse.rows) < 3 or not is_stt(_text(segments[start])):
        return False
    (_, upper), (at, lower), (below, _) = parse.rows[:3]
    names = segments[start : start + upper] + segments[at : at + lower]
    labels = [_GROUP.fullmatch(_text(segments[row])) is not None for row in (at, below)]
    return lower > 1 and upper + lower - 1 == columns and all(names) and labels == [False, True]


def _parse(segments: list[Segment], start: int, columns: int) -> _Parse | None:
    """The cheapest division into rows: full rows earn, group rows cost a little, odd ones a lot."""
    best: dict[int, tuple[float, tuple[int, int] | None]] = {start: (0.0, None)}
    end: tuple[float, int, int, int] | None = None
    size = len(segments)
    for at in range(start, size):
        if at not in best:
            continue
        cost = best[at][0]
        for count in range(1, columns + 1):
            after = at + count
            price = cost + _price(segments, at, count, columns)
            if after > size:
                break
            if after >= size - 1 or segments[after]:
                price += _end_price(segments, after, count == columns, bool(segments[after - 1]))
                if end is None or price < end[0]:
                    end = (price, at, count, after)
                continue
            if after + 1 not in best or price < best[after + 1][0]:
                best[after + 1] = (price, (at, count))
    if end is None:
        return None
    rows = [(end[1], end[2])]
    at = end[1]
    while (step := best[at][1]) is not None:
        rows.append(step)
        at = step[0]
    return _Parse(tuple(reversed(rows)), end[3], end[0])


def _end_price(segments: list[Segment], after: int, full: bool, last_filled: bool) -> float:
    """What it costs to end a table here: text follows, or the file ends (perhaps inside the last cell).

    An empty last cell right before text is more likely the mark between two rows.
    """
    if after == len(segments):
        return 0.2 if full else 3.0
    if full:
        if not segments[after] or _is_outside(segments[after]):
            return 0.0
        return (0.0 if last_filled else 1.6) + (1.2 if _goes_on_in_cells(segments, after) else 0.0)
    if segments[after] and _is_outside(segments[after]):
        return 1.0
    return 2.0 if not segments[after] else 6.0


def _goes_on_in_cells(segments: list[Segment], after: int) -> bool:
    """Whether what follows looks like one more cell: a short line without a stop, with more cells behind it."""
    if after + 2 >= len(segments) or len(segments[after]) > 1:
        return False
    text = _text(segments[after])
    return len(text) < 60 and not text.endswith((".", ":", ";"))


def _price(segments: list[Segment], at: int, count: int, columns: int) -> float:
    filled = sum(1 for segment in segments[at : at + count] if segment)
    first = segments[at]
    label = bool(first) and _GROUP.fullmatch(_text(first)) is not None
    if any(_is_outside(segment) for segment in segments[at : at + count]):
        return 8.0
    if count == columns:
        inner = range(at + 1, min(at + count, len(segments)) - 1)
        hidden = any(not segments[i] and _is_number(segments[i + 1]) for i in inner)
        return _price_of_full_row(filled, count, label, first) + (1.0 if hidden else 0.0)
    if filled < count:
        return 3.0
    if count == 1 or (count == 2 and label):
        return 0.5
    if count == columns - 1:
        return -0.6 if label else 0.2
    return 1.0 + 0.2 * (columns - count)


def _is_number(segment: Segment) -> bool:
    """Whether a cell holds a row's number: after an empty one it more likely opens a row."""
    return len(segment) == 1 and _NUMBER.fullmatch(segment[0].text.text) is not None


def _price_of_full_row(filled: int, count: int, label: bool, first: Segment) -> float:
    if not filled:
        return 1.0
    if label:
        return -1.5
    if filled == count:
        return -0.9
    return -0.3 if first else 0.5


def _is_outside(segment: Segment) -> bool:
    """Whether a text is too much for a cell: it opens as a part of the paper does, or holds articles and chapters."""
    if segment and _CLOSING.match(segment[0].text.text) and not _left_of_signature(segment):
        return True
    if len(segment) < 2 or _left_of_signature(segment):
        return False
    if len(segment) > 60 or (len(segment) > 2 and _OUTSIDE.match(segment[0].text.text)):
        return True
    return any(_ARTICLE.match(draft.text.text) for draft in segment[:20])


# -- without row marks


def _without_row_marks(segments: list[Segment], page: Page) -> list[Item]:
    items: list[Item] = []
    at = 0
    while at < len(segments):
        segment = segments[at]
        columns = _columns_of_header(segments, at)
        if not columns:
            items.extend(unwrap(segment, page))
            at += 1
            continue
        items.extend(unwrap(segment[:-1], page))
        rows = [[[segment[-1]], *segments[at + 1 : at + columns]]]
        at += columns
        while count := _row_length(segments, at, columns):
            rows.append(segments[at : at + count])
            at += count
        items.extend(make_table(_cells(rows, columns, page), columns))
    return items


def _columns_of_header(segments: list[Segment], at: int) -> int | None:
    """The number of columns of the table whose header's first cell is the last line of this segment."""
    if not segments[at] or not is_stt(segments[at][-1].text.text):
        return None
    for columns in range(2, _MOST_COLUMNS):
        if at + columns >= len(segments):
            return None
        if _GROUP.fullmatch(_text(segments[at + columns])):
            return columns
    return None


def _row_length(segments: list[Segment], at: int, columns: int) -> int:
    """The number of cells of the row that starts here; 0 when no row does."""
    if at >= len(segments) - 1 or not _GROUP.fullmatch(_text(segments[at])):
        return 0
    if at + columns <= len(segments) - 1:
        for count in (columns, 2):
            following = at + count
            if following >= len(segments) - 1 or _GROUP.fullmatch(_text(segments[following])):
                return count
    return min(columns, len(segments) - 1 - at)


__all__ = ["DraftTable", "restore"]
