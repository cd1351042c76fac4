"""Any history of a record gives the graph that the record alone would give."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.embedded_store import EmbeddedStore
from graph.update import update
from tests.graph.documents import Json, Record, document, dump, instrument
from tests.graph.test_contract import CITING, KH27, KH27_OTHER, NQ50, PLAN, QD687, QD790

SOURCES = [
    [PLAN, document("473/KH-UBND", on="2022-07-18", title="Bản khác", cites=[("CITES", NQ50)])],
    [CITING, document("1288/KH-UBND", on="2022-05-14", duties=[("Việc", [("lead", "Sở Kế hoạch và Đầu tư")])])],
    [document("2/KH-UBND", cites=[("CITES", KH27)]), document("2/KH-UBND", cites=[("CITES", KH27_OTHER)])],
    [document("27-KH/TU", on="2021-03-01", relations=[(None, "IMPLEMENTS", QD687)], attached="Phụ lục")],
    [document("27-KH/TU", on="2019-03-01", duties=[("Việc khác", [("lead", "Sở Y tế"), ("receive", "Sở Nội vụ")])])],
    [document("790/QĐ-UBND", on="2021-07-02", title="Tên thật", signers=["Trần Văn B"],
              relations=[(None, "BASED_ON", NQ50)])],
    [document("9/KH-UBND", scope="kien-giang", relations=[(QD790, "CITES", QD687)], signers=["Lê Thị C"]),
     document("9/KH-UBND", scope="kien-giang", cites=[("CITES", instrument("790/QĐ-UBND", "lai-chau", "unknown"))])],
]  # fmt: skip
VARIANTS: list[Json] = [extraction for versions in SOURCES for extraction in versions]

# A step: put a variant, or take the document of a variant out of the record.
STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, len(VARIANTS) - 1)), min_size=1, max_size=10)


@pytest.mark.slow
@given(STEPS, st.lists(st.integers(1, 3), min_size=10, max_size=10), st.booleans())
@settings(max_examples=60, deadline=None)
def test_the_history_of_a_graph_does_not_show(steps: list[tuple[bool, int]], batches: list[int], told: bool) -> None:
    """Puts, edits and removals in batches; ``told``: the caller says what changed, or digests are compared."""
    with (
        tempfile.TemporaryDirectory() as folder,
        EmbeddedStore(Path(folder) / "a.kgl", write=True) as grown,
        EmbeddedStore(Path(folder) / "b.kgl", write=True) as fresh,
    ):
        record = Record()
        while steps:
            now, steps = steps[: batches[0]], steps[batches[0] :]
            batches = batches[1:]
            changed = set()
            for put, which in now:
                identity = VARIANTS[which]["document"]["id"]
                changed.add(identity)
                if put:
                    record.put(VARIANTS[which])
                else:
                    record.rows.pop(identity, None)
            update(grown, record, changed if told else None)
        update(fresh, record)
        assert dump(grown, kept=True) == dump(fresh, kept=True)
        assert update(grown, record).written == ()


def test_a_broken_off_update_is_made_good(tmp_path: Path) -> None:
    """The store fails after the first documents; nothing was saved, and the next update writes what is missing."""

    class Stops(Record):
        def get(self, doc_id: str) -> Json | None:
            if doc_id == PLAN["document"]["id"]:
                raise KeyboardInterrupt
            return super().get(doc_id)

    path, whole = tmp_path / "a.kgl", [*SOURCES[1][:1], *SOURCES[2][:1], PLAN]
    with EmbeddedStore(path, write=True) as store, pytest.raises(KeyboardInterrupt):
        update(store, Stops(*whole))
    with EmbeddedStore(path, write=True) as store, EmbeddedStore(tmp_path / "b.kgl", write=True) as fresh:
        update(store, Record(*whole))
        update(fresh, Record(*whole))
        assert dump(store, kept=True) == dump(fresh, kept=True)
