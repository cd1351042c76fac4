"""``vanban tasks`` as CSV, workbook and calendar, each read back by a library that did not write it."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from icalendar import Calendar

from queries.recurrence import first_due
from queries.tasks import tasks
from tests.samples import sample_home
from vanban.cli import main
from vanban.cli.messages import speaker
from vanban.cli.render.calendar import tasks_ics
from vanban.cli.render.sheet import NAMES, tasks_csv, tasks_xlsx

Json = dict[str, Any]
SAY = speaker("vi")
NONE: Json = {"on": None, "month": None, "day": None, "from": None, "to": None, "every": None}


@pytest.fixture(scope="module")
def rows() -> list[Json]:
    with sample_home().store() as store:
        return tasks(store, "Sở Tài chính", place="Lai Châu", as_of="2026-01-01")


def duty(deadline: Json | None, *, task: str = "Báo cáo; kết quả, đợt 1\nđợt 2", number: int = 1) -> Json:
    """A row as `queries.tasks.tasks` gives it."""
    whole = NONE | {"text": "hạn"} | deadline if deadline else None
    first = first_due(whole, "2025-01-10")
    return {
        "task": task, "role": "lead", "agency": "Sở Y tế", "agency_id": "agency:x:y", "through": "own",
        "deadline": whole, "due": first.isoformat() if first else None, "product": None, "quote": f"“{task}”",
        "section": "II", "page": 3, "task_id": f"vn:x:2025:1-kh#t/{number}",
        "document": {"id": "vn:x:2025:1-kh", "number": "1/KH-UBND", "title": "Kế hoạch", "issued_on": "2025-01-10"},
    }  # fmt: skip


def test_csv_is_read_back(rows: list[Json]) -> None:
    read = list(csv.DictReader(io.StringIO(tasks_csv(rows))))
    assert len(read) == len(rows) > 10
    assert [line["due"] for line in read] == [row["due"] or "" for row in rows]
    assert {line["through"] for line in read} == {"own", "predecessor", "group"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_runs_as_a_formula(start: str) -> None:
    row = duty(None, task=f"{start}1+1")
    [line] = csv.DictReader(io.StringIO(tasks_csv([row])))
    assert line["task"] == f"'{start}1+1"
    sheet = openpyxl.load_workbook(io.BytesIO(tasks_xlsx([row], SAY))).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == (f"{start}1+1", "s")


def test_a_workbook_is_read_back(rows: list[Json]) -> None:
    content = tasks_xlsx(rows, SAY)
    assert content == tasks_xlsx(rows, SAY)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet.title == "Việc"
    head, *lines = sheet.iter_rows(values_only=True)
    assert head[:2] == ("Việc", "Vai trò")
    assert len(head) == len(NAMES)
    assert [line[0] for line in lines] == [" ".join(row["task"].split()) for row in rows]
    assert lines[0][NAMES.index("due")] == datetime.fromisoformat(rows[0]["due"])
    assert sheet.freeze_panes == "A2"


def test_an_empty_workbook_and_calendar_are_whole() -> None:
    assert openpyxl.load_workbook(io.BytesIO(tasks_xlsx([], SAY))).active.max_row == 1
    assert Calendar.from_ical(tasks_ics([], SAY)).events == []


@pytest.mark.parametrize(
    ("deadline", "start", "rule"),
    [
        ({"kind": "date", "on": "2025-06-30"}, date(2025, 6, 30), None),
        ({"kind": "annual", "month": 11, "day": 30}, date(2025, 11, 30),
         {"FREQ": ["YEARLY"], "BYMONTH": [11], "BYMONTHDAY": [30]}),
        ({"kind": "recurring", "every": "month", "day": 20}, date(2025, 1, 20),
         {"FREQ": ["MONTHLY"], "BYMONTHDAY": [20]}),
        ({"kind": "recurring", "every": "quarter"}, date(2025, 3, 31),
         {"FREQ": ["MONTHLY"], "INTERVAL": [3], "BYMONTHDAY": [-1]}),
        ({"kind": "recurring", "every": "year", "to": "2030-12-31"}, date(2025, 12, 31),
         {"FREQ": ["YEARLY"], "BYMONTH": [12], "BYMONTHDAY": [-1], "UNTIL": [date(2030, 12, 31)]}),
    ],
)  # fmt: skip
def test_an_event_is_read_back(deadline: Json, start: date, rule: Json | None) -> None:
    [event] = Calendar.from_ical(tasks_ics([duty(deadline)], SAY)).events
    assert event.errors == []
    assert (event["DTSTART"].dt, event["DTEND"].dt.toordinal()) == (start, start.toordinal() + 1)
    assert event["DTSTAMP"].dt.isoformat() == "2025-01-10T00:00:00+00:00"
    assert (dict(event["RRULE"]) if "RRULE" in event else None) == rule
    assert str(event["SUMMARY"]) == "Báo cáo; kết quả, đợt 1 đợt 2"
    assert "Báo cáo; kết quả, đợt 1\nđợt 2" in str(event["DESCRIPTION"])


SEVERAL = [
    ({"kind": "annual", "month": 6, "day": 1, "days": ["--06-01", "--11-15"]},
     [(date(2025, 6, 1), "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"),
      (date(2025, 11, 15), "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15")]),
    ({"kind": "recurring", "every": "month", "day": 15, "days": ["---15", "---30"]},
     [(date(2025, 1, 15), "FREQ=MONTHLY;BYMONTHDAY=15"),
      (date(2025, 1, 30), "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1")]),
    ({"kind": "date", "on": "2025-06-15", "days": ["2025-06-15", "2025-12-15"]},
     [(date(2025, 6, 15), None), (date(2025, 12, 15), None)]),
]  # fmt: skip


@pytest.mark.parametrize(("deadline", "expected"), SEVERAL)
def test_each_of_several_days_is_an_event(deadline: Json, expected: list[tuple[date, str | None]]) -> None:
    text = tasks_ics([duty(deadline)], SAY)
    events = Calendar.from_ical(text).events
    rules = [event["RRULE"].to_ical().decode() if "RRULE" in event else None for event in events]
    rules = [";".join(sorted(rule.split(";"))) if rule else None for rule in rules]
    wanted = [(start, ";".join(sorted(rule.split(";"))) if rule else None) for start, rule in expected]
    assert [(event["DTSTART"].dt, rule) for event, rule in zip(events, rules, strict=True)] == wanted
    assert all(event.errors == [] for event in events)


def test_the_events_of_several_days_keep_their_names() -> None:
    first, second = ({"kind": "annual", "month": m, "day": 1, "days": days} for m, days in (
        (6, ["--06-01", "--11-15"]), (6, ["--06-01", "--09-15", "--11-15"]),
    ))  # fmt: skip
    once = {"kind": "annual", "month": 6, "day": 1}
    names = [[str(event["UID"]) for event in Calendar.from_ical(tasks_ics([duty(d)], SAY)).events]
             for d in (first, second, once)]  # fmt: skip
    assert names[0] == [names[1][0], names[1][2]]
    assert names[2] == names[0][:1]
    assert len(set(names[1])) == 3


def test_a_sheet_has_the_first_day_and_all_rules() -> None:
    row = duty({"kind": "annual", "month": 6, "day": 1, "days": ["--06-01", "--11-15"], "text": "01/6 và 15/11"})
    [line] = csv.DictReader(io.StringIO(tasks_csv([row])))
    rules = "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1 FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15"
    assert (line["deadline"], line["due"], line["rule"]) == ("01/6 và 15/11", "2025-06-01", rules)
    sheet = openpyxl.load_workbook(io.BytesIO(tasks_xlsx([row], SAY))).active
    read = dict(zip(NAMES, next(sheet.iter_rows(min_row=2, values_only=True)), strict=True))
    assert (read["deadline"], read["due"], read["rule"]) == ("01/6 và 15/11", datetime(2025, 6, 1), rules)


def test_lines_are_short_and_end_in_cr_lf() -> None:
    text = tasks_ics([duty({"kind": "date", "on": "2025-06-30"}, task="Thủ tục " * 60)], SAY)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    [event] = Calendar.from_ical(text).events
    assert str(event["DESCRIPTION"]).startswith("Thủ tục Thủ tục")


def test_events_keep_their_names_and_what_has_no_day_is_left_out(rows: list[Json]) -> None:
    text = tasks_ics(rows, SAY)
    assert text == tasks_ics(rows, SAY)
    events = Calendar.from_ical(text).events
    assert len(events) == sum(1 for row in rows if row["due"]) > 0
    assert len({str(event["UID"]) for event in events}) == len(events)


@pytest.mark.parametrize(("form", "opens"), [("xlsx", b"PK"), ("ics", b"BEGIN:VCALENDAR\r\n"), ("csv", b"task,role")])
def test_the_command_writes_a_file(form: str, opens: bytes, tmp_path: Any, capsys: Any) -> None:
    file = tmp_path / f"viec.{form}"
    home = str(sample_home().folder)
    asked = ["tasks", "--agency", "Sở Tài chính", "--in", "An Giang", "--as-of", "2026-01-01", "--home", home]
    assert main([*asked, "--format", form, "--output", str(file)]) == 0
    assert file.read_bytes().startswith(opens)
    told = capsys.readouterr()
    assert told.out == ""
    assert ("không có trong lịch" in told.err) == (form == "ics")
    missing = str(tmp_path / "nowhere" / "x")
    assert main([*asked, "--format", form, "--output", missing]) != 0
    assert missing in capsys.readouterr().err
