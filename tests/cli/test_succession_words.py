"""The words in which a chain of succession is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.embedded_store import EmbeddedStore
from graph.update import update
from queries.owners import owners
from tests.graph.documents import Record, document
from vanban.cli.messages import speaker
from vanban.cli.render.duties import print_owners


@pytest.mark.parametrize(
    ("scope", "agency", "words"),
    [
        ("lai-chau.muong-kim", "Ủy ban nhân dân xã",
         ["từ 2025-07-01 là Ủy ban nhân dân xã Mường Kim sau khi sắp xếp xã, phường (Nghị quyết 1670/NQ-UBTVQH15)"]),
        ("lai-chau.ta-gia", "Ủy ban nhân dân xã",
         ["nay là Ủy ban nhân dân xã Khoen On (từ 2025-07-01, Nghị quyết 1670/NQ-UBTVQH15)"]),
        ("lai-chau.than-uyen", "Ủy ban nhân dân huyện",
         ["từ 2025-07-01 chia cho nhiều cơ quan, chưa rõ cơ quan nào nhận việc này", "Ủy ban nhân dân xã Khoen On"]),
        ("an-giang", "Sở Tài chính",
         ["từ 2025-07-01 là Sở Tài chính tỉnh An Giang sau sáp nhập tỉnh (Nghị quyết 202/2025/QH15)"]),
        ("ha-noi", "Bảo hiểm xã hội",
         ["từ 2008-08-01 là Bảo hiểm xã hội thành phố Hà Nội sau sáp nhập tỉnh (Nghị quyết 15/2008/QH12)"]),
        # a row that no public source states
        ("lai-chau", "Sở Công nghiệp", ["chưa có nguồn công khai xác nhận"]),
    ],
)  # fmt: skip
def test_what_became_of_the_owner(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], scope: str, agency: str, words: list[str]
) -> None:
    day = "2007-01-01" if agency in ("Sở Công nghiệp", "Bảo hiểm xã hội") else "2024-03-12"
    with EmbeddedStore(tmp_path / "graph.kgl", write=True) as store:
        update(store, Record(document(scope=scope, on=day, duties=[("Trồng rừng", [("lead", agency)])])))
        print_owners(owners(store, "trồng rừng", as_of="2026-01-01"), speaker("vi"))
    told = " ".join(capsys.readouterr().out.split())
    assert all(part in told for part in words), told
