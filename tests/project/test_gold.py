"""The scores over the labels of the corpus do not fall below what was reached: precision, recall or F1 of each kind."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from extractors.serialize import to_json
from pipeline.extract import extract_document
from pipeline.read import read
from pipeline.scoring.keys import document_key
from pipeline.scoring.report import Report, read_gold, score

CORPUS = Path(__file__).parents[2] / "corpus"
BLIND = ("citations", "citations-ocr", "duties", "duties-2")
TEXTS = {"": ("samples", "gold-texts"), **dict.fromkeys(BLIND, ("unseen",))}

FIELDS = [
    ("", 1.0),  # the ten documents
    ("citations", 0.98),
]
FIGURES = [
    # the ten documents that were there while the rules were written
    ("", "citations.numbered", "f1", 1.0),
    ("", "citations.date", "f1", 0.99),
    ("", "citations.named", "f1", 0.97),
    ("", "relations.typed", "f1", 0.98),
    ("", "responsibilities", "f1", 0.96),
    ("", "responsibilities.actor+role", "f1", 0.94),
    ("", "responsibilities.owner", "f1", 0.94),
    ("", "responsibilities.deadline", "f1", 0.98),
    ("", "responsibilities.receive (recall)", "recall", 0.90),
    ("", "targets", "f1", 0.98),
    ("", "evidence", "precision", 1.0),
    # labelled before any output was looked at
    ("citations", "citations.numbered", "precision", 0.995),
    ("citations", "citations.numbered", "recall", 0.995),
    ("citations", "citations.date", "f1", 0.99),
    ("citations", "citations.named", "f1", 0.985),
    ("citations", "relations.typed", "f1", 0.99),
    ("citations", "evidence", "precision", 1.0),
    # the same of scans whose letters a program has read
    ("citations-ocr", "citations.numbered", "precision", 0.9),
    ("citations-ocr", "citations.numbered", "recall", 0.97),
    ("citations-ocr", "relations.typed", "f1", 0.90),
    ("citations-ocr", "evidence", "precision", 1.0),
    # duties of plans, regulations, letters, telegrams and conclusions, labelled before any output was looked at
    ("duties", "responsibilities", "f1", 0.99),
    ("duties", "responsibilities.actor+role", "f1", 0.98),
    ("duties", "responsibilities.owner", "f1", 0.98),
    ("duties", "responsibilities.receive (recall)", "recall", 0.83),
    ("duties", "responsibilities.deadline", "f1", 0.95),
    ("duties", "targets", "f1", 0.95),
    ("duties", "evidence", "precision", 1.0),
    # the same of resolutions, regulations, letters and a Party paper
    ("duties-2", "responsibilities", "f1", 0.96),
    ("duties-2", "responsibilities.actor+role", "f1", 0.95),
    ("duties-2", "responsibilities.owner", "f1", 0.97),
    ("duties-2", "responsibilities.receive (recall)", "recall", 0.9),
    ("duties-2", "responsibilities.deadline", "f1", 0.95),
    ("duties-2", "targets", "f1", 0.95),
    ("duties-2", "evidence", "precision", 1.0),
]


@cache
def report(labels: str) -> Report:
    """The score of a folder of labels."""
    gold = read_gold(CORPUS / "gold" / labels)
    files = (file for folder in TEXTS[labels] for file in sorted((CORPUS / folder).iterdir()))
    return score(gold, [to_json(extract_document(read(f))) for f in files if document_key(f.name) in gold])


@pytest.mark.parametrize(("labels", "least"), FIELDS)
def test_header(labels: str, least: float) -> None:
    fields = report(labels).outcome.fields
    assert {name: tally.recall for name, tally in fields.items() if tally.recall < least} == {}
    assert set(fields) == {"number", "type", "issuer", "issued_on", "title", "signers"}
    assert not report(labels).missing


@pytest.mark.parametrize(("labels", "kind", "figure", "least"), FIGURES)
def test_figure(labels: str, kind: str, figure: str, least: float) -> None:
    assert getattr(report(labels).outcome.tallies[kind], figure) >= least
