"""``vanban tasks``: the duties of an agency."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from extractors.errors import UsageError
from vanban.cli.messages import Say
from vanban.cli.options import add_home, add_json, add_place
from vanban.cli.output import print_json

Json = dict[str, Any]
FORMATS = ("table", "json", "csv", "xlsx", "ics")
HELP = (
    "việc của một cơ quan, kể cả qua nhóm và của cơ quan mà nó kế thừa",
    "the tasks of an agency, also through groups and of those that it succeeded",
)


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("--agency", required=True, metavar="NAME", help=say("help.agency"))
    add_place(parser, say)
    parser.add_argument("--due-before", metavar="DATE", help=say("help.due_before"))
    parser.add_argument("--as-of", metavar="DATE", help=say("help.tasks_as_of"))
    parser.add_argument("--format", choices=FORMATS, default="table", help=say("help.format"))
    parser.add_argument("--output", metavar="FILE", help=say("help.output"))
    add_json(parser, say)
    add_home(parser, say)


def run(args: argparse.Namespace) -> int:
    """Print the duties in the order in which they fall due, or write them to a file."""
    from queries.tasks import tasks
    from vanban.home import Home

    with Home.of(args.home, args.graph).store() as store:
        rows = tasks(store, args.agency, place=args.place, due_before=args.due_before, as_of=args.as_of)
    form = "json" if args.json else args.format
    if form == "json" and not args.output:
        print_json(rows)
    elif form == "table" and not args.output:
        from vanban.cli.render.duties import print_tasks

        print_tasks(rows, args.say)
    else:
        _write(_content(rows, form, args.say), args)
        if form == "ics":
            _tell_left_out(rows, args.say)
    return 0


def _content(rows: list[Json], form: str, say: Say) -> bytes:
    """The duties in a form for files."""
    from vanban.cli.render.calendar import tasks_ics
    from vanban.cli.render.sheet import tasks_csv, tasks_xlsx

    if form == "xlsx":
        return tasks_xlsx(rows, say)
    if form == "ics":
        return tasks_ics(rows, say).encode()
    if form == "json":
        return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()
    return tasks_csv(rows).encode()


def _write(content: bytes, args: argparse.Namespace) -> None:
    """To ``--output``, else to standard output; a workbook is never written onto a terminal."""
    if args.output:
        try:
            Path(args.output).write_bytes(content)
        except OSError as error:
            raise UsageError(f"Không ghi được tệp {args.output}: {error.strerror}", mend="Chọn tệp khác") from None
        return
    if args.format == "xlsx" and sys.stdout.isatty():
        mend = "Thêm --output viec.xlsx, hoặc chuyển hướng: > viec.xlsx"
        raise UsageError("Bảng tính Excel không in ra màn hình được", mend=mend)
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _tell_left_out(rows: list[Json], say: Say) -> None:
    left = sum(1 for row in rows if not row["due"])
    if left:
        print(say("word.no_day", count=left), file=sys.stderr)  # noqa: T201 - beside the calendar, not in it
