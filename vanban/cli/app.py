"""The shell around the subcommands: parsing, the language, and every error as one clear line on stderr."""

from __future__ import annotations

import argparse
import importlib
import itertools
import os
import pkgutil
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from extractors.errors import VanbanError
from vanban.cli import commands
from vanban.cli.messages import USAGE_ERRORS, Say, speaker
from vanban.cli.output import print_error, print_line

INTERRUPTED = 130
_LANGUAGES = ("vi", "en")


def run(argv: Sequence[str] | None = None) -> int:
    """Parse the arguments and run the subcommand; returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    say = speaker(_language(words))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        args = _parser(say).parse_args(words)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    return _told(args, say)


def _told(args: argparse.Namespace, say: Say) -> int:
    """Run the subcommand; every error becomes a line on stderr and an exit code."""
    code = 1
    try:
        code = int(args.run(args))
        sys.stdout.flush()
    except VanbanError as error:
        print_error(error, say)
        code = error.exit_code
    except KeyboardInterrupt:
        print_line(say("app.interrupted"))
        code = INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough: no error
        _stop_writing()
        code = 0
    except OSError as error:
        print_line(say("app.output", reason=error.strerror or type(error).__name__))
        _stop_writing()
    except Exception as error:
        if os.environ.get("VANBAN_DEBUG"):
            raise
        print_line(say("app.bug", reason=f"{type(error).__name__}: {error}".splitlines()[0]))
    return code


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the user's language and ends with exit code 2."""

    def __init__(self, *, say: Say, **kwargs: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_formatter(say), **kwargs)
        self.say = say
        self._positionals.title = say("app.arguments")
        self._optionals.title = say("app.options")
        self.add_argument("-h", "--help", action="help", help=say("help.help"))
        self.add_argument("--lang", choices=_LANGUAGES, default=argparse.SUPPRESS, help=say("help.lang"))

    def error(self, message: str) -> NoReturn:
        for pattern, vietnamese in USAGE_ERRORS if self.say("app.usage").startswith("cách") else ():
            message = re.sub(pattern, vietnamese, message)
        print_line(f"{message}. {self.say('usage.see', command=self.prog)}")
        raise SystemExit(2)


def _formatter(say: Say) -> type[argparse.HelpFormatter]:
    """Help with "usage:" in the user's language."""

    class Formatter(argparse.HelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, say("app.usage") if prefix is None else prefix)

    return Formatter


def _parser(say: Say) -> argparse.ArgumentParser:
    parser = _Parser(prog="vanban", description=say("app.about"), epilog=say("app.more"), say=say)
    parser.add_argument("--version", action=_Version, nargs=0, help=say("help.version"))
    subparsers = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=say("app.commands"), parser_class=_Parser
    )
    for module in pkgutil.iter_modules(commands.__path__):
        command = importlib.import_module(f"{commands.__name__}.{module.name}")
        about = command.HELP[0 if say("app.usage").startswith("cách") else 1]
        sub = subparsers.add_parser(module.name, help=about, description=about[0].upper() + about[1:] + ".", say=say)
        command.configure(sub, say)
        sub.set_defaults(run=command.run, say=say)
    return parser


class _Version(argparse.Action):
    """``--version``: looked up only when asked for."""

    def __call__(self, *_: object) -> NoReturn:
        from importlib.metadata import version

        sys.stdout.write(f"vanban {version('vanban')}\n")
        raise SystemExit(0)


def _language(words: Sequence[str]) -> str:
    """The language asked for: ``--lang en`` anywhere, else ``VANBAN_LANG``, else Vietnamese."""
    for word, after in itertools.pairwise((*words, "")):
        if word == "--lang":
            return after
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return os.environ.get("VANBAN_LANG", "vi")


def _stop_writing() -> None:
    """Let nothing more be written to a stdout that is gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
