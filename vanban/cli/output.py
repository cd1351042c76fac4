"""What the command prints: JSON lines on stdout, errors and progress on stderr."""

from __future__ import annotations

import json
import sys
from typing import Any

from extractors.errors import VanbanError
from vanban.cli.messages import Say


def print_json(value: Any) -> None:
    """One JSON value on one line of stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, separators=(", ", ": ")) + "\n")


def print_line(text: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"vanban: {text}\n")
    sys.stderr.flush()


def print_error(error: VanbanError, say: Say) -> None:
    """What went wrong, where, and the mend."""
    del say
    print_line(str(error))
