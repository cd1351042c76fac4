"""Options that several commands share."""

from __future__ import annotations

import argparse

from vanban.cli.messages import Say


def add_json(parser: argparse.ArgumentParser, say: Say) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help=say("help.json"))


def add_home(parser: argparse.ArgumentParser, say: Say) -> None:
    """``--home`` and ``--graph``; `vanban.home.Home.of` reads them."""
    parser.add_argument("--home", metavar="DIR", help=say("help.home"))
    parser.add_argument("--graph", metavar="URI", help=say("help.graph"))


def add_place(parser: argparse.ArgumentParser, say: Say) -> None:
    """``--in PLACE``."""
    parser.add_argument("--in", dest="place", metavar="PLACE", help=say("help.place"))
