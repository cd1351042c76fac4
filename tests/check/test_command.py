"""``vanban check`` on a file and on a document of the record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.check.test_cases import HEAD, TITLE
from vanban.cli import main

BODY = "Căn cứ Bộ luật Lao động số 10/2012/QH13 ngày 18 tháng 6 năm 2012;\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(HEAD.format(year="2023", month="03", day="10", title=TITLE) + BODY, "utf-8")
    return path


def run(*words: str | Path) -> int:
    return main([str(word) for word in words])


def test_a_file_is_checked_without_a_record(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", plan, "--home", tmp_path / "home", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["document"]["number"] == "1288/KH-UBND"
    (issue,) = answer["issues"]
    assert (issue["code"], issue["grade"]) == ("dead_reference", "must_fix")
    text = HEAD.format(year="2023", month="03", day="10", title=TITLE) + BODY
    assert text[slice(*issue["span"])] == issue["quote"]
    assert issue["against"][0]["source"] == "laws.csv"


@pytest.mark.parametrize(
    ("options", "says"),
    [([], "[phải sửa]"), (["--lang", "en"], "[must fix]"), (["--as-of", "2020-06-01"], "Không thấy")],
)
def test_words_for_people(
    plan: Path, tmp_path: Path, options: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", plan, "--home", tmp_path / "home", *options) == 0
    assert says in capsys.readouterr().out


def test_a_document_of_the_record(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "home"
    assert run("ingest", plan, "--home", home) == 0
    capsys.readouterr()
    for asked in ("1288/KH-UBND", "1288/kh-ubnd năm 2023", "vn:lai-chau:2023:1288-kh-ubnd"):
        assert run("check", asked, "--home", home, "--json") == 0
        assert json.loads(capsys.readouterr().out)["issues"][0]["code"] == "dead_reference"


def test_the_files_of_a_folder(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "moi"
    folder.mkdir()
    for name in ("a.txt", "c.txt"):
        (folder / name).write_bytes(plan.read_bytes())
    (folder / "b.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert run("check", folder, plan, "--home", tmp_path / "home", "--json") != 0
    told = capsys.readouterr()
    assert [json.loads(line)["document"]["number"] for line in told.out.splitlines()] == ["1288/KH-UBND"] * 3
    assert "b.doc" in told.err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["999/KH-UBND"], 1, "không có văn bản nào mang số ấy"),
        (["999/KH-UBND", "--as-of", "31/12/2025"], 1, "không có văn bản nào mang số ấy"),
        (["999/KH-UBND", "--as-of", "31/13/2025"], 2, "2025-12-31"),
    ],
)
def test_refusals(words: list[str], code: int, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", *words, "--home", tmp_path / "home") == code
    assert says in capsys.readouterr().err
