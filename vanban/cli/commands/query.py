"""``vanban query``: a question of the catalogue."""

from __future__ import annotations

import argparse
import sys

from vanban.cli.messages import Say
from vanban.cli.options import add_home, add_json
from vanban.cli.output import print_json

HELP = ("chạy một câu hỏi có sẵn trong danh mục", "run a question of the catalogue")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=say("help.query.name"))
    parser.add_argument("--list", action="store_true", help=say("help.query.list"))
    parser.add_argument(
        "--param", action="append", default=[], metavar="K=V", help=say("help.query.param"), dest="parameters"
    )
    add_json(parser, say)
    add_home(parser, say)


def run(args: argparse.Namespace) -> int:
    """Print the rows of a question, or the list of questions."""
    if args.list or not args.name:
        return _list(args)
    from queries.catalogue import ask
    from vanban.home import Home

    given = _pairs(args.parameters)
    with Home.of(args.home, args.graph).store() as store:
        rows = ask(store, args.name, given)
    if args.json:
        for row in rows:
            print_json(row)
        return 0
    from vanban.cli.render.rows import print_rows

    print_rows(rows, args.say)
    return 0


def _list(args: argparse.Namespace) -> int:
    from queries.catalogue import catalogue

    english = args.say("app.usage").startswith("usage")
    for query in catalogue().values():
        if args.json:
            parameters = {p.name: {"kind": p.kind, "required": p.required, "about": p.about} for p in query.parameters}
            question = {"vi": query.question, "en": query.english}
            print_json({"name": query.name, "question": question, "parameters": parameters})
            continue
        names = " ".join(p.name if p.required else f"[{p.name}]" for p in query.parameters)
        sys.stdout.write(f"{query.name} {names}".rstrip() + f"\n    {query.english if english else query.question}\n")
    return 0


def _pairs(given: list[str]) -> dict[str, str]:
    from extractors.errors import UsageError

    pairs = {}
    for item in given:
        name, equals, value = item.partition("=")
        if not equals:
            raise UsageError(f"Tham số «{item}» thiếu dấu =", mend="Viết dạng --param tên=giá_trị")
        pairs[name] = value
    return pairs
