"""The errors of the project. Each says in Vietnamese what went wrong, where, and the mend.

::

    VanbanError            1   anything that a user is told about
    ├── ReadError          1   a file that cannot be read; the batch goes on without it
    ├── RecordError        1   the record is locked, damaged, or of a newer version
    ├── QueryError         1   a query that the graph refuses, or that takes too long
    ├── NotFoundError      1   no such document, agency or query
    ├── UsageError         2   wrong options or values
    └── GraphUnavailable   3   the graph cannot be opened or reached

The number is the command's exit code.
"""

from __future__ import annotations

from typing import ClassVar


class VanbanError(Exception):
    """Base of all errors that a user sees; ``code`` is stable and names the kind of problem.

    ``what`` and ``mend`` are sentences without a final stop; ``where`` is a path, an address or a place in a text.
    """

    exit_code: ClassVar[int] = 1
    code: str = "error"

    def __init__(self, what: str, *, where: str | None = None, mend: str | None = None, code: str | None = None):
        self.what = what
        self.where = where
        self.mend = mend
        if code:
            self.code = code
        super().__init__(what, where, mend, code)

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        mend = f". {self.mend}" if self.mend else ""
        return f"{self.what}{place}{mend}"

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders whole (workers raise them)."""
        return _rebuild, (type(self), self.what, self.where, self.mend, self.code)


def _rebuild(kind: type[VanbanError], what: str, where: str | None, mend: str | None, code: str) -> VanbanError:
    error = kind.__new__(kind)
    VanbanError.__init__(error, what, where=where, mend=mend, code=code)
    return error


class ReadError(VanbanError):
    """A file that cannot be read as an administrative document."""

    code = "read_error"


class RecordError(VanbanError):
    """The record cannot be used."""

    code = "record_error"


class QueryError(VanbanError):
    """The graph refuses a query, or it takes too long."""

    code = "query_error"


class NotFoundError(VanbanError):
    """What was asked for is not there."""

    code = "not_found"


class UsageError(VanbanError):
    """The user gave options or values that make no sense."""

    exit_code = 2
    code = "usage"


class GraphUnavailable(VanbanError):  # noqa: N818 - a state of the world, not a mistake
    """The graph cannot be opened or reached; the record is untouched."""

    exit_code = 3
    code = "graph_unavailable"
