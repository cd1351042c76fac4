"""``vanban extract``: one JSON line a document."""

from __future__ import annotations

import argparse

from vanban.cli.messages import Say
from vanban.cli.output import print_error, print_json

HELP = ("đọc văn bản, in mỗi văn bản một dòng JSON", "read documents, print one JSON line each")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=say("help.paths"))


def run(args: argparse.Namespace) -> int:
    """Extract each file; a bad one is told on stderr and the others go on."""
    from pipeline.files import documents_under
    from pipeline.work import extract_file

    code = 0
    for path in documents_under(args.paths):
        outcome = extract_file(path)
        if outcome.error:
            print_error(outcome.error, args.say)
            code = outcome.error.exit_code
        else:
            print_json(outcome.extraction)
    return code
