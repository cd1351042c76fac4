"""Letters of companies and judgments of courts: papers that bear numbers of their own making.

The grammar of numbers does not know their signs ("172/2019/CV-Meredit", "128.2025/OL.WMCLV", "01/2020"); here the words
around tell: a letter "của Công ty …", a judgment "Bản án số …". The number is kept as printed, without blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.anchors import JUDGMENTS, LETTERS, anchors
from extractors.mentions import Mention
from extractors.numbered import add_surroundings
from extractors.vocabulary import words

# Công văn số 128.2025/OL.WMCLV | văn bản số 01/2020 | công văn số JHDPC/2025/276
_LETTER = re.compile(
    r"(?:[Cc]ông|[Vv]ăn)[ \n](?:văn|bản)(?:[ \n]đề nghị)?[ \n]{1,2}(?:số|sô|só|sé)[ \n]?:?[ \n]{0,2}"
    r"(?P<number>(?=[^\s]{0,24}\d)[A-Z0-9Đ][\w.&]{0,15}(?:[/-][\w.&]{1,14}){1,4})(?<![.&])(?![\w/-])"
)
# Bản án số 159/2022/HSST | bản án dân sự sơ thẩm số 15/2023/DS-ST | 159/2022/HSS T | 15/2023/DS - PT: the sign of
# a trial (ST, PT) is known also where blanks cut it
_JUDGMENT = re.compile(
    r"[Bb]ản án(?:[ \n](?:hình sự|dân sự|hành chính|lao động|kinh doanh thương mại|hôn nhân và gia đình|sơ thẩm|"
    r"phúc thẩm)){0,2}[ \n]{1,2}số[ \n]?:?[ \n]{0,2}"
    r"(?P<number>\d{1,4}[ ]?/[ ]?(?:19|20)\d\d[ ]?/[ ]?"
    r"(?:[A-ZĐ]{1,8}[ ]?(?:-[ ]?)?[SP][ ]?T|[A-ZĐ]{2,8}(?:-[A-ZĐ]{2,5})?))(?![\w/-])"
)


@cache
def _of_company() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words("company")), key=len, reverse=True))
    return re.compile(rf"[ \n]{{0,2}},?[ \n]{{1,2}}(?:của[ \n]{{1,2}})?(?:{names})\b", re.IGNORECASE)


def outside_mentions(text: str) -> Iterator[Mention]:
    """Letters that a company wrote ("… của Công ty …"), and judgments."""
    starts = anchors(text)
    for at in starts.places(*LETTERS):
        found = _LETTER.match(text, at - 1) if at else None
        mention = _mention(text, found, "CV") if found else None
        if mention and (
            (mention.issuer or "").lower().startswith(words("company")) or _of_company().match(text, mention.end)
        ):
            yield mention
    for at in starts.places(*JUDGMENTS):
        found = _JUDGMENT.match(text, at - 1) if at else None
        if found:
            yield _mention(text, found, "BA")


def _mention(text: str, found: re.Match[str], kind: str) -> Mention:
    mention = Mention(found.start(), found.end(), "numbered", found["number"].replace(" ", ""), kind)
    add_surroundings(text, mention)
    return mention
