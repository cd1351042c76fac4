"""Task tables of several layouts, built cell by cell."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.document import Cell, Document, Part, Row, Source, Span, Table
from extractors.findings import Header, Jurisdiction, Responsibility
from extractors.responsibilities import extract_responsibilities

PLACE = Jurisdiction("lai-chau", "Lai Châu", "tỉnh", "2025-05-29")
# a cell: its text, or (text, columns, rows) where it is merged
Printed = str | tuple[str, int, int]


def table_document(header_rows: int, *grid: list[Printed]) -> Document:
    """A document of one table; a merged cell leaves out the cells that it covers."""
    text, rows = "", []
    covered: dict[int, int] = {}
    for number, printed in enumerate(grid):
        start, cells, column = len(text), [], 0
        for entry in printed:
            while covered.get(column, -1) >= number:
                column += 1
            words, columns, depth = (entry, 1, 1) if isinstance(entry, str) else entry
            cells.append(Cell(Span(len(text), len(text) + len(words)), column, columns, depth))
            for c in range(column, column + columns):
                covered[c] = number + depth - 1
            text += words + " | "
            column += columns
        text = text[:-3] + "\n"
        rows.append(Row(Span(start, len(text) - 1), tuple(cells), header=number < header_rows))
    table = Table("t", Span(0, len(text)), tuple(rows), 5)
    whole = Part(Span(0, len(text)), Span(0, 0), "main")
    return Document(text, Source("t.txt", "0" * 64, "txt"), tables=(table,), parts=(whole,))


def duties(document: Document) -> tuple[Responsibility, ...]:
    header = Header("vn:lai-chau:2025:1", None, "KH", None, "2025-05-29", None, Span(0, 0), jurisdiction=PLACE)
    return extract_responsibilities(document, (header,), ()).findings


def said(duty: Responsibility) -> tuple[str, list[tuple[str, str]], str | None]:
    actors = [(a.role, a.agency.removesuffix(" tỉnh Lai Châu")) for a in duty.actors]
    return duty.task, actors, duty.deadline.kind if duty.deadline else None


def test_two_header_rows_and_a_lead_cell_over_two_rows() -> None:
    document = table_document(
        2,
        [("TT", 1, 2), ("Nhiệm vụ", 1, 2), ("Phân công thực hiện", 2, 1), ("Thời gian", 1, 2)],
        ["Chủ trì", "Phối hợp"],
        ["1", "Xây dựng kế hoạch", ("Sở Y tế", 1, 2), "Sở Tài chính", "Quý IV/2025"],
        ["2", "Tổ chức tập huấn", "Sở Nội vụ", "Hằng năm"],
    )
    assert [said(duty) for duty in duties(document)] == [
        ("Xây dựng kế hoạch", [("lead", "Sở Y tế"), ("coordinate", "Sở Tài chính")], "period"),
        ("Tổ chức tập huấn", [("lead", "Sở Y tế"), ("coordinate", "Sở Nội vụ")], "recurring"),
    ]


def test_group_rows_and_repeated_headers_are_no_duties() -> None:
    header: list[Printed] = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Sản phẩm", "Thời hạn hoàn thành"]
    document = table_document(
        1,
        header,
        ["I", ("KIỆN TOÀN TỔ CHỨC", 4, 1)],
        ["1", "Rà soát quy chế", "Sở Nội vụ", "Báo cáo", "Trước ngày 30/11/2025"],
        header,
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["2", "Xây dựng đề án", "Sở Y tế", "Đề án", "2026"],
    )
    found = duties(document)
    assert [said(duty) for duty in found] == [
        ("Rà soát quy chế", [("lead", "Sở Nội vụ")], "date"),
        ("Xây dựng đề án", [("lead", "Sở Y tế")], "year"),
    ]
    assert [duty.product for duty in found] == ["Báo cáo", "Đề án"]


def test_a_cell_that_says_itself_who_leads() -> None:
    document = table_document(
        1,
        ["STT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian thực hiện"],
        ["1", "Tổ chức tuyên truyền", "Chủ trì: Sở Nội vụ\nPhối hợp: Sở Y tế, Sở Tài chính", "Thường xuyên"],
        ["2", "Kiểm tra việc thực hiện", "Sở Nội vụ\nSở Y tế", "Theo kế hoạch"],
    )
    assert [said(duty) for duty in duties(document)] == [
        (
            "Tổ chức tuyên truyền",
            [("lead", "Sở Nội vụ"), ("coordinate", "Sở Y tế"), ("coordinate", "Sở Tài chính")],
            "recurring",
        ),
        ("Kiểm tra việc thực hiện", [("responsible", "Sở Nội vụ"), ("responsible", "Sở Y tế")], "relative"),
    ]  # fmt: skip


def test_tables_that_assign_nothing() -> None:
    indicators = table_document(
        1, ["TT", "Nội dung chỉ tiêu", "Đơn vị tính", "2025"], ["1", "Dân số", "Triệu người", "2,1"]
    )
    procedures = table_document(
        1, ["TT", "Nội dung", "Trình tự thực hiện", "Cơ quan thực hiện"], ["1", "Cấp phép", "Nộp hồ sơ", "Sở Y tế"]
    )
    assert duties(indicators) == duties(procedures) == ()


def test_an_unknown_body_stands_as_printed() -> None:
    document = table_document(
        1, ["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Đầu tư hạ tầng", "Các doanh nghiệp hạ tầng khu kinh tế"]
    )
    found: list[Any] = [actor for duty in duties(document) for actor in duty.actors]
    assert [(actor.role, actor.is_group) for actor in found] == [("lead", True)]
    assert "doanh nghiệp" in found[0].agency


def test_a_row_without_a_doer_is_reported() -> None:
    document = table_document(
        1,
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["1", "Đầu tư hạ tầng", "", "2026"],
        ["2", "Rà soát", "", ""],
        ["3", "Xây dựng quy chế", "Sở Nội vụ", "2026"],
    )
    header = Header("vn:lai-chau:2025:1", None, "KH", None, "2025-05-29", None, Span(0, 0), jurisdiction=PLACE)
    found = extract_responsibilities(document, (header,), ())
    assert [duty.task for duty in found.findings] == ["Xây dựng quy chế"]
    assert [notice.code for notice in found.notices] == ["task_without_agency"]
    assert "Đầu tư hạ tầng" in found.notices[0].message


def test_a_form_to_be_filled_in_gives_nothing() -> None:
    document = table_document(
        1, ["TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian"], ["1", "Ghi tên công việc", "…", "…"]
    )
    header = Header("vn:lai-chau:2025:1", None, "KH", None, "2025-05-29", None, Span(0, 0), jurisdiction=PLACE)
    found = extract_responsibilities(document, (header,), ())
    assert found.findings == found.notices == ()


OPEN = [
    ("500 ngày làm việc kể từ ngày ban hành", True),
    ("500 ngày kể từ ngày ban hành", False),
    ("10 ngày làm việc kể từ ngày nhận hồ sơ", False),
]


@pytest.mark.parametrize(("time", "named"), OPEN)
def test_a_count_of_working_days_into_an_unknown_year_is_told(time: str, named: bool) -> None:
    document = table_document(
        1, ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"], ["1", "Xây dựng quy chế làm việc", "Sở Nội vụ", time]
    )
    header = Header("vn:lai-chau:2025:1", None, "KH", None, "2025-05-29", None, Span(0, 0), jurisdiction=PLACE)
    found = extract_responsibilities(document, (header,), ())
    assert any("ngày nghỉ lễ" in notice.message for notice in found.notices) is named
