"""The command ``vanban``: one file a subcommand in `vanban.cli.commands`, JSON on stdout, everything else on stderr."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code (0 done, 1 with refusals, 2 wrong usage, 3 no graph)."""
    from vanban.cli.app import run

    return run(argv)
