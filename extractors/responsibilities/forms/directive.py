"""The addressee as the object of an order: "Giao Sở Nội vụ …", "UBND tỉnh yêu cầu các sở …", "đề nghị Cục Thuế …"."""

from __future__ import annotations

import re

from extractors.findings import AgencyMention
from extractors.responsibilities.forms.cases import passes_on
from extractors.responsibilities.forms.subject import may_open
from extractors.responsibilities.forms.values import Assignment
from extractors.responsibilities.mentions import Mentions
from extractors.responsibilities.roles import Clause, Party, roles_at
from extractors.responsibilities.words import DIRECTIVE, NOT_A_DUTY, ON_TOPIC, ORDERS, PREFIX, QUALIFIER

# what follows from the words before: "…, do đó | đề nghị Thuế thành phố …"
_HENCE = re.compile(r"(?:^|[,;:]\s*)(?:do vậy|do đó|vì vậy|vì thế|theo đó|đồng thời|tuy nhiên),?$", re.IGNORECASE)
# what was agreed: "Thống nhất chủ trương | giao Sở Nội vụ …", "Đồng ý | giao …"
_AGREED = re.compile(
    r"(?:cơ bản )?(?:thống nhất|đồng ý|nhất trí)(?: (?:về|với|chủ trương|việc))*,?(?: và)?$", re.IGNORECASE
)
# the end of a condition that no comma closes: "nếu có phát sinh vướng mắc | đề nghị các cơ quan …"
_TROUBLE = re.compile(
    r"(?:nếu|khi|trường hợp) [^.;]*(?:khó khăn|vướng mắc|phát sinh|bất cập|vấn đề mới)$", re.IGNORECASE
)
# a request as a thing, or one that was made: "văn bản đề nghị", "theo đề nghị", "đã giao"
_NO_ORDER = re.compile(
    r"(?:đã|theo|của|văn bản|hồ sơ|đơn|được|bị|các|những|việc|nội dung|về|tờ trình) $", re.IGNORECASE
)
# what the ordering body does before a colon: "Chủ tịch UBND tỉnh | có ý kiến chỉ đạo: | Giao Sở Nội vụ …"
_SPEAKS = re.compile(r"(?:(?:đã )?có ý kiến|(?:có ý kiến )?chỉ đạo|kết luận)(?: như sau)?\s*:", re.IGNORECASE)
# how far before its order the body that gives it may end
_GIVER_REACH = 400
# the place of the body that orders, where it stands apart from the name: "(UBND) thành phố Hà Nội"
_PLACE = re.compile(r"(?:\([^()]{1,20}\) ?)?(?:(?:tỉnh|thành phố) )?(?:[A-ZĐ]\w+ ?){1,4}")


def read(clause: Clause, inherited: tuple[Party, ...]) -> Assignment | None:
    """An order at the clause's head, after a condition, or after the body that gives it."""
    low = clause.words.lower()
    if not any(map(low.__contains__, ORDERS)):
        return None
    for order in DIRECTIVE.finditer(clause.text, clause.start, clause.end):
        if not _opens(clause, order.start()) or _asks(clause, order, inherited):
            continue
        first = clause.mentions.at(order.end(), clause.end) or _printed(clause, order.end())
        if first is None:
            continue
        run = clause.mentions.run(first, clause.end)
        rest = clause.text[run.span.end : clause.end].lstrip(" ,:")
        if rest and not NOT_A_DUTY.match(rest):
            return Assignment.of(run.mentions, roles_at(clause, run.span.end))
    return None


def introduces(clause: Clause) -> Assignment | None:
    """The order of a clause that ends in a colon, whoever gives it: "Ban Chỉ đạo … yêu cầu các sở … như sau:"."""
    orders = list(DIRECTIVE.finditer(clause.text, clause.start, clause.end))
    for order in reversed(orders):
        first = clause.mentions.at(order.end(), clause.end) or _printed(clause, order.end())
        if first is None or _NO_ORDER.search(clause.text, max(clause.start, order.start() - 12), order.start()):
            continue
        run = clause.mentions.run(first, clause.end)
        return Assignment.of(run.mentions, roles_at(clause, run.span.end))
    return None


def _printed(clause: Clause, position: int) -> AgencyMention | None:
    """A group outside the registry that an order names: "đề nghị | các cơ sở đào tạo | thực hiện …"."""
    start = position + len(clause.text[position : clause.end]) - len(clause.text[position : clause.end].lstrip(" :"))
    group = not clause.strict and clause.text.startswith(("các ", "những "), start)
    return clause.mentions.printed(start, clause.end) if group else None


def _asks(clause: Clause, order: re.Match[str], inherited: tuple[Party, ...]) -> bool:
    """Whether a request that opens the clause is itself the duty of the one addressed above it."""
    head = not clause.text[clause.start : order.start()].strip()
    request = order[0].lower().startswith(("đề nghị", "yêu cầu"))
    return head and request and (clause.strict or bool(inherited))


def _opens(clause: Clause, position: int) -> bool:
    """Whether nothing, a condition, or the ordering body alone stands before the order."""
    before = clause.text[clause.start : position].strip()
    if before.endswith(" đã"):
        return False
    if not before.strip('"“-– ') or before.lower() in {"và", "đồng thời", "đồng thời,"}:
        return True
    if PREFIX.match(before) and (before.endswith((",", ";", ":")) or _TROUBLE.search(before)):
        return True
    if _HENCE.search(before) or ON_TOPIC.match(before) or _AGREED.match(before):
        return True
    return _given_by(clause, position)


def _given_by(clause: Clause, position: int) -> bool:
    """Whether the words before the order end in the body that gives it, which itself opens the clause."""
    mentions: Mentions = clause.mentions
    for mention in mentions.within(clause.start, position):
        if position - mention.span.end > _GIVER_REACH:
            continue
        gap = clause.text[mention.span.end : position]
        qualifier = QUALIFIER.match(gap)
        rest = gap[qualifier.end() if qualifier else 0 :].strip()
        twice = rest.lower() == mention.quote.split()[-1].lower()
        if clause.ordered and passes_on(clause, mention):
            return False
        if (not rest or twice or _PLACE.fullmatch(rest) or _SPEAKS.fullmatch(rest)) and may_open(clause, mention):
            return True
    return False
