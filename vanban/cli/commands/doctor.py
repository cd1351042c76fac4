"""``vanban doctor``: what is installed and in step, and the mend of what is not."""

from __future__ import annotations

import argparse

from vanban.cli.messages import Say
from vanban.cli.options import add_home, add_json

HELP = ("kiểm tra cài đặt, kho và đồ thị", "check the installation, the record and the graph")


def configure(parser: argparse.ArgumentParser, say: Say) -> None:
    """Options of the command."""
    add_json(parser, say)
    add_home(parser, say)


def run(args: argparse.Namespace) -> int:
    """Print a line a check; 1 when something that is needed is missing, 3 when the server cannot be reached."""
    from vanban.checks import run_checks
    from vanban.cli.output import print_json
    from vanban.home import Home

    checks = run_checks(Home.of(args.home, args.graph))
    if args.json:
        print_json([check.to_json() for check in checks])
    else:
        for check in checks:
            state = "doctor.ok" if check.ok else "doctor.bad" if check.needed else "doctor.optional"
            print(f"[{args.say(state)}] {check.name}: {check.value}")  # noqa: T201 - the command's output
            if check.mend and not check.ok:
                print(f"    {check.mend}")  # noqa: T201
    bad = [check for check in checks if check.needed and not check.ok]
    return 3 if any(check.name == "Neo4j" for check in bad) else 1 if bad else 0
