"""The duties inside one sentence (annotation rules, section 7): where a clause is a duty of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.deadlines import find_deadlines
from extractors.document import Span
from extractors.responsibilities.forms import closing, directive, passive, subject
from extractors.responsibilities.roles import Clause
from extractors.responsibilities.verbs import goes_on_to_a_verb, opens_with_verb
from extractors.responsibilities.words import DIRECTIVE, LEAD, MUST, OWN_ROLE, PARTNER, PREFIX, RESPONSIBLE_FOR

# where a clause may begin: after ";" or ",", or before "và định kỳ", "và chịu trách nhiệm"
# (its first sign stands in front, so that the search skips to the next of them)
_BOUNDARY = re.compile(
    r"[;,\s](?:(?<=[;,])(?:\s|\.{2,}|…)*(?:(?:và|đồng thời|trong đó)(?!\w),?\s*)?|"
    r"(?<=\s)(?:(?:và|đồng thời)\s(?=định kỳ|chịu trách nhiệm)|và\s(?=(?:gửi|báo cáo|nộp)(?!\w))))"
)
# what a list of addressees or partners follows
_LONGEST_LIST_HEAD = 10
_LIST_HEAD = re.compile(r"(?:phối hợp|cùng|với|đề nghị|yêu cầu|giao|cho|các ông|bà)$", re.IGNORECASE)
_DIRECTED = re.compile(r"(?<!\w)(?:[Cc]hỉ|[Ll]ãnh) đạo(?!\w)")
_FORCES = re.compile(r"\s*(?:các |những )?(?:lực lượng|cơ quan|đơn vị|ban|phòng)(?!\w)", re.IGNORECASE)
# "Công an tỉnh chủ động | , phối hợp với …": nothing is said yet
_ADVERBS = re.compile(
    r"(?:(?:chủ động|tích cực|khẩn trương|kịp thời|thường xuyên|tiếp tục|nghiêm túc|có trách nhiệm)[\s,]*)+",
    re.IGNORECASE,
)
# "…, các Ban của Hội đồng nhân dân | giám sát việc thực hiện Nghị quyết này"
_WATCHES = re.compile(r"\s*giám sát (?:việc |quá trình )?(?:tổ chức )?(?:triển khai )?thực hiện(?!\w)")
_ON_ITS_OWN = re.compile(r"(?:định kỳ|chịu trách nhiệm)(?!\w)", re.IGNORECASE)
_LONGEST_ROLE = 24
# what a body asks of others is its own work: "Sở Xây dựng tổ chức …; | yêu cầu các đơn vị vận tải công khai giá vé"
_REQUEST = re.compile(r"(?:đề nghị|yêu cầu)(?!\w)", re.IGNORECASE)
# "… và | gửi về Bộ Nội vụ trước ngày 26/11/2025"
_REPORTS = re.compile(r"\svà\s$")
_REPORT = re.compile(r"(?:gửi|báo cáo|nộp)(?!\w)")
_SEND = re.compile(r"(?:gửi|báo cáo)(?: (?:về|đến|cho|tới))?\s*:?\s*(?=\w)")
# what a purpose goes on with is no duty: "… kể từ ngày nhận hồ sơ | để chỉnh lý hồ sơ địa chính | ; cấp mới Giấy …"
_PURPOSE = re.compile(r"(?<!\w)để(?!\w)[^.;]*$")
# nothing but when the clause before is to be done: "…; | xong trước | ngày 30/11/2025"
_DONE = re.compile(
    r"(?:(?:và )?(?:phải )?(?:cơ bản )?(?:hoàn thành|xong|kết thúc)(?: (?:xong|trước|trong|chậm nhất|vào))*|"
    r"(?:thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành))?:?)?\s*",
    re.IGNORECASE,
)
_MARK, _BRACKETS = re.compile(r"[,;:]"), re.compile(r"\([^()]*\)")
_DAYS = {"date", "annual", "relative"}
_ROLE_TAIL = re.compile(r"(?:chủ trì|phối hợp|trách nhiệm|đầu mối|thường trực)\s*$", re.IGNORECASE)


def split(clause: Clause) -> Iterator[Span]:
    """The duties of a sentence as ranges, first to last; together they cover it."""
    cuts = [clause.start]
    boundaries = list(_boundaries(clause))
    if not boundaries or (passive.behind(clause, ()) is not None and not _ordered(clause)):
        yield Span(clause.start, clause.end)
        return
    body = max(_main(clause), closing.enforced(clause) or 0)
    for boundary in boundaries:
        if boundary.start() > body and _own(clause, cuts[-1], boundary):
            cuts.append(boundary.end())
    for start, end in zip(cuts, [*cuts[1:], clause.end], strict=True):
        yield Span(start, end)


def _boundaries(clause: Clause) -> Iterator[re.Match[str]]:
    """The boundaries outside brackets and quotation marks."""
    found = _BOUNDARY.finditer(clause.text, clause.start, clause.end)
    if not any(map(clause.words.__contains__, "(“[")):
        yield from found
        return
    depth, position = 0, clause.start
    for match in found:
        between, position = clause.text[position : match.start()], match.start()
        depth += sum(map(between.count, "(“[")) - sum(map(between.count, ")”]"))
        if depth <= 0:
            yield match


def _main(clause: Clause) -> int:
    """Where the main clause begins, past the conditions and grounds that open the sentence."""
    if not PREFIX.match(clause.text, clause.start, clause.end):
        return clause.start
    starts = [clause.start + comma.end() for comma in re.finditer(r",\s*", clause.words)]
    addressed = next((at for at in starts if _names_someone(clause.since(at))), None)
    if addressed is not None:
        return addressed
    return next((at for at in starts if opens_with_verb(clause.text, at, clause.end)), clause.start)


def _names_someone(rest: Clause) -> bool:
    """Whether a clause opens with an order, an addressee with its verb, or a role word."""
    if LEAD.match(rest.text, rest.start, rest.end) or PARTNER.match(rest.text, rest.start, rest.end):
        return True
    return _ordered(rest) or _addressed(rest)


def _addressed(rest: Clause) -> bool:
    """Whether a clause opens with an addressee and its verb."""
    first = rest.mentions.at(rest.start, rest.end, slack=1)
    return first is not None and subject.followed_by_duty(rest, rest.mentions.run(first, rest.end))


def _own(clause: Clause, previous: int, boundary: re.Match[str]) -> bool:
    """Whether the clause after the boundary is a duty of its own, given where the one before it begins."""
    before = clause.text[previous : boundary.start()]
    if _REPORTS.match(boundary[0]) and _REPORT.match(clause.text, boundary.end(), clause.end):
        return _reports(clause, previous, boundary)
    strong = ";" in boundary[0]
    role = OWN_ROLE.match(clause.text, boundary.end(), clause.end) is not None
    if (
        not (role or strong or _may_address(clause, boundary.end()))
        or (not strong and _goes_on(clause, previous, boundary))
        or not _complete(clause, previous, boundary.start())
        or (
            subject.is_condition(before.strip(" ,;"))
            and not (strong and _addresses(clause, previous, boundary.start()))
        )
    ):
        return False
    if role:
        return strong or _enough(before, 5)
    rest = clause.since(boundary.end())
    if _ordered(rest):
        return not (_REQUEST.match(clause.text, rest.start) and _addressed(clause)) or _timed(clause, before, rest)
    if not strong:
        return _addressed(rest) and _plain(rest)
    return _addressed(rest) or subject.names_body(rest) or passive.named(rest) or _timed(clause, before, rest)


def _addresses(clause: Clause, start: int, end: int) -> bool:
    """Whether a clause goes on, behind the condition that opens it, with an addressee and what it does, or an order."""
    whole = clause.part(start, end)
    main = _main(whole)
    return main > start and (_addressed(whole.since(main)) or _ordered(whole.since(main)))


def _timed(clause: Clause, before: str, rest: Clause) -> bool:
    """Whether a clause behind a semicolon has a time or, behind a condition, an addressee; or the one before a time."""
    if _addresses(clause, rest.start, clause.end):
        return True
    end = clause.text.find(";", rest.start, clause.end)
    own = clause.text[rest.start : end if end > 0 else clause.end]
    times = find_deadlines(own)
    if times and _DONE.fullmatch(own, 0, times[0].span.start) and not own[times[-1].span.end :].strip(" ./"):
        return False
    if times:
        return True
    due = next(iter(find_deadlines(before)), None)
    return due is not None and not (_PURPOSE.search(before, due.span.end) or _only_sends(clause, rest.start, own))


def _only_sends(clause: Clause, start: int, own: str) -> bool:
    """Whether a clause only names further receivers of what the one before it makes ("đồng thời gửi Sở Tài chính")."""
    sent = _SEND.match(own)
    first = clause.mentions.at(start + sent.end(), start + len(own)) if sent else None
    if first is None:
        return False
    rest = clause.text[clause.mentions.run(first, start + len(own)).span.end : start + len(own)]
    return not any(c.isalpha() for c in rest)


def _reports(clause: Clause, previous: int, boundary: re.Match[str]) -> bool:
    """Whether a report joined by "và" has a day of its own and what stands before it is a whole task without one."""
    if _DIRECTED.search(clause.text, previous, boundary.start()):
        return False
    named = [
        mention
        for mention in clause.mentions.within(previous, boundary.start())
        if clause.text.count("(", previous, mention.span.start) == clause.text.count(")", previous, mention.span.start)
    ]
    task = clause.text[named[-1].span.end if named else previous : boundary.start()]
    last = _MARK.split(_BRACKETS.sub("", task))[-1]
    if not (_enough(task, 5) and _enough(last, 3)) or _dated(task):
        return False
    end = min((at for at in (clause.text.find(";", boundary.end(), clause.end),) if at > 0), default=clause.end)
    return _dated(clause.text[boundary.end() : end])


def _dated(words: str) -> bool:
    """Whether words tell a day or a session on which something is due."""
    return any(d.kind in _DAYS or "kỳ họp" in d.text.lower() for d in find_deadlines(words))


def _instructs(clause: Clause, start: int, end: int) -> bool:
    """Whether others are directed before a comma: what follows is their work ("chỉ đạo các cơ quan …, phối hợp …")."""
    directed = list(_DIRECTED.finditer(clause.text, start, end))
    if not directed:
        return False
    at, after = directed[-1].span()
    named = clause.mentions.at(after, clause.end) or clause.mentions.at(at, clause.end, slack=0)
    return _FORCES.match(clause.text, after, end) is not None or named is not None


def _may_address(clause: Clause, start: int) -> bool:
    """Whether a later clause may open with an order or an addressee, by its first words alone."""
    if DIRECTIVE.match(clause.text, start, clause.end) is not None:
        return True
    return clause.mentions.at(start, clause.end, slack=1) is not None


def _goes_on(clause: Clause, previous: int, boundary: re.Match[str]) -> bool:
    """Whether a comma stands inside a list of agencies, or in the work of those whom the clause directs."""
    if OWN_ROLE.match(clause.text, boundary.end(), clause.end) is None and _inside_list(clause, boundary):
        return True
    alone = _ON_ITS_OWN.match(clause.text, boundary.end()) is not None
    return not alone and _instructs(clause, previous, boundary.start())


def _inside_list(clause: Clause, boundary: re.Match[str]) -> bool:
    """Whether the boundary is a comma between two agencies of one list."""
    before = clause.mentions.last(clause.start, boundary.start())
    return before is not None and clause.mentions.run(before, clause.end).span.end > boundary.end()


def _ordered(rest: Clause) -> bool:
    """Whether a clause opens with an order to an agency."""
    return DIRECTIVE.match(rest.text, rest.start, rest.end) is not None and directive.read(rest, ()) is not None


def _plain(rest: Clause) -> bool:
    """Whether a role word follows the addressee: after a comma alone nothing less makes a new duty."""
    first = rest.mentions.at(rest.start, rest.end, slack=1)
    if first is None:
        return False
    after = rest.mentions.run(first, rest.end).span.end
    cues = (LEAD, PARTNER, _WATCHES)
    return (
        any(pattern.match(rest.text, after, rest.end) is not None for pattern in cues)
        or RESPONSIBLE_FOR.match(rest.text[after : rest.end].lstrip()) is not None
    )


def _complete(clause: Clause, start: int, end: int) -> bool:
    """Whether the words before a boundary are a clause, not a list of agencies or a role word that goes on."""
    before = clause.text[start:end]
    if _ROLE_TAIL.search(before, max(0, len(before) - _LONGEST_ROLE)) or not _enough(before, 3):
        return False
    last, alone = clause.mentions.last_run(start, end)
    if last is None:
        return True
    after = clause.text[last.span.end : end].strip(" ),")
    grounds = subject.is_condition(after) and not (MUST.match(after) or goes_on_to_a_verb(after))
    if alone and grounds and not clause.text[start : last.span.start].strip():
        return False
    if after and _ADVERBS.fullmatch(after):
        return False
    listed = not after
    return not (listed and _headed(clause, start, last.span.start))


def _headed(clause: Clause, start: int, first: int) -> bool:
    """Whether a list of agencies is the subject or the partners of its clause, so it may go on past a semicolon."""
    head = clause.text[start:first].strip(" -–")
    headed = _LIST_HEAD.search(head, max(0, len(head) - _LONGEST_LIST_HEAD)) is not None
    return headed or subject.is_empty(head) or subject.is_condition(head.rstrip(","))


def _enough(words: str, count: int) -> bool:
    return len(words.split()) >= count
