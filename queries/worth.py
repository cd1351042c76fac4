"""How far an agency of a duty is what a question asks for: its role, its kind, and how the question names it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extractors.fold import norm
from queries.duties import ROLES
from queries.question import COUNCILS, Pairs, Question, expand

Json = dict[str, Any]
_WORTH = {"lead": 1.0, "responsible": 0.97, "coordinate": 0.7, "receive": 0.5}
_GROUP = 0.8  # a duty of all is nobody's in particular: it comes after one that names its owner
_OTHER_KIND = 0.85  # "sở nào" is also asked where the owner is the police: other kinds come after, not away
_OVER_OTHERS = 0.85  # who guides others to do it comes after who does it
# How the duty of one over others begins, folded: "hướng dẫn các địa phương …"; a question that says so asks for it.
_OVERSEEING = ("huong dan", "chi dao", "don doc", "kiem tra", "giam sat", "theo doi")
_OVER = tuple(f"{verb} {others}" for verb in _OVERSEEING for others in ("cac ", "uy ban ", "ubnd ", "so ", "co quan "))
_NAMED = 2.0  # "xã, phường phải làm gì …": the duties of who is named, those of others hardly
_MUST = (
    "phai", "can", "co trach nhiem", "co nhiem vu", "chiu trach nhiem", "duoc giao", "lam gi", "lam nhung gi",
    "phoi hop", "chu tri",
)  # fmt: skip
# Words before whom a duty is done for or with: "gửi Bộ Nội vụ", "phối hợp với Sở Y tế", "hỗ trợ tỉnh Hưng Yên".
_TOWARDS = ("gui", "gui ve", "gui den", "bao cao", "bao cao ve", "trinh", "phoi hop voi", "cung voi", "giup", "ho tro")
_OF_ALL = ("uy ban nhan dan cac ", "ubnd cac ", "uy ban nhan dan ", "ubnd ", "cac ")


def worth(row: Json, asked: Question, answers: bool) -> float:
    """The part of a duty's score that it has for one of its agencies; who ``answers`` for the report counts as its
    owner. Who takes part is worth as much as who leads where the question asks who takes part.
    """
    role = "responsible" if answers or _takes_part(row, asked) else row["role"]
    part = _WORTH[role] * (_GROUP if row["is_group"] else 1.0) * (_OVER_OTHERS if _oversees(row, asked) else 1.0)
    if is_named(row, asked):
        return part * _NAMED
    return part * (1.0 if _is_of_kind(row, asked) else _OTHER_KIND)


def order(row: Json, asked: Question, answers: bool) -> tuple[Any, ...]:
    """Within a duty: whom the question names as who gets it is not who is asked for and comes last; who is named
    above the words of the duty (in a heading) comes before who is named in them."""
    at = f" {norm(row['quote'] or '')} ".find(f" {norm(row['actor'] or row['agency'])} ")
    rank = not answers, not _takes_part(row, asked), ROLES.index(row["role"]), bool(row["is_group"])
    return _is_told(row, asked), not is_named(row, asked), *rank, at, row["agency_id"]


def is_named(row: Json, asked: Question) -> bool:
    """Whether a question asks what the agency has to do: "Sở Tài chính làm gì …", "xã, phường phối hợp …"."""
    return bool(_opening(row, asked))


def about_subject(asked: Question, rows: Iterable[Json], abbreviations: Pairs = ()) -> Question:
    """The question without the name of the agency whose duties it asks for: that is no word of them.

    ``abbreviations`` are those that were written out in the words of the question.
    """
    names = [expand(name, abbreviations) for row in rows for name in _opening(row, asked)]
    return asked.without_first(max(len(name.split()) for name in names)) if names else asked


def _opening(row: Json, asked: Question) -> list[str]:
    asking = f"{asked.folded} "
    return [name for name in _names(row) if asking.startswith(tuple(f"{name} {must} " for must in _MUST))]


def _takes_part(row: Json, asked: Question) -> bool:
    """Whether an agency takes part in a duty, and who takes part is asked for."""
    return bool(row["role"] == asked.role == "coordinate")


def _oversees(row: Json, asked: Question) -> bool:
    """Whether a duty is to make others do what is asked about."""
    return row["norm"].startswith(_OVER) and not any(verb in asked.folded for verb in _OVERSEEING)


def _is_told(row: Json, asked: Question) -> bool:
    plain = f" {asked.folded} "
    return any(f" {cue} {name} " in plain for name in _names(row) for cue in _TOWARDS)


def _is_of_kind(row: Json, asked: Question) -> bool:
    return not asked.kinds or norm(row["agency"]).startswith(asked.kinds)


def _names(row: Json) -> tuple[str, ...]:
    """The agency's name, as printed in the duty and with its place, also without the words that all of a kind have."""
    names = {norm(row["agency"]), norm(row["actor"] or "")} - {""}
    for short, long in COUNCILS:
        names |= {name.replace(long, short) for name in names}
    bare = {name.removeprefix(head) for name in names for head in _OF_ALL if name.startswith(head)}
    return tuple(sorted(names | {name for name in bare if " " in name}))
