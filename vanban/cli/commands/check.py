"""``vanban check``: findings about a document itself, each with its quote and what speaks against it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vanban.cli.messages import Say
from vanban.cli.options import add_json, add_place
from vanban.cli.output import print_error, print_json

if TYPE_CHECKING:
    from pipeline.check import Issue
    from pipeline.record import SqliteRecord

HELP = (
    "soát văn bản: viện dẫn hết hiệu lực, ngày sai, thiếu chủ trì …",
    "check documents: dead references, wrong dates, missing leads …",
)


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("documents", nargs="+", metavar="PATH|NUMBER", help=say("help.check.document"))
    add_place(parser, say)
    parser.add_argument("--as-of", dest="as_of", metavar="DATE", help=say("help.check.as_of"))
    add_json(parser, say)
    parser.add_argument("--home", metavar="DIR", help=say("help.home"))


def run(args: argparse.Namespace) -> int:
    """Print the findings of each document, the gravest first; what is not readable is told, and the others go on."""
    from queries.days import day_month_or_year
    from vanban.home import Home

    args.as_of = day_month_or_year(args.as_of)
    home = Home.of(args.home)
    if not home.record_path.exists():
        return _check_all(args, None)
    with home.record() as record:
        return _check_all(args, record)


def _check_all(args: argparse.Namespace, record: SqliteRecord | None) -> int:
    """Documents of the command line, checked also against the record where there is one; the exit code of the last
    error."""
    from extractors.errors import VanbanError
    from pipeline.check import Known, check

    code = 0
    for count, asked in enumerate(_asked(args.documents)):
        try:
            extraction = _extraction(asked, args.place, record)
        except VanbanError as error:
            print_error(error, args.say)
            code = error.exit_code
            continue
        _print(extraction["document"], check(extraction, Known(args.as_of, record)), args, count)
    return code


def _asked(documents: list[str]) -> Iterator[str]:
    """Files, the files of folders, and numbers, in the order given."""
    from pipeline.files import documents_under

    for asked in documents:
        yield from map(str, documents_under([asked])) if Path(asked).is_dir() else (asked,)


def _print(header: dict[str, Any], issues: tuple[Issue, ...], args: argparse.Namespace, count: int) -> None:
    """One line of JSON, or a list for people with an empty line between two documents."""
    if args.json:
        shown = {name: header[name] for name in ("id", "number", "title", "issued_on")}
        print_json({"document": shown, "as_of": args.as_of, "issues": [issue.to_json() for issue in issues]})
        return
    from vanban.cli.render.check import print_issues

    if count:
        sys.stdout.write("\n")
    print_issues(header, issues, args.say)


def _extraction(asked: str, place: str | None, record: SqliteRecord | None) -> dict[str, Any]:
    """The extraction of a file, or of a document of the record. Raises `VanbanError`."""
    from extractors.errors import NotFoundError
    from pipeline.work import extract_file

    path = Path(asked)
    if path.is_file():
        outcome = extract_file(path)
        if outcome.extraction is None:
            raise outcome.error or NotFoundError(f"Không đọc được «{path}»")
        return outcome.extraction
    return record.get(_found(record, asked, place)) or {} if record else _nothing(asked)


def _found(record: SqliteRecord, asked: str, place: str | None) -> str:
    """The id of the one document of the record that bears a number or an id."""
    from extractors.errors import NotFoundError
    from extractors.fold import slug
    from extractors.identity import scope_of_place

    number, _, year = asked.partition(" năm ")
    scope = scope_of_place(place) if place else None
    rows = [
        row.id
        for row in record.rows()
        if asked == row.id
        or (
            row.number
            and slug(row.number) == slug(number)
            and year.strip() in ("", row.year)
            and scope in (None, row.scope)
        )
    ]
    if len(rows) > 1:
        mend = "Thêm --in ĐỊA_PHƯƠNG, thêm năm sau số (50/NQ-CP năm 2021), hoặc dùng mã ở trên"
        raise NotFoundError(f"Có {len(rows)} văn bản hợp với «{asked}»: {', '.join(rows)}", mend=mend)
    return rows[0] if rows else _nothing(asked)


def _nothing(asked: str) -> Any:
    from extractors.errors import NotFoundError

    raise NotFoundError(
        f"Không có tệp «{asked}», và trong kho không có văn bản nào mang số ấy",
        mend="Kiểm tra đường dẫn hoặc số, ký hiệu; nạp văn bản bằng: vanban ingest TỆP",
    )
