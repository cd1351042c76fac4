"""The signature block and the recipients (Nơi nhận) at the end of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.findings import Signer
from extractors.fold import fold
from extractors.header.case import sentence_case
from extractors.header.segments import Segment
from extractors.vocabulary import LOWER, UPPER, table

# "TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH", "TL. BỘ TRƯỞNG", "TUQ. …", "Q. CỤC TRƯỞNG", "T/M BAN THƯỜNG VỤ", "KT CHỦ TỊCH"
_CAPACITY = re.compile(rf"(?<![\w./])(TM|KT|TL|TUQ|TTL|Q|T/M|K/T|T/L)(?:\s?[.,]\s*|\s+)(?=[{UPPER}]{{2}})")
_POSITION = re.compile(
    r"(?<!\w)(?:quyen )?(?:pho )?(?:tong )?(?:(?:chu tich|chu nhiem|bi thu)(?: hoi dong nhan dan|"
    r" uy ban nhan dan| quoc hoi| nuoc| hdnd| ubnd)?|"
    r"bo truong|thu tuong|thu truong|thong doc|(?:chi )?cuc truong|giam doc|chanh an|chanh van phong|vien truong|"
    r"kiem toan(?: nha nuoc)?|thanh tra(?: chinh phu)?|chanh thanh tra|truong ban|hieu truong|vu truong|truong phong|"
    r"chinh uy|tu lenh|truong doan|kiem toan truong|truong thue|doi truong|chi huy truong|tham mun truong|"
    r"uy vien)(?: thuong truc)?(?!\w)"
)
_RANK = (
    r"(?:GS|PGS|TS|ThS|BS|Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá)[.,]?\s*"
)
_NAME = re.compile(rf"(?:(?:{_RANK})+)?((?:[{UPPER}][{LOWER}]*)(?:\s+[{UPPER}][{LOWER}]*){{1,5}})$")
# A name in capitals is told from a unit's by its family name.
_FAMILIES = (
    "NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐINH|ĐOÀN|LƯƠNG|TRỊNH|MAI|TRƯƠNG|ĐÀO|"
    "LÂM|HÀ|CAO|"
    "PHÙNG|TẠ|THÁI|CHÂU|TÔ|QUÁCH|LƯU|TỐNG|NÔNG|LÒ|VI|HÀN|LA|GIÀNG|SÙNG|VỪ|MÙA|THÀO"
)
_CAPS_NAME = re.compile(rf"((?:{_FAMILIES})(?:\s+[{UPPER}]+){{1,4}})$")
# "PHÓ CHỦ TỊCH Nguyễn Văn Đệ"
_BEFORE_NAME = re.compile(rf"([{UPPER}./,\s-]{{2,}}\s)(?=[{UPPER}][{LOWER}])(.+)$")
# Two-word Title Case that is no person.
_NOT_NAME = re.compile(
    r"(?:noi nhan|nhu tren|nhu dieu|luu|bo|so|uy ban|van phong|chinh phu|quoc hoi|viet nam|da ky|ky ten|xac nhan|"
    r"phu luc|dieu|chuong|muc)\b"
)
_SIGNED = re.compile(r"^[(\[]?\s*(?:da ky|ky ten|da ky va dong dau|ky|dau|ky, dong dau)\s*[)\]]?\s*:?\s*")
_RECIPIENTS = re.compile(r"n[o0]i nhan\s*:?")
_ENTRY = re.compile(r"^[-–—+•~*]\s*")
_FOOTNOTE = re.compile(r"^\[\d+\]")


def read_signers(segments: list[Segment]) -> tuple[Signer, ...]:
    """Who signed, in text order: name, position in sentence case, capacity as printed.

    A block is one or more lines in capitals that hold a capacity or a position, then the name; the last capacity and
    the last position before the name are the signer's own ("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH").
    """
    signers: list[Signer] = []
    capacity = position = None
    since = 99
    for words, folded in _pieces(segments):
        since += 1
        capacities = list(_CAPACITY.finditer(words))
        if words in ("KT.", "TM.", "TL.", "TUQ.", "Q."):
            capacity, position, since = words, None, 0
            continue
        if _is_title(words) and (capacities or _POSITION.search(folded)):
            capacity = _capacity(capacities) or (capacity if since < 5 else None)
            position = _position(words, folded, capacities) or (position if since < 5 and not capacities else None)
            since = 0
        elif since <= 4 and (capacity or position):
            name = _name(words, folded)
            if name:
                signers.append(Signer(name, position, capacity))
                capacity = position = None
    return tuple(dict.fromkeys(signers))


def _pieces(segments: list[Segment]) -> Iterator[tuple[str, str]]:
    """The segments, with "Nơi nhận:" and the entries before a title on the same line cut off, and a name after it."""
    for segment in segments:
        words, folded = segment.text, segment.folded
        if folded.startswith("noi nhan") or _ENTRY.match(words):
            capacity = _CAPACITY.search(words)
            if capacity is None:
                continue
            words, folded = words[capacity.start() :], folded[capacity.start() :]
        split = _BEFORE_NAME.match(words)
        if split and _POSITION.search(folded[: split.end(1)]):
            yield split.group(1).strip(), folded[: split.end(1)].strip()
            words, folded = split.group(2), folded[split.start(2) :]
        signed = _SIGNED.match(folded)
        if signed:
            words, folded = words[signed.end() :], folded[signed.end() :]
        yield words.strip(), folded.strip()


def _is_title(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.85 * len(letters) and not words.endswith(":")


def _capacity(found: list[re.Match[str]]) -> str | None:
    return found[-1].group(1).replace("/", "") + "." if found else None


def _position(words: str, folded: str, capacities: list[re.Match[str]]) -> str | None:
    """The signer's own position: the last in the line, without what he signs for ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH")."""
    found = list(_POSITION.finditer(folded))
    if not found:
        return None
    last = found[-1]
    delegated = capacities and capacities[-1].group(1) not in ("Q",) and capacities[-1].end() == last.start()
    if delegated:
        return None
    return position_case(" ".join(words[last.start() : last.end()].split()))


@cache
def _positions() -> dict[str, str]:
    return {fold(r["name"]): r["name"] for r in table("positions")}


def position_case(words: str) -> str:
    """A position as offices write it: "PHÓ CHỦ TỊCH" -> "Phó Chủ tịch"; one that no table knows in sentence case."""
    known = _positions().get(fold(words))
    return known or sentence_case(words, "")


def _name(words: str, folded: str) -> str | None:
    match = _NAME.match(words.strip(" .;")) or _CAPS_NAME.match(words.strip(" .;"))
    if not match or _NOT_NAME.match(folded) or len(match.group(1).split()) > 5:
        return None
    name = " ".join(match.group(1).split())
    return name.title() if name.isupper() else name


def read_recipients(segments: list[Segment]) -> tuple[str, ...]:
    """The entries under the last "Nơi nhận", without the leading dash and the closing mark."""
    start = max((n for n, s in enumerate(segments) if _RECIPIENTS.match(s.folded)), default=None)
    if start is None:
        return ()
    out: list[str] = []
    first = segments[start].text.split(":", 1)
    lines = ([first[1].strip()] if len(first) == 2 and first[1].strip() else []) + [
        s.text for s in segments[start + 1 :]
    ]
    for line in lines:
        capacity = _CAPACITY.search(line)
        words = line[: capacity.start()].strip() if capacity else line
        if (
            _FOOTNOTE.match(line)
            or (words and _is_title(words) and not _ENTRY.match(words) and len(words) > 3)
            or len(out) > 60
        ):
            break
        entry = bool(_ENTRY.match(words))
        if words and (entry or not out or out[-1].endswith((";", "."))):
            if not entry and out and out[-1].endswith(".") and not words.endswith((";", ".")):
                break
            out.append(_ENTRY.sub("", words))
        elif words and len(words) < 160:
            out[-1] += " " + words
        if capacity:
            break
    return tuple(" ".join(e.split()).strip(" ;.") for e in out if e.strip(" ;.-"))
