"""From mentions to instruments: one id for all mentions of one instrument in a text."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache

from extractors.document import Notice, Span
from extractors.findings import Instrument, Jurisdiction
from extractors.fold import fold
from extractors.identity import CENTRAL, instrument_id, scope_of_issuer, scope_of_number, year_of
from extractors.laws import Law, law_of_number, version, version_of_year
from extractors.mentions import Mention
from extractors.mentions_in_titles import in_titles, numbered_everywhere, share_places
from extractors.number_signs import token
from extractors.numbers import DocumentNumber, parse_number

_ASSEMBLY = {"LUAT": "Quốc hội", "BL": "Quốc hội", "HP": "Quốc hội", "PL": "Ủy ban Thường vụ Quốc hội"}
_LEVELS = (("tỉnh", ("tỉnh", "Tỉnh ủy", "Tỉnh uỷ")), ("thành phố", ("thành phố", "Thành phố", "Thành ủy", "Thành uỷ")))

_folded = lru_cache(maxsize=4096)(fold)  # texts repeat their numbers


class Targets:
    """Resolves the mentions of one text; ``where`` is the place and date from which the text speaks."""

    def __init__(self, mentions: list[Mention], where: Jurisdiction) -> None:
        self._where = where
        self._on = where.on or max((m.on for m in mentions if m.on), default=None)
        titled = list(in_titles(mentions))
        laws = [m for m in mentions if m.kind == "law"]
        for mention in laws:
            self._choose_version(mention)
        if laws:
            self._share_versions(laws, _days_of_acts(titled))
        self._share_sessions([m for m in mentions if m.kind == "party"])
        share_places(titled)
        numbered = [m for m in mentions if m.kind == "numbered" and m.number]
        self._dates = self._dated(numbered)
        self._issuers: dict[str, str | None] = {}
        self._scopes: dict[tuple[str, str | None], str | None] = {}
        self._same_day: dict[tuple[str, str], str | None] = {}
        self._identities: dict[tuple[str, str | None, str | None], tuple[str, str | None, str | None]] = {}
        self._numbers: dict[tuple[str | None, ...], Instrument] = {}
        self._laws: dict[tuple[object, ...], Instrument] = {}
        self._titles = self._titled(numbered)

    def of(self, mention: Mention) -> Instrument:
        """The instrument that a mention means."""
        if mention.kind == "numbered":
            return self._numbered(mention)
        return self._law(mention) if mention.kind == "law" else self._party(mention)

    def _choose_version(self, mention: Mention) -> None:
        if mention.number and mention.law is None:
            mention.law = law_of_number(mention.number)
        if mention.law or mention.number or not mention.versions:
            return
        if mention.on:
            same_day = [law for law in mention.versions if law.passed_on == mention.on]
            mention.law = same_day[0] if same_day else version_of_year(mention.versions, mention.on[:4])
            if mention.law is None or (len(mention.on) == 10 and not same_day):
                mention.notices.append(_date_notice(mention))
        elif len(mention.versions) > 1 and mention.versions[0].amending:
            valid = [law for law in mention.versions if self._on and law.in_force(_last_day(self._on))]
            mention.law = valid[0] if len(valid) == 1 else None
        else:
            mention.law, mention.versions = _with_rest(mention, self._on)

    def _share_versions(self, laws: list[Mention], days: dict[int, str]) -> None:
        """A bare name is a short form of the version that the text names in full.

        That is the law to come after "triển khai thi hành Luật …", the one version that the bases ("Căn cứ Luật … ngày
        …") name, which has not expired and is no younger than the act whose title names it, or the only number that
        the text gives. ``days`` tells where a law is named in an act's title, and the act's last possible day.
        """
        coming = {m.name: m.law for m in laws if m.coming and m.law and not m.on}
        bases = self._bases(laws)
        numbers: dict[str | None, set[str]] = {}
        for m in laws:
            if m.number and m.name:
                numbers.setdefault(m.name, set()).add(m.number)
        if not (coming or bases or numbers):
            return
        for mention in laws:
            if mention.on or mention.number:
                continue
            if mention.name in coming:
                mention.law = coming[mention.name]
            elif mention.name in bases and (bases[mention.name].passed_on or "") <= days.get(mention.start, "9999"):
                mention.law = bases[mention.name]
            elif not mention.inside and len(numbers.get(mention.name, ())) == 1:
                mention.number = next(iter(numbers[mention.name]))
                mention.law = law_of_number(mention.number) or mention.law

    def _bases(self, laws: list[Mention]) -> dict[str | None, Law]:
        """Name -> the version that the text's bases give by year, date or number."""
        named: dict[str | None, set[Law]] = defaultdict(set)
        for m in laws:
            if m.basis and m.law and (m.on or m.number):
                named[m.name].add(m.law)
        first = (self._on or "9999") + "-01-01"[len(self._on or "9999") - 4 :]
        return {
            name: law
            for name, found in named.items()
            if len(found) == 1 and not ((law := next(iter(found))).expired_on or "9999") <= first
        }

    @staticmethod
    def _share_sessions(party: list[Mention]) -> None:
        """A session's resolution named without its topic is the one that the text names with its topic."""
        told = {m.name: m for m in party if m.number}
        for mention in party:
            if mention.number is None and mention.name in told:
                mention.number, mention.on = told[mention.name].number, told[mention.name].on

    @staticmethod
    def _dated(numbered: list[Mention]) -> dict[str, list[Mention]]:
        dated: dict[str, list[Mention]] = defaultdict(list)
        for mention in numbered:
            if mention.on or mention.issuer:
                dated[_folded(str(mention.number))].append(mention)
        return dated

    def _numbered(self, mention: Mention) -> Instrument:
        if mention.number is None:
            return self._blank(mention)
        said = mention.number, mention.type, mention.issuer, mention.on
        known = self._numbers.get(said)
        if known is None:
            identity, issuer, on = self._identity(mention, mention.number)
            title = self._titles.get(identity)
            issuer = self._placed(issuer) if issuer else _issuer_of(mention.number)
            known = self._numbers[said] = Instrument(identity, mention.number, mention.type, title, issuer, on)
        return known

    def _identity(self, mention: Mention, number: str) -> tuple[str, str | None, str | None]:
        """The id of a numbered mention, with the issuer and date that this or another mention gives."""
        issuer, on = mention.issuer, mention.on
        told = number, issuer, on
        known = self._identities.get(told)
        if known:
            return known
        if not (issuer and on):
            others = self._dates.get(_folded(number), [])
            full = mention if on else next((m for m in others if m.on), mention)
            issuer = issuer or full.issuer or next((m.issuer for m in others if m.issuer), None)
            on = on or full.on
        said = number, issuer
        if said not in self._scopes:
            self._scopes[said] = self._scope(number, issuer)
        scope = self._scopes[said]
        if on and not numbered_everywhere(number):  # "Chi cục Thuế khu vực V", later "Thuế thành phố Hải Phòng"
            scope = self._same_day.setdefault((_folded(number), on), scope)
        identity = instrument_id(scope, number, on), issuer, on
        self._identities[told] = identity
        return identity

    def _titled(self, numbered: list[Mention]) -> dict[str, str]:
        """The one title of each numbered instrument: the one most often printed.

        Among equals one that is not all in capitals, then one whose mention has a date, then the first.
        """
        printed: dict[str, list[Mention]] = defaultdict(list)
        for mention in numbered:
            if mention.title:
                printed[self._identity(mention, str(mention.number))[0]].append(mention)
        return {identity: _best_title(titled) for identity, titled in printed.items()}

    def _placed(self, issuer: str) -> str:
        """ "Ủy ban nhân dân tỉnh" with the province that the text speaks from."""
        here = self._where.place
        if not here:
            return issuer
        level = next((kind for kind, ends in _LEVELS if issuer.endswith(ends)), None)
        return f"{issuer} {here}" if level and self._where.kind in (None, level) else issuer

    def _scope(self, number: str, issuer: str | None) -> str | None:
        if scope_of_number(number) == CENTRAL:
            return CENTRAL
        return self._whose(issuer) or scope_of_number(number, self._where)

    def _whose(self, issuer: str | None) -> str | None:
        """The scope of an issuer that the text names."""
        if issuer is None:
            return None
        if issuer not in self._issuers:
            self._issuers[issuer] = scope_of_issuer(issuer, self._where)
        return self._issuers[issuer]

    def _blank(self, mention: Mention) -> Instrument:
        scope = scope_of_issuer(mention.issuer, self._where) or self._where.scope
        identity = instrument_id(scope, None, mention.on, mention.name)
        return Instrument(
            identity, None, mention.type, mention.name, self._placed(mention.issuer or "") or None, mention.on
        )

    def _law(self, mention: Mention) -> Instrument:
        said = mention.law, mention.name, mention.number, mention.on, mention.type, mention.versions
        known = self._laws.get(said)
        if known is None:
            known = self._laws[said] = self._named_law(mention)
        return known

    @staticmethod
    def _named_law(mention: Mention) -> Instrument:
        law = mention.law
        issuer = _ASSEMBLY.get(mention.type or "", "Quốc hội")
        if law:
            on = law.passed_on or mention.on
            number = law.number or mention.number
            return Instrument(instrument_id(CENTRAL, number, on, law.title), number, law.code, law.title, issuer, on)
        name = mention.name or (f"Luật số {mention.number}" if mention.number else None)
        identity = instrument_id(CENTRAL, mention.number, mention.on, name)
        candidates = tuple(instrument_id(CENTRAL, v.number, v.passed_on, v.title) for v in mention.versions)
        return Instrument(
            identity, mention.number, mention.type, name, issuer, mention.on, candidates if len(candidates) > 1 else ()
        )

    def _party(self, mention: Mention) -> Instrument:
        scope = CENTRAL
        if mention.issuer and not mention.numbers:
            scope = scope_of_issuer(mention.issuer, self._where) or self._where.scope or CENTRAL
            if "toàn quốc" in mention.issuer or "của Đảng" in mention.issuer:
                scope = CENTRAL
        identity = instrument_id(scope, mention.number, mention.on, mention.name)
        candidates = tuple(instrument_id(CENTRAL, n) for n in mention.numbers) if mention.number is None else ()
        return Instrument(identity, mention.number, "NQ", mention.name, mention.issuer, mention.on, candidates)


def _best_title(titled: list[Mention]) -> str:
    if len({m.title for m in titled}) == 1:
        return str(titled[0].title)
    counts = Counter(fold(str(m.title)) for m in titled)
    best = max(titled, key=lambda m: (counts[fold(str(m.title))], not str(m.title).isupper(), m.on is not None))
    return str(best.title)


def _days_of_acts(titled: list[tuple[Mention, Mention]]) -> dict[int, str]:
    """Where a law is named in an act's title -> the last day on which the act can have been passed."""
    days: dict[int, str] = {}
    for mention, act in titled:
        if mention.kind == "law":
            passed = (act.law.passed_on if act.law else None) or act.on or year_of(act.number, None)
            days[mention.start] = _last_day(passed) if passed[:4].isdigit() else "9999"
    return days


def _last_day(on: str) -> str:
    """The last day of a date of any precision, as a string to compare."""
    return (on + "-12-31"[len(on) - 4 :])[:10]


def _date_notice(mention: Mention) -> Notice:
    """The registry has no version of that day: a misprint, or a law that it lacks."""
    known = ", ".join(law.passed_on for law in mention.versions if law.passed_on)
    message = f"{mention.name} không có bản thông qua ngày {mention.on} (đã biết: {known}); kiểm tra lại ngày."
    return Notice("citation_law_date", message, Span(mention.start, mention.end))


def _with_rest(mention: Mention, on: str | None) -> tuple[Law | None, tuple[Law, ...]]:
    chosen, rest = version(mention.versions, on=on, coming=mention.coming)
    return chosen, rest or mention.versions


@lru_cache(maxsize=4096)
def _issuer_of(number: str) -> str | None:
    """The issuer that the sign alone tells, where it names one body: ``NĐ-CP`` is the Government's."""
    read = parse_number(number)
    if not isinstance(read, DocumentNumber) or not read.issuers or read.type in ("TTLT", "TTLB", "NQLT"):
        return None
    body = token(read.issuers[0], "issuer")[0]
    return body.issuer if body.level == "central" and body.text != "TW" and not body.assembly else None
