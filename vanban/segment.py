"""Word segmentation of a question by underthesea (extra ``underthesea``), where it is installed.

Only questions go through it, never a document: it cuts document numbers apart and changes characters.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

Segment = Callable[[str], list[str]]


def segmenter() -> Segment | None:
    """A question's words, each of one or more syllables; null where underthesea is not installed.

    ``segmenter()("Sở nào tuyên truyền kinh tế tuần hoàn")`` gives ``["Sở", "nào", "tuyên truyền", "kinh tế", "tuần
    hoàn"]``. The library is loaded by the first question.
    """
    return _words if find_spec("underthesea") else None


def _words(question: str) -> list[str]:
    from underthesea import word_tokenize

    return [str(word) for word in word_tokenize(question, use_token_normalize=False)]
