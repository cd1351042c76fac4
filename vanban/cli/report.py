"""What an ingest did, for a reader and as a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.errors import UsageError
from vanban.cli.messages import MESSAGES, Say
from vanban.cli.output import print_line

if TYPE_CHECKING:
    from graph.store import GraphStore
    from pipeline.ingest import Report
    from pipeline.record import SqliteRecord

_KINDS = ("Document", "Task", "Agency", "Target", "Person", "Place")


def write_report(report: Report, path: Path) -> None:
    """The report as indented JSON."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(report.to_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        what = f"Không ghi được báo cáo: {error.strerror}"
        raise UsageError(what, where=str(path), mend="Chọn nơi khác cho --report") from error


def print_summary(report: Report, record: SqliteRecord, store: GraphStore, say: Say) -> None:
    """The refusals on stderr, a line each; the rest on stdout."""
    done = report.to_json()
    for item in done["refused"]:
        where = item["where"] or item["path"]
        print_line(f"{item['what']} ({where}). {item['mend'] or ''}".rstrip())
    if report.interrupted:
        print_line(say("ingest.interrupted"))
    lines = [
        say("ingest.summary", read=len(done["read"]), skipped=len(done["skipped"]), refused=len(done["refused"])),
        say("ingest.record", **record.counts()),
        say("ingest.written", written=len(done["graph"]["written"]), removed=len(done["graph"]["removed"])),
        say("ingest.holds", counts=_counts(store, say)),
    ]
    if not any((report.interrupted, done["read"], done["skipped"], done["refused"])):
        lines.insert(0, say("ingest.nothing"))
    if done["notices"]:
        counted = sorted(done["notices"].items(), key=lambda item: (-item[1], item[0]))
        lines.append(
            say("ingest.notices", notices=", ".join(f"{_notice(code, say)} ×{count}" for code, count in counted))
        )
    if done["doubles"]:
        lines.append(say("ingest.doubles", count=len(done["doubles"])))
    if done["graph"]["conflicts"]:
        lines.append(say("ingest.conflicts", count=len(done["graph"]["conflicts"])))
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _notice(code: str, say: Say) -> str:
    """A kind of notice in words, by its code where there are none."""
    key = f"notice.{code}"
    return say(key) if key in MESSAGES else code


def _counts(store: GraphStore, say: Say) -> str:
    from queries.catalogue import run

    counts = {row["kind"]: row["nodes"] for row in run(store, "counts")}
    return ", ".join(f"{counts[kind]} {say(f'kind.{kind}')}" for kind in _KINDS if counts.get(kind)) or say(
        "ingest.empty"
    )
