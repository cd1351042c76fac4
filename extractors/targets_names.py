"""What the figures of a sentence measure: the words around each, and what a list shares ("tỷ lệ …: đô thị 95%")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Span
from extractors.targets_quantities import Quantity

# "đến năm 2030", "vào năm 2050", "giai đoạn 2021-2025", "năm 2025"
YEAR = re.compile(
    r"(?<!\w)(?:(?:trong )?(?:giai đoạn|thời kỳ|nhiệm kỳ|từ năm|(?:(?:0?5|10) )?năm)\s*(?:20\d\d)\s*(?:-|–|đến)\s*"
    r"(?:năm )?(?P<last>20\d\d)|"
    r"(?P<versus>so với (?:cuối )?)?(?:(?:đến|vào|hết|cuối|trong|trước)(?: hết| cuối)? )?năm (?P<year>20\d\d))"
    r"(?!\w)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s*(?:[-–+]|và|phấn đấu|đảm bảo|bảo đảm|mục tiêu|đến|hướng tới|nâng(?! cấp)|tăng(?! trưởng| cường)|duy trì|"
    r"giữ(?: vững| ổn định)?|đạt|hoàn thành|sử dụng|có|trong đó|với|mỗi năm|các|quyết tâm|tối thiểu)(?!\w)\s*",
    re.IGNORECASE,
)
LINK = re.compile(
    r"(?:\s*(?<!\w)(?:(?:kéo|cắt) giảm|đạt|chiếm|lên|còn|xuống|là|bằng|đến|tăng|gấp|giảm|phấn đấu|mức|ở|từ|cho)(?!\w)|"
    r"\s*[:“\"(])+\s*$",
    re.IGNORECASE,
)
_LOWER = re.compile(r"(?<!\w)(?:(?:kéo|cắt) )?giảm(?: thiểu)?(?!\w)", re.IGNORECASE)
# "giảm còn 5%", "giảm xuống dưới 6%": the figure is what is reached, not by how much
_REACHED = re.compile(r"(?<!\w)(?:còn|xuống|về)(?: còn| mức| dưới| dưới mức| khoảng| không quá)*\s*$", re.IGNORECASE)
# what names a measure that a list shares
_SHARED = re.compile(
    r"\s*(?:[-–+*]\s*)?(?:[^:;,]{0,40}20\d\d,\s*)?"
    r"(?P<head>(?:tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu|số|tốc độ|mức|diện tích|sản lượng|giá trị)(?!\w)[^:;]{3,90}):",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:ở|tại|đối với|khu vực|trong) ", re.IGNORECASE)
_AGAINST = re.compile(r"(?:so|bằng) với? ?|so (?:với |cùng )", re.IGNORECASE)
_SHORT_WORDS = 9
# words that only compare with the measure before: "tăng | bình quân | 10%/năm", "(tương đương | 3.800 USD)"
_SAME = re.compile(r"(?:tăng |giảm )?(?:bình quân|trung bình|tương đương|tăng|thêm)(?: \(giảm\))?", re.IGNORECASE)
# what others do until the aim: "Các sở, ngành tập trung thực hiện, phấn đấu | tăng trưởng GRDP"
_UNTIL_AIM = re.compile(r"\A.*(?<!\w)phấn đấu (?=(?:\S+ ){2})", re.IGNORECASE | re.DOTALL)
# "triệu cây", "nghìn lượt": how many, not what
_SCALE = re.compile(r"(?:nghìn|ngàn|triệu|tỷ|tỉ) ", re.IGNORECASE)
_MEASURED = re.compile(
    r"[%‰]|(?:ha|km2?|km²|m[23²³]|tấn|tạ|GW|MW|kWp?|kWh|đồng|USD|đô la|tuổi|bậc|điểm|lượt|mẫu)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity with the part of its sentence that states it; ``scope`` where brackets say what it is about."""

    span: Span
    quantity: Quantity
    scope: str | None = None


def indicators(text: str, sentence: Span, stated: Sequence[Stated]) -> list[str]:
    """What each quantity of a sentence measures.

    One without words of its own ("tăng 15% so với năm 2024", "80% ở nông thôn") measures what the one before it does,
    or the one after it ("đến năm 2025 đạt 50%, đến năm 2030 đạt 80% dân số …").
    """
    own = ["" if _SAME.fullmatch(words) else words for words in (_own(text, each) for each in stated)]
    head = _head(text, sentence, stated)
    named: list[str] = []
    measure = ""
    for index, each in enumerate(stated):
        words = own[index]
        if not words:
            words = next((other for other in [*reversed(named), *own[index + 1 :]] if other), _around(text, each))
        elif each.scope is None and named and (_AGAINST.match(words) or _PLACE.match(words)):
            words = f"{measure} {words}"
        elif each.scope is None and head and index and len(words.split()) <= _SHORT_WORDS:
            words = f"{head}: {words}"
            measure = head
        else:
            measure = words
        named.append(words)
    return named


def _own(text: str, stated: Stated) -> str:
    """The words before "đạt 54%", else those after "96%"; a decrease is said in brackets. Empty where none are left."""
    quantity, span = stated.quantity, stated.span
    before = _UNTIL_AIM.sub("", text[span.start : max(span.start, quantity.start)])
    after = text[min(quantity.end, span.end) : span.end].strip(' ,:;”"')
    name = YEAR.sub("", LINK.sub("", before)).strip(' ,:;-–“"')
    previous = ""
    while name != previous:
        previous = name
        name = _VERB.sub("", name, count=1).strip(" ,:;") if _VERB.match(name) else name
    stripped = _LOWER.sub("", name).strip(" ,:;")
    if len(stripped.split()) < 2 or not LINK.search(before):
        counted = _counted(quantity.unit) if (after or stripped) and stated.scope is None else ""
        stripped = f"{stripped} {counted} {after}".strip()
    words = " ".join(stripped.split()).rstrip(" .;,/")
    lower = _LOWER.search(before) and not _REACHED.search(before)
    return f"{words} (giảm)" if lower and words and not _AGAINST.match(words) else words


def _counted(unit: str) -> str:
    """The things that a unit counts, a part of what is measured: "100 sản phẩm OCOP"; nothing for a measure."""
    thing = _SCALE.sub("", unit.split("/", maxsplit=1)[0])
    return "" if _MEASURED.match(thing) or not thing else thing


def _head(text: str, sentence: Span, stated: Sequence[Stated]) -> str | None:
    """The measure before a colon that all figures of a list share, in one unit."""
    if len({each.quantity.unit for each in stated}) != 1 or len(stated) < 2:
        return None
    shared = _SHARED.match(text, sentence.start, stated[0].quantity.start)
    return " ".join(YEAR.sub("", shared["head"]).split()) if shared else None


def _around(text: str, stated: Stated) -> str:
    """What is left to say: the unit, "bác sĩ/10.000 dân", or the words as printed."""
    unit = stated.quantity.unit
    return unit if len(unit) > 1 else " ".join(stated.span.of(text).split())


# "đến năm 2030, tầm nhìn 2045"
_OUTLOOK = re.compile(r"tầm nhìn|định hướng")


def last_year(words: str) -> str | None:
    """The last year that words name, past comparisons and visions left out."""
    found = None
    for match in YEAR.finditer(_OUTLOOK.split(words)[0]):
        if not match["versus"]:
            found = match["last"] or match["year"]
    return found


def opening_year(words: str) -> str | None:
    """The year that opens a sentence and holds for those after it: "Đến năm 2030: …"."""
    match = YEAR.match(words)
    return (match["last"] or match["year"]) if match and not match["versus"] else None
