"""The signature block and the recipients (Nơi nhận) at the end of a document."""

from __future__ import annotations

import re

from extractors.findings import Signer
from extractors.header.segments import Segment

# "TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH", "TL. BỘ TRƯỞNG", "TUQ. …", "Q. CỤC TRƯỞNG", "T/M BAN THƯỜNG VỤ"
_CAPACITY = re.compile(r"^(TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s?[.,]?\s*(?=[A-ZĐÀ-Ỹ])")
_POSITION = re.compile(
    r"^(?:quyen\s+)?(?:pho\s+)?(?:chu tich|bo truong|thu tuong|thu truong|thong doc|(?:tong )?cuc truong|chi cuc truong|"
    r"(?:tong )?giam doc|chanh an|chanh van phong|vien truong|tong kiem toan|tong thanh tra|chanh thanh tra|truong ban|"
    r"hieu truong|bi thu|chu nhiem|vu truong|truong phong|tong bi thu|uy vien|chinh uy|tu lenh|truong doan|kiem toan truong)\b"
)
_NAME = re.compile(r"^(?:(?:GS|PGS|TS|ThS|BS|Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá)\.?\s*)*"
                   r"([A-ZĐÀ-Ỹ][a-zđà-ỹ]+(?:\s+[A-ZĐÀ-Ỹ][a-zđà-ỹ]*){1,5})$")  # fmt: skip
_RECIPIENTS = re.compile(r"^n[o0]i nhan\s*:?")
_ENTRY = re.compile(r"^[-–—+•~]\s*")


def read_signers(segments: list[Segment]) -> tuple[Signer, ...]:
    """Who signed, in text order: name, position in sentence case, capacity as printed."""
    signers: list[Signer] = []
    capacity: str | None = None
    position: str | None = None
    for at, segment in enumerate(segments):
        match = _CAPACITY.match(segment.text)
        words = segment.text[match.end() :] if match else segment.text
        folded = segment.folded[match.end() :] if match else segment.folded
        if match and segment.caps:
            capacity = match.group(1).replace("/", "") + "."
            position = _sentence(words) if _POSITION.match(folded) and capacity not in ("TM.", "KT.", "TL.", "TUQ.") else None
            continue
        if segment.caps and _POSITION.match(folded):
            position = _sentence(words)
            continue
        name = _NAME.match(segment.text)
        if name and position and not segment.folded.startswith(("noi nhan", "luu")):
            signers.append(Signer(name.group(1), position, capacity))
            capacity = position = None
        del at
    return tuple(signers)


def _sentence(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip()
    low = words.lower()
    return re.sub(r"(?<=phó )\w", lambda m: m.group().upper(), low[:1].upper() + low[1:])


def read_recipients(segments: list[Segment]) -> tuple[str, ...]:
    """The entries under "Nơi nhận", without the leading dash and the closing mark."""
    out: list[str] = []
    inside = False
    for segment in segments:
        if _RECIPIENTS.match(segment.folded):
            inside, out = True, []
            continue
        if not inside:
            continue
        if _ENTRY.match(segment.text):
            out.append(_ENTRY.sub("", segment.text))
        elif out and not segment.caps and (not out[-1].rstrip().endswith((";", ".")) and len(segment.text) < 120):
            out[-1] += " " + segment.text
        else:
            inside = False
    return tuple(re.sub(r"\s+", " ", e).strip(" ;.") for e in out)
