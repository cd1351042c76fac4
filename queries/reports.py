"""Reports that groups send to one agency, which makes one of them: that agency answers for the report."""

from __future__ import annotations

from typing import Any

from extractors.fold import norm

Json = dict[str, Any]
_ONE_OF_THEM = " tong hop "  # folded: "gửi Sở Tài chính để tổng hợp, báo cáo Ủy ban nhân dân tỉnh"


def consolidators(rows: list[Json]) -> tuple[str, ...]:
    """The id of the agency that makes one report of what the others of a duty send; ``rows`` are one duty's.

    It is the receiver named last before "tổng hợp" ("gửi Sở Kế hoạch và Đầu tư … để tổng hợp, báo cáo UBND tỉnh"),
    where those who send are groups only: an agency named by itself answers for its own report, and so does who makes
    the one report before it is sent ("tổng hợp, gửi Bộ Tài chính").
    """
    senders = [row for row in rows if row["role"] in ("lead", "responsible")]
    if not senders or not all(row["is_group"] for row in senders):
        return ()
    before, found, _ = f" {norm(rows[0]['quote'] or rows[0]['task'])} ".partition(_ONE_OF_THEM)
    if not found:
        return ()
    named = [(_end_of(norm(row["actor"]), f"{before} "), row) for row in rows if row["role"] == "receive"]
    last = max(
        (pair for pair in named if pair[0] >= 0), key=lambda pair: (pair[0], len(pair[1]["actor"])), default=None
    )
    return (last[1]["agency_id"],) if last else ()


def _end_of(name: str, words: str) -> int:
    """Where the last mention of a name ends, -1 for none; "Văn phòng Ban X" ends where "Ban X" does."""
    found = words.rfind(f" {name} ")
    return found + len(name) if found >= 0 else -1
