"""Neo4j's own grammar over Cypher texts, by the npm package of ``tests/cypher-lint`` (installed into ``.tools``)."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.schema import schema

PROJECT = Path(__file__).parents[1] / "cypher-lint"
TOOLS = Path(__file__).parents[2] / ".tools" / "cypher-lint"
FILES = ("package.json", "package-lock.json", "lint.mjs")
ERROR = 1


class NotInstalled(Exception):  # noqa: N818 - a state of the machine
    """Node, npm or the package are not there; the text says how to get them."""


@dataclass(frozen=True)
class Mistake:
    """What the grammar says of a text, in one version of the language; ``severity`` 1 is an error, 2 a warning."""

    name: str
    version: str
    severity: int
    message: str
    line: int


def install() -> Path:
    """The folder in which the linter runs. Raises `NotInstalled`."""
    if not shutil.which("node") or not shutil.which("npm"):
        raise NotInstalled("thiếu Node hoặc npm: cài nodejs và npm (Debian, Ubuntu: apt install nodejs npm)")
    stamp = hashlib.sha256(b"".join((PROJECT / name).read_bytes() for name in FILES)).hexdigest()
    done = TOOLS / "installed"
    if done.is_file() and done.read_text() == stamp:
        return TOOLS
    TOOLS.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copy(PROJECT / name, TOOLS / name)
    command = ["npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"]
    run = subprocess.run(command, cwd=TOOLS, capture_output=True, text=True, check=False, timeout=600)
    if run.returncode:
        raise NotInstalled(f"npm không cài được bộ kiểm tra Cypher: {(run.stdout + run.stderr).strip()[-300:]}")
    done.write_text(stamp)
    return TOOLS


def lint(texts: Mapping[str, tuple[str, list[str]]]) -> list[Mistake]:
    """The mistakes in texts by name, each with the names of its parameters; labels and properties by the schema."""
    of = schema()
    known = {
        "labels": list(of.nodes),
        "relationshipTypes": list(of.edges),
        "propertyKeys": sorted({p for item in (*of.nodes.values(), *of.edges.values()) for p in item.properties}),
    }
    rows = [
        {"name": name, "text": text, "parameters": dict.fromkeys(parameters, "")}
        for name, (text, parameters) in texts.items()
    ]
    run = subprocess.run(
        ["node", "lint.mjs"], cwd=install(), input=json.dumps({"schema": known, "texts": rows}),
        capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    return [Mistake(**found) for found in json.loads(run.stdout)]
