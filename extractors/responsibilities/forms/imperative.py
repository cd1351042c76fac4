"""A bare imperative: the addressee comes from a heading, a lead-in or the sentence before."""

from __future__ import annotations

import re

from extractors.findings import Role
from extractors.responsibilities.forms.values import Assignment
from extractors.responsibilities.roles import Clause, Party, Roles, leads, roles_at
from extractors.responsibilities.verbs import opens_with_verb
from extractors.responsibilities.words import CONSEQUENCE, DESCRIBES, OWN_ROLE, PREFIX
from extractors.vocabulary import UPPER

# "Trong đó, đô thị được xác định …", "Trường hợp …thì khoản thưởng được xác định là …"
_STATED = re.compile(
    r"(?:Trong đó,? (?![^.;]{0,80}(?:chủ trì|phối hợp|trách nhiệm))|(?:Trường hợp|Nếu|Đối với)[^.;]{3,300} thì )"
    r"(?!các đơn vị|các cơ quan)[^.,;:]{2,80}? (?:được|là|gồm|thuộc|bằng)(?!\w)|"
    r"(?:Trong )?[Tt]rường hợp này,[^.;:]{2,160} không phải(?!\w)|"
    r"(?:Trường hợp|Nếu)[^.;]{3,300}, [^.,;:]{2,80} được (?:tính|xác định|coi|áp dụng|hưởng)(?!\w)"
)
# a ground alone, no duty after it: "Căn cứ Thông tư số 13/2015/TT-BTC …;"
_GROUND = re.compile(r"Căn cứ(?!\w)(?![^.;]*, )")
# a case in which a private person acts: "Trường hợp có thay đổi, | người nộp đơn gửi hồ sơ …"
_PERSON_ACTS = re.compile(
    r"(?:trường hợp|nếu|khi|trong|sau khi)(?!\w)[^.;]{3,400}"
    r"(?:, (?:người (?!đứng đầu|được giao)|thương nhân |chủ (?:sở hữu|hàng|phương tiện|cơ sở|thẻ) |khách hàng )|"
    r" thì (?:các |những )?(?:người (?!đứng đầu|được giao)|cá nhân|hộ |công dân|tổ chức, cá nhân))",
    re.IGNORECASE,
)
# "Đối với các trường hợp …, | thì | thông báo …"
_THEN = re.compile(r"(?:Trường hợp|Nếu|Khi|Đối với)(?!\w)[^.;]{3,400}? thì (?:đồng thời )?", re.IGNORECASE)
# "Đối với các nội dung đề xuất đơn giản hóa, kiến nghị các bộ: | Thường xuyên theo dõi …"
_TOPIC = re.compile(rf"(?:Đối với|Về)(?!\w)[^:;.]{{3,300}}:\s+(?=[{UPPER}])")
# behind it somebody else who acts: "thì | người đứng đầu đơn vị | báo cáo …"
_OTHER = re.compile(
    r"(?:các |những )?(?:người|cơ quan|đơn vị|tổ chức|cá nhân|thủ trưởng|doanh nghiệp|chủ )(?!\w)(?! (?:đó|này|mình))",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s*(?=\w)")
# a period before the first of several acts: "Định kỳ | báo cáo, đánh giá kết quả …"
_PERIOD = re.compile(r"(?:định kỳ|h[ằà]ng)(?: (?:h[ằà]ng )?(?:năm|quý|tháng|tuần))?\s+", re.IGNORECASE)


def read(clause: Clause, inherited: tuple[Party, ...]) -> Assignment | None:
    """The inherited parties; a role word of the clause gives the addressees that role and names other partners."""
    if not inherited or DESCRIBES.match(clause.text, clause.start, clause.end):
        return None
    if clause.mentions.at(clause.start, clause.end, slack=2) is not None and not leads(clause, inherited):
        return None
    threatens = clause.text.find("sẽ", clause.start, clause.end) >= 0
    if (threatens and CONSEQUENCE.search(clause.text, clause.start, clause.end)) or _states(clause):
        return None
    start = task_start(clause)
    if start == clause.start and _GROUND.match(clause.text, start, clause.end):
        return None
    roles = roles_at(clause, start)
    if not roles.said or roles.role == "responsible":
        return Assignment(inherited, roles.task, own=False, said=False)
    return _recast(inherited, roles)


def _states(clause: Clause) -> bool:
    """Whether a clause states what holds of a thing ("Trường hợp …, thì khoản chi được …") or what others do."""
    then = _THEN.match(clause.text, clause.start, clause.end)
    if then is not None and _OTHER.match(clause.text, then.end()) is not None:
        return True
    return any(said.match(clause.text, clause.start, clause.end) is not None for said in (_STATED, _PERSON_ACTS))


def _recast(inherited: tuple[Party, ...], roles: Roles) -> Assignment:
    """The addressees in the clause's role; partners of the lead-in stay partners."""
    doers: set[Role] = {"responsible", "lead"}
    addressed = [p for p in inherited if p[1] in doers] or list(inherited)
    kept = [p for p in inherited if p not in addressed]
    parties = tuple((mention, roles.role) for mention, _ in addressed) + tuple(kept) + roles.partners
    return Assignment(parties, roles.task, own=False, said=True, doers=len(addressed))


def task_start(clause: Clause) -> int:
    """Where the clause's verb stands: after the ground or time that opens it ("Căn cứ …, khẩn trương xây dựng")."""
    if not PREFIX.match(clause.text, clause.start, clause.end):
        return clause.start
    for opened in (_THEN, _TOPIC):
        past = opened.match(clause.text, clause.start, clause.end)
        if past and opens_with_verb(clause.text, past.end(), clause.end):
            return past.end()
    period = _PERIOD.match(clause.text, clause.start, clause.end)
    if period and opens_with_verb(clause.text, period.end(), clause.end):
        return clause.start
    reach = 60 if OWN_ROLE.match(clause.text, clause.start, clause.end) else 400
    for comma in _COMMA.finditer(clause.text, clause.start, min(clause.end, clause.start + reach)):
        ground = clause.text[clause.start : comma.start()]
        if opens_with_verb(clause.text, comma.end(), clause.end) and " để " not in ground:
            return comma.end()
    return clause.start
