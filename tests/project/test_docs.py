"""The docs: commands run and print what is shown, code runs, options exist, links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from docs.build import (
    DOCS,
    ROOT,
    command_names,
    commands,
    data_model_page,
    environment,
    help_of,
    picture,
    with_fresh_output,
)
from queries.catalogue import parse
from vanban.cli import main
from vanban.home import Home

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md"))]
LINK = re.compile(r"(?<!`)\]\((?!https?://|#)(?P<target>[^)#\s]+)")
PYTHON = re.compile(r"^```python\n(?P<code>.*?)^```$", re.M | re.S)
CYPHER = re.compile(r"^```cypher\n(?P<text>.*?)^```$", re.M | re.S)
# "vanban chain 687/QĐ-TTg --direction both --depth 4"
TYPED = re.compile(r"\bvanban (?P<command>[a-z]+)(?P<rest>[^`\n|]*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_lead_to_files(page: Path) -> None:
    targets = [match["target"] for match in LINK.finditer(page.read_text("utf-8"))]
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_commands_and_options_exist(page: Path) -> None:
    known = set(command_names())
    for match in TYPED.finditer(page.read_text("utf-8")):
        if match["command"] not in known:
            continue
        wrong = set(OPTION.findall(match["rest"])) - set(OPTION.findall(help_of(match["command"])))
        assert not wrong, match.group()


def test_every_command_is_documented_with_its_options() -> None:
    page = (DOCS / "commands.md").read_text("utf-8")
    sections = dict(re.findall(r"^## `vanban (\w+)`\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    assert sorted(sections) == command_names()
    for name, text in sections.items():
        assert set(OPTION.findall(text)) == set(OPTION.findall(help_of(name))), f"{name}: run `make docs`"


def test_the_data_model_is_the_schemas() -> None:
    assert (DOCS / "data-model.md").read_text("utf-8") == data_model_page()


def test_the_picture_is_what_displacy_draws() -> None:
    pytest.importorskip("spacy")
    assert (DOCS / "displacy.svg").read_text("utf-8") == picture()


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if any(commands(page.read_text("utf-8")))], ids=relative)
def test_commands_print_what_is_shown(page: Path) -> None:
    assert with_fresh_output(page) == page.read_text("utf-8")


def test_the_readme_shows_commands_and_is_short() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= 150
    shown = " ".join(commands(text))
    assert all(f"vanban {name}" in shown for name in ("ingest", "show", "cite", "owners", "chain"))


def test_every_dependency_is_explained() -> None:
    page = (DOCS / "dependencies.md").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    lists = [project["project"]["dependencies"], *extras, *project["dependency-groups"].values()]
    names = {Requirement(line).name for lines in lists for line in lines if isinstance(line, str)}
    assert not {name for name in names if f"`{name}`" not in page}


CODE = {
    f"{page.stem}-{number}": match["code"]
    for page in PAGES
    for number, match in enumerate(PYTHON.finditer(page.read_text("utf-8")), start=1)
}


@pytest.mark.slow
@pytest.mark.parametrize("code", CODE.values(), ids=CODE.keys())
def test_python_runs(code: str, tmp_path: Path) -> None:
    if "vanban.spacy" in code:
        pytest.importorskip("spacy")
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment(str(tmp_path)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


@pytest.mark.slow
def test_the_question_of_contributing_has_an_answer(tmp_path: Path) -> None:
    (block,) = CYPHER.finditer((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    query = parse("units_of_targets", block["text"])
    assert main(["ingest", "--home", str(tmp_path), *map(str, sorted((ROOT / "corpus/samples").glob("00*.txt")))]) == 0
    with Home(tmp_path).store() as store:
        rows = store.read(query.text, query.bind({"scope": "lai-chau"}))
    assert rows
    assert rows[0]["unit"] == "%"


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / ".venv/dev").exists(), reason="this environment was not made by `make test`")
def test_make_demo_shows_the_whole_path(tmp_path: Path) -> None:
    done = subprocess.run(
        ["make", "demo"],
        cwd=ROOT,
        env=environment(str(tmp_path)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    chain, owners = done.stdout.split("$ vanban chain 687/QĐ-TTg")[1].split("$ vanban owners ")
    assert "IMPLEMENTS" in chain
    assert "473/KH-UBND" in chain
    assert owners.splitlines()[1].startswith("1. Sở Thông tin và Truyền thông tỉnh Lai Châu  [chủ trì]")
    assert "vanban ingest THƯ_MỤC_CỦA_BẠN" in done.stdout
