"""``vanban eval``: extractions against gold labels."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from vanban.cli.messages import Say
from vanban.cli.output import print_json

HELP = ("so kết quả trích xuất với nhãn chuẩn", "score extractions against gold labels")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    parser.add_argument("gold", type=Path, metavar="GOLD", help=say("help.eval.gold"))
    parser.add_argument("predictions", type=Path, metavar="PREDICTIONS", help=say("help.eval.predictions"))
    parser.add_argument("--json", action="store_true", help=say("help.eval.json"))
    parser.add_argument("--intervals", action="store_true", help=say("help.eval.intervals"))
    parser.add_argument("--errors", action="store_true", help=say("help.eval.errors"))


def run(args: argparse.Namespace) -> int:
    """Print the scores, how sure they are, every disagreement; 1 when a gold document has no extraction."""
    from pipeline.scoring.report import disagreements, intervals, score_files, table, to_json

    report = score_files(args.gold, args.predictions)
    if args.json:
        print_json(to_json(report))
    lines = [] if args.json else list(table(report))
    if args.intervals and not args.json:
        lines.extend(intervals(report))
    if args.errors:
        lines.extend(disagreements(report))
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if report.missing else 0
