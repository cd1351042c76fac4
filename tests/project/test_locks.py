"""The lock files: complete, hashed, in step with pyproject.toml, free of addresses, of GPL and of torch."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
RUNTIME, DEV = "requirements.lock", "requirements-dev.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
# "kglite==0.21.2 \" | "numpy==2.5.5 ; python_full_version >= '3.12' \"
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+))? \\$", re.M)


def pins(lock: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in PIN.finditer((ROOT / lock).read_text("utf-8")):
        found.setdefault(canonicalize_name(match["name"]), set()).add(match["version"])
    return found


def wanted(lock: str) -> list[Requirement]:
    groups = PROJECT["dependency-groups"]
    lines = [*PROJECT["project"]["dependencies"], *groups["build"]]
    if lock == DEV:
        lines += [line for line in groups["dev"] if isinstance(line, str)]
        lines += [line for extra in PROJECT["project"]["optional-dependencies"].values() for line in extra]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", [RUNTIME, DEV])
def test_lock_holds_what_the_project_asks_for(lock: str) -> None:
    pinned = pins(lock)
    for requirement in wanted(lock):
        versions = pinned.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement} is not in {lock}: run `make lock`"
        assert all(version in requirement.specifier for version in versions), f"{requirement}: run `make lock`"


@pytest.mark.parametrize("lock", [RUNTIME, DEV])
def test_every_pin_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|^--(?:index|extra-index|find-links)", text, re.M)


def test_dev_lock_has_the_runtime_versions() -> None:
    dev = pins(DEV)
    assert {name: dev.get(name) for name in pins(RUNTIME)} == pins(RUNTIME)


def test_no_torch() -> None:
    assert not {"torch", "tensorflow", "transformers"} & pins(DEV).keys()


def test_no_gpl_at_run_time() -> None:
    for name in pins(RUNTIME):
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:  # another platform's or Python's
            continue
        licences = [about.get("License-Expression") or about.get("License") or "", *about.get_all("Classifier", [])]
        short = " ".join(line for line in licences if len(line) < 200)
        assert not re.search(r"\bA?GPL|General Public", re.sub(r"LGPL|Lesser General Public", "", short)), name
