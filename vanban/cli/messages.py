"""The command's own words, Vietnamese first, English with ``--lang en``. One catalogue; keys name the place of use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Say = Callable[..., str]

MESSAGES: dict[str, tuple[str, str]] = {
    "app.about": (
        "Văn bản hành chính Việt Nam thành đồ thị quyết định, viện dẫn và trách nhiệm.",
        "Vietnamese administrative documents as a graph of decisions, citations and responsibilities.",
    ),
    "app.commands": ("các lệnh", "commands"),
    "app.arguments": ("tham số", "arguments"),
    "app.options": ("tùy chọn", "options"),
    "app.usage": ("cách dùng: ", "usage: "),
    "app.more": ("Xem thêm: vanban LỆNH --help", "More: vanban COMMAND --help"),
    "app.interrupted": ("đã dừng theo yêu cầu", "stopped as asked"),
    "app.bug": (
        "lỗi chưa lường trước ({reason}). Xin báo lại kèm lệnh đã chạy; đặt VANBAN_DEBUG=1 để xem chi tiết",
        "unforeseen error ({reason}). Please report it with the command; VANBAN_DEBUG=1 shows the details",
    ),
    "app.output": ("không ghi được kết quả: {reason}", "the output cannot be written: {reason}"),
    "usage.see": ("Xem: {command} --help", "See: {command} --help"),
    "help.help": ("hiện phần trợ giúp này rồi thoát", "show this help and exit"),
    "help.version": ("hiện phiên bản rồi thoát", "show the version and exit"),
    "help.lang": ("ngôn ngữ của thông báo: vi, en", "language of messages: vi, en"),
    "help.json": ("in JSON thay cho phần để đọc", "print JSON instead of text"),
    "help.home": (
        "thư mục chứa kho và đồ thị (mặc định VANBAN_HOME, hoặc ~/.vanban)",
        "folder of record and graph (default VANBAN_HOME, or ~/.vanban)",
    ),
    "help.graph": (
        "địa chỉ Neo4j (neo4j://máy:7687); mặc định VANBAN_GRAPH, hoặc đồ thị nhúng",
        "address of Neo4j (neo4j://host:7687); default VANBAN_GRAPH, or the embedded graph",
    ),
    "help.place": ("chỉ ở tỉnh, thành phố này", "only in this province or city"),
    "help.document": (
        "số, ký hiệu (thêm năm nếu cần), mã, hoặc từ trong trích yếu",
        "a number (with a year where needed), an id, or words of the title",
    ),
    "help.paths": ("tệp hoặc thư mục", "files or folders"),
    "help.cite.file": ("tệp văn bản, hoặc - để đọc từ đầu vào chuẩn", "a document, or - for standard input"),
    "help.cite.issued_on": ("ngày ban hành của đoạn chữ (2022-07-18)", "the text's own date (2022-07-18)"),
    "help.cite.place": ("tỉnh, thành phố của đoạn chữ", "the text's province or city"),
    "help.eval.gold": ("thư mục nhãn chuẩn (*.json)", "folder of gold labels (*.json)"),
    "help.eval.predictions": ("tệp do vanban extract ghi (JSONL)", "what vanban extract wrote (JSONL)"),
    "help.eval.json": ("in một đối tượng JSON thay cho bảng", "one JSON object instead of a table"),
    "help.eval.intervals": ("thêm khoảng tin cậy 95 %%", "add the 95 %% intervals"),
    "help.eval.errors": ("liệt kê từng chỗ khác nhau", "list every disagreement"),
    "help.workers": ("số tiến trình cùng đọc (mặc định: tự chọn)", "processes that read (default: chosen)"),
    "help.again": ("đọc lại cả tệp không đổi", "read unchanged files again too"),
    "help.report": ("ghi báo cáo JSON vào tệp này", "write the report as JSON to this file"),
    "help.direction": (
        "out: viện dẫn đi; in: viện dẫn đến; both: cả hai (mặc định)",
        "out: what it cites; in: what cites it; both (default)",
    ),
    "help.depth": ("số bước (mặc định 2)", "steps (default 2)"),
    "help.question": ("việc cần hỏi, có dấu hay không", "the task asked about, with or without marks"),
    "help.as_of": ("chủ việc vào ngày này (mặc định hôm nay)", "the owner on this day (default today)"),
    "help.role": (
        "chỉ vai trò này: lead (chủ trì), responsible, coordinate (phối hợp), receive",
        "only this role: lead, responsible, coordinate, receive",
    ),
    "help.limit": ("số kết quả nhiều nhất", "most results"),
    "help.segment": ("tách từ câu hỏi bằng underthesea", "segment the question by underthesea"),
    "help.agency": ("tên cơ quan, có dấu hay không", "name of the agency, with or without marks"),
    "help.due_before": ("chỉ việc đến hạn trước ngày này", "only what is due before this day"),
    "help.format": ("dạng in: table, json, csv", "form: table, json, csv"),
    "help.query.name": ("tên câu hỏi trong danh mục", "name of the question"),
    "help.query.list": ("liệt kê các câu hỏi", "list the questions"),
    "help.query.param": ("giá trị của một tham số, dùng được nhiều lần", "value of a parameter, repeatable"),
    "help.cypher.text": ("câu Cypher chỉ đọc", "a reading Cypher query"),
    "help.timeout": ("số giây chờ nhiều nhất (mặc định 30)", "most seconds to wait (default 30)"),
    "help.sync.rebuild": ("xóa đồ thị rồi dựng lại từ kho", "empty the graph, then build it from the record"),
    "ingest.progress": ("Đọc văn bản", "Reading"),
    "ingest.graph": ("Cập nhật đồ thị …", "Updating the graph …"),
    "ingest.summary": (
        "Đã đọc {read} tệp; {skipped} tệp không đổi; từ chối {refused}.",
        "{read} files read; {skipped} unchanged; {refused} refused.",
    ),
    "ingest.record": (
        "Kho: {documents} văn bản từ {paths} tệp.",
        "Record: {documents} documents of {paths} files.",
    ),
    "ingest.written": (
        "Đồ thị: ghi {written} văn bản, gỡ {removed}.",
        "Graph: {written} documents written, {removed} removed.",
    ),
    "ingest.holds": ("Trong đồ thị: {counts}.", "The graph holds: {counts}."),
    "ingest.notices": ("Nên xem lại: {notices}.", "To look at: {notices}."),
    "ingest.conflicts": (
        "{count} văn bản được nêu với nhiều ngày khác nhau (xem báo cáo).",
        "{count} documents are given different dates (see the report).",
    ),
    "ingest.doubles": (
        "{count} văn bản có nhiều tệp khác nhau; bản dài hơn được dùng (xem báo cáo).",
        "{count} documents stand in different files; the longer one is used (see the report).",
    ),
    "ingest.interrupted": (
        "Đã dừng theo yêu cầu: phần đã xong được giữ, chạy lại lệnh này để làm tiếp.",
        "Stopped as asked: what was finished is kept, run the command again to go on.",
    ),
    "ingest.nothing": ("Không có tệp nào để đọc.", "There is no file to read."),
    "graph.waits": (
        "một lệnh khác đang ghi đồ thị; đợi lệnh đó xong …",
        "another command is writing the graph; waiting for it …",
    ),
    "sync.done": (
        "Đồ thị khớp với kho: ghi {written} văn bản, gỡ {removed}.",
        "The graph is in step with the record: {written} documents written, {removed} removed.",
    ),
    "kind.Document": ("văn bản", "documents"),
    "kind.Task": ("nhiệm vụ", "tasks"),
    "kind.Agency": ("cơ quan", "agencies"),
    "kind.Target": ("chỉ tiêu", "targets"),
    "kind.Person": ("người ký", "signers"),
    "kind.Place": ("địa phương", "places"),
    "kind.Section": ("mục", "sections"),
    "none.owners": (
        "Không tìm thấy việc nào như vậy trong đồ thị.",
        "No such task in the graph.",
    ),
    "none.tasks": ("Không có việc nào.", "No tasks."),
    "none.rows": ("Không có dòng nào.", "No rows."),
    "word.quote": ("trích", "quote"),
    "word.page": ("trang {page}", "page {page}"),
    "word.section": ("mục {section}", "section {section}"),
    "word.stated_in": ("theo {document}", "says {document}"),
    "word.stub": ("chưa nạp", "not ingested"),
    "word.ambiguous": ("chưa rõ là văn bản nào", "not settled which document"),
    "word.again": ("xem ở trên", "see above"),
    "word.a_document": ("Văn bản", "Document"),
    "word.unnumbered": ("{kind} không số của {issuer}", "{kind} without number of {issuer}"),
    "word.deadline": ("thời hạn: {deadline}", "deadline: {deadline}"),
    "word.product": ("sản phẩm: {product}", "product: {product}"),
    "word.now": ("nay là {agency} (từ {on}, {basis})", "now {agency} (since {on}, {basis})"),
    "word.or": ("phần việc khác về: {agencies}", "other parts went to: {agencies}"),
    "word.split": ("từ {on} chia cho: {agencies}", "divided on {on} among: {agencies}"),
    "word.group": ("nhóm", "group"),
    "word.signed": ("ký: {name}", "signed: {name}"),
    "show.changed_by": ("Bị thay đổi bởi", "Changed by"),
    "show.cites": ("Viện dẫn", "Cites"),
    "show.cited_by": ("Được viện dẫn bởi", "Cited by"),
    "show.tasks": ("Nhiệm vụ", "Tasks"),
    "show.targets": ("Chỉ tiêu", "Targets"),
    "column.due": ("Thời hạn", "Due"),
    "column.role": ("Vai trò", "Role"),
    "column.task": ("Việc", "Task"),
    "column.document": ("Văn bản", "Document"),
    "role.lead": ("chủ trì", "lead"),
    "role.responsible": ("thực hiện", "responsible"),
    "role.coordinate": ("phối hợp", "coordinate"),
    "role.receive": ("nơi nhận", "receive"),
    "out.BASED_ON": ("căn cứ", "based on"),
    "in.BASED_ON": ("là căn cứ của", "basis of"),
    "out.IMPLEMENTS": ("thực hiện", "implements"),
    "in.IMPLEMENTS": ("được thực hiện bởi", "implemented by"),
    "out.PROMULGATES": ("ban hành", "promulgates"),
    "in.PROMULGATES": ("được ban hành bởi", "promulgated by"),
    "out.APPROVES": ("phê duyệt", "approves"),
    "in.APPROVES": ("được phê duyệt bởi", "approved by"),
    "out.ATTACHED_TO": ("kèm theo", "attached to"),
    "in.ATTACHED_TO": ("có kèm theo", "has attached"),
    "out.AMENDS": ("sửa đổi, bổ sung", "amends"),
    "in.AMENDS": ("được sửa đổi, bổ sung bởi", "amended by"),
    "out.REPLACES": ("thay thế", "replaces"),
    "in.REPLACES": ("bị thay thế bởi", "replaced by"),
    "out.REPEALS": ("bãi bỏ", "repeals"),
    "in.REPEALS": ("bị bãi bỏ bởi", "repealed by"),
    "out.SUSPENDS": ("đình chỉ", "suspends"),
    "in.SUSPENDS": ("bị đình chỉ bởi", "suspended by"),
    "out.GUIDES": ("hướng dẫn", "guides"),
    "in.GUIDES": ("được hướng dẫn bởi", "guided by"),
    "out.CONSOLIDATES": ("hợp nhất", "consolidates"),
    "in.CONSOLIDATES": ("được hợp nhất trong", "consolidated in"),
    "out.CORRECTS": ("đính chính", "corrects"),
    "in.CORRECTS": ("được đính chính bởi", "corrected by"),
    "out.AT_REQUEST_OF": ("theo đề nghị tại", "at the request in"),
    "in.AT_REQUEST_OF": ("là đề nghị của", "request for"),
    "out.CONCLUDES_UNDER": ("tiếp tục theo", "continues under"),
    "in.CONCLUDES_UNDER": ("được tiếp tục bởi", "continued by"),
    "out.CITES": ("nhắc đến", "mentions"),
    "in.CITES": ("được nhắc đến trong", "mentioned in"),
    "doctor.ok": ("được", "ok"),
    "doctor.bad": ("thiếu", "missing"),
    "doctor.optional": ("không bắt buộc", "optional"),
}

# argparse's own messages, in Vietnamese: (pattern, replacement).
USAGE_ERRORS = (
    (r"the following arguments are required: (.+)", r"thiếu: \1"),
    (r"unrecognized arguments: (.+)", r"không hiểu: \1"),
    (r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)", r"\1: không có \2, chọn một trong: \3"),
    (r"argument (.+): expected one argument", r"\1: thiếu giá trị"),
    (r"argument (.+): expected at least one argument", r"\1: thiếu giá trị"),
    (r"argument (.+): invalid \w+ value: (.+)", r"\1: giá trị \2 không hợp lệ"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 chưa rõ là tùy chọn nào: \2"),
)


def speaker(lang: str) -> Say:
    """``say(key, **values)`` in a language."""
    column = 1 if lang == "en" else 0

    def say(key: str, **values: Any) -> str:
        text = MESSAGES[key][column]
        return text.format(**values) if values else text

    return say
