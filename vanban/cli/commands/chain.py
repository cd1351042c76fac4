"""``vanban chain``: what a document rests upon and what rests upon it."""

from __future__ import annotations

import argparse

from vanban.cli.messages import Say
from vanban.cli.options import add_home, add_json, add_place
from vanban.cli.output import print_json

HELP = (
    "chuỗi viện dẫn của một văn bản: ai thực hiện, căn cứ vào đâu",
    "the chain of a document: who implements it, what it rests upon",
)


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("document", metavar="NUMBER", help=say("help.document"))
    add_place(parser, say)
    parser.add_argument("--direction", choices=("out", "in", "both"), default="both", help=say("help.direction"))
    parser.add_argument("--depth", type=int, default=2, metavar="N", help=say("help.depth"))
    parser.add_argument("--as-of", dest="as_of", metavar="DATE", help=say("help.status_as_of"))
    add_json(parser, say)
    add_home(parser, say)


def run(args: argparse.Namespace) -> int:
    """Print the chain as a tree, or as JSON."""
    from queries.chain import chain
    from vanban.home import Home

    with Home.of(args.home, args.graph).store() as store:
        answer = chain(
            store, args.document, place=args.place, direction=args.direction, depth=args.depth, as_of=args.as_of
        )
    if args.json:
        print_json(answer)
        return 0
    from vanban.cli.render.chain import print_chain

    print_chain(answer, args.say)
    return 0
