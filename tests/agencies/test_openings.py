"""A grammar is tried only where its words open: nowhere else could it match."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.agencies import bodies, committees, groups, lists, members
from extractors.agencies.compact import compact
from extractors.agencies.find import openings
from extractors.agencies.openings import matches, opening, shortest

CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = sorted(path for folder in ("gold-texts", "samples", "unseen") for path in (CORPUS / folder).glob("*.txt"))

# grammar -> its patterns
GRAMMARS: dict[str, tuple[re.Pattern[str], ...]] = {
    "government": (groups._GOVERNMENT,),
    "local": (groups._local(),),
    "unit": (groups._unit_groups(),),
    "general": (groups._general(),),
    "role": (groups._ROLE_BODY,),
    "enumeration": (lists._HEAD,),
    "body": (bodies._heads(),),
}
# grammar -> the pattern of which every match holds one of its words
HOLDING = {
    "member": members._placed(members._GROUPS),
    "party": committees._GROUP,
    "none": members._placed(members._NONE),
}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_is_missed(path: Path) -> None:
    form = compact(path.read_text("utf-8"))
    starts = openings().places(form)
    for grammar, patterns in GRAMMARS.items():
        text = form.raw if grammar == "body" else form.low
        for pattern in patterns:
            found = [match.span() for match in matches(pattern, text, starts[grammar])]
            assert found == [match.span() for match in pattern.finditer(text)], grammar
    for grammar, pattern in HOLDING.items():
        for match in pattern.finditer(form.low):
            assert any(match.start() <= start < match.end() for start in starts[grammar]), match.group()


@pytest.mark.parametrize(
    ("alternative", "words"),
    [
        ("ủy ban nhân dân", "ủy ban nhân dân"),
        (r"tt\.? ?hđnd", "tt"),
        ("phòng (?:nội vụ|kinh tế)", "phòng "),
        (r"(?<!cơ )(?<!trụ )sở (?:[\w -]){2,42}", "sở "),
        ("cơ quans?", "cơ quan"),
    ],
)
def test_the_words_that_open_a_pattern(alternative: str, words: str) -> None:
    assert opening(alternative) == words


@pytest.mark.parametrize("alternative", ["", "(?:chi nhánh )?ngân hàng", r"\w+ ủy", "s?"])
def test_a_pattern_without_literal_words_is_refused(alternative: str) -> None:
    with pytest.raises(ValueError, match="no literal words"):
        opening(alternative)


def test_words_that_begin_with_another_are_not_needed() -> None:
    assert shortest(["cơ quan nhà nước", "cơ quan", "ban", "ban ngành", "bộ"]) == {"cơ quan", "ban", "bộ"}
