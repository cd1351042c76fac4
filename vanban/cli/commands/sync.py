"""``vanban sync``: a graph brought into step with the record."""

from __future__ import annotations

import argparse

from vanban.cli.messages import Say
from vanban.cli.options import add_home, add_json

HELP = ("dựng lại hay cập nhật đồ thị từ kho", "rebuild or update a graph from the record")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("--rebuild", action="store_true", help=say("help.sync.rebuild"))
    add_json(parser, say)
    add_home(parser, say)


def run(args: argparse.Namespace) -> int:
    """Update the graph, or empty it and build it anew."""
    from pipeline.ingest import sync
    from vanban.cli.output import print_json, print_line
    from vanban.cli.progress import graph_update
    from vanban.home import Home

    home = Home.of(args.home, args.graph)
    with (
        home.record() as record,
        home.store(write=True, on_wait=lambda: print_line(args.say("graph.waits"))) as store,
        graph_update(args.say),
    ):
        done = sync(record, store, rebuild=args.rebuild)
    if args.json:
        print_json({"written": list(done.written), "removed": list(done.removed)})
    else:
        print(args.say("sync.done", written=len(done.written), removed=len(done.removed)))  # noqa: T201
    return 0
