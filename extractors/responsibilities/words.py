"""The words of assignment as regexes: roles, addressing, prefixes. Each has a real sample above it."""

from __future__ import annotations

import re

WORD = r"(?<!\w)"
END = r"(?!\w)"


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern between word boundaries, in any case."""
    return re.compile(rf"{WORD}(?:{pattern}){END}", re.IGNORECASE)


# "giao Sở Nội vụ", "đề nghị các đơn vị", "Ủy ban nhân dân tỉnh yêu cầu các sở"
DIRECTIVE = compiled(
    r"(?:kính |trân trọng )?(?:giao(?: nhiệm vụ)?|đề nghị|yêu cầu|phân công|ủy quyền|uỷ quyền|giao trách nhiệm)"
    r"(?: cho| tới| đến| đồng chí| các đồng chí| ông| bà| các ông,? bà| lãnh đạo)?:?"
)
# "Các ông, bà:", "Các đồng chí"
TITLES = compiled(r"các (?:ông|bà|đồng chí)(?:,? (?:và )?(?:ông|bà|\(bà\)))?:?|các ông \(bà\):?")
# what a clause may open with before its addressee: condition, ground, time, purpose
PREFIX = compiled(
    r"căn cứ|trên cơ sở|theo(?! dõi)|trong|h[ằà]ng (?:năm|quý|tháng)|định kỳ|để|nhằm|nếu|khi|sau|trước|từ|đối với|"
    r"trường hợp|ngoài|bên cạnh|thực hiện (?:quyết định|chỉ thị|công văn|nghị quyết|ý kiến|thông báo|văn bản|kết luận|"
    r"chỉ đạo|khoản|luật|nghị định|thông tư|"
    r"(?:kế hoạch|nhiệm vụ)(?=[^,;.:]{0,200} (?:số|của|tại|được giao)(?!\w)))|"
    r"đến|qu[ýí]|tháng|năm|chậm nhất|ngay sau|quá trình|với|tùy|tuỳ|qua(?! đầu mối)|"
    r"(?:quyết định|kế hoạch|nghị quyết|chỉ thị|thông tư) này có hiệu lực|giai đoạn|"
    r"trên đây là|nhận được|vào(?! sổ)|ngày(?! \d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| tháng \d{1,2} năm \d{4}))|nhận thức"
)
# "Thực hiện Quyết định số … của Thủ tướng Chính phủ, ": the ground of a duty; a body that it names issued what it cites
GROUND = compiled(r"căn cứ|trên cơ sở|theo|thực hiện|triển khai|từ|để|nhằm|tiếp theo|sau khi|khi|ngay sau khi")
# the topic of a point, before an order or the body addressed: "Về tiến độ dự án: | yêu cầu Bộ Xây dựng …"
ON_TOPIC = re.compile(r"(?:Về|Liên quan)(?!\w)[^:;.]{2,240}:\s*$")
# a condition or purpose may hold verbs of its own; a time or a ground may not
CONDITION = compiled(
    r"(?:quyết định|nghị quyết|thông tư) này có hiệu lực|"
    r"để|nhằm|nếu|khi|trường hợp|trong quá trình|quá trình|thực hiện|ngoài|bên cạnh|sau khi"
)
# "Đồng thời, ", "Ngoài ra, ": joins a sentence to the one before it
CONNECTIVE = re.compile(
    r"(?:\s*(?:đồng thời|ngoài ra|riêng|bên cạnh đó|trong đó|theo đó|do đó|do vậy|vì vậy|vì thế|cùng với đó)(?!\w)"
    r"\s*,?\s*)?",
    re.IGNORECASE,
)
# bodies in general, without "các": a phrase that defines them may look like a verb ("cơ quan chủ trì dự án")
GENERIC = re.compile(
    r"(?:người đứng đầu |thủ trưởng )?(?:cơ quan|tổ chức|đơn vị|địa phương|doanh nghiệp|cấp(?! (?:ủy|uỷ)(?!\w))|"
    r"ngành(?! (?-i:[A-ZĐ])))(?:[, ].*)?",
    re.IGNORECASE,
)
# offices that "cơ quan" only introduces, whoever they are: "Cơ quan thuế theo dõi …"
OFFICE_KIND = compiled(
    r"(?:các )?cơ quan (?:thuế|hải quan|công an|tài chính|bảo hiểm xã hội|thi hành án dân sự|quân sự|kho bạc nhà nước)"
)
MUST = re.compile(
    r"[^.;:]{0,160}(?<!\w)(?:có trách nhiệm|chịu trách nhiệm|phải|cần|chủ động|có nhiệm vụ|khẩn trương|nghiêm túc|"
    r"kịp thời|tích cực)(?!\w)",
    re.IGNORECASE,
)
# between an addressee and its verb: "trong phạm vi chức năng, nhiệm vụ được giao", "có liên quan"
QUALIFIER = re.compile(
    r"(?:\s*(?:(?:có )?liên quan|trên địa bàn(?: (?:toàn )?(?:tỉnh|thành phố|huyện|xã))?|nêu trên|"
    r"(?:trong|theo|thuộc)(?: phạm vi)?(?: (?:các|chức năng|thẩm quyền|quyền hạn|trách nhiệm|nhiệm vụ|lĩnh vực|ngành|"
    r"địa bàn|phạm vi|được giao|được phân công|quản lý|phụ trách|của (?:mình|đơn vị|ngành|cơ quan)|và|mình)"
    r"[,;]?){1,10}|"
    r"\([^()]{1,120}\)),?)+",
    re.IGNORECASE,
)
# words that only colour the duty: "có trách nhiệm", "chủ động", "là cơ quan thường trực,"
ADVERB = (
    r"(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|phải|cần(?: phải)?|chủ động|tích cực|thường xuyên|kịp thời|"
    r"khẩn trương|tiếp tục|trực tiếp|tập trung|nghiêm túc|thực hiện việc|tổ chức|đồng thời|"
    r"làm (?:đơn vị |cơ quan )?đầu mối|"
    r"là (?:(?:cơ quan|đơn vị) )?(?:đầu mối|thường trực|chủ trì|chủ quản|tham mưu)[^,;.]{0,80}|"
    r"là (?:cơ quan|đơn vị|tổ chức) [^,;.]{3,120} giao|được giao|giúp)"
)
RESPONSIBLE_FOR = compiled(r"(?:có|chịu) trách nhiệm|có nhiệm vụ")
# "chủ trì, phối hợp chặt chẽ với", "chủ trì phối hợp", "làm đầu mối, chủ trì"
COOPERATE = r"phối hợp(?:,? (?:chặt chẽ|đồng bộ|thường xuyên|hiệu quả|tích cực))?(?: (?:cùng với|với|cùng|và))?"
LEAD = re.compile(
    rf"\s*(?:{ADVERB}[,]?\s+){{0,4}}(?P<lead>chủ trì)(?!\w)"
    rf"(?:\s*(?:,|và|hoặc|/|;)?\s*(?P<with>{COOPERATE}|cùng(?: với)?)(?!\w))?",
    re.IGNORECASE,
)
PARTNER = re.compile(rf"\s*(?:{ADVERB}[,]?\s+){{0,4}}(?P<with>{COOPERATE})(?!\w)", re.IGNORECASE)
# "có trách nhiệm", "có trách nhiệm, quyền hạn"; "chịu trách nhiệm trước pháp luật" is a duty itself
DUTY = re.compile(
    r"\s*(?:có trách nhiệm(?:(?:,| và) quyền hạn)?(?: trong việc)?|"
    r"chịu trách nhiệm(?! (?:trước|về|toàn diện|cá nhân|nếu|khi|trong việc))|có nhiệm vụ(?:(?:,| và) quyền hạn)?|phải"
    r"(?! (?:tự )?chịu trách nhiệm))(?!\w)",
    re.IGNORECASE,
)
# after the partners: "trong việc", "để"
TASK_LINK = re.compile(r"\s*[,:]?\s*(?:(?:trong việc|trong công tác|để|nhằm|đê)(?!\w))?\s*", re.IGNORECASE)
# openers that make a later clause a duty of its own
OWN_ROLE = re.compile(
    r"(?:(?:(?:chủ động|tích cực|thường xuyên|tiếp tục|trực tiếp|kịp thời|tăng cường),? ){0,3}"
    r"(?:chủ trì|phối hợp(?! công tác))|chịu trách nhiệm|định kỳ)(?!\w)",
    re.IGNORECASE,
)
# what an agency is or did, not what it shall do
NOT_A_DUTY = compiled(
    r"đã|đang|vừa|là(?! (?:(?:cơ quan|đơn vị) )?(?:đầu mối|thường trực|chủ trì|chủ quản))"
    r"(?! (?:cơ quan|đơn vị|tổ chức) [^.;:]{3,160}(?:giao chủ trì|, (?:có|chịu) trách nhiệm))|gồm|bao gồm|"
    r"thuộc|của|hiện|còn(?! có (?:trách nhiệm|nhiệm vụ))|nơi|tại|"
    r"có(?! (?:trách nhiệm|nhiệm vụ|biện pháp|giải pháp|kế hoạch|văn bản|hình thức|"
    r"ý kiến (?:hướng dẫn|đề xuất|bằng văn bản)))|"
    r"được(?! giao (?:chủ trì|nhiệm vụ|trực tiếp|quản lý|theo dõi|tổ chức|thực hiện|vận hành|phụ trách))|"
    r"nhận được|nhận thấy|cho rằng|trả lời|điện|thông báo kết luận|do|bị|và|hoặc|với|cho|để|như|sẽ|không còn|"
    r"tự nguyện|bắt buộc|một lần|mặc dù|ký|"
    r"quyết nghị|quyết định|xét|thông qua|thống nhất(?! (?:chỉ đạo|thực hiện))|tán thành|ghi nhận|đánh giá cao|"
    r"cấp (?:chuyên sâu|cơ bản|ban đầu|tỉnh|huyện|xã|trung ương|cơ sở|trên|dưới)|"
    r"kêu gọi|đối với(?![^.;]{0,200}(?:trách nhiệm|chủ trì|thực hiện))|kết luận|nêu rõ|nhấn mạnh|biểu dương|"
    r"(?:cơ bản )?(?:đồng ý|nhất trí|thống nhất)(?! (?:chỉ đạo|thực hiện))|"
    r"chỉ(?! (?:đạo|huy|định|trì|được|thực hiện))|thông báo[^.;]{0,200} (?:được )?biết|"
    r"khóa|khoá|nhiệm kỳ|mà|thì|nhất trí|khi|nếu|tỉnh|huyện|xã|đề ra|"
    r"nhận(?! thức)|gọi|hưởng|thấy|hoạt động|tham gia ý kiến|chưa|không(?! để)|xin|thông báo (?:để|ý kiến|đến các)|"
    r"đến|liên quan|có liên quan|"
    r"công bố(?=[^.;]{0,400}(?:như sau|sau đây|sau):?$)|[^.;:]{0,120}(?<!\w)thì (?:có thể|được)|"
    r"ban hành (?:kèm theo|(?:kế hoạch|chương trình|chỉ thị|nghị quyết|hướng dẫn|thông báo)"
    r"(?=[^.;]{0,400}(?:như sau|sau đây|nội dung sau|sau):?$))"
)
# "hướng dẫn các sở ... phối hợp với": the object of an order is no actor, nor are its partners
INSTRUCTED = compiled(r"lãnh đạo|chỉ đạo|hướng dẫn|đôn đốc|kiểm tra|giám sát|yêu cầu|vận động|khuyến khích")
# under a Party committee the work itself: "1. Ban Thường vụ Đảng ủy / - | Lãnh đạo | UBND xã xây dựng kế hoạch"
LEADS = re.compile(r"Lãnh đạo (?!(?:cơ quan|đơn vị|địa phương) )")
PARTY = re.compile(r"(?:tỉnh|thành|đảng|huyện|quận|thị) (?:ủy|uỷ)(?!\w)|chi bộ|đảng bộ", re.IGNORECASE)
LEADING_BODY = compiled(r"(?:cơ quan|đơn vị|các cơ quan|các đơn vị)(?:, đơn vị)?(?: được giao)? chủ trì")
# what a cue that makes a sentence of a regulation a duty begins with
CUES = (
    "có trách nhiệm", "chịu trách nhiệm", "chủ trì", "có nhiệm vụ", "tổ chức thực hiện", "tổ chức thi hành",
    "tổ chức triển khai", "thi hành", "giao", "báo cáo", "đề nghị", "yêu cầu", "phối hợp", "phản ánh", "kiến nghị",
    "tham mưu", "theo dõi", "hướng dẫn", "kiểm tra", "giám sát", "đôn đốc", "rà soát", "bố trí", "tổng hợp", "căn cứ",
    "phân công", "cử ", "công khai", "cập nhật", "bảo đảm", "đảm bảo",
)  # fmt: skip
STRONG = compiled("|".join(CUES))
# one of these stands in every order
ORDERS = ("giao", "đề nghị", "yêu cầu", "phân công", "quyền")
# what opens a step of a procedure in a regulation: "Trường hợp hồ sơ không hợp lệ, …", "Trong thời hạn 03 ngày làm
# việc kể từ ngày nhận hồ sơ, …"; in a law, decree or circular only a plain cue makes it a duty
HANDLING = re.compile(
    r"(?:trường hợp|nếu|khi nhận|sau khi nhận|chậm nhất|(?:trong|sau)(?: thời hạn| thời gian| vòng)?"
    r"(?: không quá| tối đa| là)* \d{1,3}(?: \([^)]{1,20}\))? (?:ngày|giờ|tháng|năm))(?!\w)",
    re.IGNORECASE,
)
# what an office does by a house rule: "phải lập biên bản", "sẽ tạm dừng hoạt động", "có văn bản đề nghị"
ACT = compiled(
    r"phải|cần|sẽ(?! (?:không|bị|được))|có văn bản|có ý kiến|có biện pháp|"
    r"được giao (?:trực tiếp|quản lý|theo dõi|tổ chức|thực hiện|vận hành|phụ trách)"
)
# "là cơ quan thường trực …, có trách nhiệm": the cue may stand a few words after the subject
PLAIN_DUTY = re.compile(r"[^.;:]{0,120}(?<!\w)(?:có trách nhiệm|chịu trách nhiệm(?! do)|chủ trì)(?!\w)", re.IGNORECASE)
# a sentence that tells or describes and lays nothing on the addressee before it
DESCRIBES = re.compile(
    r"(?:Tuy nhiên|Hiện nay|Đến nay|Tính đến|Đây là|Việc|Các|Một số|Những|Người|Cán bộ|Công chức|Viên chức|Cá nhân|"
    r"Tổng số|Hết (?:thời )?hạn|Nhiệm vụ, quyền hạn khác|"
    r"Kết quả(?![^.;:]{0,80} (?:gửi|báo cáo|trình) )|Công tác|Hoạt động|"
    r"Tình hình|"
    r"Lũy kế|Toàn (?:tỉnh|thành phố)|Như vậy|Nguyên nhân|Trong năm \d{4},? (?:dự kiến|đã)|Quyết định này|Kế hoạch này|"
    r"Thông tư này|Nghị quyết này|Quy chế này|Quy định này|Chỉ thị này|Kết luận này|Hướng dẫn này|"
    r"Được|Có quyền|Thời hạn|Thời gian|Chi tiết|Ghi chú|Mẫu số|Ví dụ|Không quá|"
    r"Biểu mẫu|Phụ lục|Có thể)(?!\w)"
)
# what follows where a duty is not done: "sẽ không có cơ sở để thanh toán", "sẽ bị xử lý theo quy định"
CONSEQUENCE = re.compile(r"(?<!\w)sẽ (?:không|bị)(?!\w)")
# "Kết quả các hoạt động gửi về Vụ Đào tạo": what is reported stands before the verb
REPORTED = re.compile(r"(?:Kết quả|Báo cáo)[^.;:]{0,80} (?:gửi|báo cáo|trình)(?: về| cho)? ")
# what ends an assignment part: "Trên đây là Kế hoạch ...", "Trong quá trình thực hiện"
CLOSING = re.compile(
    r"(?:Trên đây là|(?:Trong )?[Qq]uá trình (?:tổ chức |triển khai |thực hiện|thi hành)|Nhận được|Yêu cầu|"
    r"Kế hoạch này|"
    r"Quyết định này|(?:UBND|Ủy ban nhân dân)[^.]{0,40} (?:yêu cầu|đề nghị|giao)|Đề nghị)(?!\w)"
)
