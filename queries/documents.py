"""Which document of the graph a reader means by a number, an id or words of its title."""

from __future__ import annotations

import re
from typing import Any

from extractors.errors import VanbanError
from extractors.fold import norm, slug
from extractors.identity import scope_of_place
from extractors.numbers import parse_number
from graph.store import GraphStore
from queries.catalogue import run

Row = dict[str, Any]
# 50/NQ-CP năm 2021; 50/NQ-CP ngày 20/5/2021; 50/NQ-CP 2021-05-20; 50/NQ-CP (2021)
_DATE_AFTER = re.compile(
    r"^(?P<number>.{1,80}?)\s*[,(]?\s*(?:năm|ngày|nam|ngay)?\s*"
    r"(?:(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-])?(?P<year>(?:19|20)\d\d)"
    r"(?:-(?P<iso_month>\d\d)-(?P<iso_day>\d\d))?\)?$"
)
_SEARCHED = 20
# "687" of "QĐ 687/QĐ-TTg"
_SERIAL = re.compile(r"\D{0,20}?(\d+)")


class NoSuchDocument(VanbanError):  # noqa: N818 - an answer, not a mistake
    """Nothing in the graph bears that number or those words."""

    code = "no_such_document"


class SeveralDocuments(VanbanError):  # noqa: N818 - an answer, not a mistake
    """Several documents fit; ``candidates`` are their rows."""

    code = "several_documents"

    def __init__(self, asked: str, candidates: tuple[Row, ...]):
        self.candidates = candidates
        mend = "Thêm --in ĐỊA_PHƯƠNG, thêm năm sau số (50/NQ-CP năm 2021), hoặc dùng mã ở trên"
        shown = "\n".join(f"  {row['id']}  {row['title'] or ''}".rstrip() for row in candidates[:_SEARCHED])
        more = f"\n  … và {len(candidates) - _SEARCHED} văn bản nữa" if len(candidates) > _SEARCHED else ""
        super().__init__(f"Có {len(candidates)} văn bản hợp với «{asked}»:\n{shown}{more}\n", mend=mend)

    def __str__(self) -> str:
        return f"{self.what}{self.mend}"


def find_document(store: GraphStore, asked: str, place: str | None = None) -> Row:
    """The one document meant. Raises `NoSuchDocument`, and `SeveralDocuments` with the candidates."""
    rows = find_documents(store, asked, place)
    if not rows:
        where = f" ở {place}" if place else ""
        raise NoSuchDocument(
            f"Trong đồ thị không có văn bản «{asked}»{where}",
            mend="Kiểm tra số, ký hiệu, hoặc nạp văn bản có nhắc đến nó bằng: vanban ingest TỆP",
        )
    if len(rows) > 1:
        raise SeveralDocuments(asked, rows)
    return rows[0]


def find_documents(store: GraphStore, asked: str, place: str | None = None) -> tuple[Row, ...]:
    """The documents that an id, a number (with or without a year) or words of a title may mean, by id."""
    asked = asked.strip()
    if asked.startswith("vn:"):
        return tuple(run(store, "documents_by_id", ids=[asked]))
    rows = _by_number(store, asked) or _by_words(store, asked)
    if place:
        scope = scope_of_place(place)
        rows = [
            row for row in rows if _scope(row["id"]).split(".")[0] == scope or norm(row["place"] or "") == norm(place)
        ]
    settled = [row for row in rows if not _is_open(row["id"])]
    return tuple(settled or rows)


def _by_number(store: GraphStore, asked: str) -> list[Row]:
    dated = _DATE_AFTER.match(asked)
    if not dated or not parse_number(dated["number"]):
        return _numbered(store, asked)
    date = dated["year"]
    month, day = dated["month"] or dated["iso_month"], dated["day"] or dated["iso_day"]
    if month and day:
        date = f"{date}-{int(month):02}-{int(day):02}"
    return [row for row in _numbered(store, dated["number"]) if _may_be_of(row, date)]


def _may_be_of(row: Row, date: str) -> bool:
    """Whether a document may bear a date: at the precision that both have, the id's year where it has none."""
    printed = row["issued_on"] or row["id"].split(":")[2]
    length = min(len(printed), len(date))
    return str(printed)[:length] == date[:length]


def _numbered(store: GraphStore, asked: str) -> list[Row]:
    """Documents of a number: as printed, else with its marks, case and ``đ`` set aside."""
    number = parse_number(asked)
    printed = str(number) if number else asked
    digits = _SERIAL.match(printed)
    if not digits:
        return []
    rows = run(store, "documents_by_number", digits=digits[1])
    exact = [row for row in rows if slug(row["number"]) == slug(printed)]
    return exact or [row for row in rows if norm(row["number"]) == norm(printed)]


def _by_words(store: GraphStore, asked: str) -> list[Row]:
    """Documents whose title has all the words."""
    words = norm(asked).split()
    hits = [hit.id for hit in store.search(asked, label="Document", limit=200)]
    rows = run(store, "documents_by_id", ids=hits)
    return [
        row
        for row in rows
        if set(words) <= set(norm(f"{row['number'] or ''} {row['title'] or ''} {row['issuer'] or ''}").split())
    ]


def _scope(identity: str) -> str:
    return identity.split(":")[1]


def _is_open(identity: str) -> bool:
    """Whether an id leaves open which instrument is meant."""
    parts = identity.split(":", 3)
    return (
        parts[1].startswith("unknown")
        or (parts[2] == "unknown" and "untitled" not in parts[3])
        or "#ambiguous" in identity
    )
