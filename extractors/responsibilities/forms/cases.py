"""Which bodies a subject means: words that define a group, a subject that stands inside the case of its own duty."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Span
from extractors.findings import AgencyMention
from extractors.responsibilities.forms.values import Assignment
from extractors.responsibilities.mentions import Run, renamed
from extractors.responsibilities.roles import Clause, roles_at
from extractors.responsibilities.words import GENERIC, PREFIX, RESPONSIBLE_FOR

# which bodies are meant: "UBND các tỉnh, thành phố | tại khu vực dự báo xảy ra mưa, lũ | tập trung chỉ đạo …"
_PLACED = re.compile(
    r"\s(?P<words>(?:tại|ở|nơi|có|ven|trong|bị|được giao|được phân công|đang|chưa)\s[^.;:]{3,80}?)"
    r"(?=\s(?:(?<!nông thôn )tập trung|chủ động|khẩn trương|có trách nhiệm|phải|cần|tiếp tục|tăng cường|chủ trì|"
    r"phối hợp|chỉ đạo|triển khai|rà soát|căn cứ|nghiêm túc|kịp thời)(?!\w))"
)
# the same in a regulation: "các cơ quan, đơn vị | nhận văn bản điện tử được ký số | phải", "… | nơi đến | có …"
_BOUND = re.compile(
    r"\s(?P<words>(?!có trách|chịu trách|phải|cần|không|chỉ|sẽ|là|và|của|đã|chủ trì|phối hợp)\w[^,.;:()]{2,100}?)"
    r"(?=\s(?:phải(?! được)|có trách nhiệm|chịu trách nhiệm)(?!\w))"
)
# "các cơ quan, đơn vị | có liên quan đến các lĩnh vực nêu tại Điều 1 | , có trách nhiệm": said of them anywhere
_CONCERNED = re.compile(r"\s(?:(?:có )?liên quan )?(?:đến|tới) [^.;:]{3,200}?(?=,?\s(?:có|chịu) trách nhiệm(?!\w))")
# "UBND cấp xã | được phân cấp thẩm quyền … | có trách nhiệm": by what power it acts
_EMPOWERED = re.compile(
    r"\sđược (?:phân cấp|phân quyền|ủy quyền|uỷ quyền)(?!\w)[^.:]{3,400}?"
    r"(?=,?\s(?:căn cứ [^.;:]{3,80}? )?(?:có|chịu) trách nhiệm(?!\w))"
)
# bodies named by their part in a task: "cơ quan, đơn vị | chủ trì, phối hợp thực hiện nhiệm vụ | phải …"
_LEADING = re.compile(
    r"\s(?P<words>chủ trì(?:(?:,| và|/) phối hợp)?(?: \w+){2,8}?)"
    r"(?=\s(?:phải(?! được)|có trách nhiệm|chịu trách nhiệm)(?!\w))"
)
# words that go on no name: "Thủ trưởng cơ quan, đơn vị | là người quyết định và | chịu trách nhiệm"
_NO_NAME = re.compile(r"[,.;:]|^(?:là|và|của|đã)(?!\w)")
# "cơ quan, đơn vị | quản lý, sử dụng công trình | có trách nhiệm": a comma between the works that define it
_NO_LIST = re.compile(r"[.;:]|^(?:,|(?:là|và|của|đã)(?!\w))|(?<!\w)(?:phải|sẽ|và chịu|và có)(?!\w)")
# an act of the body before "và chịu trách nhiệm", or what it must do: no part of a name
_OWN_ACT = re.compile(
    r"(?<!\w)và$|^(?:có|phải|cần|chủ động|tích cực|khẩn trương|tiếp tục|tăng cường|đều|cùng|tự|trực tiếp|"
    r"chủ trì|phối hợp)(?!\w)"
)
_LONGEST = 12
# a role in brackets behind a name: "Sở Tài chính | (chủ trì) |, Sở Y tế | (phối hợp) | tham mưu …"
_IN_BRACKETS = re.compile(r"\s*\((chủ trì|phối hợp)\)")
# "Trường hợp | các cơ quan nhà nước đang sử dụng …", before the body that is also meant behind "thì"
_CASE = re.compile(r"(?:trong |đối với )?(?:trường hợp|nếu|khi)(?: mà)? ", re.IGNORECASE)
# behind "thì", nobody else named: "phải thông báo bằng văn bản", "được tiếp tục sử dụng nhưng phải chuyển sang …"
_THEN = re.compile(
    r",? thì (?P<duty>(?:(?:được|vẫn)(?!\w)[^.,;:]{3,120} nhưng )?(?:phải(?! được)|có trách nhiệm)(?!\w))"
)

# who orders the offices below: what such a body requires is an order, what an office requires is its duty
_ORDERERS = re.compile(
    r"(?:Thủ tướng|Phó Thủ tướng|Chính phủ|Chủ tịch|Ủy ban nhân dân|Hội đồng nhân dân|Thường trực|Ban Thường vụ|"
    r"Ban Chỉ (?:đạo|huy)|Ban Bí thư|Bộ Chính trị|Tỉnh ủy|Thành ủy|Đảng ủy|Văn phòng|Quốc hội|Ủy ban Thường vụ)(?!\w)"
)


def with_definition(clause: Clause, run: Run) -> Run | None:
    """The list with the words that say which bodies its last group means, where orders or rules are given."""
    group = run.mentions[-1]
    if not group.is_group:
        return None
    wide = _CONCERNED.match(clause.text, run.span.end, clause.end) or _EMPOWERED.match(
        clause.text, run.span.end, clause.end
    )
    if wide is not None:
        return _called(run, clause.text[group.span.end : wide.end()], wide.end())
    if not (clause.ordered or clause.local):
        return None
    said = _PLACED.match(clause.text, run.span.end, clause.end) if clause.ordered else None
    said = said or (_BOUND.match(clause.text, run.span.end, clause.end) if clause.local else None)
    if said is None or (clause.local and PREFIX.match(said["words"])):
        return None
    return _called(run, said["words"], said.end())


def defined(clause: Clause, run: Run) -> Run:
    """Bodies in general with the phrase that defines them ("cơ quan chủ trì lập kế hoạch | có trách nhiệm")."""
    if not all(GENERIC.fullmatch(mention.quote) for mention in run.mentions):
        return _defined_group(clause, run)
    cue = RESPONSIBLE_FOR.search(clause.text, run.span.end, clause.end)
    words = clause.text[run.span.end : cue.start()].strip() if cue else ""
    works = not (words.endswith((",", "và")) or clause.mentions.within(run.span.end, cue.start())) if cue else False
    unnamed = (_NO_NAME if not works else _NO_LIST).search(words)
    if cue is None or not words or _is_ground(words) or unnamed:
        return run if cue is None else Run(run.mentions, Span(run.span.start, cue.start()))
    return _called(run, words, cue.start())


def by_role(clause: Clause, run: Run) -> Run:
    """Bodies named by their part in a task: "cơ quan, đơn vị | chủ trì, phối hợp thực hiện nhiệm vụ | phải …"."""
    said = _LEADING.match(clause.text, run.span.end, clause.end) if GENERIC.fullmatch(run.mentions[-1].quote) else None
    return _called(run, said["words"], said.end()) if said else run


def _defined_group(clause: Clause, run: Run) -> Run:
    """A list whose last group goes on to "có trách nhiệm": "các đơn vị trực tiếp quản lý | tài sản cố định |"."""
    cue = RESPONSIBLE_FOR.search(clause.text, run.span.end, clause.end) if run.mentions[-1].is_group else None
    words = clause.text[run.span.end : cue.start()].strip() if cue else ""
    if cue is None or not words or len(words.split()) > _LONGEST or _is_ground(words) or _NO_NAME.search(words):
        return run
    if _OWN_ACT.search(words) or clause.mentions.within(run.span.end, cue.start()):
        return run
    return _called(run, words, cue.start())


def _is_ground(words: str) -> bool:
    """Whether words after a body are a ground or a time; not the work that defines it ("… | thực hiện nhiệm vụ |")."""
    return PREFIX.match(words) is not None and not words.startswith("thực hiện nhiệm vụ")


def _called(run: Run, words: str, end: int) -> Run:
    """The list, its last group under a name with more of its words."""
    group = run.mentions[-1]
    name = f"{group.agency} {' '.join(words.split())}"
    return Run((*run.mentions[:-1], renamed(group, name)), Span(run.span.start, end))


def passes_on(clause: Clause, mention: AgencyMention) -> bool:
    """Whether an office that orders others is itself told to: "4. Bộ Y tế yêu cầu các cơ sở …" in a telegram."""
    if mention.span.start != clause.start or mention.is_group or _ORDERERS.match(mention.agency):
        return False
    issuer = clause.mentions.issuer_at(mention.span.start)
    return issuer is not None and _ORDERERS.match(issuer) is not None


def by_brackets(clause: Clause, assigned: Assignment) -> Assignment:
    """The addressees in the roles that brackets behind their names give; where one so leads, the others coordinate."""
    if "(chủ trì)" not in clause.words:
        return assigned
    parties = []
    for mention, role in assigned.parties:
        told = _IN_BRACKETS.match(clause.text, mention.span.end, clause.end)
        lead = told is not None and told[1] == "chủ trì"
        parties.append((mention, "lead" if lead else "coordinate" if role == "responsible" else role))
    leads = any(role == "lead" for _, role in parties)
    return replace(assigned, parties=tuple(parties), said=True) if leads else assigned


def in_case(clause: Clause, bodies: tuple[AgencyMention, ...]) -> Assignment | None:
    """The duty of a body that stands inside its case: "Trường hợp cơ quan A từ chối thì phải thông báo …"."""
    case = _CASE.match(clause.text, clause.start, clause.end)
    first = next((body for body in bodies if case and body.span.start == case.end()), None)
    if first is None:
        return None
    then = _THEN.search(clause.text, first.span.end, clause.end)
    if then is None:
        return None
    run = clause.mentions.run(first, clause.end)
    return Assignment.of(run.mentions, roles_at(clause, then.end() - len(then["duty"].split("nhưng ")[-1])))
