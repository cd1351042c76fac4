"""Progress on stderr: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from vanban.cli.messages import Say
from vanban.cli.output import print_line

if TYPE_CHECKING:
    from pipeline.ingest import Step

EVERY_SECONDS = 10.0


@contextmanager
def progress(say: Say) -> Iterator[Callable[[Step], None]]:
    """A function to call with every step."""
    if not sys.stderr.isatty():
        yield _plain(say)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("ingest.progress"), total=None)
        yield lambda step: bar.update(task, completed=step.done, total=step.total)


@contextmanager
def graph_update(say: Say) -> Iterator[None]:
    """A sign that the graph is being written."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(say("ingest.graph")):
        yield


def _plain(say: Say) -> Callable[[Step], None]:
    last = time.monotonic()

    def show(step: Step) -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY_SECONDS:
            last = time.monotonic()
            print_line(f"{say('ingest.progress')}: {step.done}/{step.total}")

    return show
