"""The record's tables, and what SQLite's refusals mean to a user."""

from __future__ import annotations

import errno
import sqlite3
import time
from pathlib import Path

from extractors.errors import RecordError

SCHEMA_VERSION = 1
BUSY_SECONDS = 30.0
_PAUSE = 0.01
DDL = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS contents (
  rowid INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE, version TEXT NOT NULL, id TEXT NOT NULL,
  number TEXT, scope TEXT NOT NULL, year TEXT NOT NULL, issued_on TEXT, title TEXT, length INTEGER NOT NULL,
  extraction TEXT NOT NULL, extraction_sha256 TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS contents_id ON contents (id, length DESC, sha256);
CREATE TABLE IF NOT EXISTS paths (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS paths_sha256 ON paths (sha256);
CREATE TABLE IF NOT EXISTS mentions (
  sha256 TEXT NOT NULL, key TEXT NOT NULL, mention TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS mentions_sha256 ON mentions (sha256);
CREATE INDEX IF NOT EXISTS mentions_key ON mentions (key);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (norm, tokenize = 'unicode61');
"""


def write_ahead(database: sqlite3.Connection, seconds: float) -> None:
    """Switch a database to its write-ahead log, trying for so many seconds while another process does the same.

    SQLite refuses this step at once when the file is in use, whatever the connection's timeout (sqlite.org/wal.html,
    "Sometimes Queries Return SQLITE_BUSY In WAL Mode").
    """
    until = time.monotonic() + seconds
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def record_error(error: Exception, path: Path) -> RecordError:
    """What a failure of SQLite or of the disk means to a user."""
    text = str(error)
    if "locked" in text or "busy" in text:
        what, mend, code = (
            "Kho dữ liệu đang bận: một lệnh khác đang ghi",
            "Đợi lệnh đó xong rồi chạy lại",
            "record_locked",
        )
    elif "full" in text or getattr(error, "errno", None) == errno.ENOSPC:
        what, mend, code = (
            "Đĩa đã đầy, không ghi được",
            "Giải phóng chỗ trên đĩa rồi chạy lại; phần đã xong được giữ",
            "disk_full",
        )
    elif "fts5" in text:
        what = "SQLite của Python này không có tìm kiếm toàn văn (FTS5)"
        mend, code = "Dùng bản Python có SQLite biên dịch kèm FTS5", "no_fts5"
    elif isinstance(error, PermissionError) or "readonly" in text or "unable to open" in text:
        what, mend, code = (
            "Không mở hay không ghi được kho dữ liệu",
            "Kiểm tra quyền ghi, hoặc chọn thư mục khác bằng --home",
            "record_permission",
        )
    else:
        what, mend, code = (
            f"Kho dữ liệu không dùng được: {text}",
            "Chuyển tệp này đi nơi khác rồi nạp lại các văn bản",
            "record_damaged",
        )
    return RecordError(what, where=str(path), mend=mend, code=code)
