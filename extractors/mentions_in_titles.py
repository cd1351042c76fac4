"""Mentions in the titles of others: whose "Ủy ban nhân dân tỉnh" a provincial act's title means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.identity import scope_of_issuer
from extractors.mentions import Mention

# Bodies that every province, district and commune has: the same number on the same day is no surprise.
_EVERYWHERE = re.compile(r"(?:UBND|UB|HĐND|TU|ĐU|HU|QU)(?:K?\d{0,2})?(?![^\W_])")
# Ủy ban nhân dân tỉnh Bình Phước | HĐND thành phố Cần Thơ
_LEVEL = re.compile(r"(?:tỉnh|thành phố|Thành phố|TP\.?)\s+(?P<place>\w.*)$")
_UNPLACED = re.compile(r"(?:tỉnh|thành phố|Thành phố)$")


def in_titles(mentions: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each mention that stands in the title of an act, or of an amending law, with the one whose title it is."""
    act: Mention | None = None
    for mention in mentions:
        if act and (mention.inside or act.titled[0] <= mention.start < act.titled[1]):
            yield mention, act
        if not mention.inside and (mention.titled[1] or mention.kind == "law"):
            act = mention


@lru_cache(maxsize=4096)
def numbered_everywhere(number: str) -> bool:
    """Whether a number is of a body that every place has: ``12/QĐ-UBND``, ``27-KH/TU``."""
    return _EVERYWHERE.search(number) is not None


def share_places(titled: list[tuple[Mention, Mention]]) -> None:
    """What a province's act names in its title is of that province.

    "Quyết định số 157/2005/QĐ-UB của Ủy ban nhân dân tỉnh Bình Phước sửa đổi Quyết định số 67/2005/QĐ-UB của Ủy ban
    nhân dân tỉnh", cited by another province. ``titled`` is what `in_titles` gives.
    """
    for mention, act in titled:
        if mention.kind != "numbered" or not numbered_everywhere(mention.number or ""):
            continue
        whose = _LEVEL.search(act.issuer or "")
        scope = scope_of_issuer(act.issuer) if whose else None
        if not whose or scope is None or "." in scope:
            continue
        if mention.issuer is None and _body(mention) == _body(act):
            mention.issuer = act.issuer
        elif mention.issuer and _UNPLACED.search(mention.issuer) and scope_of_issuer(mention.issuer) is None:
            mention.issuer = f"{mention.issuer} {whose['place']}"


def _body(mention: Mention) -> str:
    """The body in a number's sign: HĐND of ``12/2017/NQ-HĐND9``; ``UB`` was written for UBND."""
    found = _EVERYWHERE.search(mention.number or "")
    body = re.sub(r"K?\d*$", "", found.group()) if found else ""
    return "UBND" if body == "UB" else body
