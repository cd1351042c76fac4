"""The sample corpus, ingested once a run, for the tests of questions and of the command."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from pipeline.ingest import ingest, sync
from vanban.home import Home

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "corpus" / "samples"
GOLD_TEXTS = ROOT / "corpus" / "gold-texts"
UNSEEN = ROOT / "corpus" / "unseen"
ELSEWHERE = ROOT.parent / "shared" / "corpus" / "dev"
SEEDS = sorted(SAMPLES.glob("00*.txt"))


@cache
def sample_home() -> Home:
    """A home with the record and the embedded graph of ``corpus/samples``; only to be read."""
    return _home(SAMPLES)


@cache
def gold_home() -> Home:
    """The same of the samples and of all plans with gold labels."""
    return _home(SAMPLES, GOLD_TEXTS)


@cache
def plans_home() -> Home:
    """The same with the documents of ``corpus/unseen`` whose duties are labelled."""
    labelled = sorted((ROOT / "corpus" / "gold" / "duties").glob("*.json"))
    unseen = [path for label in labelled for path in UNSEEN.glob(f"{label.stem}.*")]
    return _home(SAMPLES, GOLD_TEXTS, *unseen)


@cache
def unseen_home() -> Home:
    """The same with all of ``corpus/unseen``."""
    return _home(SAMPLES, GOLD_TEXTS, UNSEEN)


@cache
def elsewhere_home() -> Home | None:
    """The documents beside the repository, where they are there."""
    return _home(ELSEWHERE) if ELSEWHERE.is_dir() else None


def _home(*folders: Path) -> Home:
    home = Home(Path(mkdtemp(prefix="vanban-samples-")))
    with home.record() as record, home.store(write=True) as store:
        report = ingest(folders, record)
        assert not report.refused, report.refused
        sync(record, store)
    return home
