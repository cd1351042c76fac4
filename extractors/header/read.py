"""One `Header` for each part of a document: the main one from letterhead, title and signature, the attachments' from theirs."""

from __future__ import annotations

import re

from extractors.document import Document, Notice, Part, Span
from extractors.findings import Found, Header, Jurisdiction
from extractors.header.case import sentence_case
from extractors.header.issuer import Issuer, read_issuer
from extractors.header.letterhead import Letterhead, read_letterhead
from extractors.header.segments import Segment, segments
from extractors.header.signature import read_recipients, read_signers
from extractors.header.titleblock import TitleBlock, opens_body, read_title_block
from extractors.identity import attachment_id, document_id, scope_of_issuer, urn_lex
from extractors.places import find_place

_TAIL = 6000


def extract_headers(document: Document) -> Found[Header]:
    """The headers: the document's own first, then its attachments' in text order."""
    parts = document.parts or (Part(Span(0, len(document.text)), Span(0, 0), "main"),)
    main, notices = _main(document, parts[0])
    rest = [_attachment(document, part, main, n) for n, part in enumerate(parts[1:], 1)]
    return Found((main, *rest), notices)


def _main(document: Document, part: Part) -> tuple[Header, tuple[Notice, ...]]:
    head = list(segments(document.text, part.head if len(part.head) else part.span))[:80]
    block = read_title_block(head)
    cut = block.kind_at if block and block.kind_at is not None else _body_at(head)
    letter = read_letterhead(head[:cut])
    issuer = read_issuer(document, part, letter, head, block)
    place = find_place(issuer.place, letter.issued_on) if issuer.place else None
    jurisdiction = Jurisdiction(
        scope_of_issuer(issuer.name), place.name if place else None, place.kind if place else None, letter.issued_on
    )
    title = _title(document, head, block) or letter.subject
    kind = block.kind.kind if block and block.kind else None
    code = kind.code if kind else "CV" if letter.subject else None
    signers, recipients = _closing(document, part)
    identity = document_id(jurisdiction.scope, letter.number, letter.issued_on, document.text)
    urn = urn_lex(
        number=letter.number,
        type_name=kind.name if kind else "Công văn" if code else None,
        issuer=issuer.name,
        issued_on=letter.issued_on,
        scope=jurisdiction.scope,
    )
    header = Header(
        identity, letter.number, code, issuer.name, letter.issued_on, title, part.head,
        urn=urn, place=letter.place, signers=signers, recipients=recipients, jurisdiction=jurisdiction,
    )  # fmt: skip
    return header, _notices(letter, part)


def _notices(letter: Letterhead, part: Part) -> tuple[Notice, ...]:
    if letter.number or any(n.code.startswith("number") for n in letter.notices):
        return letter.notices
    missing = Notice("number_missing", "Văn bản không in số, ký hiệu ở phần đầu; hãy kiểm tra bản gốc.", part.head)
    return (missing, *letter.notices)


def _body_at(head: list[Segment]) -> int:
    return next((n for n, s in enumerate(head) if opens_body(s)), min(len(head), 12))


def _title(document: Document, head: list[Segment], block: TitleBlock | None) -> str | None:
    if block is None or not block.title:
        return None
    words: list[str] = []
    caps = True
    for n in block.title:
        segment = head[n]
        caps = caps and segment.caps
        words.append(block.kind.rest(segment) if n == block.kind_at and block.kind else segment.text)
    title = re.sub(r"\s+", " ", " ".join(words)).strip(" .;")
    return sentence_case(title, document.text) if caps else title


def _closing(document: Document, part: Part) -> tuple[tuple, tuple[str, ...]]:  # type: ignore[type-arg]
    start = max(part.head.end, part.span.end - _TAIL)
    tail = list(segments(document.text, Span(start, part.span.end)))
    return read_signers(tail), read_recipients(tail)


def _attachment(document: Document, part: Part, main: Header, position: int) -> Header:
    head = list(segments(document.text, part.head))
    block = read_title_block(head)
    kind = block.kind.kind if block and block.kind else None
    return Header(
        attachment_id(main.id, position), None, kind.code if kind else None, main.issuer, main.issued_on,
        _title(document, head, block), part.head, jurisdiction=main.jurisdiction,
    )  # fmt: skip


__all__ = ["Issuer", "extract_headers"]
