"""``vanban show``: all that the graph knows of one document."""

from __future__ import annotations

import argparse

from vanban.cli.messages import Say
from vanban.cli.options import add_home, add_json, add_place
from vanban.cli.output import print_json

HELP = ("một văn bản: viện dẫn, nhiệm vụ, chỉ tiêu", "one document: citations, tasks, targets")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("document", metavar="NUMBER", help=say("help.document"))
    add_place(parser, say)
    parser.add_argument("--as-of", dest="as_of", metavar="DATE", help=say("help.status_as_of"))
    add_json(parser, say)
    add_home(parser, say)


def run(args: argparse.Namespace) -> int:
    """Print the document."""
    from queries.show import show
    from vanban.home import Home

    with Home.of(args.home, args.graph).store() as store:
        answer = show(store, args.document, place=args.place, as_of=args.as_of)
    if args.json:
        print_json(answer)
        return 0
    from vanban.cli.render.document import print_document

    print_document(answer, args.say)
    return 0
