"""The verbs that a duty may open with (``tables/duty_verbs.csv``)."""

from __future__ import annotations

import re
from functools import cache

from extractors.vocabulary import table


@cache
def _pattern() -> re.Pattern[str]:
    verbs = sorted((row["verb"] for row in table("duty_verbs")), key=len, reverse=True)
    return re.compile(
        rf"\s*(?:và |kịp thời |chủ động |tích cực )?(?:{'|'.join(map(re.escape, verbs))})(?!\w)", re.IGNORECASE
    )


def opens_with_verb(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` opens with a verb of duty."""
    return _pattern().match(text, start, end) is not None
