"""The forms in which a clause lays a duty on someone, one file a form, tried in this order.

A form is a function ``(clause, inherited) -> Assignment | None``; ``inherited`` are the parties that a heading, a
lead-in or an earlier sentence addresses. A new form is a new file and an entry in `FORMS`.
"""

from __future__ import annotations

from extractors.responsibilities.forms import closing, directive, imperative, passive, subject
from extractors.responsibilities.forms.values import Assignment, Form

FORMS: tuple[Form, ...] = (directive.read, closing.read, passive.behind, subject.read, imperative.read, passive.read)

__all__ = ["FORMS", "Assignment", "Form"]
