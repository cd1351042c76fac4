"""The registry of agencies (``agencies.csv``): names, aliases, levels, validity; found by one Aho-Corasick pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.agencies.compact import Compact, key
from extractors.automaton import Automaton, automaton
from extractors.vocabulary import table

CENTRAL_LEVEL = "trung ương"
PROVINCE_LEVEL = "tỉnh"
PARTY_LEVEL = "đảng"
REGION_LEVEL = "khu vực"
LOCAL_REGION_LEVEL = "khu vực tỉnh"  # numbered in each province: "Tòa án nhân dân khu vực 3 - Lai Châu"
COMPANY_LEVEL = "doanh nghiệp"


@dataclass(frozen=True, slots=True)
class Agency:
    """A row: ``level`` is "trung ương", "tỉnh", "huyện", "xã", "địa phương" (any), "khu vực" (of the country),
    "khu vực tỉnh" (of a province), "đảng" or "doanh nghiệp".

    ``bare`` false: the name is a common word too, and counts only with a place or level after it ("Thuế tỉnh").
    """

    name: str
    level: str
    bare: bool
    valid_from: str | None
    valid_until: str | None

    @property
    def central(self) -> bool:
        """Whether the body belongs to the centre and takes no place."""
        return self.level in (CENTRAL_LEVEL, COMPANY_LEVEL)

    def begins_after(self, on: str | None) -> bool:
        """Whether a known date (of any precision) lies wholly before the body's first day."""
        return on is not None and self.valid_from is not None and (on + "-12-31"[len(on) - 4 :])[:10] < self.valid_from


# Folded parts of a name and the short forms in which documents write them.
_SHORT = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("phat trien nong thon", "ptnt"),
    ("bao hiem xa hoi", "bhxh"),
    ("ban quan ly", "bql"),
    ("khu cong nghiep", "kcn"),
    ("khu kinh te", "kkt"),
    ("van phong", "vp"),
    ("van phong", "vp."),
    ("chinh sach xa hoi", "csxh"),
    ("mat tran to quoc viet nam", "mttq viet nam"),
    ("mat tran to quoc viet nam", "mttqvn"),
    ("quan su", "qs"),
    ("lien hiep phu nu", "lhpn"),
    ("doan dai bieu quoc hoi", "doan dbqh"),
)
_LINKING = ("so ", "bo ", "phong ", "ban ", "van phong", "vp", "trung tam", "dai ", "bao ", "cuc ")


def variants(name: str) -> set[str]:
    """The folded forms of a name: short words, "&" or nothing for "và", blank or comma for the dash of a list."""
    forms = {key(name)}
    for long, short in _SHORT:
        forms |= {f.replace(long, short) for f in forms if long in f}
    if key(name).startswith(_LINKING):
        forms |= {f.replace(" va ", "&") for f in forms} | {f.replace(" va ", " ") for f in forms}
    forms |= {f.replace("-", " ") for f in forms if "-" in f} | {f.replace("-", ", ") for f in forms if "-" in f}
    forms |= {f.replace(", ", " ") for f in forms if ", " in f and f.startswith(("so van hoa", "bo van hoa"))}
    return {f for f in forms if len(f) > 1}


@cache
def agencies() -> tuple[Agency, ...]:
    """All rows of the table."""
    return tuple(
        Agency(r["name"], r["level"], r["bare"] != "no", r["valid_from"] or None, r["valid_until"] or None)
        for r in table("agencies")
    )


@cache
def by_key() -> dict[str, tuple[Agency, ...]]:
    """Folded name or alias -> the rows that it may mean (full names before aliases)."""
    found: dict[str, tuple[Agency, ...]] = {}
    for full in (True, False):
        for row, agency in zip(table("agencies"), agencies(), strict=True):
            names = (row["name"],) if full else tuple(a for a in row["aliases"].split("|") if a)
            for form in sorted({f for n in names for f in variants(n)}):
                known = found.get(form, ())
                if agency not in known:
                    found[form] = (*known, agency)
    return found


@cache
def abbreviations() -> frozenset[str]:
    """Names and aliases of one word ("UBND", "TU", "VPCP"), which count only exactly as listed."""
    names = (n for r in table("agencies") for n in (r["name"], *r["aliases"].split("|")))
    return frozenset(n for n in names if n and " " not in n)


@cache
def _automaton() -> tuple[Automaton, tuple[str, ...]]:
    keys = tuple(by_key())
    return automaton(keys, longest=True), keys


def occurrences(text: Compact) -> Iterator[tuple[int, int, str]]:
    """Registry names in the folded text at word borders: (start, end, key), leftmost-longest, not overlapping."""
    found, keys = _automaton()
    folded = text.folded
    for number, start, end in found.find_matches_as_indexes(folded):
        if (start == 0 or not folded[start - 1].isalnum()) and (end == len(folded) or not folded[end].isalnum()):
            yield start, end, keys[number]


@cache
def tails(head: str) -> dict[str, tuple[tuple[str, Agency], ...]]:
    """For an enumeration with a shared head ("các Sở: Tài chính, …"): what may follow the head, with the agency.

    By its first two letters, longest first.
    """
    prefix = head + " "
    found: dict[str, list[tuple[str, Agency]]] = {}
    for name, rows in sorted(by_key().items(), key=lambda item: -len(item[0])):
        if name.startswith(prefix):
            tail = name[len(prefix) :]
            found.setdefault(tail[:2], []).append((tail, rows[0]))
    return {letters: tuple(entries) for letters, entries in found.items()}
