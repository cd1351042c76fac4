"""Who receives: the bodies that a report, a proposal or a product of a duty goes to (annotation rules, section 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.findings import AgencyMention
from extractors.responsibilities.mentions import Run
from extractors.responsibilities.roles import Clause, Party
from extractors.responsibilities.words import compiled

# Code points before a body that tell whether it receives
_REACH = 300
# what stands last before a receiver: the ends of the patterns below, quicker to look for than these
_GIVEN = (
    "cáo", "gửi", "trình", "ánh", "nộp", "cấp", "nghị", "tin", "báo", "thời", "tiếp", "quả", "xuất", "đổi", "về",
    "lên", "cho", "đến", "tới", "tại", "với", "quyền", "bản", "qua", "mối", "là", "họp", "của", "để", "chuyển", "kiến",
    "chí", "ông", "bà", "sơ", "đơn", "việc", "cầu",
)  # fmt: skip
# "báo cáo kết quả thực hiện về", "gửi về", "trình", "(thông qua", "báo cáo, xin ý kiến"
_SENT = re.compile(
    r"(?<!\w)(?:(?<!trước khi )(?:báo cáo|gửi|"
    r"(?<!giải )(?<!công )(?<!chương )(?<!quá )(?<!quy )(?<!giáo )(?<!tờ )(?<!lộ )trình|"
    r"phản ánh|nộp|cung cấp|kiến nghị|thông tin|thông báo)"
    r"(?:(?:,| và)? (?:kịp thời|đầy đủ|chính xác|trực tiếp|kết quả|đề xuất|trao đổi|thông tin|về|lên|cho|đến|tới|"
    r"tại|với|cấp có thẩm quyền|cấp thẩm quyền|kiến nghị|xin ý kiến|trình|gửi|bằng văn bản|đồng chí|ông|bà))*|"
    r"(?:thông )?qua(?: đầu mối(?: là)?)?|cấp (?:có )?thẩm quyền \()\s*[:(]?\s*$",
    re.IGNORECASE,
)
# "gửi danh sách về", "bàn giao thiết bị cho", "báo cáo tại các kỳ họp", "báo cáo kết quả kiểm toán với"
_SENT_ABOUT = re.compile(
    r"(?:báo cáo|gửi|phản ánh|nộp|kiến nghị)(?!\w)[^;.]{0,240}(?<!\w)(?:về|cho|đến|tới|gửi)\s*:?\s*$|"
    r"báo cáo[^;.]{0,160}(?<!phối hợp )(?<!đối )(?<!so )(?<!cùng )(?<!gắn )(?<!liên quan )(?<!việc )với\s*$|"
    r"bàn giao(?!\w)[^;.]{0,120}(?<!\w)cho\s*$|"
    r"báo cáo(?!\w)[^;.]{0,120} (?:tại|trước) (?:các )?kỳ họp(?: của)?\s*$|"
    r"gửi(?!\w)[^;.,]{0,80} hộp thư[^;.,]{0,40} của\s*$",
    re.IGNORECASE,
)
# "báo cáo đột xuất theo yêu cầu của", "cung cấp hồ sơ khi có yêu cầu của": who asks for it gets it
_ASKED = re.compile(
    r"(?:báo cáo|cung cấp)(?!\w)[^;.]{0,160} (?:theo|khi có) (?:yêu cầu|đề nghị)(?: bằng văn bản)?(?: của)?\s*$",
    re.IGNORECASE,
)
# "gửi văn bản về cơ quan quản lý hệ thống (": the bracket says which body that is
_EXPLAINED = re.compile(
    r"(?:gửi|báo cáo|nộp)(?!\w)[^;.(]{0,120} (?:về|đến|tới|cho) (?:cơ quan|đơn vị|bộ phận)(?!\w)[^;.(]{0,100}\(\s*$",
    re.IGNORECASE,
)
# "thông báo về kết quả cho", "chuyển hồ sơ đến", "cung cấp số liệu cho": told to the public too, who receives nothing
_TOLD = re.compile(
    r"(?<!\w)(?:thông báo|thông tin|(?<!di )chuyển(?! đổi| giao)|"
    r"cung cấp(?= (?:các |đầy đủ,? |kịp thời,? )*(?:thông tin|số liệu|dữ liệu|hồ sơ|tài liệu|bản sao|danh sách|báo cáo|"
    r"văn bản|kết quả|bản đồ|bản tin|chứng cứ)))(?!\w)[^;.]{0,160}(?<!\w)(?:cho|đến|tới)\s*:?\s*$",
    re.IGNORECASE,
)
# "có văn bản chuyển | Văn phòng đăng ký đất đai"; "chuyển Trường … thành" changes it
_PASSED = re.compile(
    r"(?<!\w)(?<!di )(?<!luân )chuyển(?: (?:hồ sơ|kết quả|đơn|tin|vụ việc|văn bản))?\s*$", re.IGNORECASE
)
_CHANGED = compiled(r"thành|sang|về|trực thuộc|từ|ra|đến")
# "đề nghị | Bộ trưởng Bộ Tư pháp | bổ nhiệm", "gửi số liệu để | Sở Nội vụ | tổng hợp": what it does with what it gets
_PROPOSED = re.compile(r"(?<!\w)(?:đề nghị|kiến nghị|đề xuất)(?: (?:với|đồng chí))?\s*$", re.IGNORECASE)
_HANDED = re.compile(
    r"(?<!\w)(?:báo cáo|gửi|cung cấp|đề xuất|phản ánh|kiến nghị|tổng hợp|thông tin|thông báo)(?!\w)[^;.]{0,200} để\s*$",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\s*(?:(?:tiếp tục|kịp thời|sớm) )?(?:xem xét|quyết định|phê duyệt|cho (?:ý kiến|phép|chủ trương)|bổ nhiệm|"
    r"miễn nhiệm|công nhận|ban hành|thẩm định|chấp thuận|giải quyết|bố trí|điều chỉnh|sửa đổi|bổ sung|tháo gỡ|xử lý|"
    r"khen thưởng|thành lập|giải thể|thu hồi|trình|kiến nghị|quy định|hỗ trợ|cấp(?! (?:tỉnh|huyện|xã))|cho|giao|xét|"
    r"gia hạn|thống nhất|tặng)(?!\w)",
    re.IGNORECASE,
)
_COLLECTS = re.compile(
    r"\s*(?:(?:kịp thời|tiếp tục|có cơ sở) )?(?:tổng hợp|xem xét|báo cáo|theo dõi|chỉ đạo|quyết định|giải quyết|xử lý|"
    r"biết|nghiên cứu|phê duyệt|thẩm định|trình|tham mưu|hướng dẫn|điều chỉnh|cho ý kiến)(?!\w)",
    re.IGNORECASE,
)
# "gửi Sở Tài chính | thẩm định, | Ủy ban nhân dân tỉnh | phê duyệt": the next body of the way that it goes
_THEN = re.compile(
    r"\s*(?:để )?(?:thẩm định|thẩm tra|xem xét|tổng hợp|kiểm tra|cho ý kiến|góp ý)(?:, (?:thẩm định|xem xét|tổng hợp|"
    r"cho ý kiến|kiểm tra))*(?:,| và|, và) (?:trình |báo cáo )?$",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"(?<!\w)(?:cá nhân|doanh nghiệp|công ty|hợp tác xã|người)(?!\w)|^(?:các )?tổ chức(?! chính trị)", re.I
)
# a bracket among the partners that names the way: "với các Vụ (hoặc qua đầu mối là | Vụ Đào tạo |)"
_WAY = re.compile(r"\((?:hoặc )?(?:thông )?qua(?: đầu mối(?: là)?)? ", re.IGNORECASE)


def receivers(clause: Clause, task: int) -> tuple[Party, ...]:
    """The bodies that a report, a proposal or a product goes to."""
    found: list[AgencyMention] = list(_on_the_way(clause, task))
    before: Run | None = None
    for run in clause.mentions.runs(task, clause.end):
        got = _gets(clause, task, run)
        if not got and before is not None and _is_next(clause, before, run):
            got = run.mentions
        found.extend(got)
        before = run if got else None
    return tuple((mention, "receive") for mention in found)


def _on_the_way(clause: Clause, task: int) -> Iterator[AgencyMention]:
    """The bodies that a bracket before the task names with "qua"."""
    for cue in _WAY.finditer(clause.text, clause.start, task):
        first = clause.mentions.at(cue.end(), clause.end)
        if first is not None:
            yield first


def _gets(clause: Clause, task: int, run: Run) -> tuple[AgencyMention, ...]:
    """Those of a list of bodies to whom something goes by the words around it."""
    before = clause.text[max(task, run.span.start - _REACH) : run.span.start]
    if not before.rstrip().rstrip(":(").rstrip().lower().endswith(_GIVEN) and not _EXPLAINED.search(before):
        return ()
    if any(cue.search(before) for cue in (_SENT, _SENT_ABOUT, _EXPLAINED)):
        return run.mentions
    if _does_with_it(clause, before, run) or _TOLD.search(before) or _ASKED.search(before):
        return tuple(mention for mention in run.mentions if not _PUBLIC.search(mention.agency))
    return ()


def _does_with_it(clause: Clause, before: str, run: Run) -> bool:
    """Whether the words after a list of bodies tell what they do with a proposal, with figures or with a file."""
    end, last = run.span.end, clause.end
    if _PROPOSED.search(before):
        return _DECIDES.match(clause.text, end, last) is not None
    if _HANDED.search(before):
        return _COLLECTS.match(clause.text, end, last) is not None
    return _PASSED.search(before) is not None and not _CHANGED.match(clause.text[end:last].lstrip())


def _is_next(clause: Clause, before: Run, run: Run) -> bool:
    """Whether what a body got goes on to another, which decides: "gửi Sở A thẩm định, Ủy ban B phê duyệt"."""
    return (
        _THEN.fullmatch(clause.text, before.span.end, run.span.start) is not None
        and _DECIDES.match(clause.text, run.span.end, clause.end) is not None
    )
