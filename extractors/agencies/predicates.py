"""What a body does or is told to do: the words that end its name ("… tỉnh | tiếp nhận hồ sơ"), and those that link on."""

from __future__ import annotations

# Words in lower case that end a name: what links it to the rest of the sentence.
LINKS = frozenset(
    ["có", "là", "được", "đã", "sẽ", "phải", "để", "theo", "tại", "từ", "khi", "nếu", "cùng", "với", "do", "cho", "đến", "bằng", "như", "thì", "mà", "hay", "hoặc", "nhằm", "này", "đó", "nêu", "sau", "trước", "không", "nơi", "gồm", "trong", "trên", "về", "qua", "của", "vào", "ra", "bị", "cũng", "còn", "đang", "nên", "rồi", "đều", "đối", "giữa", "lên", "cần", "chưa", "hiện", "thuộc", "ngày", "tháng", "năm"]
)
# The first two syllables of what a body does.
PREDICATES = tuple(
    " ".join(p.split())
    for p in ["chủ trì", " chủ động", " chủ quản", " phối hợp", " chịu trách", " thực hiện", " triển khai", " tham mưu", " hướng dẫn", " báo cáo", " xây dựng", " rà soát", "\n    tiếp tục", " tiếp nhận", " tăng cường", " đẩy mạnh", " tổng hợp", " theo dõi", " đôn đốc", " kiểm tra", " chỉ đạo", " định kỳ", " kịp thời", " bố trí", " cung cấp", "\n    tuyên truyền", " ban hành", " nghiên cứu", " gửi về", " gửi sở", " gửi ủy", " gửi ubnd", " lập kế", " lập danh", " lập hồ", " trình ubnd", " trình ủy", " trình hội", "\n    trình cấp", " trình hđnd", " giao nhiệm", " giao cho", " giao sở", " thường xuyên", " phê duyệt", " thẩm định", " yêu cầu", " đề nghị", " thông báo", " đảm bảo", "\n    bảo đảm", " vận động", " duy trì", " huy động", " tạo điều", " nâng cao", " khẩn trương", " nghiêm túc", " phân công", " cấp phép", " tiến hành", " hoàn thiện", "\n    hoàn thành", " cập nhật", " trả lời", " trả kết", " xem xét", " tổ chức", " thống nhất", " khảo sát", " đánh giá", " xử lý", " căn cứ", " quyết định", " quy định", "\n    đề xuất", " tham gia", " hỗ trợ", " lồng ghép", " giám sát", " quán triệt", " phân bổ", " phát hiện", " xác định", " chuẩn bị", " đầu tư", " công bố", " công khai", "\n    ưu tiên", " khuyến khích", " ý kiến", " ủy quyền", " trực tiếp", " phát huy", " thông qua", " thanh toán", " quyết toán", " tích cực", " đăng ký", " cụ thể", "\n    nghiêm chỉnh", " khai thác", " quản lý", " vận hành"]
)


def stops() -> str:
    """The predicates and links as one alternation for patterns over lower-case text."""
    words = {"có trách nhiệm", "phải", "để", "và", "gửi", *PREDICATES} - {
        "quản lý",
        "tham gia",
        "khai thác",
        "đầu tư",
        "công bố",
    }
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))
