"""Organisations outside the registry of agencies: recognised by their first words, kept as printed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractors.agencies.predicates import stops
from extractors.document import Document, Span
from extractors.findings import AgencyMention, Evidence
from extractors.fold import slug
from extractors.responsibilities.verbs import opens_with_verb
from extractors.vocabulary import table

if TYPE_CHECKING:
    from extractors.responsibilities.values import Context

# what a body is told to do, where no entry of ``agency_stops.csv`` says it: the name ends before it
_MORE_STOPS = "cần|có trách nhiệm|chịu trách nhiệm|tập trung|tăng cường|nhận thức|đẩy mạnh|chủ động|nêu cao|trên cơ sở"
# an office holder stands for the body: "Người đứng đầu cơ sở khám chữa bệnh"
_HOLDER = re.compile(
    r"(?:Người đứng đầu|Thủ trưởng|Lãnh đạo|Giám đốc|Hiệu trưởng|Chủ tịch(?= Hội đồng))(?: các)? ", re.IGNORECASE
)
_PERSONS = re.compile(
    r"(?:các |những )?(?:cán bộ|công chức|viên chức|cá nhân|người (?!đứng đầu)|văn thư|thành viên|chủ hộ|"
    r"hộ gia đình, cá nhân|học sinh|sinh viên|giáo viên|giảng viên|đảng viên|công dân)(?!\w)",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"(?:các |những )?(?:tổ chức(?! chính trị)|cá nhân|hộ)(?!\w)|[^.;]*(?<!\w)cá nhân(?!\w)", re.IGNORECASE
)
# a word that ends no name: "Bổ sung quyền của |", "Ủy ban nhân dân cấp xã được |"
_OPEN_END = re.compile(r"(?<!\w)(?:của|được|bị|cho|về|với|theo|do|tại|là|thì|đã|sẽ|không|này)$")
_LONGEST = 160
# what a body is made to do by a rule: "Cơ quan quản lý cấp trên trực tiếp | có trách nhiệm …"
_RESPONSIBLE = re.compile(r"\s(?=(?:có|chịu) trách nhiệm(?!\w))")
# "đơn vị hợp thành | chịu trách nhiệm kê khai thực hiện nộp thuế": what defines the body, before what it does
_DEFINES = re.compile(
    r"chịu trách nhiệm (?!tổ chức|triển khai|trực tiếp|trước|về)(?:\w+ ){1,4}?"
    r"(?:có thể|có trách nhiệm|thực hiện|phải|được)(?!\w)"
)
# words that are no part of a name before "có trách nhiệm": another verb, another sentence
_NO_NAME = re.compile(
    r"[.;:()\n“”]|(?<!\w)(?:phải|sẽ|là|đã|bị|không|nếu|khi|thì|trách nhiệm)(?!\w)|(?:và|,)$",
    re.IGNORECASE,
)
# whose duties no rule for the offices of the state lays down, but a house rule may
_PRIVATE = re.compile(
    r"(?:các |những )?(?:tổ chức(?! chính trị)|doanh nghiệp|công ty|hộ|hợp tác xã|nhà (?:thầu|đầu tư|máy)|tập đoàn|"
    r"tổng công ty|chủ (?:đầu tư|dự án)|hội đồng (?:thành viên|quản trị))(?!\w)",
    re.IGNORECASE,
)
# a head that alone says which body is meant where the text has named it: "Trung tâm | có trách nhiệm"
_ALONE = frozenset({"trung tâm", "ban quản lý", "hội đồng", "nhà trường", "quỹ", "viện", "tổ công tác", "ban tổ chức"})
_PUBLIC_NAME = re.compile(r"(?<!\w)cá nhân(?!\w)", re.IGNORECASE)
_NO_PARTNER = frozenset({"tổ", "hội", "ban", "bộ", "báo", "đài", "đội", "cục", "trường", "viện", "thuế", "hạt", "trạm"})
_JOINT = re.compile(r"(?:, | và )")
# "cơ quan quản lý chợ", "bên bán điện": named by what they do
_COMMON = re.compile(
    r"(?:cơ quan|đơn vị|tổ chức|bên|doanh nghiệp|bộ phận|nhà thầu|nhà đầu tư|người dân)(?!\w)", re.IGNORECASE
)
# an authority that nobody names is no addressee beside others: "Tòa án, | cơ quan có thẩm quyền khác |"
_COMPETENT = re.compile(r"(?:các )?(?:cơ quan|cấp) (?:nhà nước )?có thẩm quyền(?: khác)?")
_UNNAMED = re.compile(rf"(?:{_COMPETENT.pattern}$|{_PERSONS.pattern})", re.IGNORECASE)
# "bên bán điện, bên mua điện và các bên liên quan | trong quá trình …"
_PARTNER_WORDS = r"(?: (?!(?:<STOP>)(?!\w))[\w/-]+){1,6}?"


@cache
def _heads() -> re.Pattern[str]:
    heads = sorted((row["head"] for row in table("organisations")), key=len, reverse=True)
    return re.compile(rf"(?:các |những )?(?:{'|'.join(map(re.escape, heads))})(?!\w)", re.IGNORECASE)


# "Tổ chức thực hiện" is work, "Trường hợp …" a condition: no body
_WORK = re.compile(r"(?:tổ chức (?:thực hiện|triển khai|thi hành)|trường hợp)(?!\w)", re.IGNORECASE)


def names_organisation(words: str, *, said: bool = False) -> bool:
    """Whether words open as the name of an organisation: "Các doanh nghiệp viễn thông".

    ``said``: they stand after "Trách nhiệm của", where the name need not open with a capital.
    """
    return (said or words[:1].isupper()) and _heads().match(words) is not None and not _WORK.match(words)


def names_persons(words: str) -> bool:
    """Whether words open as a heading of persons, who are no body: "Cán bộ, công chức", "người sử dụng"."""
    return _PERSONS.match(words) is not None


def is_public(words: str) -> bool:
    """Whether words name the public in general ("tổ chức, cá nhân"), no office and no enterprise."""
    return _PUBLIC.match(words) is not None


def as_printed(context: Context, span: Span, part: int) -> AgencyMention | None:
    """An organisation by its printed name; None where the words name none. ``score`` 0 marks it as unresolved."""
    header = context.header_at(part)
    return _printed(context.document, span, header.jurisdiction.scope if header else None)


def _printed(document: Document, span: Span, scope: str | None) -> AgencyMention | None:
    words = " ".join(span.of(document.text).split())
    head = _heads().match(words)
    if head is None or head.end() == len(words) or _WORK.match(words):
        return None
    group = words.lower().startswith(("các ", "những "))
    name = words[0].lower() + words[1:] if group else words
    return AgencyMention(
        Evidence.at(document, span), name, f"agency:{scope or 'unknown'}:{slug(name)}", is_group=group, score=0.0
    )


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"\s(?=(?:{_MORE_STOPS}|{stops()})(?!\w))|[:;.(]", re.IGNORECASE)


def printed_at(document: Document, start: int, end: int, scope: str | None) -> AgencyMention | None:
    """The organisation whose printed name begins at a place and ends before what it is told to do, or None.

    "Các cơ sở đào tạo | chủ động …", "Người đứng đầu cơ sở khám bệnh | chịu trách nhiệm …".
    """
    text = document.text
    holder = _HOLDER.match(text, start, end)
    first = holder.end() if holder else start
    head = _heads().match(text, first, end)
    named = holder or text[first : first + 1].isupper() or text.startswith(("các ", "những "), first)
    if head is None or not named or opens_with_verb(text, first, end):
        return None
    for stop in _end().finditer(text, head.end(), min(end, head.end() + _LONGEST)):
        if text[head.end() : stop.start()].strip():
            if _OPEN_END.search(text, head.end(), stop.start()):
                return None
            return _printed(document, Span(first, stop.start()), scope)
        if not stop[0].isspace():
            return None
    return None


def responsible_at(
    document: Document, start: int, end: int, scope: str | None, known: tuple[Span, ...], *, local: bool
) -> tuple[AgencyMention, ...]:
    """The bodies outside the registry that stand at a place and that "có trách nhiệm" follows; empty where none do.

    ``known``: where names stand that hold no joint ("Sở Văn hóa, Thể thao và Du lịch"); ``local``: a house rule, which
    may bind organisations that are no offices of the state.
    """
    text = document.text
    cue = _RESPONSIBLE.search(text, start, min(end, start + _LONGEST))
    if cue is None or _NO_NAME.search(text, start, cue.start()) or _PUBLIC_NAME.search(text, start, cue.start()):
        return ()
    holder = _HOLDER.match(text, start, cue.start())
    first = holder.end() if holder else start
    head = _heads().match(text, first, cue.start())
    if head is None or _WORK.match(text, first):
        return ()
    if _DEFINES.match(text, cue.end(), end) or (not local and _PRIVATE.match(text, first)):
        return ()
    if head.end() == cue.start() and head[0].lower() not in _ALONE:
        return ()
    spans = _listed(text, Span(first, cue.start()), known)
    return tuple(_body(document, span, scope) for span in spans if not _UNNAMED.match(span.of(text)))


def _begins(text: str, position: int, end: int) -> bool:
    """Whether a name of a list begins at a place: with the head of a body, a capital, or persons' word."""
    return text[position].isupper() or any(
        begins.match(text, position, end) for begins in (_heads(), _PERSONS, _COMPETENT)
    )


def _listed(text: str, span: Span, known: tuple[Span, ...]) -> tuple[Span, ...]:
    """The names of a list; one where a comma stands inside a name ("cơ quan, đơn vị quản lý công trình")."""
    start, end = span.start, span.end
    joints = (joint.end() for joint in _JOINT.finditer(text, start, end))
    starts = [at for at in joints if _begins(text, at, end) and not any(k.start < at < k.end for k in known)]
    starts = [start, *starts]
    ends = [len(text[:at].rstrip(" ,").removesuffix(" và").rstrip(" ,")) for at in starts[1:]]
    spans = tuple(Span(first, last) for first, last in zip(starts, [*ends, end], strict=True))
    bare = any(_heads().fullmatch(span.of(text)) and span.of(text).lower() not in _ALONE for span in spans)
    return (Span(start, end),) if bare else spans


def _body(document: Document, span: Span, scope: str | None) -> AgencyMention:
    """A body as printed; one that common nouns name, or that points back, is nothing that a registry could hold."""
    words = " ".join(span.of(document.text).split())
    group = words.lower().startswith(("các ", "những "))
    name = words[0].lower() + words[1:] if group else words
    common = group or _COMMON.match(words) is not None or words.lower() in _ALONE
    identity = f"agency:{scope or 'unknown'}:{slug(name)}"
    return AgencyMention(Evidence.at(document, span), name, identity, is_group=group, score=float(common))


@cache
def _partner() -> re.Pattern[str]:
    heads = "|".join(re.escape(row["head"]) for row in table("organisations") if row["head"] not in _NO_PARTNER)
    words = _PARTNER_WORDS.replace("<STOP>", f"trong|khi|theo|của|từ|tại|{_MORE_STOPS}|{stops()}")
    return re.compile(
        rf"(?:các |những )?(?:bên|người dân|{heads})(?!\w)(?:{words})?"
        rf"(?=[,;.:]|\s(?:và|trong|khi|theo|tại|từ|{_MORE_STOPS}|{stops()})(?!\w)|$)",
        re.IGNORECASE,
    )


def partners_at(document: Document, start: int, end: int, scope: str | None) -> tuple[AgencyMention, ...]:
    """The bodies outside the registry whose list begins at a place, as printed; empty where none stands there."""
    found: list[AgencyMention] = []
    at = start
    while (match := _partner().match(document.text, at, end)) and " " in match[0]:
        found.append(_body(document, Span(*match.span()), scope))
        joint = _JOINT.match(document.text, match.end(), end)
        if joint is None:
            break
        at = joint.end()
    return tuple(found)
