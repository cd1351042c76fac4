"""``vanban ingest``: files into the record and the graph."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.cli.messages import Say
from vanban.cli.options import add_home, add_json

if TYPE_CHECKING:
    from graph.store import GraphStore
    from pipeline.ingest import Report
    from pipeline.record import SqliteRecord

HELP = ("nạp tệp, thư mục vào kho và đồ thị", "bring files and folders into the record and the graph")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=say("help.paths"))
    parser.add_argument("--workers", type=int, metavar="N", help=say("help.workers"))
    parser.add_argument("--again", action="store_true", help=say("help.again"))
    parser.add_argument("--report", type=Path, metavar="FILE", help=say("help.report"))
    add_json(parser, say)
    add_home(parser, say)


def run(args: argparse.Namespace) -> int:
    """Ingest; 1 when files were refused, 3 when the graph cannot be written (before anything is read)."""
    from vanban.cli.app import INTERRUPTED
    from vanban.cli.output import print_json
    from vanban.cli.report import print_summary, write_report
    from vanban.home import Home

    home = Home.of(args.home, args.graph)
    with home.store(write=True, on_wait=lambda: _tell_waiting(args)) as store, home.record() as record:
        report = _ingest(args, record, store)
        if args.report:
            write_report(report, args.report)
        if args.json:
            print_json(report.to_json())
        else:
            print_summary(report, record, store, args.say)
    return INTERRUPTED if report.interrupted else 1 if report.refused else 0


def _ingest(args: argparse.Namespace, record: SqliteRecord, store: GraphStore) -> Report:
    from pipeline.ingest import ingest, sync
    from vanban.cli.progress import graph_update, progress

    with progress(args.say) as show:
        report = ingest(args.paths, record, workers=args.workers, again=args.again, progress=show)
    with graph_update(args.say):
        report.graph = sync(record, store)
    return report


def _tell_waiting(args: argparse.Namespace) -> None:
    from vanban.cli.output import print_line

    print_line(args.say("graph.waits"))
