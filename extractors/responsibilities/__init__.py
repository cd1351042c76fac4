"""Responsibilities: who does what by when (annotation rules, sections 4 and 7).

Two sources give drafts of duties: running text (`prose`) and task tables (`tables`); each clause of running text is
read by the forms of `forms`. A new source is a new file and an entry in `SOURCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extractors.deadlines import lacks_holidays
from extractors.document import Document, Notice
from extractors.findings import Actor, Citation, Deadline, Evidence, Found, Header, Responsibility
from extractors.responsibilities import prose, tables
from extractors.responsibilities.lines import body_lines
from extractors.responsibilities.products import Cited, basis, product
from extractors.responsibilities.quoted import with_quoted
from extractors.responsibilities.templates import Blanks
from extractors.responsibilities.terms import with_terms
from extractors.responsibilities.values import Context, Draft

SOURCES: tuple[Callable[[Context], Iterator[Draft]], ...] = (prose.read, tables.read)


def extract_responsibilities(
    document: Document, headers: tuple[Header, ...], citations: tuple[Citation, ...]
) -> Found[Responsibility]:
    """All duties of a document, in text order."""
    blanks = Blanks.of(document)
    placed = with_quoted(document.text, body_lines(document))
    lines = tuple([line for line in placed if not blanks.hold(line.span)])
    context = Context.of(document, headers, citations, lines)
    read = (draft for source in SOURCES for draft in source(context))
    drafts = [draft for draft in with_terms(context, read) if not blanks.hold(draft.span)]
    cited = tuple([(one.span.start, one.span.end, one.target.id) for one in citations])
    found = [duty for draft in drafts if (duty := _duty(context, draft, cited))]
    ordered = tuple(sorted(found, key=lambda duty: (duty.span.start, duty.span.end)))
    notices = {(n.code, n.span): n for draft in drafts for n in _notices(context, draft)}
    return Found(ordered, tuple(notices.values()))


def _notices(context: Context, draft: Draft) -> Iterator[Notice]:
    """What could not be read: a table row without a doer, a body that the registry does not know."""
    if draft.origin == "table" and not any(role != "receive" for _, role in draft.parties):
        task = " ".join(draft.task.of(context.text).split())[:80]
        yield Notice(
            "task_without_agency",
            f"Nhiệm vụ “{task}” trong bảng không ghi cơ quan thực hiện nên không được ghi nhận; "
            "hãy kiểm tra cột cơ quan chủ trì của dòng này.",
            draft.task,
        )
    due = draft.deadline
    if due is not None and due.kind == "relative" and due.on is None:
        why = " vì danh mục ngày nghỉ lễ chưa có năm liên quan" if _lacks_holidays(context, draft, due) else ""
        yield Notice(
            "deadline_unread",
            f"Thời hạn “{due.text[:80]}” chưa tính được ra ngày{why} nên giữ nguyên văn; "
            "hãy ghi ngày cụ thể khi theo dõi nhiệm vụ này.",
            due.span,
        )
    for mention, _ in draft.parties:
        if mention.score == 0:
            yield Notice(
                "agency_unresolved",
                f"Chưa nhận ra “{mention.quote}” trong danh mục cơ quan nên giữ tên như in; "
                "hãy bổ sung tên này vào danh mục cơ quan nếu cần.",
                mention.span,
            )


def _lacks_holidays(context: Context, draft: Draft, due: Deadline) -> bool:
    """Whether only the holidays of a later year are missing to count the working days."""
    inside = [i for i, part in enumerate(context.document.parts) if draft.span.start in part.span]
    return lacks_holidays(due.text, context.anchor(inside[-1] if inside else 0))


def _duty(context: Context, draft: Draft, cited: tuple[Cited, ...]) -> Responsibility | None:
    """The finding of a draft; None where nobody but a receiver is named or no task is left."""
    actors = _actors(draft)
    task = _unquoted(" ".join(draft.task.of(context.text).split()))
    if not any(actor.role != "receive" for actor in actors) or len(task.split()) < 2:
        return None
    made = " ".join(draft.product.of(context.text).split()).rstrip(" .;") if draft.product else None
    return Responsibility(
        evidence=Evidence.at(context.document, draft.span),
        task=task,
        actors=actors,
        origin=draft.origin,
        deadline=draft.deadline,
        product=made or product(context.text, draft.task),
        basis=basis(context.text, draft.span, cited),
    )


def _unquoted(task: str) -> str:
    """The task without its end marks, and without the mark that closes the text of an amendment."""
    task = task.rstrip(" .;,:/")
    while task.endswith("”") and task.count("”") > task.count("“"):
        task = task[:-1].rstrip(" .;,:/")
    return task


def _actors(draft: Draft) -> tuple[Actor, ...]:
    """One actor an agency and role, in text order; an agency that acts alone is not also named as receiver."""
    found: dict[tuple[str, str], Actor] = {}
    for mention, role in draft.parties:
        found.setdefault((mention.id, role), Actor(mention.agency, mention.id, role, mention.is_group, mention.quote))
    doing = {key[0] for key in found if key[1] != "receive"}
    if len(doing) > 1:
        return tuple(found.values())
    return tuple(actor for (agency, role), actor in found.items() if role != "receive" or agency not in doing)
