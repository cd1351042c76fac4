"""``vanban cypher``: a reading query of one's own."""

from __future__ import annotations

import argparse

from vanban.cli.messages import Say
from vanban.cli.options import add_home, add_json
from vanban.cli.output import print_json

HELP = ("chạy một câu Cypher chỉ đọc", "run a reading Cypher query")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("text", metavar="CYPHER", help=say("help.cypher.text"))
    parser.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS", help=say("help.timeout"))
    parser.add_argument("--limit", type=int, default=1000, metavar="N", help=say("help.limit"))
    add_json(parser, say)
    add_home(parser, say)


def run(args: argparse.Namespace) -> int:
    """Print the rows; a query that writes is refused before it reaches the graph."""
    from graph.readonly import check_reading
    from vanban.home import Home

    check_reading(args.text)
    with Home.of(args.home, args.graph).store() as store:
        rows = store.read(args.text, {}, timeout=args.timeout, max_rows=args.limit)
    if args.json:
        for row in rows:
            print_json(row)
        return 0
    from vanban.cli.render.rows import print_rows

    print_rows(rows, args.say)
    return 0
