"""The command starts fast, explains itself in two languages, and never shows a traceback."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import environment, vanban

HEAVY = (
    "spacy", "pandas", "numpy", "neo4j", "kglite", "lxml", "pypdfium2", "pdfplumber", "selectolax", "rich", "networkx",
    "underthesea", "yaml", "ahocorasick_rs", "rapidfuzz", "pipeline.read", "extractors.citations",
)  # fmt: skip
COMMANDS = (
    "chain",
    "cite",
    "cypher",
    "doctor",
    "eval",
    "extract",
    "ingest",
    "owners",
    "query",
    "show",
    "sync",
    "tasks",
)


@pytest.mark.parametrize("args", [["--help"], ["chain", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    code = (
        "import sys\nfrom vanban.cli import main\n"
        f"code = main({args!r})\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], code)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    assert run.stdout.splitlines()[-1] == "[] 0"


def test_help_costs_less_than_three_tenths_of_a_second() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert vanban("--help").returncode == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3


@pytest.mark.parametrize(("lang", "words"), [("vi", ("cách dùng", "các lệnh")), ("en", ("usage", "commands"))])
def test_help_speaks_both_languages(lang: str, words: tuple[str, str]) -> None:
    out = vanban("--help", "--lang", lang).stdout
    assert all(word in out for word in words)
    assert all(f"    {command} " in out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    vietnamese, english = vanban(command, "--help"), vanban(command, "--help", VANBAN_LANG="en")
    assert vietnamese.returncode == english.returncode == 0
    assert vietnamese.stdout != english.stdout
    assert max(map(len, vietnamese.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "thiếu"),
        (["fly"], "fly"),
        (["chain"], "thiếu: NUMBER"),
        (["chain", "1/KH", "--direction", "up"], "--direction: không có 'up'"),
        (["chain", "1/KH", "--depth", "x"], "--depth: giá trị 'x' không hợp lệ"),
        (["chain", "1/KH", "--nothing"], "không hiểu: --nothing"),
        (["owners", "x", "--in"], "--in: thiếu giá trị"),
        (["--lang", "fr", "doctor"], "--lang: không có 'fr'"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_two(args: list[str], says: str) -> None:
    run = vanban(*args)
    assert run.returncode == 2
    assert says in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert run.stdout == ""


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    script = f"{sys.executable} -m vanban query --list | head -1; echo ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True, env=environment())
    assert run.stdout.splitlines()[-1] == "0"
    assert run.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "vanban", "query", "--list"], stdout=full, stderr=subprocess.PIPE, text=True,
            check=False, env=environment(),
        )  # fmt: skip
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1
    assert "Traceback" not in run.stderr


def test_the_public_interface_imports_nothing_heavy() -> None:
    code = f"import sys, vanban\nassert len(vanban.__all__) <= 12\nprint([m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    assert run.stdout.strip() == "[]"
