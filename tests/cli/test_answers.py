"""What the commands print on the sample corpus: JSON of a fixed shape, text of at most 80 columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import vanban
from tests.samples import SEEDS, sample_home
from vanban.home import Home

Ask = Callable[..., tuple[int, str, str]]
DECISION = "vn:trung-uong:2022:687-qdd-ttg"


def answer(ask: Ask, *args: str) -> Any:
    code, out, err = ask(*args, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def pairs(chain: dict[str, Any]) -> set[tuple[str, str, str]]:
    number = {node["id"]: node["number"] for node in chain["nodes"]}
    return {(number[e["from"]], e["type"], number[e["to"]]) for e in chain["edges"]}


def test_who_implements_the_decision(ask: Ask) -> None:
    chain = answer(ask, "chain", "687/QĐ-TTg")
    assert chain["root"] == DECISION
    implementing = {e["from"] for e in chain["edges"] if (e["type"], e["to"]) == ("IMPLEMENTS", DECISION)}
    assert "vn:an-giang:2022:473-kh-ubnd" in implementing
    assert any(identity.startswith("vn:lai-chau:unknown:untitled-") for identity in implementing)


@pytest.mark.parametrize(
    ("root", "edge"),
    [
        ("687/QĐ-TTg", ("790/QĐ-UBND", "IMPLEMENTS", "50/NQ-CP")),
        ("687/QĐ-TTg", ("1288/KH-UBND", "IMPLEMENTS", "124/NQ-CP")),
        ("687/QĐ-TTg", ("1288/KH-UBND", "IMPLEMENTS", "27-KH/TU")),
        ("687/QĐ-TTg", ("27-KH/TU", "IMPLEMENTS", "23-NQ/TW")),
        ("687/QĐ-TTg", ("688/KH-UBND", "IMPLEMENTS", "40-CTr/TU")),
        ("687/QĐ-TTg", ("40-CTr/TU", "IMPLEMENTS", "52-NQ/TW")),
        ("2443/KH-UBND", ("5213/KH-UBND", "IMPLEMENTS", "1422/QĐ-TTg")),
    ],
)
def test_relations_between_cited_documents(ask: Ask, root: str, edge: tuple[str, str, str]) -> None:
    chain = answer(ask, "chain", root, "--direction", "both", "--depth", "4")
    assert edge in pairs(chain)
    assert all(e["quote"] and e["stated_in"] for e in chain["edges"])


def test_who_leads_the_task(ask: Ask) -> None:
    first, *_ = answer(ask, "owners", "tuyên truyền kinh tế tuần hoàn", "--in", "Lai Châu")
    assert first["agency"] == "Sở Thông tin và Truyền thông tỉnh Lai Châu"
    assert first["role"] == "lead"
    assert "Sở Thông tin và Truyền thông chủ trì" in first["quote"]
    assert first["document"]["id"].startswith("vn:lai-chau:")


@pytest.mark.parametrize(
    "args",
    [
        ["chain", "687/QĐ-TTg"],
        ["chain", "2443/KH-UBND", "--direction", "both", "--depth", "4"],
        ["owners", "tuyên truyền kinh tế tuần hoàn", "--in", "Lai Châu"],
        ["tasks", "--agency", "Sở Tài chính", "--in", "An Giang"],
        ["show", "473/KH-UBND"],
        ["show", "687/QĐ-TTg"],
        ["query", "counts"],
        ["query", "most_cited"],
        [
            "cypher",
            "MATCH (d:Document) RETURN d.number AS number, d.title AS title, d.candidates AS candidates LIMIT 5",
        ],
        ["doctor"],
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_text_fits_eighty_columns_and_has_no_colour_in_a_pipe(ask: Ask, args: list[str], lang: str) -> None:
    code, out, err = ask(*args, "--lang", lang)
    assert (code, err) == (0, "")
    assert "\x1b" not in out
    assert out.strip()
    if args[0] != "doctor":
        assert max(map(len, out.splitlines())) <= 80
        assert not [line for line in out.splitlines() if line.endswith(" ")]


def test_the_tree_shows_documents_relations_and_quotes(ask: Ask) -> None:
    _, out, _ = ask("chain", "687/QĐ-TTg")
    for words in ("được thực hiện bởi (IMPLEMENTS)", "473/KH-UBND · 2022-07-18", "Kế hoạch không số của", "“"):
        assert words in out


def test_tasks_of_several_provinces_name_the_agency(ask: Ask) -> None:
    roles = _column(ask("tasks", "--agency", "Sở Công Thương")[1], 1)
    assert "thực hiện: Sở Công Thương tỉnh An Giang" in roles
    assert "phối hợp: Sở Công Thương tỉnh Lai Châu" in roles
    one = _column(ask("tasks", "--agency", "Sở Công Thương", "--in", "An Giang")[1], 1)
    assert "thực hiện" in one
    assert "Sở Công Thương" not in one


def _column(table: str, at: int) -> str:
    """The words of a table's column, unwrapped."""
    return " ".join(" ".join(line.split("│")[at] for line in table.splitlines() if line.count("│") > at).split())


def test_tasks_as_csv_have_a_row_a_task(ask: Ask) -> None:
    code, out, _ = ask("tasks", "--agency", "so tai chinh", "--in", "an giang", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert rows
    assert all(row["quote"] and row["document_id"] for row in rows)
    assert len(rows) == len(answer(ask, "tasks", "--agency", "Sở Tài chính", "--in", "An Giang"))


def test_rows_of_a_query_are_json_lines(ask: Ask) -> None:
    code, out, _ = ask("query", "implementers", "--param", f"id={DECISION}", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert {"473/KH-UBND"} < {row["number"] for row in rows}


def test_the_list_of_queries(ask: Ask) -> None:
    _, vietnamese, _ = ask("query", "--list")
    _, english, _ = ask("query", "--list", "--lang", "en")
    assert "most_cited [limit]" in vietnamese
    assert "Which documents are mentioned by most other documents?" in english


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (["chain", "99999/QĐ-TTg"], 1, "99999/QĐ-TTg"),
        (["show", "kế hoạch"], 1, "--in"),
        (["tasks", "--agency", "Sở Du hành vũ trụ"], 1, "Sở Du hành vũ trụ"),
        (["tasks", "--agency", "Sở Tài chính", "--due-before", "mai"], 2, "mai"),
        (["owners", "?"], 2, "Câu hỏi"),
        (["owners", "tuyên truyền", "--as-of", "mai"], 2, "mai"),
        (["chain", "687/QĐ-TTg", "--depth", "99"], 2, "99"),
        (["query", "nothing"], 2, "nothing"),
        (["query", "cited"], 2, "id"),
        (["query", "cited", "--param", "id"], 2, "="),
        (["cypher", "MATCH (n) DETACH DELETE n"], 1, "DETACH"),
        (["cypher", "MATCH (n RETURN n"], 1, "Cypher"),
        (["cypher", ""], 1, "trống"),
        (["doctor", "--graph", "http://x"], 3, "http://x"),
        (["chain", "687/QĐ-TTg", "--graph", "http://x"], 2, "http://x"),
        (["chain", "687/QĐ-TTg", "--graph", "bolt://127.0.0.1:1"], 3, "127.0.0.1:1"),
    ],
)
def test_what_goes_wrong_is_told(ask: Ask, args: list[str], code: int, says: str) -> None:
    got, out, err = ask(*args)
    assert got == code
    assert says in err + out
    assert "Traceback" not in err


def test_extract_prints_a_line_a_document_and_refuses_the_rest() -> None:
    run = vanban("extract", SEEDS[1], "nowhere.txt", SEEDS[0])
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 1
    assert [line["source"]["path"] for line in lines] == [str(SEEDS[1]), str(SEEDS[0])]
    assert lines[0]["document"]["number"] == "473/KH-UBND"
    assert run.stderr.count("\n") == 1
    assert "nowhere.txt" in run.stderr


def test_cite_reads_standard_input() -> None:
    run = vanban("cite", "--in", "Lai Châu", stdin="theo Kế hoạch số 1288/KH-UBND ngày 14/5/2021 của UBND tỉnh")
    [citation] = [json.loads(line) for line in run.stdout.splitlines()]
    assert citation["target"]["id"] == "vn:lai-chau:2021:1288-kh-ubnd"


def test_cite_reads_a_file() -> None:
    run = vanban("cite", SEEDS[1])
    numbers = {json.loads(line)["target"]["number"] for line in run.stdout.splitlines()}
    assert run.returncode == 0
    assert "687/QĐ-TTg" in numbers


@pytest.mark.parametrize("stdin", ["", "\n", "không có gì"])
def test_cite_of_nothing_is_nothing(stdin: str) -> None:
    run = vanban("cite", stdin=stdin)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_cite_of_bytes_that_are_no_text_is_told(tmp_path: Path) -> None:
    bad = tmp_path / "x.bin"
    bad.write_bytes(bytes(range(256)))
    run = vanban("cite", bad)
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1


def test_doctor_finds_all_in_order(ask: Ask) -> None:
    checks = {check["name"]: check for check in answer(ask, "doctor")}
    assert all(check["ok"] for check in checks.values() if check["needed"])
    assert "khớp với kho" in checks["Đồ thị nhúng"]["value"]
    assert checks["Kho"]["value"].startswith("8 văn bản")


def test_doctor_tells_a_graph_that_is_behind(tmp_path: Path) -> None:
    with sample_home().record() as record:
        extraction = next(record.extractions())
    home = tmp_path / "home"
    with Home(home).record() as record, Home(home).store(write=True) as store:
        store.save()
        record.put("/x.txt", extraction, "v1")
    run = vanban("doctor", "--home", home)
    assert run.returncode == 1
    assert "1 chưa khớp với kho" in run.stdout
    assert vanban("sync", "--home", home).returncode == 0
    assert vanban("doctor", "--home", home).returncode == 0
