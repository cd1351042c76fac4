"""The addressee as the subject: "Sở Tài chính chủ trì, phối hợp với …", "Căn cứ …, các sở, ban, ngành xây dựng …"."""

from __future__ import annotations

import re

from extractors.deadlines import find_deadlines
from extractors.document import Span
from extractors.findings import AgencyMention
from extractors.responsibilities.forms import cases
from extractors.responsibilities.forms.values import Assignment
from extractors.responsibilities.mentions import Run
from extractors.responsibilities.organisations import is_public
from extractors.responsibilities.roles import Clause, Party, leads, roles_at
from extractors.responsibilities.verbs import opens_with_verb
from extractors.responsibilities.words import (
    ACT,
    CONDITION,
    CONNECTIVE,
    DIRECTIVE,
    DUTY,
    GENERIC,
    GROUND,
    HANDLING,
    LEAD,
    MUST,
    NOT_A_DUTY,
    OFFICE_KIND,
    ON_TOPIC,
    PARTNER,
    PLAIN_DUTY,
    PREFIX,
    RESPONSIBLE_FOR,
    STRONG,
    TITLES,
)

# before the subject: nothing, "và", "Đồng thời,", "Các ông (bà):", "Trong đó,"
_EMPTY = re.compile(
    r"(?:\s|,|:|;|và|đồng thời|ngoài ra|riêng|trong đó|các ông|bà|\(bà\)|ông|\(ông\)|(?:các )?đồng chí|lãnh đạo|"
    r"(?:chánh|giám đốc|thủ trưởng|chủ tịch|bộ trưởng)(?=\n)|[-–\"“])*",
    re.IGNORECASE,
)

# a condition that has ended: what a comma behind it ends is no condition ("Trường hợp …, thì cơ quan A gửi B, |")
_THEN = re.compile(r"(?:^|[,;] )(?:trường hợp|nếu|khi|đối với)(?!\w)[^.;]* thì [^;]*,\s*$", re.IGNORECASE)
_THEN_JOINT = re.compile(r"\sthì\s+")
_COMMA = re.compile(r",\s+")
# after a name that can only be a subject: "…, Sở Khoa học và Công nghệ | sẽ tạm dừng hoạt động hộp thư đó"
_ASSERTS = re.compile(r"\s+(?:sẽ(?! (?:không|bị|được))|phải|(?:có|chịu) trách nhiệm|chủ trì)(?!\w)")
# what happened: "Ngày 17/10/2025, tại trụ sở UBND tỉnh, | Chủ tịch UBND tỉnh chủ trì họp …"
_HAPPENED = re.compile(
    r"\s*(?:(?:vào )?(?:sáng|chiều|tối),? )?ngày \d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| tháng \d{1,2} năm \d{4}),",
    re.IGNORECASE,
)
# the title of an article that runs into its text: "Điều 4. Tổ chức thực hiện | Chánh Văn phòng …"
_RUN_IN = re.compile(
    r"(?:Tổ chức (?:thực hiện|thi hành)|(?:Điều khoản|Trách nhiệm|Hiệu lực) (?:tổ chức )?(?:thi hành|thực hiện))\s+"
)
# what makes a group with "cá nhân" more than the public: "các cơ quan, đơn vị, cá nhân có liên quan"
_OFFICE = re.compile(r"(?<!\w)(?:cơ quan|đơn vị|sở|ban|ngành|địa phương)(?!\w)", re.IGNORECASE)
# a ground that takes a noun: what follows is no verb ("Theo hướng dẫn của Bộ Y tế", "Trên cơ sở đề xuất của …")
_NOUN_GROUND = re.compile(r"(?:căn cứ|trên cơ sở|theo)(?!\w)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?<!\w)(?:của|do|bởi|với|từ|về|cho|tại|đến|tới|gửi|qua|trước|trình|báo cáo|theo|giữa|thuộc)\s*$", re.IGNORECASE
)
_LISTED = re.compile(r"[\w)][,;]\s*$|(?<!\w)và\s*$")
_LONGEST_LINK = 16  # no such word with the blanks after it is longer
# a name that opens a list of its own: "các sở", "Giám đốc các Sở"
_NEW_GROUP = re.compile(r"(?:các|thủ trưởng|giám đốc|chủ tịch|bộ trưởng|người đứng đầu|chánh)(?!\w)", re.IGNORECASE)
_OFFICES = re.compile(
    r"(?:các )?(?:bộ|ban|sở|ngành|ủy ban|ubnd|hđnd|hội đồng nhân dân|cơ quan|đơn vị|địa phương|phòng|cục|"
    r"chi cục|hội|đoàn|tổ chức chính trị|tòa án|viện kiểm sát|công an|cấp ủy|chính quyền)(?!\w)",
    re.IGNORECASE,
)

_COMPANY = re.compile(r"(?:các )?hội đồng (?:quản trị|thành viên)(?!\w)", re.IGNORECASE)


def read(clause: Clause, inherited: tuple[Party, ...]) -> Assignment | None:
    """The first list of agencies that stands as the subject of a verb of duty."""
    if inherited and leads(clause, inherited):
        return None
    mentions = clause.mentions.within(clause.start, clause.end)
    for index, mention in enumerate(mentions):
        if not may_open(clause, mention):
            continue
        run = cases.by_role(clause, clause.mentions.run(mention, clause.end))
        if (
            _governed(clause, mentions[: index + 1])
            and not _NEW_GROUP.match(mention.quote)
            and not _after_ground(clause, run)
        ):
            continue
        if all("cá nhân" in m.quote and not _OFFICE.search(m.quote) for m in run.mentions):
            continue
        if clause.strict and not any(is_bound(clause, m) for m in run.mentions):
            continue
        if not followed_by_duty(clause, run):
            run = cases.with_definition(clause, run) or run
            if not (followed_by_duty(clause, run) or (inherited and _acts(clause, run))):
                continue
        run = cases.defined(clause, run)
        after = run.span.end + (1 if clause.text[run.span.end : run.span.end + 1] in {":", ","} else 0)
        return Assignment.of(run.mentions, roles_at(clause, after))
    bound = tuple([m for m in mentions if is_official(m)])
    cased = cases.in_case(clause, bound) if bound else None
    if cased is not None:
        return cased
    return _printed_body(clause) or (_printed(clause) if clause.ordered and not clause.strict else None)


def _acts(clause: Clause, run: Run) -> bool:
    """Whether, among duties of another body, a clause names who acts in a case: "Sau khi có …, Sở A | chuyển …"."""
    at = run.span.end + 1
    named = clause.strict and PREFIX.match(clause.text, clause.start, clause.end) is not None
    return named and opens_with_verb(clause.text, at, clause.end) and not NOT_A_DUTY.match(clause.text, at, clause.end)


def _printed_body(clause: Clause) -> Assignment | None:
    """An office outside the registry that a regulation makes responsible: "Cơ quan phát hiện … có trách nhiệm …"."""
    named = _made_responsible(clause)
    cue = RESPONSIBLE_FOR.search(clause.text, named[-1].span.end, clause.end) if named else None
    return Assignment.of(named, roles_at(clause, cue.start())) if cue else None


def _made_responsible(clause: Clause) -> tuple[AgencyMention, ...]:
    """The bodies outside the registry that stand first, or after a condition, and that are made responsible."""
    cue = (
        RESPONSIBLE_FOR.search(clause.text, clause.start, clause.end)
        if makes_responsible(clause.words.lower())
        else None
    )
    if cue is None:
        return ()
    opened = _EMPTY.match(clause.text, clause.start, cue.start())
    starts = [opened.end() if opened else clause.start]
    if PREFIX.match(clause.text, clause.start, clause.end):
        joints = (_COMMA, _THEN_JOINT)
        starts += [joint.end() for mark in joints for joint in mark.finditer(clause.text, clause.start, cue.start())]
    for start in starts:
        before = clause.text[clause.start : start].strip(" ,")
        if start == starts[0] or before.endswith(" thì") or is_condition(before):
            named = clause.mentions.made_responsible(start, clause.end, local=clause.local or not clause.strict)
            if named:
                return named
    return ()


def makes_responsible(low: str) -> bool:
    """Whether a sentence, in small letters, may hold the words that make somebody responsible."""
    return "trách nhiệm" in low or "nhiệm vụ" in low


def names_body(clause: Clause) -> bool:
    """Whether a clause names a body outside the registry that it makes responsible."""
    return bool(_made_responsible(clause))


def _printed(clause: Clause) -> Assignment | None:
    """A body outside the registry as the subject, where orders are given: "Các cơ sở đào tạo chủ động …"."""
    text = clause.text
    opened = _EMPTY.match(text, clause.start, clause.end)
    starts = [opened.end() if opened else clause.start]
    if PREFIX.match(text, clause.start, clause.end):
        starts += [m.end() for m in _COMMA.finditer(text, clause.start, min(clause.end, clause.start + 300))]
    for start in starts:
        known = clause.mentions.at(start, clause.end, slack=0)
        if known is not None and not known.is_group:
            continue
        named = clause.mentions.printed(start, clause.end)
        if (
            named is None
            or is_public(named.agency)
            or (start != starts[0] and not is_condition(text[clause.start : start].strip(" ,")))
        ):
            continue
        run = Run((named,), Span(start, named.span.end))
        if followed_by_duty(clause, run):
            return Assignment.of(run.mentions, roles_at(clause, run.span.end))
    return None


def _governed(clause: Clause, mentions: tuple[AgencyMention, ...]) -> bool:
    """Whether the last mention is the object of a preposition, or goes on a list that is ("của Bộ A, Bộ B và Bộ C")."""
    *before, mention = mentions
    end = mention.span.start
    near = max(clause.start, end - _LONGEST_LINK)
    if _PREPOSITION.search(clause.text, near, end):
        return True
    if not before or not _LISTED.search(clause.text, near, end):
        return False
    listed = any(clause.mentions.run(other, clause.end).span.end >= end for other in before)
    return listed and _governed(clause, tuple(before))


def _after_ground(clause: Clause, run: Run) -> bool:
    """Whether a comma ends the ground before a list and its verb follows at once ("… của Chính phủ, Sở A chủ trì")."""
    before = clause.text[clause.start : run.span.start].rstrip()
    joined = CONNECTIVE.match(clause.text, clause.start, clause.end)
    ground = GROUND.match(clause.text, joined.end() if joined else clause.start, clause.end)
    return bool(ground) and before.endswith(",") and clause.text[run.span.end : run.span.end + 1].isspace()


def is_official(mention: AgencyMention) -> bool:
    """Whether a mention is a body of the state, the Party or the Front, not "tổ chức, cá nhân" or a company's organ."""
    if mention.level is not None:
        return True
    return _OFFICES.match(mention.agency) is not None and not _COMPANY.match(mention.agency)


def is_bound(clause: Clause, mention: AgencyMention) -> bool:
    """Whether a regulation's duty falls on a mention: a body of the state, or whatever body a house rule names."""
    return is_official(mention) or clause.local


def may_open(clause: Clause, mention: AgencyMention) -> bool:
    """Whether only a condition, a ground or a time stands before the mention."""
    before = clause.text[clause.start : mention.span.start]
    if before.count("“") > before.count("”"):
        return False
    if _EMPTY.fullmatch(before):
        return True
    ends = before.rstrip().endswith((",", ":", ";")) and not (" thì " in before and _THEN.search(before))
    if ends and is_condition(before.strip(" ,:\n-–")):
        return True
    if _asserted(clause, mention, before) or is_run_in(before) or ON_TOPIC.match(before):
        return True
    return bool(TITLES.search(before.rstrip()[-30:])) or _is_topic(clause, mention, before)


def _asserted(clause: Clause, mention: AgencyMention, before: str) -> bool:
    """Whether a name is the subject whatever stands before it: behind "thì", or between a mark and "sẽ", "phải"."""
    if before.endswith(" thì "):
        return PREFIX.match(before) is not None
    if not before.endswith((", ", ") ")) or mention.is_group or _HAPPENED.match(before):
        return False
    named = clause.mentions.last(clause.start, mention.span.start)
    after = clause.mentions.run(mention, clause.end).span.end
    listed = named is not None and clause.mentions.run(named, clause.end).span.end >= mention.span.end
    return not listed and _ASSERTS.match(clause.text, after, clause.end) is not None


def _is_topic(clause: Clause, mention: AgencyMention, before: str) -> bool:
    """Whether a topic and a colon stand before a name that a role word follows: "Kiểm tra …: Sở Y tế chủ trì …"."""
    topic = before.rstrip()
    named = clause.mentions.at(clause.start, clause.end) is not None
    if named or not topic.endswith(":") or topic.count(":") > 1 or len(topic.split()) > 16:
        return False
    after = clause.mentions.run(mention, clause.end).span.end
    return any(cue.match(clause.text, after, clause.end) for cue in (LEAD, PARTNER, DUTY))


def is_run_in(words: str) -> bool:
    """Whether words before a subject are the title of an article that runs into its text ("Tổ chức thực hiện")."""
    return _RUN_IN.fullmatch(words) is not None


def is_empty(words: str) -> bool:
    """Whether words before a subject only join or address ("và", "Các đồng chí", "Chánh" at a torn line's end)."""
    return _EMPTY.fullmatch(words) is not None


def is_condition(words: str) -> bool:
    """Whether words before a comma are a time, a ground or a condition, not a clause with its own verb of duty."""
    joined = CONNECTIVE.match(words)
    words = words[joined.end() if joined else 0 :]
    opened = PREFIX.match(words)
    if opened is None or not all(PREFIX.match(part.lstrip()) for part in words.rstrip("; ").split(";")[1:]):
        return False
    if CONDITION.match(words):
        return True
    if not _NOUN_GROUND.match(words):
        time = next((d for d in find_deadlines(words) if d.span.start == 0), None)
        after = max(opened.end(), time.span.end if time else 0)
        if opens_with_verb(words, after, len(words)):
            return False
    segments = [segment.strip() for segment in words.split(",")[1:]]
    return not any(opens_with_verb(s, 0, len(s)) and not PREFIX.match(s) for s in segments)


def followed_by_duty(clause: Clause, run: Run) -> bool:
    """Whether a verb of duty follows the list; in a regulation only a plain cue is enough."""
    rest = clause.text[run.span.end : clause.end]
    words = rest.lstrip()
    if not words or not (rest[0] in ",:" or rest[0].isspace()):
        return False
    if words[0] == ":":
        inside = words[1:].lstrip()
        return opens_with_verb(inside, 0, len(inside)) or PREFIX.match(inside) is not None
    if words[0] == ",":
        words = words[1:].lstrip()
        if not any(cue.match(words) for cue in (PREFIX, LEAD, PARTNER, RESPONSIBLE_FOR)):
            return False
    return words[:1].islower() and _is_duty(clause, run, words)


def _is_duty(clause: Clause, run: Run, words: str) -> bool:
    """Whether the words after a list of agencies say what they shall do."""
    act = clause.local and ACT.match(words) is not None
    if (NOT_A_DUTY.match(words) and not act) or _orders_others(clause, run, words) or _cut_name(run, words):
        return False
    plain_case = clause.text[clause.start : run.span.start].endswith(" thì ") and opens_with_verb(words, 0, len(words))
    if all(_is_bare(clause, mention) for mention in run.mentions) and not (MUST.match(words) or act or plain_case):
        return False
    plain = STRONG.match(words) or PLAIN_DUTY.match(words)
    if clause.local and not plain:
        return act or (opens_with_verb(words, 0, len(words)) and not _is_title(clause, words))
    if clause.strict and HANDLING.match(clause.text, clause.start, clause.end):
        return PLAIN_DUTY.match(words) is not None or words.startswith("phải ")
    return bool(plain) or not (clause.strict or _is_title(clause, words))


def _orders_others(clause: Clause, run: Run, words: str) -> bool:
    """Whether the rest of a clause gives an order; not "các đơn vị | phân công trực Tết", where no body is told to."""
    order = DIRECTIVE.match(words)
    if order is None or not words.startswith("phân công"):
        return order is not None and not (clause.ordered and cases.passes_on(clause, run.mentions[0]))
    return clause.mentions.at(clause.end - len(words) + order.end(), clause.end) is not None


def _is_bare(clause: Clause, mention: AgencyMention) -> bool:
    """Whether common nouns name a body, so that a phrase which defines it may look like its verb."""
    known = OFFICE_KIND.fullmatch(mention.quote) is not None and (clause.local or not clause.strict)
    return GENERIC.fullmatch(mention.quote) is not None and not known


def _is_title(clause: Clause, words: str) -> bool:
    """Whether a short line without an end mark only names something ("Phòng Quản lý xử lý vi phạm hành chính")."""
    after = clause.text[clause.end : clause.end + 1]
    ended = clause.words.rstrip()[-1:] in {".", ";", ":", "/", "”", ","} or after in {";", ","}
    return not ended and len(words.split()) < 10


def _cut_name(run: Run, words: str) -> bool:
    """Whether the words after "Ban" go on with its name ("Văn phòng Ban | chỉ đạo phòng thủ dân sự")."""
    return run.mentions[-1].quote.endswith("Ban") and words.startswith(("chỉ đạo", "chỉ huy", "quản lý", "tổ chức"))
