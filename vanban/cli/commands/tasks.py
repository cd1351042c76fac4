"""``vanban tasks``: the duties of an agency."""

from __future__ import annotations

import argparse

from vanban.cli.messages import Say
from vanban.cli.options import add_home, add_json, add_place
from vanban.cli.output import print_json

HELP = ("việc được giao cho một cơ quan, kể cả qua nhóm", "the tasks of an agency, also through groups")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("--agency", required=True, metavar="NAME", help=say("help.agency"))
    add_place(parser, say)
    parser.add_argument("--due-before", metavar="DATE", help=say("help.due_before"))
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table", help=say("help.format"))
    add_json(parser, say)
    add_home(parser, say)


def run(args: argparse.Namespace) -> int:
    """Print the duties in the order in which they fall due."""
    from queries.tasks import tasks
    from vanban.home import Home

    with Home.of(args.home, args.graph).store() as store:
        rows = tasks(store, args.agency, place=args.place, due_before=args.due_before)
    if args.json or args.format == "json":
        print_json(rows)
        return 0
    from vanban.cli.render.duties import print_tasks, write_tasks_csv

    if args.format == "csv":
        write_tasks_csv(rows)
    else:
        print_tasks(rows, args.say)
    return 0
