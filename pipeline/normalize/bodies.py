"""Whether a line is a body's whole name: a heading that the next line does not go on with."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.agencies.compact import key
from extractors.agencies.registry import by_key
from extractors.places import find_place
from pipeline.normalize.labels import label_of

# "Sở Tài chính tỉnh Lai Châu", "Công an tỉnh"
_PLACE = re.compile(r" (?:tinh|thanh pho|tp\.?)(?P<name> [\w -]{2,24})?$")
_FIRST_WORD = re.compile(r"\W*(\w+)")
_GOES_ON = frozenset({"tinh", "thanh", "tp", "viet", "huyen", "xa", "phuong", "khu", "cap", "cac", "nha", "va"})
_LONGEST = 90


def is_whole_body(line: str, after: str) -> bool:
    """Whether ``line``, its label aside, is the name of a body, and no longer name goes on with the words ``after``.

    "2.1. Sở Tài chính" before "- Chủ trì …" is; "8. Sở Lao động" before "- Thương binh và Xã hội" is not.
    """
    if len(line) > _LONGEST:
        return False
    label = label_of(line)
    words = key(line[label.end if label else 0 :].strip(" .:;"))
    place = _PLACE.search(words)
    if place and not (find_place(place["name"]) if place["name"] else label_of(after)):
        return False
    name = words[: place.start()] if place else words
    word = _FIRST_WORD.match(key(after))
    return word is not None and name in by_key() and word.group(1) not in _GOES_ON and not _longer(name, word.group(1))


@lru_cache(maxsize=1024)
def _longer(name: str, word: str) -> bool:
    """Whether the registry has a name that begins so and goes on with the word."""
    return any(known.startswith((f"{name}-{word}", f"{name} {word}")) for known in by_key())
