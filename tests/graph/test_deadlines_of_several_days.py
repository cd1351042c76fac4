"""A deadline of several days from the text through the record and the graph to the answers, on every store."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

from graph.store import GraphStore
from graph.update import update
from pipeline.ingest import ingest
from queries.catalogue import run
from queries.owners import owners
from queries.show import show
from queries.tasks import tasks
from vanban.cli.messages import speaker
from vanban.cli.render.calendar import tasks_ics
from vanban.home import Home

Json = dict[str, Any]
SCHEMA = Path(__file__).parents[2] / "docs" / "document.schema.json"
PLAN = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 1288/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lai Châu, ngày 18 tháng 7 năm 2025
KẾ HOẠCH
Thực hiện một số nhiệm vụ trọng tâm trên địa bàn tỉnh
III. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính
- Tổng hợp kết quả giải ngân, báo cáo Ủy ban nhân dân tỉnh trước ngày 01/6 và 15/11 hằng năm.
- Báo cáo Bộ Tài chính về thu ngân sách trước 30/3, 30/6, 30/9 và 30/12.
- Gửi số liệu nợ công về Bộ Tài chính vào ngày 15 và 30 hằng tháng.
- Trình Ủy ban nhân dân tỉnh phương án phân bổ vốn trước ngày 15/8/2025 và 20/11/2025.
- Xây dựng đề án huy động vốn, hoàn thành trước ngày 30/9/2025.
Nơi nhận:
- Như trên.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Lương
"""
# (a word of the duty, its days, the first that is due after 18/7/2025, the days of the first events)
EXPECTED = [
    ("giải ngân", ["--06-01", "--11-15"], "2025-11-15", [date(2026, 6, 1), date(2025, 11, 15)]),
    ("thu ngân sách", ["--03-30", "--06-30", "--09-30", "--12-30"], "2025-09-30",
     [date(2026, 3, 30), date(2026, 6, 30), date(2025, 9, 30), date(2025, 12, 30)]),
    ("nợ công", ["---15", "---30"], "2025-07-30", [date(2025, 8, 15), date(2025, 7, 30)]),
    ("phân bổ vốn", ["2025-08-15", "2025-11-20"], "2025-08-15", [date(2025, 8, 15), date(2025, 11, 20)]),
    ("huy động vốn", None, "2025-09-30", [date(2025, 9, 30)]),
]  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home whose record has the plan."""
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, "utf-8")
    made = Home(tmp_path / "home")
    with made.record() as record:
        report = ingest([path], record)
    assert not report.refused
    return made


@pytest.fixture
def filled(home: Home, store: GraphStore) -> GraphStore:
    with home.record() as record:
        update(store, record)
    return store


def of(rows: list[Json], word: str) -> Json:
    [row] = [row for row in rows if word in row["task"]]
    return row


def test_the_record_gives_them_back_in_the_published_form(home: Home) -> None:
    with home.record() as record:
        [identity] = record.digests()
        kept = record.get(identity)
    assert kept is not None
    assert not list(Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).iter_errors(kept))
    for word, days, _, _ in EXPECTED:
        assert of(kept["responsibilities"], word)["deadline"].get("days") == days


def test_the_answers_have_all_days_and_the_next_is_due_first(filled: GraphStore) -> None:
    rows = tasks(filled, "Sở Tài chính", place="Lai Châu", as_of="2026-01-01")
    assert [(of(rows, w)["deadline"].get("days"), of(rows, w)["due"]) for w, *_ in EXPECTED] == [
        (days, due) for _, days, due, _ in EXPECTED
    ]
    shown = show(filled, rows[0]["document"]["id"])["tasks"]
    owned = owners(filled, "số liệu nợ công", place="Lai Châu", as_of="2026-01-01")
    assert of(shown, "nợ công")["deadline"] == of(owned, "nợ công")["deadline"] == of(rows, "nợ công")["deadline"]
    [due] = [row for row in run(filled, "tasks_due_before", date="2025-08-16") if row["role"] != "receive"]
    assert (due["due_on"], list(due["due_days"])) == ("2025-08-15", ["2025-08-15", "2025-11-20"])


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("2025-07-30", []),
        ("2025-08-01", ["nợ công"]),
        ("2025-10-01", ["huy động vốn", "nợ công", "phân bổ vốn", "thu ngân sách"]),
        ("2025-11-16", ["giải ngân", "huy động vốn", "nợ công", "phân bổ vốn", "thu ngân sách"]),
    ],
)
def test_what_is_due_before_a_day(filled: GraphStore, before: str, words: list[str]) -> None:
    rows = tasks(filled, "Sở Tài chính", place="Lai Châu", as_of="2026-01-01", due_before=before)
    assert sorted(word for word, *_ in EXPECTED for row in rows if word in row["task"]) == words


def test_a_calendar_has_an_event_for_each_day(filled: GraphStore) -> None:
    rows = tasks(filled, "Sở Tài chính", place="Lai Châu", as_of="2026-01-01")
    events = Calendar.from_ical(tasks_ics(rows, speaker("vi"))).events
    found = {word: [e["DTSTART"].dt for e in events if word in str(e["SUMMARY"])] for word, *_ in EXPECTED}
    assert found == {word: starts for word, _, _, starts in EXPECTED}
    assert len({str(event["UID"]) for event in events}) == len(events)
