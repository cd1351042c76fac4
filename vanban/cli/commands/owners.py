"""``vanban owners``: who has a task, by which document, and who that is now."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from vanban.cli.messages import Say
from vanban.cli.options import add_home, add_json, add_place
from vanban.cli.output import print_json

if TYPE_CHECKING:
    from vanban.segment import Segment

HELP = ("cơ quan nào chủ trì, thực hiện một việc", "which agency leads or does a task")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("question", metavar="QUESTION", help=say("help.question"))
    add_place(parser, say)
    parser.add_argument("--as-of", metavar="DATE", help=say("help.as_of"))
    parser.add_argument(
        "--role", choices=("lead", "responsible", "coordinate", "receive"), metavar="ROLE", help=say("help.role")
    )
    parser.add_argument("--limit", type=int, default=5, metavar="N", help=say("help.limit"))
    parser.add_argument("--segment", action="store_true", help=say("help.segment"))
    add_json(parser, say)
    add_home(parser, say)


def run(args: argparse.Namespace) -> int:
    """Print the owners, best first."""
    from queries.owners import owners
    from vanban.home import Home

    segment = _segmenter() if args.segment else None
    with Home.of(args.home, args.graph).store() as store:
        rows = owners(
            store,
            args.question,
            place=args.place,
            as_of=args.as_of,
            role=args.role,
            limit=args.limit,
            segment=segment,
        )
    if args.json:
        print_json(rows)
        return 0
    from vanban.cli.render.duties import print_owners

    print_owners(rows, args.say)
    return 0


def _segmenter() -> Segment:
    from extractors.errors import UsageError
    from vanban.segment import segmenter

    segment = segmenter()
    if segment is None:
        mend = 'Cài bằng: pip install "vanban[underthesea]", hoặc bỏ --segment'
        raise UsageError("Chưa cài underthesea để tách từ", mend=mend)
    return segment
