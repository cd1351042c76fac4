"""CI's own check that the Neo4j tests ran; the Makefile's choice of a Python; traces that no checkout may have."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSED = '<testcase classname="tests.graph.test_contract" name="test_chain[neo4j]"/>'
SKIPPED = (
    '<testcase classname="tests.graph.test_contract" name="test_chain[neo4j]"><skipped message="Java"/></testcase>'
)
OTHER = '<testcase classname="tests.graph.test_contract" name="test_chain[embedded]"/>'
# A developer's own folders, and words that say that something is not done
TRACES = re.compile(rb"(?<![\w.<])/(?:home|root|Users|work)/\w|\b(?:TO[D]O|FIX[M]E)\b")


@pytest.mark.parametrize(
    ("cases", "code"),
    [(PASSED + OTHER, 0), (PASSED + SKIPPED, 0), (SKIPPED + OTHER, 1), (OTHER, 1), ("", 1)],
)
def test_ci_fails_where_no_neo4j_test_ran(cases: str, code: int, tmp_path: Path) -> None:
    report = tmp_path / "junit.xml"
    report.write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>", "utf-8")
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "neo4j_ran.py", report], check=False, capture_output=True, text=True
    )
    assert done.returncode == code
    assert bool(done.stderr) == bool(code)
    assert not done.stdout


@pytest.mark.skipif(not shutil.which("make"), reason="make is missing")
def test_make_says_what_it_can_do() -> None:
    command = ["make", "--no-print-directory", "help"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert [line.split()[:2] for line in done.stdout.splitlines()[:3]] == [
        ["make", "demo"],
        ["make", "test"],
        ["make", "score"],
    ]


@pytest.mark.skipif(not shutil.which("make"), reason="make is missing")
def test_make_tells_a_machine_without_python(tmp_path: Path) -> None:
    done = subprocess.run(
        ["make", "--file", ROOT / "Makefile", ".venv/made", "PYTHON="],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "Cần Python 3.11 trở lên" in done.stderr


def test_no_traces() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split(
        "\n"
    )
    texts = {name: ROOT / name for name in listed if name and not name.startswith("corpus/")}
    found = {name for name, path in texts.items() if path.is_file() and TRACES.search(path.read_bytes())}
    assert not found
