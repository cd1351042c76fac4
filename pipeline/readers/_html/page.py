"""An HTML page to blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extractors.document import Source, Span
from pipeline.readers.decoding import decode
from pipeline.readers.result import Block, CellPosition, Reading, Style

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
# Parts of a page that hold no document.
_NOT_CONTENT = (
    "script, style, noscript, template, iframe, nav, footer, aside, form, button, select, svg, object, head, "
    "[hidden], .breadcrumb, .sidebar, .menu, .comment, .comments, .share, .advertisement, .related"
)
# Where known sites of legal texts keep the document.
_CONTENT = (
    "#divContentDoc, .content1, #toanvancontent, .fulltext, .toanvan, #fulltext, .vbInfo, .noidung, .noi-dung, "
    ".document-content, .article-content, .detail-content, .post-content, .entry-content, article, main"
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
_ITALIC = frozenset(("i", "em"))
_LAYOUT = re.compile(r"CỘNG H[OÒ][ÀA] XÃ HỘI|ĐẢNG CỘNG SẢN|Nơi nhận|(?:TM|KT|TL|TUQ)\.")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MARK = re.compile(r"\[?\(?(\d{1,3})\)?\]?")
_NOTE_TARGET = re.compile(r"#_?(?:ftn|fn|edn|footnote|note)[\w-]*$", re.IGNORECASE)
_DEEPEST = 250
_LEAST = 200


def read_page(data: bytes, source: Source) -> Reading:
    """The reading of an HTML page."""
    text, encoding = _decoded(data, source.path)
    tree = LexborHTMLParser(text)
    for node in tree.css(_NOT_CONTENT):
        node.decompose()
    root = _content(tree)
    walker = _Walker()
    if root is not None:
        walker.walk(root, _Run(), 0)
        walker.flush(_Run())
    return Reading(replace(source, encoding=encoding), walker.raw, tuple(walker.blocks))


def _decoded(data: bytes, where: str) -> tuple[str, str]:
    declared = _CHARSET.search(data[:4096])
    name = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    if name not in ("utf-8", "utf8", "utf-16", "unicode") and not data.startswith(
        (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
    ):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            if name in ("windows-1258", "iso-8859-1", "windows-1252", "us-ascii"):
                return data.decode("cp1258" if name == "windows-1258" else "cp1252", errors="replace"), name
    return decode(data, where)


def _content(tree: LexborHTMLParser) -> LexborNode | None:
    """The smallest known part of the page that holds most of its text; else the body."""
    body = tree.body or tree.root
    if body is None:
        return None
    whole = len(body.text(deep=True))
    best, size = body, whole
    for node in tree.css(_CONTENT):
        length = len(node.text(deep=True))
        if length >= _LEAST and length >= 0.5 * whole and length < size:
            best, size = node, length
    return best


@dataclass(frozen=True, slots=True)
class _Run:
    """The style that a piece of text inherits."""

    bold: bool = False
    italic: bool = False
    centered: bool = False
    heading: bool = False


class _Walker:
    """Collects the inline text between block elements."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.length = 0
        self.tables = 0
        self.inline: list[tuple[str, _Run]] = []
        self.counts: dict[int, int] = {}

    @property
    def raw(self) -> str:
        """The text that the blocks' sources point into."""
        return "\n".join(self.parts)

    def walk(self, node: LexborNode, run: _Run, depth: int) -> None:
        """The blocks below a node."""
        child = node.child
        while child is not None:
            self._node(child, run, depth)
            child = child.next

    def _node(self, node: LexborNode, run: _Run, depth: int) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self.inline.append((node.text_content or "", run))
            return
        if depth > _DEEPEST or tag.startswith(("-", "!")):
            return
        if tag == "br":
            self.flush(run)
        elif tag == "table":
            self.flush(run)
            self._table(node, run, depth)
        elif tag in ("sup", "a") and (mark := _note_mark(node)):
            self.inline.append((mark, run))
        elif tag in _BLOCKS:
            self.flush(run)
            inner = _styled(node, run)
            if tag == "li":
                self._item(node, inner)
            self.walk(node, inner, depth + 1)
            self.flush(inner)
        else:
            self.walk(node, _styled(node, run), depth + 1)

    def _item(self, node: LexborNode, run: _Run) -> None:
        parent = node.parent
        if parent is None or parent.tag not in ("ul", "ol"):
            return
        if parent.tag == "ul":
            self.inline.append(("- ", run))
            return
        number = self.counts.get(parent.mem_id, _start(parent))
        self.counts[parent.mem_id] = number + 1
        self.inline.append((f"{_ordinal(number, parent.attributes.get('type') or '1')} ", run))

    def flush(self, run: _Run) -> None:
        """The inline text so far is a paragraph."""
        pieces, self.inline = self.inline, []
        text = _BLANKS.sub(" ", "".join(piece for piece, _ in pieces)).strip()
        if not text:
            return
        worded = [r for piece, r in pieces if piece.strip()]
        style = Style(all(r.bold for r in worded), all(r.italic for r in worded), worded[0].centered or run.centered)
        self.blocks.append(
            Block(text, "paragraph", style=style, source=self._span(text), heading=all(r.heading for r in worded))
        )

    def _span(self, text: str) -> Span:
        span = Span(self.length, self.length + len(text))
        self.parts.append(text)
        self.length += len(text) + 1
        return span

    def _table(self, table: LexborNode, run: _Run, depth: int) -> None:
        rows = [row for row in table.css("tr") if _nearest_table(row) == table.mem_id]
        cells = [[cell for cell in _children(row) if cell.tag in ("td", "th")] for row in rows]
        nested = any(True for inner in table.css("table") if inner.mem_id != table.mem_id)
        words = table.text(deep=True)
        if (
            nested
            or max((len(row) for row in cells), default=0) < 2
            or (len(rows) <= 4 and _LAYOUT.search(words[:3000]))
        ):
            for row in cells:
                for cell in row:
                    self.walk(cell, _styled(cell, run), depth + 1)
                    self.flush(run)
            return
        self._grid(cells, run, depth)
        self.tables += 1

    def _grid(self, rows: list[list[LexborNode]], run: _Run, depth: int) -> None:
        """Cells on the table's grid: rowspan and colspan push the later cells to the right."""
        taken: dict[tuple[int, int], bool] = {}
        for index, row in enumerate(rows):
            column = 0
            for cell in row:
                while (index, column) in taken:
                    column += 1
                width, height = _spans(cell, "colspan"), min(_spans(cell, "rowspan"), len(rows) - index)
                for y in range(height):
                    for x in range(width):
                        taken[index + y, column + x] = True
                self._cell(cell, CellPosition(self.tables, index, column, height, width), run, depth)
                column += width

    def _cell(self, cell: LexborNode, position: CellPosition, run: _Run, depth: int) -> None:
        inner = _Walker()
        style = _styled(cell, replace(run, bold=run.bold or cell.tag == "th"))
        inner.walk(cell, style, depth + 1)
        inner.flush(style)
        text = "\n".join(block.text for block in inner.blocks)
        styles = [block.style for block in inner.blocks]
        whole = Style(
            bool(styles) and all(s.bold for s in styles), bool(styles) and all(s.italic for s in styles),
            bool(styles) and styles[0].centered,
        )  # fmt: skip
        self.blocks.append(Block(text, "paragraph", style=whole, cell=position, source=self._span(text)))


def _styled(node: LexborNode, run: _Run) -> _Run:
    tag = node.tag or ""
    style = (node.attributes.get("style") or "").lower().replace(" ", "")
    centered = (
        run.centered or tag == "center" or node.attributes.get("align") == "center" or "text-align:center" in style
    )
    bold = run.bold or tag in _BOLD or "font-weight:bold" in style or "font-weight:700" in style
    italic = run.italic or tag in _ITALIC or "font-style:italic" in style
    heading = run.heading or (len(tag) == 2 and tag[0] == "h" and tag[1].isdigit())
    return _Run(bold, italic, centered, heading)


def _note_mark(node: LexborNode) -> str | None:
    """ "[1]" for a raised figure, or a link to a note."""
    text = (node.text(deep=True) or "").strip()
    match = _MARK.fullmatch(text)
    if not match:
        return None
    if node.tag == "a" and not _NOTE_TARGET.search(node.attributes.get("href") or ""):
        return None
    return f"[{match.group(1)}]"


def _start(parent: LexborNode) -> int:
    start = parent.attributes.get("start") or "1"
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1


def _ordinal(number: int, kind: str) -> str:
    if kind in ("a", "A") and number <= 26:
        return f"{chr(ord(kind) + number - 1)})"
    return f"{number}."


def _children(node: LexborNode) -> list[LexborNode]:
    found = []
    child = node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def _nearest_table(node: LexborNode) -> int | None:
    parent = node.parent
    while parent is not None and parent.tag != "table":
        parent = parent.parent
    return parent.mem_id if parent is not None else None


def _spans(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return max(1, min(int(value), 200)) if value.isascii() and value.isdigit() else 1
