"""One `Header` for each part of a document: the main one, then those of what is attached."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.dates import find_dates
from extractors.document import Document, Notice, Part, Span
from extractors.findings import Found, Header, Jurisdiction
from extractors.header.addressed import addressed_province
from extractors.header.attached import attachment_block
from extractors.header.case import sentence_case
from extractors.header.closing import adopted_on, read_authentication
from extractors.header.deciding import deciding_bodies, is_umbrella
from extractors.header.effect import effective_on
from extractors.header.issuer import Issuer, issuer_of_bodies, issuer_of_sign, read_issuer
from extractors.header.kinds import Kind, kind_of_code, kind_of_number
from extractors.header.letterhead import Letterhead, date_in, read_letterhead
from extractors.header.own_note import told_by_attachments
from extractors.header.segments import Segment, segments
from extractors.header.signature import read_recipients, read_signers
from extractors.header.titleblock import ATTACHED, TitleBlock, body_at, is_letter, read_title_block
from extractors.identity import CENTRAL, attachment_id, document_id, scope_of_issuer, urn_lex
from extractors.numbers import DocumentNumber

_TAIL = 8000


def extract_headers(document: Document) -> Found[Header]:
    """The headers: the document's own first, then its attachments' in text order."""
    parts = document.parts or (Part(Span(0, len(document.text)), Span(0, 0), "main"),)
    main, notices = _main(document, parts[0], parts[1:])
    rest = [_attachment(document, part, main, n) for n, part in enumerate(parts[1:], 1)]
    return Found((main, *rest), notices)


def _main(document: Document, part: Part, attached: tuple[Part, ...]) -> tuple[Header, tuple[Notice, ...]]:
    around = Span(part.head.start, min(part.span.end, part.head.end + 400))
    head = list(segments(document.text, around))[:90]
    block = read_title_block(head)
    letter = read_letterhead(document.text, head[: block.kind_at if block else body_at(head)])
    tail = _tail(document, part)
    authentic = read_authentication(document.text, tail) if letter.number is None else None
    if authentic and authentic.number:
        letter = replace(authentic, issuer_lines=letter.issuer_lines)
    kind = _kind(head, block, letter)
    if letter.number is None and not letter.notices:
        letter = _as_attachments_tell(letter, told_by_attachments(document, attached, kind))
    issued_on = letter.issued_on or _date_of_note(head, block) or adopted_on(document.quote(part.span))
    title = _title(document, head, block) or _capital(letter.subject) or _bare_title(head, letter)
    issuer = read_issuer(document, part, letter, head, block)
    if issuer.name is None:
        issuer = issuer_of_sign(letter.number)
    bodies, title = deciding_bodies(title, _jurisdiction(issuer, issued_on))
    if bodies and is_umbrella(issuer.name):
        issuer = issuer_of_bodies(bodies, issued_on)
    jurisdiction = _jurisdiction(issuer, issued_on)
    number = str(letter.number) if letter.number else None
    if jurisdiction.place is None and jurisdiction.scope == CENTRAL:
        about = addressed_province(document, part, kind, number, title, issued_on)
        jurisdiction = replace(jurisdiction, about=about.name if about else None)
    signers, recipients = read_signers(tail), read_recipients(tail)
    header = Header(
        document_id(jurisdiction.scope, number, issued_on, document.text),
        number,
        kind.code if kind else None,
        issuer.name,
        issued_on,
        title,
        part.head,
        urn=urn_lex(
            number=number, type_name=kind.name if kind else None, issuer=issuer.name,
            issued_on=issued_on, scope=jurisdiction.scope,
        ),
        issuer_id=issuer.id,
        place=letter.place,
        effective_on=effective_on(document.quote(part.span), issued_on) if kind and kind.code != "VBHN" else None,
        signers=signers,
        recipients=recipients,
        jurisdiction=jurisdiction,
    )  # fmt: skip
    return header, _notices(letter, part)


def _as_attachments_tell(letter: Letterhead, told: tuple[DocumentNumber, str | None] | None) -> Letterhead:
    """A lost number and date as the notes of the attachments print them."""
    return replace(letter, number=told[0], issued_on=letter.issued_on or told[1]) if told else letter


def _jurisdiction(issuer: Issuer, issued_on: str | None) -> Jurisdiction:
    """From where and when the document speaks; a body of the centre speaks from no place."""
    place = issuer.place
    if place is None:
        central = issuer.id is not None and issuer.id.startswith(f"agency:{CENTRAL}:")
        scope = CENTRAL if central else scope_of_issuer(issuer.name)
        return Jurisdiction(scope, on=issued_on)
    here = Jurisdiction(place.scope, place.name, place.kind, issued_on)
    return Jurisdiction(scope_of_issuer(issuer.name, here) or place.scope, place.name, place.kind, issued_on)


def _kind(head: list[Segment], block: TitleBlock | None, letter: Letterhead) -> Kind | None:
    """The type printed; where the type line is lost or a letter has none, the one that the number or form tells."""
    told = kind_of_number(letter.number)
    if told and told.code == "VBHN":
        return told
    if "van ban hop nhat" in " ".join(s.folded for s in head[: block.kind_at if block else None]):
        return kind_of_code("VBHN")
    if block and block.kind:
        return block.kind.kind
    return kind_of_code("CV") if letter.subject or is_letter(head) else told


def _date_of_note(head: list[Segment], block: TitleBlock | None) -> str | None:
    """A plan printed without its decision has the decision's date: "(Ban hành kèm theo Quyết định … năm 2020)"."""
    note = " ".join(head[n].text for n in block.note) if block else ""
    return next((d.on for d in find_dates(note) if d.on), None)


def _notices(letter: Letterhead, part: Part) -> tuple[Notice, ...]:
    if letter.number or any(n.code.startswith("number") for n in letter.notices):
        return letter.notices
    missing = Notice("number_missing", "Văn bản không in số, ký hiệu ở phần đầu; hãy kiểm tra bản gốc.", part.head)
    return (missing, *letter.notices)


# "(Kèm theo Kế hoạch …)" in the title's own line; "V/v" before it; the body that decides, after it
_NOTED = re.compile(r"\s*[(\[]\s*(?:[Bb]an hành\s+)?[Kk]èm theo .*$")
_SUBJECT = re.compile(r"^(?:V\s?/\s?[vV])\s*[:.]?\s*")
_DECIDES = re.compile(
    r"(?<!CỦA)(?<!CHO)(?<!DO)(?<! VÀ)(?<!VỚI) (?:CHỦ TỊCH (?:ỦY BAN NHÂN DÂN|UBND)|BỘ TRƯỞNG BỘ|"
    r"(?:TỔNG )?CỤC TRƯỞNG (?:TỔNG )?CỤC|"
    r"GIÁM ĐỐC SỞ|THỐNG ĐỐC NGÂN HÀNG)(?: [A-ZĐÀ-Ỹ,-]+){0,9}$"
)


def _title(document: Document, head: list[Segment], block: TitleBlock | None) -> str | None:
    if block is None or not block.title:
        return None
    pieces = [block.kind.rest(head[n]) if block.kind and n == block.kind_at else head[n].text for n in block.title]
    title = " ".join(" ".join(pieces).split()).strip(" .;-–")
    title = _SUBJECT.sub("", _NOTED.sub("", title))
    letters = [c for c in title if c.isalpha()]
    if sum(c.isupper() for c in letters) < 0.85 * len(letters):
        return _capital(title)
    follows = block.body < len(head) and head[block.body].folded.startswith(("can cu", "xet", "theo"))
    return sentence_case(_DECIDES.sub("", title) if follows and not block.authority else title, document.text)


def _capital(title: str | None) -> str | None:
    return title[0].upper() + title[1:] if title else None


def _bare_title(head: list[Segment], letter: Letterhead) -> str | None:
    """Where the type line is lost, the sentence between a printed number and the body."""
    at = body_at(head)
    if letter.number is None or at == 0 or at >= len(head) or is_letter(head):
        return None
    last = head[at - 1]
    return last.text if not last.caps and len(last.text) > 20 and date_in(last.folded) is None else None


# After the forms of a consolidated text its authentication, with number, date and signature, is not at the end.
_AUTHENTICATION = re.compile(r"XÁC THỰC VĂN BẢN HỢP NHẤT")


def _tail(document: Document, part: Part) -> list[Segment]:
    start, end = max(part.head.end, part.span.end - _TAIL), part.span.end
    found = _AUTHENTICATION.search(document.text, part.head.end)
    if found:
        start, end = max(part.head.end, found.start() - 600), min(len(document.text), found.end() + 400)
    return list(segments(document.text, Span(start, end)))


def _attachment(document: Document, part: Part, main: Header, position: int) -> Header:
    head = list(segments(document.text, part.head))
    note = next((n for n, s in enumerate(head) if n and ATTACHED.match(s.folded)), None)
    found = attachment_block(head, note) if note else None
    block = found[1] if found else read_title_block(head)
    kind = block.kind.kind if block and block.kind else None
    return Header(
        attachment_id(main.id, position),
        None,
        kind.code if kind else None,
        main.issuer,
        main.issued_on,
        _title(document, head, block),
        part.head,
        issuer_id=main.issuer_id,
        jurisdiction=main.jurisdiction,
    )
