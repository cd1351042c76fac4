"""Districts and communes through time: what a name means on a date, and what became of the unit."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from extractors.fold import norm
from extractors.localities import DAY, became, by_scope, came_from, communes_of, localities
from extractors.places import find_place, places, successor
from extractors.vocabulary import UPPER, table

UNSEEN = Path(__file__).resolve().parents[2] / "corpus" / "unseen"
THEN, NOW = "2025-06-30", "2025-07-01"


@pytest.mark.parametrize(
    ("name", "on", "found"),
    [
        ("xã Mường Kim, huyện Than Uyên, tỉnh Lai Châu", THEN, ["xã Mường Kim, huyện Than Uyên, tỉnh Lai Châu"]),
        ("Mường Kim, Lai Châu", NOW, ["xã Mường Kim, tỉnh Lai Châu"]),
        ("xa muong kim tinh lai chau", NOW, ["xã Mường Kim, tỉnh Lai Châu"]),
        ("huyện Than Uyên", THEN, ["huyện Than Uyên, tỉnh Lai Châu"]),
        ("huyện Than Uyên", NOW, []),
        ("thị trấn Than Uyên", NOW, []),
        ("Than Uyên", THEN, ["huyện Than Uyên, tỉnh Lai Châu", "thị trấn Than Uyên, huyện Than Uyên, tỉnh Lai Châu"]),
        ("Than Uyên", NOW, ["xã Than Uyên, tỉnh Lai Châu"]),
        ("thành phố Lai Châu", THEN, ["thành phố Lai Châu, tỉnh Lai Châu"]),
        ("TP. Thủ Đức", THEN, ["thành phố Thủ Đức, Thành phố Hồ Chí Minh"]),
        ("Q. 1", THEN, ["quận 1, Thành phố Hồ Chí Minh"]),
        ("Cao Lãnh", THEN, ["huyện Cao Lãnh, tỉnh Đồng Tháp", "thành phố Cao Lãnh, tỉnh Đồng Tháp"]),
        ("huyện Châu Thành, An Giang", THEN, ["huyện Châu Thành, tỉnh An Giang", "huyện Châu Thành, tỉnh Kiên Giang"]),
        ("huyện Châu Thành, Kiên Giang", THEN, ["huyện Châu Thành, tỉnh Kiên Giang"]),
        ("huyện Hòn Đất - An Giang", THEN, ["huyện Hòn Đất, tỉnh Kiên Giang"]),
        ("huyện Phú Vang, tỉnh Thừa Thiên Huế", THEN, ["huyện Phú Vang, thành phố Huế"]),
        ("đặc khu Phú Quốc", NOW, ["đặc khu Phú Quốc, tỉnh An Giang"]),
        ("huyện đảo Lý Sơn", THEN, []),
        ("Lý Sơn", THEN, ["huyện Lý Sơn, tỉnh Quảng Ngãi"]),
        ("xã Không Có", None, []),
    ],
)
def test_what_a_name_means_on_a_date(name: str, on: str | None, found: list[str]) -> None:
    assert [unit.address for unit in localities(name, on)] == found


def test_a_name_that_many_share_has_all_of_them_and_the_province_narrows() -> None:
    assert len(localities("Phường 1", THEN)) > 20
    assert [u.district for u in localities("Phường 1", THEN, "Cà Mau")] == [
        "thành phố Bạc Liêu",
        "thị xã Giá Rai",
        "thành phố Cà Mau",
    ]
    assert [u.address for u in localities("xã Tân Thành", THEN, "Thái Nguyên")] == [
        "xã Tân Thành, huyện Phú Bình, tỉnh Thái Nguyên"
    ]


def test_marks_decide_between_names_that_fold_alike() -> None:
    marked = {unit.name for unit in localities("xã Tân Thạnh", THEN)}
    assert marked == {"Tân Thạnh"}
    assert {unit.name for unit in localities("xa tan thanh", THEN)} >= {"Tân Thạnh", "Tân Thành", "Tân Thanh"}


@pytest.mark.parametrize(
    ("name", "kind", "into", "basis"),
    [
        ("xã Mù Cả, Lai Châu", "unchanged", ["xã Mù Cả, tỉnh Lai Châu"], "Nghị quyết 1670/NQ-UBTVQH15"),
        ("xã Ta Gia, Lai Châu", "merge", ["xã Khoen On, tỉnh Lai Châu"], "Nghị quyết 1670/NQ-UBTVQH15"),
        ("thị trấn Óc Eo, An Giang", "merge", ["xã Óc Eo, tỉnh An Giang"], "Nghị quyết 1654/NQ-UBTVQH15"),
        ("xã Hòa Liên, Đà Nẵng", "split", ["phường Hải Vân, thành phố Đà Nẵng",
                                            "phường Liên Chiểu, thành phố Đà Nẵng"], "Nghị quyết 1659/NQ-UBTVQH15"),
        ("huyện Than Uyên", "ended", ["xã Than Uyên, tỉnh Lai Châu", "xã Khoen On, tỉnh Lai Châu",
                                      "xã Mường Kim, tỉnh Lai Châu", "xã Mường Than, tỉnh Lai Châu"],
         "Luật 72/2025/QH15; Nghị quyết 203/2025/QH15"),
        ("huyện Lý Sơn", "ended", ["đặc khu Lý Sơn, tỉnh Quảng Ngãi"], "Luật 72/2025/QH15; Nghị quyết 203/2025/QH15"),
    ],
)  # fmt: skip
def test_what_became_of_a_unit(name: str, kind: str, into: list[str], basis: str) -> None:
    [unit] = localities(name, THEN)
    change = became(unit)
    assert change is not None
    assert (change.kind, change.on, change.basis) == (kind, DAY, basis)
    assert sorted(new.address for new in change.into) == sorted(into)


def test_a_unit_of_today_changes_no_more_and_knows_where_it_came_from() -> None:
    [now] = localities("xã Mường Kim, Lai Châu", NOW)
    assert became(now) is None
    assert [old.full for old in came_from(now)] == ["xã Mường Kim", "xã Pha Mu", "xã Tà Hừa", "xã Tà Mung"]
    [then] = localities("xã Mường Kim, Lai Châu", THEN)
    assert came_from(then) == ()
    assert then in communes_of(localities("huyện Than Uyên", THEN)[0])
    assert communes_of(then) == ()


def test_an_id_names_the_units_of_both_times() -> None:
    assert [(u.full, u.valid_until) for u in by_scope("lai-chau.muong-kim")] == [
        ("xã Mường Kim", DAY),
        ("xã Mường Kim", None),
    ]
    assert by_scope("lai-chau") == ()


def test_the_table_is_whole_and_canonical() -> None:
    rows = table("communes")
    cells = [tuple(row.values()) for row in rows]
    assert cells == sorted(set(cells))
    assert all(unicodedata.is_normalized("NFC", cell) for row in cells for cell in row)
    assert len(rows) == 10040
    assert len({(row["province"], row["district"]) for row in rows}) == 696
    assert {row["province"] for row in rows} == {p.name for p in places() if p.exists(THEN)}
    today = {
        (successor(place, NOW).name, new)
        for row in rows
        if (place := find_place(row["province"], THEN))
        for new in row["into"].split("|")
    }
    assert len(today) == 3321
    assert len({province for province, _ in today}) == 34
    assert all(("|" in row["into"]) == (row["change"] == "split") for row in rows)


def test_every_province_of_today_names_the_resolution_on_its_communes() -> None:
    named = [row["communes_basis"] for row in table("places") if row["communes_basis"]]
    assert len(set(named)) == len(named) == 34
    assert all(not row["valid_until"] for row in table("places") if row["communes_basis"])


# "1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của các xã A, B và C thành xã mới có tên gọi là xã D."
_NEW = re.compile(
    r"Sắp xếp (?P<old>.{10,1200}?) thành (?:xã|phường) mới có tên gọi là (?P<new>(?:xã|phường) [^.;]+?)(?:\.|$)"
)
_UNIT = re.compile(
    rf"(?P<kind>thị trấn|xã|[Pp]hường) |(?P<name>[{UPPER}][\w']*(?: (?:[{UPPER}][\w']*|\d+))*|(?<=[Pp]hường )\d+)"
)


def _resolution(number: str) -> dict[str, set[str]]:
    """A new commune -> those of then that the text of the resolution names for it, without blanks."""
    text = unicodedata.normalize("NFC", (UNSEEN / f"dvhc-{number}_NQ-UBTVQH15.txt").read_text("utf-8"))
    found = {}
    for part in re.split(r"\n\s*\n", text.replace("*", "").replace("\\", "")):
        match = _NEW.search(" ".join(part.split()))
        if match is None:
            continue
        kind, names = "", set()
        for unit in _UNIT.finditer(re.sub(r"\([^)]*\)|Điều|Sắp xếp", "", match["old"])):
            kind = unit["kind"].lower() if unit["kind"] else kind
            names |= {_key(f"{kind} {unit['name']}")} if unit["name"] else set()
        found[_key(match["new"])] = names
    return found


def _key(name: str) -> str:
    return norm(name).replace(" ", "")


@pytest.mark.parametrize(("number", "province", "least"), [("1655", "Cà Mau", 60), ("1659", "Đà Nẵng", 88)])
def test_the_table_says_what_the_resolutions_say(number: str, province: str, least: int) -> None:
    said = _resolution(number)
    assert len(said) >= least
    communes = {unit for row in table("communes") for unit in localities(row["into"].split("|")[0], NOW, province)}
    ours = {_key(new.full): {_key(old.full) for old in came_from(new)} for new in communes}
    wrong = {new: (names, ours.get(new)) for new, names in said.items() if names != ours.get(new)}
    assert len(wrong) <= 0.02 * len(said), wrong
