"""The real command, run as users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.samples import sample_home
from vanban.cli import main

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(**more: str) -> dict[str, str]:
    """The environment without settings of the machine's user."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("VANBAN_", "NO_COLOR", "COLUMNS"))
    }
    return {**kept, "PYTHONWARNINGS": "error", **more}


def vanban(*args: str | Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """``vanban ARGS`` in a process of its own."""
    command = [sys.executable, "-m", "vanban", *map(str, args)]
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, encoding="utf-8", env=environment(**env), check=False,
        timeout=120,
    )  # fmt: skip


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """``ask("chain", …)``: the command in this process on the samples' graph -> exit code, stdout, stderr."""
    for name in [name for name in os.environ if name.startswith("VANBAN_")]:
        monkeypatch.delenv(name)

    def run(*args: str) -> tuple[int, str, str]:
        home = [] if "--home" in args else ["--home", str(sample_home().folder)]
        code = main([*args, *home])
        out, err = capsys.readouterr()
        return code, out, err

    return run
