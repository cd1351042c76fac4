"""On a terminal: colour, unless NO_COLOR says otherwise; a progress bar on stderr that leaves stdout alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import environment
from tests.samples import SEEDS, sample_home

pty = pytest.importorskip("pty")

COLOUR = "\x1b[36m"


def on_terminal(*args: str | Path, stream: str = "stdout", **env: str) -> tuple[int, str, str]:
    """The exit code, what the terminal got of one stream, and what the other one got."""
    master, slave = pty.openpty()
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: slave}
    running = subprocess.Popen(
        [sys.executable, "-m", "vanban", *map(str, args)], env=environment(TERM="xterm-256color", **env), text=True,
        **streams,  # type: ignore[call-overload]
    )  # fmt: skip
    os.close(slave)
    got = bytearray()
    while chunk := _read(master):
        got += chunk
    os.close(master)
    out, err = running.communicate(timeout=60)
    return running.returncode, got.decode(), out or err or ""


def _read(master: int) -> bytes:
    try:
        return os.read(master, 4096)
    except OSError:  # the other end is closed
        return b""


ASKED = ("owners", "tuyên truyền kinh tế tuần hoàn", "--in", "Lai Châu")


def test_answers_have_colour_on_a_terminal() -> None:
    code, shown, _ = on_terminal(*ASKED, "--home", sample_home().folder)
    assert code == 0
    assert COLOUR in shown


def test_no_color_is_respected() -> None:
    code, shown, _ = on_terminal(*ASKED, "--home", sample_home().folder, NO_COLOR="1")
    assert code == 0
    assert COLOUR not in shown


def test_the_progress_bar_is_on_stderr(tmp_path: Path) -> None:
    code, shown, out = on_terminal("ingest", *SEEDS[:2], "--home", tmp_path, stream="stderr")
    assert code == 0
    assert "Đọc văn bản" in shown
    assert "Đã đọc 2 tệp" in out
    assert "\x1b" not in out
