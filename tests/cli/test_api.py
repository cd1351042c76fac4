"""The Python interface: its examples run, its names are the documented ones."""

from __future__ import annotations

import doctest
import json
import typing
from pathlib import Path

import pytest

import vanban
from tests.samples import SEEDS, sample_home


def test_the_examples_of_the_interface_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VANBAN_GRAPH", raising=False)
    result = doctest.testmod(vanban)
    assert result.attempted >= 10
    assert result.failed == 0


@pytest.mark.parametrize("name", vanban.__all__)
def test_every_name_is_there_and_in_an_example(name: str) -> None:
    assert getattr(vanban, name).__doc__
    assert f"{name}" in (vanban.__doc__ or "")


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        vanban.nothing  # noqa: B018 - the access is what is tested
    assert set(vanban.__all__) <= set(dir(vanban))


def test_the_names_that_type_checkers_see_are_those_at_run_time() -> None:
    source = Path(typing.cast(str, vanban.__file__)).read_text("utf-8")
    for name, module in vanban._HOME.items():
        assert f"from {module} import" in source
        assert name in vanban.__all__


def test_a_graph_answers_as_the_command_does() -> None:
    with vanban.open_graph(home=sample_home().folder) as graph:
        chain = graph.chain("687/QĐ-TTg", direction="in", depth=1)
        owners = graph.owners("tuyên truyền kinh tế tuần hoàn", place="Lai Châu", as_of="2022-12-31")
        tasks = graph.tasks("Sở Tài chính", place="An Giang")
        shown = graph.show("473/KH-UBND")
        rows = graph.query("most_cited", limit=2)
    assert chain["root"] == "vn:trung-uong:2022:687-qdd-ttg"
    assert owners[0]["role"] == "lead"
    assert tasks
    assert shown["document"]["number"] == "473/KH-UBND"
    assert len(rows) == 2
    assert json.loads(json.dumps([chain, owners, tasks, shown, rows])) == [chain, owners, tasks, shown, rows]


def test_extract_takes_a_path_or_a_document() -> None:
    assert vanban.extract(SEEDS[1]) == vanban.extract(str(SEEDS[1])) == vanban.extract(vanban.read(SEEDS[1]))
