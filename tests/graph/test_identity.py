"""Cross-document identity: which node an id means, over all documents, in whatever order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity import Conflict, Mention, key_of, mentions_of, person_id, resolve
from tests.graph.documents import document, instrument

UNDATED = instrument("27-KH/TU", "lai-chau", "unknown")
IN_2021 = instrument("27-KH/TU", "lai-chau", "2021", issued_on="2021-03-01")
IN_2019 = instrument("27-KH/TU", "lai-chau", "2019", issued_on="2019-03-01")
ELSEWHERE = instrument("27-KH/TU", "an-giang", "2021", issued_on="2021-03-01")
OF_NOWHERE = instrument("790/QĐ-UBND", "unknown", "2021")
OF_NOWHERE_UNDATED = instrument("790/QĐ-UBND", "unknown", "unknown")
PROGRAMME = {**instrument("x", "trung-uong", "unknown"), "number": None, "id": "vn:trung-uong:unknown:chien-luoc"}
PROGRAMME_DATED = {**PROGRAMME, "id": "vn:trung-uong:2021:chien-luoc"}

# what the citing document (Lai Châu, 2022-05-14) names, what others name, what the first means
JOINS = [
    ("nothing else known", UNDATED, [], "vn:lai-chau:unknown:27-kh-tu"),
    ("the only one of number and scope", UNDATED, [IN_2021], "vn:lai-chau:2021:27-kh-tu"),
    ("another province has one too", UNDATED, [IN_2021, ELSEWHERE], "vn:lai-chau:2021:27-kh-tu"),
    ("only another province has one", UNDATED, [ELSEWHERE], "vn:lai-chau:unknown:27-kh-tu"),
    ("two of different years", UNDATED, [IN_2021, IN_2019], "vn:lai-chau:unknown:27-kh-tu"),
    ("a dated citation never moves", IN_2019, [IN_2021], "vn:lai-chau:2019:27-kh-tu"),
    ("a number without a place is no identity", OF_NOWHERE_UNDATED, [OF_NOWHERE], "vn:unknown:unknown:790-qdd-ubnd"),
    ("a name is no identity", PROGRAMME, [PROGRAMME_DATED], "vn:trung-uong:unknown:chien-luoc"),
]


@pytest.mark.parametrize(("case", "cited", "others", "meant"), JOINS, ids=[row[0] for row in JOINS])
def test_what_a_citation_means(case: str, cited: dict, others: list[dict], meant: str) -> None:
    citing = document("1288/KH-UBND", on="2022-05-14", cites=[("IMPLEMENTS", cited)])
    rest = [document(f"{i}/BC-UBND", on="2023-01-01", cites=[("CITES", o)]) for i, o in enumerate(others, 1)]
    resolution = resolve(m for d in (citing, *rest) for m in mentions_of(d))
    assert resolution.node(citing["document"]["id"], cited["id"]) == meant
    several = [o["id"] for o in others if o["id"].startswith("vn:lai-chau:")]
    candidates = resolution.nodes["Document"][meant]["candidates"]
    assert candidates == (sorted(several) if len(several) > 1 else None)


# date of the only candidate, date of the citing document, whether they can be joined
DATES = [
    ("2021-03-01", "2022-05-14", True),
    ("2022-05-14", "2022-05-14", True),
    ("2022-05-15", "2022-05-14", False),
    ("2022", "2022-05-14", True),
    ("2022-06", "2022-05-14", False),
    ("2023", "2022", False),
    ("2023-01-01", None, True),
]


@pytest.mark.parametrize(("date", "on", "joined"), DATES)
def test_no_citation_means_a_younger_document(date: str, on: str | None, joined: bool) -> None:
    citing = document("1288/KH-UBND", on=on, cites=[("IMPLEMENTS", UNDATED)])
    target = document("27-KH/TU", on=date)
    resolution = resolve((*mentions_of(citing), *mentions_of(target)))
    node = resolution.node(citing["document"]["id"], UNDATED["id"])
    assert node == (target["document"]["id"] if joined else UNDATED["id"])


def test_a_stub_gives_way_to_the_document_itself() -> None:
    target = document("27-KH/TU", on="2021-03-01", title="Tên của chính nó")
    citing = document("2/KH-UBND", cites=[("CITES", IN_2021)])
    assert IN_2021["id"] in resolve(mentions_of(citing)).nodes["Document"]
    both = resolve((*mentions_of(citing), *mentions_of(target)))
    assert IN_2021["id"] not in both.nodes["Document"]
    assert target["document"]["id"] in both.own


def test_a_document_that_lost_its_date_is_not_taken_for_one_of_several() -> None:
    """Its own id is the undated one; the ambiguous citation keeps apart from it."""
    lost = document("27-KH/TU", on=None)
    citing = document("1288/KH-UBND", on="2022-05-14", cites=[("CITES", UNDATED)])
    dated = [document(f"{i}/BC-UBND", cites=[("CITES", t)]) for i, t in enumerate((IN_2019, IN_2021), 1)]
    resolution = resolve(m for d in (lost, citing, *dated) for m in mentions_of(d))
    assert resolution.node(citing["document"]["id"], UNDATED["id"]) == f"{UNDATED['id']}#ambiguous"
    assert lost["document"]["id"] in resolution.own


def test_what_documents_say_of_a_stub_is_put_together() -> None:
    """The value of most documents, then the longest, then the first."""
    said = [
        ("Đề án A", "2022-06-07"),
        ("Đề án A", "2022-06-07"),
        ("Đề án kinh tế tuần hoàn", "2022-06-17"),
        (None, None),
    ]
    cited = [instrument("687/QĐ-TTg", title=title, issued_on=on) for title, on in said]
    documents = [document(f"{i}/KH-UBND", cites=[("CITES", c)]) for i, c in enumerate(cited, 1)]
    node = resolve(m for d in documents for m in mentions_of(d)).nodes["Document"]["vn:trung-uong:2022:687-qdd-ttg"]
    assert (node["title"], node["issued_on"], node["year"]) == ("Đề án A", "2022-06-07", 2022)


def test_two_dates_of_one_instrument_are_a_conflict() -> None:
    cited = [instrument("687/QĐ-TTg", issued_on=on) for on in ("2022-06-07", "2022-06-17", "2022", None)]
    documents = [document(f"{i}/KH-UBND", cites=[("CITES", c)]) for i, c in enumerate(cited, 1)]
    resolution = resolve(m for d in documents for m in mentions_of(d))
    assert resolution.conflicts == (
        Conflict(
            "vn:trung-uong:2022:687-qdd-ttg",
            "issued_on",
            (("2022-06-07", ("vn:lai-chau:2022:1-kh-ubnd",)), ("2022-06-17", ("vn:lai-chau:2022:2-kh-ubnd",))),
        ),
    )


def test_names_of_one_agency_in_other_spellings_are_one_name() -> None:
    plans = [
        document(f"{i}/KH-UBND", duties=[("Việc", [("lead", name)])])
        for i, name in enumerate(("các sở, ban, ngành", "Các sở ban ngành", "các sở, ban, ngành"), 1)
    ]
    for order in (plans, plans[::-1]):
        nodes = resolve(m for d in order for m in mentions_of(d)).nodes["Agency"]
        assert nodes["agency:lai-chau:cac-so-ban-nganh"]["name"] == "các sở, ban, ngành"


def test_keys_hold_together_what_must_be_resolved_together() -> None:
    assert key_of("Document", UNDATED["id"]) == key_of("Document", IN_2021["id"])
    assert key_of("Document", ELSEWHERE["id"]) != key_of("Document", IN_2021["id"])
    assert key_of("Document", f"{IN_2021['id']}#att1") != key_of("Document", IN_2021["id"])
    assert key_of("Agency", "agency:lai-chau:so-y-te") == "Agency:agency:lai-chau:so-y-te"


def test_the_same_name_in_two_provinces_is_two_persons() -> None:
    assert person_id("vn:lai-chau:2022:1-kh", "Nguyễn Văn A") == "person:lai-chau:nguyen-van-a"
    assert person_id("vn:an-giang:2022:1-kh", "Nguyễn Văn A") != person_id("vn:lai-chau:2022:1-kh", "Nguyễn Văn A")


YEARS = st.sampled_from(["2019", "2021", "2022", "unknown"])


def mention(doc: int, own: bool, scope: str, year: str, local: str, on: str | None) -> Mention:
    said = (("number", local),) if year == "unknown" else (("issued_on", f"{year}-01-02"), ("number", local))
    identity, key = f"vn:{scope}:{year}:{local}", f"Document:{scope}:{local}"
    return Mention(f"vn:{scope}:2022:d{doc}", "Document", identity, key, own and year != "unknown", on, said)


MENTIONS = st.builds(
    mention,
    st.integers(1, 4),
    st.booleans(),
    st.sampled_from(["lai-chau", "unknown"]),
    YEARS,
    st.sampled_from(["1", "2"]),
    st.sampled_from([None, "2020-01-01", "2022-05-05"]),
)


@given(st.lists(MENTIONS, max_size=12), st.randoms(use_true_random=False))
def test_the_order_and_repetition_of_mentions_do_not_matter(mentions: list[Mention], shuffle: random.Random) -> None:
    other = [*mentions, *mentions[:3]]
    shuffle.shuffle(other)
    assert resolve(other) == resolve(mentions)


@given(st.lists(MENTIONS, max_size=12))
def test_keys_are_resolved_apart_as_together(mentions: list[Mention]) -> None:
    whole = resolve(mentions)
    for key in {m.key for m in mentions}:
        part = resolve(m for m in mentions if m.key == key)
        for m in mentions:
            if m.key == key:
                assert part.node(m.doc_id, m.id) == whole.node(m.doc_id, m.id)


@given(st.lists(MENTIONS, max_size=12))
def test_a_citation_is_joined_only_to_what_is_known(mentions: list[Mention]) -> None:
    resolution = resolve(mentions)
    known = {m.id for m in mentions}
    for m in mentions:
        node = resolution.node(m.doc_id, m.id)
        assert node.removesuffix("#ambiguous") in known
        assert node in resolution.own or node in resolution.nodes["Document"]
