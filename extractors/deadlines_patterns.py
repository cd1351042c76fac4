"""What the written forms of a deadline are made of: the pattern's parts, the words that forms need, and a form."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass

from extractors.deadlines_readers import COUNT_WORDS, Match, Reading


@dataclass(frozen=True, slots=True)
class Form:
    """A written form; ``example`` is a real sample that the pattern matches whole.

    ``prose`` is false for what is a deadline in a time column alone ("2025"). Every match holds one of the words of
    ``needs`` (in small letters), where some are given, and one of ``also``: it is quicker to look for them than for
    the form.
    """

    name: str
    example: str
    pattern: re.Pattern[str]
    read: Callable[[Match], Reading | None]
    prose: bool = True
    needs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def may_stand_with(self, words: Set[str]) -> bool:
        """Whether a text that holds these needed words, of all forms' ones, may hold the form."""
        return all(not some or not words.isdisjoint(some) for some in (self.needs, self.also))


# "chậm nhất là trước", "hoàn thành trước", "đến hết"
BEFORE = (
    r"(?:(?:hoàn thành|xong|chậm nhất|muộn nhất|không muộn hơn|không quá|kết thúc|thời hạn)(?: là)? )?"
    r"(?:trước|(?:từ nay )?đến hết|(?:từ nay )?đến|hết|vào|trong|chậm nhất(?: là)?|muộn nhất(?: là)?|"
    r"không (?:quá|muộn hơn|chậm hơn)(?= ngày))(?: (?:hết|thời điểm))?"
)
# one of these stands in each
CUE_WORDS = ("trước", "hết", "đến", "vào", "trong", "chậm nhất", "muộn nhất", "không")
# "17 giờ 00 phút ", "16h00, "
HOUR = r"(?:\d{1,2} ?(?:h|g|giờ)(?: ?\d{2}(?: phút)?)?,? (?:tối |sáng |chiều )?)?"
# "30/11/2025", "30 tháng 11 năm 2025", "30.11.2025"
DAY_MONTH = r"(?P<day>\d{1,2})(?: ?[/.\-] ?|,? tháng )(?P<month>\d{1,2})(?! ?âm lịch)"
OF_YEAR = r"(?:(?: ?[/.\-] ?|,? năm )(?P<year>\d{4})(?!\d))?"
EACH = r"(?:h[ằà]ng|mỗi|từng)"
YEARLY = rf"(?:{EACH} năm|của năm(?: (?:kế hoạch|báo cáo|hiện hành))?)"
MONTHS = r"(?P<count>\d{1,2}|một|ba|sáu) tháng"
PART = r"(?:đầu |giữa |cuối )?"
# "trước tháng 9" ends with August, "đến hết quý II" with June, "từ tháng 7" has no end
BY = (
    r"(?:(?:ngay )?trong |vào |(?P<until>(?:trước |chậm nhất (?:là )?|muộn nhất (?:là )?)?(?:(?:từ nay )?đến )?hết |"
    r"(?:từ nay )?đến |tới )|"
    r"(?P<ahead>(?:(?:hoàn thành|xong|chậm nhất|muộn nhất)(?: là)? )?trước )|"
    r"(?P<since>(?:bắt đầu |kể )?từ ))?"
)
IN_YEAR = r"(?:/| ?- ?|\.| |,? năm )(?P<year>(?:19|20)\d{2})(?!\d)"
Q = r"(?:IV|I{1,3}|[1-4])"
QUARTER = r"qu[ýí] ?"
YEAR4 = r"(?:19|20)\d{2}"
AND = r"(?:, ?và|,| và|;)"
NEXT_YEAR = r"(?:(?: của)? năm (?:sau|tiếp theo|kế tiếp|liền kề|liền sau)(?: liền kề)?)"
_COUNTED, _IN_WORDS = rf"\d{{1,3}}(?:,5)?|{'|'.join(COUNT_WORDS)}", r"(?: \([^)]{1,20}\))?"
# "15", "mười lăm", "30 (ba mươi)"; the second where a form has two counts
COUNT = rf"(?P<count>{_COUNTED}){_IN_WORDS}"
COUNT_ONLY = rf"(?:{_COUNTED}){_IN_WORDS}"
# a session of an elected body: "thường lệ cuối năm", "thứ Sáu", "Hội đồng nhân dân tỉnh"
SESSION = r"(?: (?:thường lệ|thường kỳ|định kỳ|cuối năm|giữa năm|h[ằà]ng năm)){0,2}"
SESSION_NAMED = (
    r"(?: thứ (?:\d{1,2}|(?:mười|hai mươi)(?: (?:một|mốt|hai|ba|tư|bốn|lăm|năm|sáu|bảy|tám|chín))?|\w{2,4})|"
    r" (?:thường lệ|thường kỳ)(?: (?:cuối|giữa|đầu) năm)?| (?:cuối|giữa|đầu) năm| gần nhất| tiếp theo| tới| sau)"
)
OF_BODY = (
    r"(?:(?:,| của)? (?:HĐND|Hội đồng nhân dân|Quốc hội|Ủy ban Thường vụ Quốc hội)"
    r"(?: (?:tỉnh|thành phố|huyện|xã|phường|cùng cấp|các cấp))?)?"
)


# What forms need
EACH_WORDS = ("hằng", "hàng", "mỗi", "từng")
EACH_MONTH = tuple(f"{each} tháng" for each in EACH_WORDS)
EACH_WEEK = tuple(f"{each} tuần" for each in EACH_WORDS)
EACH_UNIT = (*EACH_MONTH, *(f"{each} {unit}" for each in EACH_WORDS for unit in ("quý", "quí")))
YEARLY_WORDS = (*(f"{each} năm" for each in EACH_WORDS), "của năm")
MONTH_WORDS, QUARTER_WORDS, TIMES_WORDS, REGULAR_WORDS = ("tháng",), ("quý", "quí"), ("lần",), ("định kỳ",)
DATE_SIGNS = ("/", ".", "-", "tháng")
CENTURIES, SPAN_SIGNS = ("19", "20"), ("đến", "-", "–")
SESSION_WORDS = ("kỳ họp",)
EVENT_WORDS = tuple(
    f"{since} {event}" for since in ("từ", "sau") for event in ("ngày", "khi", "thời điểm", "lúc", "mỗi")
)


def form(  # noqa: PLR0913 - a form as its row in a table
    name: str,
    example: str,
    pattern: str,
    reader: Callable[[Match], Reading | None],
    *,
    prose: bool = True,
    needs: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
) -> Form:
    """A form that stands in whole words, in capitals or small letters."""
    return Form(name, example, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), reader, prose, needs, also)
