"""The wheel in an empty environment, outside the checkout: it extracts, ingests and answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "corpus" / "samples").iterdir())
QUIET = ("--quiet", "--disable-pip-version-check", "--no-input")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` folder of an environment that holds the locked runtime packages and the wheel, nothing else."""
    environment = tmp_path_factory.mktemp("empty") / "venv"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    pip = [scripts / "python", "-m", "pip", "install", *QUIET]
    subprocess.run([*pip, "--require-hashes", "--requirement", ROOT / "requirements.lock"], check=True)
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)
    return scripts


def vanban(installed: Path, home: Path, *arguments: str | Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("VANBAN_", "PYTHONPATH"))}
    done = subprocess.run(
        [installed / "vanban", *arguments],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=home,
        env=environment | {"VANBAN_HOME": str(home), "PYTHONUTF8": "1"},
    )
    return done.stdout


def test_the_wheel_carries_tables_schema_and_queries(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    packages = ("extractors/", "graph/", "pipeline/", "queries/", "vanban/")
    assert {path for path in tracked if path.startswith(packages)} <= names
    assert not [name for name in names if name.startswith(("tests/", "corpus/", "benchmarks/"))]


def test_the_installed_command_does_the_whole_job(installed: Path, tmp_path: Path) -> None:
    line = vanban(installed, tmp_path, "extract", SAMPLES[1]).splitlines()[0]
    assert json.loads(line)["document"]["number"] == "473/KH-UBND"
    vanban(installed, tmp_path, "ingest", *SAMPLES)
    chain = json.loads(vanban(installed, tmp_path, "chain", "687/QĐ-TTg", "--json"))
    assert {"473/KH-UBND", "687/QĐ-TTg"} <= {node["number"] for node in chain["nodes"]}
    owners = json.loads(
        vanban(installed, tmp_path, "owners", "tuyên truyền kinh tế tuần hoàn", "--in", "Lai Châu", "--json")
    )
    assert owners[0]["agency"].startswith("Sở Thông tin và Truyền thông")
    assert owners[0]["role"] == "lead"
    assert owners[0]["quote"]
