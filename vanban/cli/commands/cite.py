"""``vanban cite``: the citations in any text, one JSON line each."""

from __future__ import annotations

import argparse
import sys

from vanban.cli.messages import Say
from vanban.cli.output import print_json

HELP = ("tìm văn bản được viện dẫn trong một tệp hay một đoạn chữ", "find the citations in a file or any text")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help=say("help.cite.file"))
    parser.add_argument("--issued-on", metavar="DATE", help=say("help.cite.issued_on"))
    parser.add_argument("--in", dest="place", metavar="PLACE", help=say("help.cite.place"))


def run(args: argparse.Namespace) -> int:
    """Citations of a file (read as a document), or of standard input (as it is)."""
    from extractors.serialize import citation_to_json
    from pipeline.extract import extract_document
    from pipeline.read import read
    from pipeline.text import find_citations

    if args.file == "-":
        found = find_citations(sys.stdin.read(), issued_on=args.issued_on, place=args.place)
    else:
        found = extract_document(read(args.file)).citations
    for citation in found:
        print_json(citation_to_json(citation))
    return 0
