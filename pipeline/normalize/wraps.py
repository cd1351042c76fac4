"""Hard wraps undone: printed lines to paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.normalize.draft import Draft
from pipeline.normalize.labels import label_of
from pipeline.normalize.wrap_rules import Page, goes_on, is_sentence_end
from pipeline.readers.traced import Traced, join

# "4007/KH-" / "UBND", "121/" / "2025": joined without a blank.
_GLUE_BEFORE = re.compile(r"\w[-/]$|/$")
_GLUE_AFTER = re.compile(r"[A-ZĐ\d]")
_LONGEST_PRINTED_LINE = 125


def page_of(lines: list[Draft]) -> Page:
    """The width at which most long lines end; a text with lines far longer than a printed one is not wrapped.

    A text wrapped by a program fills its lines to the last word that has room; one that was recognized from print
    does so only roughly, and gets more slack.
    """
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return Page(False, 0)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    exact = rough = 0
    firsts: tuple[list[int], list[int]] = ([], [])
    opens = True
    for line, after in pairwise(lines):
        label = label_of(line.text.text)
        if (opens or label) and after.text.text[:1].islower() and not is_sentence_end(line.text.text):
            firsts[0 if label else 1].append(len(line.text))
        opens = is_sentence_end(line.text.text)
        if after.text.text[:1].islower() and not is_sentence_end(line.text.text) and len(line.text) > width * 0.5:
            word = after.text.text.split(" ", 1)[0]
            exact += len(line.text) + 1 + len(word) > width - 4
            rough += 1
    slack = 4 if exact * 10 >= rough * 7 else round(width * 0.12)
    return Page(
        width <= _LONGEST_PRINTED_LINE, width, slack, first=(_narrow(firsts[0], width), _narrow(firsts[1], width))
    )


def _narrow(lengths: list[int], width: int) -> int:
    """The width of first lines where nearly all are clearly shorter than the others; else 0."""
    if len(lengths) < 4:
        return 0
    lengths.sort()
    high = lengths[int(len(lengths) * 0.9)]
    return high if high < 0.86 * width else 0


def unwrap(lines: list[Draft], page: Page) -> list[Draft]:
    """The paragraphs that the lines make; ``page`` says how the whole text is set."""
    if any(line.kind == "footnote" for line in lines):
        return _around_notes(lines, page)
    paragraphs: list[list[Draft]] = []
    head = ""
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if paragraphs and goes_on(paragraphs[-1], head, line, following, page):
            paragraphs[-1].append(line)
            head = f"{head} {line.text.text}" if len(head) < 400 else head
        else:
            paragraphs.append([line])
            head = line.text.text
    return [_merged(group) for group in paragraphs]


def _around_notes(lines: list[Draft], page: Page) -> list[Draft]:
    """Notes at a page's foot stand after the paragraph that they interrupt."""
    body = [line for line in lines if line.kind != "footnote"]
    notes: list[tuple[int, Draft]] = []
    count = 0
    for line in lines:
        if line.kind == "footnote":
            notes.append((count, line))
        else:
            count += 1
    result: list[Draft] = []
    seen = at = 0
    for paragraph in unwrap(body, page):
        while at < len(notes) and notes[at][0] <= seen:
            result.append(notes[at][1])
            at += 1
        result.append(paragraph)
        seen += paragraph.lines
    return [*result, *(note for _, note in notes[at:])]


def _merged(group: list[Draft]) -> Draft:
    first = group[0]
    if len(group) == 1:
        return first
    texts = [first.text]
    for line in group[1:]:
        before, after = texts[-1].text, line.text.text
        glued = _GLUE_BEFORE.search(before) and _GLUE_AFTER.match(after) and not before.endswith((" -", " /"))
        if not glued:
            texts.append(_blank(texts[-1]))
        texts.append(line.text)
    first.text = join(texts)
    first.bold = all(line.bold for line in group)
    first.italic = all(line.italic for line in group)
    first.lines = len(group)
    return first


def _blank(before: Traced) -> Traced:
    return Traced.at(" ", before.source(len(before) - 1) + 1)


__all__ = ["Page", "page_of", "unwrap"]
