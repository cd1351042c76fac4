"""Identity and status from the command line: stubs, candidates, conflicting dates, status on a day, ``urn:lex``."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from vanban.cli import main

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
END = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n"


def paper(number: str, date: str, kind: str, title: str, body: str) -> str:
    head = f"ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n{MOTTO}Số: {number}\nLai Châu, {date}\n"
    return f"{head}{kind}\n{title}\n{body}\n{END}"


PAPERS = {
    "open.txt": paper(
        "10/KH-UBND", "ngày 05 tháng 5 năm 2025", "KẾ HOẠCH", "Phát triển nông nghiệp",
        "Thực hiện Nghị quyết số 50/NQ-CP của Chính phủ, UBND tỉnh ban hành kế hoạch:\nI. MỤC ĐÍCH",
    ),
    "dated.txt": paper(
        "11/KH-UBND", "ngày 06 tháng 5 năm 2025", "KẾ HOẠCH", "Phát triển kinh tế",
        "Căn cứ Nghị quyết số 50/NQ-CP ngày 20/5/2021 của Chính phủ;\n"
        "Căn cứ Nghị quyết số 50/NQ-CP ngày 08/4/2022 của Chính phủ;\nI. MỤC ĐÍCH",
    ),
    "changes.txt": paper(
        "12/2025/QĐ-UBND", "ngày 10 tháng 6 năm 2025", "QUYẾT ĐỊNH", "Về quản lý đất đai",
        "Căn cứ Luật Đất đai số 31/2024/QH15;\n"
        "Điều 1. Sửa đổi, bổ sung Điều 3 Quyết định số 5/2020/QĐ-UBND ngày 02/01/2020 của Ủy ban nhân dân tỉnh.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày 20 tháng 6 năm 2025 và thay thế Quyết định số 6/2020/QĐ-UBND "
        "ngày 03/01/2020 của Ủy ban nhân dân tỉnh.",
    ),
    "other-date.txt": paper(
        "13/KH-UBND", "ngày 07 tháng 7 năm 2025", "KẾ HOẠCH", "Quản lý đất đai",
        "Căn cứ Quyết định số 6/2020/QĐ-UBND ngày 04/01/2020 của Ủy ban nhân dân tỉnh;\nI. MỤC ĐÍCH",
    ),
}  # fmt: skip
ITSELF = paper(
    "5/2020/QĐ-UBND",
    "ngày 02 tháng 01 năm 2020",
    "QUYẾT ĐỊNH",
    "Ban hành Quy định quản lý đất đai",
    "Căn cứ Luật Đất đai;\nĐiều 1. A",
)


class Told:
    """Commands on a graph of the papers; each answer parsed."""

    def __init__(self, folder: Path) -> None:
        self.papers = folder / "papers"
        self.papers.mkdir()
        self._home = str(folder / "home")
        for name, text in PAPERS.items():
            (self.papers / name).write_text(text, "utf-8")
        self.ingested = self("ingest", str(self.papers))

    def __call__(self, *args: str) -> Any:
        out = io.StringIO()
        with redirect_stdout(out):
            assert main([*args, "--json", "--home", self._home]) == 0
        return json.loads(out.getvalue())


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(tmp_path_factory.mktemp("told"))


def test_one_number_with_two_dates_is_reported(told: Told) -> None:
    (conflict,) = told.ingested["graph"]["conflicts"]
    assert (conflict["id"], conflict["property"]) == ("vn:lai-chau:2020:6-2020-qdd-ubnd", "issued_on")
    assert set(conflict["values"]) == {"2020-01-03", "2020-01-04"}


def test_a_citation_without_date_keeps_its_candidates(told: Told) -> None:
    (cited,) = told("show", "10/KH-UBND")["cites"]
    assert cited["relation"] == "IMPLEMENTS"
    found = told("show", cited["id"])["document"]
    assert sorted(found["candidates"]) == ["vn:trung-uong:2021:50-nq-cp", "vn:trung-uong:2022:50-nq-cp"]


@pytest.mark.parametrize(
    ("number", "day", "status"),
    [
        ("6/2020/QĐ-UBND", "2025-06-15", "unknown"),
        ("6/2020/QĐ-UBND", "2025-06-25", "expired"),
        ("5/2020/QĐ-UBND", "2025-06-15", "unknown"),
        ("5/2020/QĐ-UBND", "2025-06-25", "partly amended"),
        ("12/2025/QĐ-UBND", "2025-06-15", "not yet in force"),
        ("12/2025/QĐ-UBND", "2025-06-25", "in force"),
        ("31/2024/QH15", "2025-06-25", "partly amended"),
    ],
)
def test_the_status_on_a_day(told: Told, number: str, day: str, status: str) -> None:
    shown = told("show", number, "--as-of", day)["document"]
    chain = told("chain", number, "--direction", "both", "--as-of", day)
    (node,) = (n for n in chain["nodes"] if n["id"] == chain["root"])
    assert (shown["status"], node["status"]) == (status, status)
    assert bool(shown["status_evidence"]) == (status != "unknown")


def test_a_stub_gives_way_to_the_document_itself(tmp_path: Path) -> None:
    told = Told(tmp_path)
    stub = told("show", "5/2020/QĐ-UBND")
    assert stub["document"]["stub"]
    (told.papers / "itself.txt").write_text(ITSELF, "utf-8")
    told("ingest", str(told.papers))
    whole = told("show", "5/2020/QĐ-UBND")
    assert (whole["document"]["id"], whole["document"]["stub"]) == (stub["document"]["id"], False)
    assert whole["document"]["title"] == "Ban hành Quy định quản lý đất đai"
    assert [c["number"] for c in whole["changed_by"]] == ["12/2025/QĐ-UBND"]


def test_the_name_for_exchange_stands_beside_the_id(told: Told) -> None:
    document = told("show", "12/2025/QĐ-UBND")["document"]
    assert document["urn"] == "urn:lex:vn;lai.chau:uy.ban.nhan.dan:quyet.dinh:2025-06-10;12-2025-qd-ubnd"
