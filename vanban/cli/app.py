"""The shell around the subcommands: parsing, and every error as one clear line."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections.abc import Sequence

from extractors.errors import VanbanError
from vanban.cli import commands
from vanban.cli.messages import speaker
from vanban.cli.output import print_error


def run(argv: Sequence[str] | None = None) -> int:
    """Parse the arguments and run the subcommand; returns the exit code."""
    say = speaker("vi")
    parser = argparse.ArgumentParser(prog="vanban", description=say("app.about"))
    subparsers = parser.add_subparsers(dest="command", required=True)
    for module in pkgutil.iter_modules(commands.__path__):
        command = importlib.import_module(f"{commands.__name__}.{module.name}")
        sub = subparsers.add_parser(module.name, help=command.HELP[0])
        command.configure(sub, say)
        sub.set_defaults(run=command.run, say=say)
    args = parser.parse_args(argv)
    try:
        return int(args.run(args))
    except VanbanError as error:
        print_error(error, say)
        return error.exit_code
