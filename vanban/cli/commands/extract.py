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
    from extractors.errors import ReadError
    from extractors.serialize import to_json
    from pipeline.extract import extract_document
    from pipeline.files import documents_under
    from pipeline.read import read

    code = 0
    for path in documents_under(args.paths):
        try:
            extraction = extract_document(read(path))
        except ReadError as error:
            print_error(error, args.say)
            code = error.exit_code
            continue
        print_json(to_json(extraction))
    return code
