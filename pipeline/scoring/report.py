"""Many documents' outcomes as one report: a table, JSON, a list of disagreements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractors.errors import UsageError
from pipeline.scoring.citations import compare_citations
from pipeline.scoring.duties import compare_duties
from pipeline.scoring.headers import compare_headers
from pipeline.scoring.keys import document_key
from pipeline.scoring.relations import compare_relations
from pipeline.scoring.tally import Json, Outcome, Tally, interval
from pipeline.scoring.targets import compare_evidence, compare_targets

COMPARISONS = {
    "header": compare_headers,
    "citations": compare_citations,
    "relations": compare_relations,
    "responsibilities": compare_duties,
    "targets": compare_targets,
}


@dataclass(frozen=True, slots=True)
class Report:
    """The sum over all documents; ``missing`` are the gold files that no extraction belongs to."""

    documents: int
    missing: tuple[str, ...]
    outcome: Outcome


def score_document(gold: Json, extraction: Json) -> Outcome:
    """One extraction (the JSON of ``vanban extract``) against its gold labels.

    A gold file whose ``labelled`` lists some kinds of facts has labels for these alone; the others are not compared.
    """
    outcome = Outcome()
    for kind in gold.get("labelled", COMPARISONS):
        COMPARISONS[kind](gold, extraction, outcome)
    compare_evidence(gold, extraction, outcome)
    return outcome


def score(gold: Mapping[str, Json], extractions: Iterable[Json]) -> Report:
    """All gold documents (by id) against the extractions of the same files; the last of several counts."""
    by_key = {document_key(e["source"]["path"]): e for e in extractions}
    total = Outcome()
    for key in gold:
        if key in by_key:
            total.add(score_document(gold[key], by_key[key]))
    missing = tuple(key for key in gold if key not in by_key)
    return Report(len(gold) - len(missing), missing, total)


def score_files(gold: Path, predictions: Path) -> Report:
    """A folder of gold files against a file of JSON lines."""
    return score(read_gold(gold), read_predictions(predictions))


def read_gold(folder: Path) -> dict[str, Json]:
    """The gold files of a folder by their ids, in the order of their names."""
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not files:
        raise UsageError(
            "Không có nhãn chuẩn (*.json)", where=str(folder), mend="Hãy chỉ thư mục nhãn, ví dụ corpus/gold"
        )
    labels = (_json(file.read_text("utf-8"), file) for file in files)
    return {label["id"]: label for label in labels}


def read_predictions(file: Path) -> list[Json]:
    """The lines that ``vanban extract`` wrote."""
    if not file.is_file():
        raise UsageError("Không có tệp kết quả", where=str(file), mend="Hãy ghi tệp bằng vanban extract … > TỆP")
    return [_json(line, file) for line in file.read_text("utf-8").splitlines() if line.strip()]


def _json(text: str, file: Path) -> Json:
    try:
        value: Json = json.loads(text)
    except ValueError as error:
        raise UsageError("Không phải JSON", where=str(file), mend="Hãy ghi lại tệp bằng vanban extract") from error
    return value


def to_json(report: Report) -> Json:
    """The report as one JSON object; figures have four decimals."""
    fields = {name: round(tally.recall, 4) for name, tally in report.outcome.fields.items()}
    kinds = {kind: _figures(tally) for kind, tally in sorted(report.outcome.tallies.items())}
    return {"documents": report.documents, "missing": list(report.missing), "header": fields, **kinds}


def _figures(tally: Tally) -> Json:
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "gold": tally.gold,
        "found": tally.found,
    }


def intervals(report: Report) -> Iterator[str]:
    """The 95 % intervals of precision and recall of every kind, as lines of a table."""
    yield f"  {'95 %':<33} {'P':<15} {'R':<15}"
    for kind, tally in sorted(report.outcome.tallies.items()):
        sides = (interval(tally.hit, tally.found), interval(tally.hit, tally.gold))
        yield f"  {kind:<33} " + " ".join(f"{low:.3f} – {high:.3f}  " for low, high in sides)


def table(report: Report) -> Iterator[str]:
    """The report as lines of a table of 80 columns."""
    yield f"{report.documents} documents" + (f", missing: {', '.join(report.missing)}" if report.missing else "")
    for name, tally in report.outcome.fields.items():
        yield f"  {'header.' + name:<33} {tally.recall:.3f}  ({tally.hit}/{tally.gold})"
    yield f"  {'':<33} {'P':>5}  {'R':>5}  {'F1':>5}  {'gold':>5} {'found':>5}"
    for kind, tally in sorted(report.outcome.tallies.items()):
        figures = f"{tally.precision:.3f}  {tally.recall:.3f}  {tally.f1:.3f}"
        yield f"  {kind:<33} {figures}  {tally.gold:>5} {tally.found:>5}"


def disagreements(report: Report) -> Iterator[str]:
    """One tab-separated line a disagreement: document, kind, what the gold says, what was found."""
    for item in report.outcome.disagreements:
        yield "\t".join(str(value) for value in (item.document, item.kind, item.expected, item.found))
