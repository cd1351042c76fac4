"""A form of deadlines is tried only where a word that it needs stands: nowhere else could it match."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from extractors.deadlines_forms import FORMS, Form, forms_in

CORPUS = Path(__file__).parents[2] / "corpus"
NEEDING = [form for form in FORMS if form.needs]


@cache
def _lines() -> tuple[str, ...]:
    """The lines of whole documents."""
    paths = (path for folder in ("gold-texts", "samples") for path in (CORPUS / folder).glob("*.txt"))
    return tuple({line for path in paths for line in path.read_text("utf-8").splitlines()})


@pytest.mark.parametrize("form", NEEDING, ids=lambda form: form.name)
def test_the_example_holds_what_its_form_needs(form: Form) -> None:
    assert form in forms_in(form.example.lower(), prose=False)


@pytest.mark.parametrize("form", NEEDING, ids=lambda form: form.name)
def test_no_line_matches_without_it(form: Form) -> None:
    without = [line for line in _lines() if form not in forms_in(line.lower(), prose=False)]
    assert without
    assert [line for line in without if form.pattern.search(line)] == []


def test_words_that_are_needed_are_in_small_letters() -> None:
    assert all(word == word.lower() for form in FORMS for word in (*form.needs, *form.also))
