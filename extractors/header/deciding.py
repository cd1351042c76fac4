"""The body that decides, where the title names it first: "KẾT LUẬN" / "CỦA BỘ CHÍNH TRỊ VỀ …"."""

from __future__ import annotations

import re

from extractors.agencies import find_agencies
from extractors.findings import AgencyMention, Jurisdiction
from extractors.fold import fold

# "Của Bộ Chính trị, Ban Bí thư về định hướng …" -> "Bộ Chính trị, Ban Bí thư", "về định hướng …"
_OF = re.compile(r"của\s+(?P<who>\S.{2,120}?)\s+(?=về\s|quy định\s|ban hành\s)", re.IGNORECASE)
_JOINT = re.compile(r"(?:,|và|-|–|\s)*")
_UMBRELLA = "ban chap hanh trung uong"


def deciding_bodies(title: str | None, here: Jurisdiction) -> tuple[tuple[AgencyMention, ...], str | None]:
    """The bodies in whose name a title says that the document is issued, and the title without them."""
    of = _OF.match(title) if title else None
    if title is None or of is None:
        return (), title
    who = of["who"]
    bodies = find_agencies(who, here)
    rest = who
    for body in reversed(bodies):
        rest = rest[: body.span.start] + rest[body.span.end :]
    if not bodies or not _JOINT.fullmatch(rest):
        return (), title
    left = title[of.end() :]
    return bodies, left[0].upper() + left[1:]


def is_umbrella(issuer: str | None) -> bool:
    """Whether a letterhead's body is the Party's Central Committee, which heads what its organs issue too."""
    return fold(issuer or "").startswith(_UMBRELLA)
