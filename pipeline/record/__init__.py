"""The record: every document's extraction, one row each, in SQLite. The truth; every graph is rebuilt from it.

A row belongs to a content (the sha256 of the file's bytes), not to a path: the same bytes at two paths are one
document. A path that is ingested again with other bytes leaves its old content, and a content without a path is
dropped, so that an edited file replaces exactly what it stated. Two contents may bear one document id (a DOCX and
its PDF): the longer text stands for the document, the smaller hash where they are equal, whatever came first.

Several processes may read and write at the same time (write-ahead log, writers wait for each other).
"""

from pipeline.record.sqlite import SqliteRecord
from pipeline.record.values import Change, Row

__all__ = ["Change", "Row", "SqliteRecord"]
