"""The record in an SQLite file."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from extractors.errors import RecordError
from extractors.fold import norm
from graph.identity import Mention, mentions_of
from pipeline.record.schema import BUSY_SECONDS, DDL, SCHEMA_VERSION, record_error, write_ahead
from pipeline.record.values import Change, Json, Row, scope_and_year

_LIGHT = "id, sha256, version, number, scope, year, issued_on, title"
_BEST = "ORDER BY length DESC, sha256 LIMIT 1"


class SqliteRecord:
    """The record in a file; a context manager. Raises `RecordError` for all that SQLite refuses."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        with self._told():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            write_ahead(self._db, BUSY_SECONDS)
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._create()

    def __enter__(self) -> SqliteRecord:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was written stays."""
        self._db.close()

    def version_of(self, sha256: str) -> str | None:
        """The extractor version under which a content is stored, or null."""
        row = self._one("SELECT version FROM contents WHERE sha256 = ?", sha256)
        return str(row[0]) if row else None

    def content_at(self, path: str | Path) -> str | None:
        """The content (sha256) last ingested from a path."""
        row = self._one("SELECT sha256 FROM paths WHERE path = ?", str(path))
        return str(row[0]) if row else None

    def put(self, path: str | Path, extraction: Json, version: str) -> Change:
        """Store what a path states, in one transaction; what it stated before goes unless another path states it."""
        source = extraction["source"]
        sha256 = str(source["sha256"])
        stored = {**extraction, "source": {**source, "path": ""}}
        text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
        with self._writing():
            new_id = extraction["document"]["id"]
            ids = {new_id, *self._ids_of(sha256), *self._ids_of(self.content_at(path))}
            before = {i: self._standing(i) for i in ids}
            self._forget(sha256)
            self._insert(sha256, version, text, extraction)
            self._bind(path, sha256)
            return self._change(before)

    def bind(self, path: str | Path, sha256: str) -> Change:
        """Say that a path holds a content that is stored already."""
        with self._writing():
            before = {i: self._standing(i) for i in {*self._ids_of(sha256), *self._ids_of(self.content_at(path))}}
            self._bind(path, sha256)
            return self._change(before)

    def get(self, identity: str) -> Json | None:
        """The extraction of a document, ``source.path`` its first path; checked against its own sha256."""
        row = self._one(
            f"SELECT sha256, extraction, extraction_sha256 FROM contents WHERE id = ? {_BEST}",  # noqa: S608 - constants
            identity,
        )
        return self._checked(*row) if row else None

    def rows(self) -> Iterator[Row]:
        """The light columns of all documents, one a document id, by id."""
        last = None
        for row in self._all(
            "SELECT id, sha256, version, number, scope, year, issued_on, title FROM contents "
            "ORDER BY id, length DESC, sha256"
        ):
            if row[0] != last:
                last = row[0]
                yield Row(*row)

    def extractions(self) -> Iterator[Json]:
        """All extractions, one a document id, by id."""
        for row in self.rows():
            extraction = self.get(row.id)
            if extraction is not None:
                yield extraction

    def digests(self) -> dict[str, str]:
        """Document id -> the digest of its extraction."""
        rows = self._all("SELECT id, extraction_sha256 FROM contents ORDER BY id, length DESC, sha256")
        return {str(identity): str(digest) for identity, digest in reversed(rows)}

    def mentions(
        self, *, keys: Collection[str] | None = None, documents: Collection[str] | None = None
    ) -> Iterator[Mention]:
        """The mentions of shared things in the standing extractions: all, those with a key, those of a document."""
        if documents is not None:
            for identity in sorted(documents):
                yield from self._mentions("WHERE contents.id = ?", identity)
        elif keys is not None:
            for key in sorted(keys):
                yield from self._mentions("WHERE mentions.key = ?", key)
        else:
            yield from self._mentions("")

    def paths(self, identity: str) -> list[str]:
        """The paths whose content bears a document id, sorted."""
        rows = self._all(
            "SELECT path FROM paths JOIN contents USING (sha256) WHERE contents.id = ? ORDER BY path", identity
        )
        return [str(row[0]) for row in rows]

    def search(self, words: str, limit: int = 20) -> list[str]:
        """The ids of the documents whose text has all the words (folded alike), best first."""
        terms = " ".join(f'"{term}"' for term in norm(words).split())
        if not terms:
            return []
        rows = self._all(
            "SELECT DISTINCT id FROM (SELECT contents.id AS id, words.rank AS rank FROM words "
            "JOIN contents ON contents.rowid = words.rowid WHERE words MATCH ? ORDER BY words.rank LIMIT ?)",
            terms,
            limit,
        )
        return [str(row[0]) for row in rows]

    def counts(self) -> dict[str, int]:
        """How many contents, paths and documents are stored."""
        queries = {
            "documents": "SELECT count(DISTINCT id) FROM contents",
            "contents": "SELECT count(*) FROM contents",
            "paths": "SELECT count(*) FROM paths",
        }
        return {name: int(self._all(query)[0][0]) for name, query in queries.items()}

    def damaged(self) -> list[str]:
        """The paths whose stored extraction no longer has its digest."""
        rows = self._all(
            "SELECT min(path), extraction, extraction_sha256 FROM contents JOIN paths USING (sha256) GROUP BY sha256"
        )
        return sorted(str(path) for path, text, digest in rows if _digest(text) != digest)

    def doubles(self) -> dict[str, list[str]]:
        """Documents that several contents bear, with all their paths; only one content stands for each."""
        rows = self._all(
            "SELECT id, path FROM contents JOIN paths USING (sha256) WHERE id IN "
            "(SELECT id FROM contents GROUP BY id HAVING count(*) > 1) ORDER BY id, path"
        )
        return {identity: [path for _, path in found] for identity, found in groupby(rows, key=itemgetter(0))}

    def stamp(self) -> str:
        """A digest of all that a graph is built from: equal stamps, equal graphs."""
        digest = hashlib.sha256()
        for row in self.rows():
            digest.update(f"{row.id}\0{row.sha256}\0{row.version}\n".encode())
        return digest.hexdigest()[:16]

    # -- writing -----------------------------------------------------------------------------------------------

    def _create(self) -> None:
        found = self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone()
        if found:
            version = int(self._db.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()[0])
            if version != SCHEMA_VERSION:
                raise RecordError(
                    f"Kho dữ liệu có cấu trúc phiên bản {version}, chương trình này dùng phiên bản {SCHEMA_VERSION}",
                    where=str(self.path),
                    mend="Cài đúng phiên bản vanban, hoặc chọn thư mục khác bằng --home và nạp lại các tệp",
                    code="record_version",
                )
            return
        self._db.execute("BEGIN IMMEDIATE")
        for statement in DDL.split(";\n"):
            if statement.strip():
                self._db.execute(statement)
        self._db.execute("INSERT OR IGNORE INTO meta VALUES ('schema', ?)", (str(SCHEMA_VERSION),))
        self._db.execute("COMMIT")

    def _insert(self, sha256: str, version: str, text: str, extraction: Json) -> None:
        header = extraction["document"]
        scope, year = scope_and_year(header["id"])
        cursor = self._db.execute(
            "INSERT INTO contents (sha256, version, id, number, scope, year, issued_on, title, length, extraction,"
            " extraction_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (sha256, version, header["id"], header["number"], scope, year, header["issued_on"], header["title"],
             len(extraction["text"]), text, _digest(text)),
        )  # fmt: skip
        self._db.execute("INSERT INTO words (rowid, norm) VALUES (?, ?)", (cursor.lastrowid, norm(extraction["text"])))
        self._db.executemany(
            "INSERT INTO mentions VALUES (?, ?, ?)",
            [(sha256, mention.key, _mention_text(mention)) for mention in mentions_of(extraction)],
        )

    def _forget(self, sha256: str) -> None:
        row = self._db.execute("SELECT rowid FROM contents WHERE sha256 = ?", (sha256,)).fetchone()
        if row:
            self._db.execute("DELETE FROM words WHERE rowid = ?", row)
            self._db.execute("DELETE FROM contents WHERE rowid = ?", row)
            self._db.execute("DELETE FROM mentions WHERE sha256 = ?", (sha256,))

    def _mentions(self, where: str, *values: str) -> Iterator[Mention]:
        rows = self._all(
            "SELECT contents.id, mentions.sha256, mention FROM mentions "  # noqa: S608 - ``where`` is a constant
            f"JOIN contents USING (sha256) {where} ORDER BY contents.id, mentions.sha256, mentions.rowid",
            *values,
        )
        standing = {identity: self._standing(identity) for identity in {row[0] for row in rows}}
        for identity, sha256, text in rows:
            row = standing[identity]
            if row and row[0] == sha256:
                yield _mention(text)

    def _bind(self, path: str | Path, sha256: str) -> None:
        old = self.content_at(path)
        self._db.execute("INSERT OR REPLACE INTO paths VALUES (?, ?)", (str(path), sha256))
        if old and old != sha256 and not self._one("SELECT 1 FROM paths WHERE sha256 = ?", old):
            self._forget(old)

    def _ids_of(self, sha256: str | None) -> list[str]:
        return [str(row[0]) for row in self._all("SELECT id FROM contents WHERE sha256 = ?", sha256)]

    def _standing(self, identity: str) -> tuple[str, str] | None:
        """What stands for a document: the content and its extraction's digest."""
        row = self._one(
            "SELECT sha256, extraction_sha256 FROM contents WHERE id = ? ORDER BY length DESC, sha256 LIMIT 1", identity
        )
        return (str(row[0]), str(row[1])) if row else None

    def _change(self, before: dict[str, tuple[str, str] | None]) -> Change:
        after = {identity: self._standing(identity) for identity in before}
        return Change(
            frozenset(i for i, row in after.items() if row is not None and row != before[i]),
            frozenset(i for i, row in after.items() if row is None and before[i] is not None),
        )

    def _checked(self, sha256: str, text: str, digest: str) -> Json:
        if _digest(text) != digest:
            raise RecordError(
                f"Nội dung đã lưu của văn bản có mã băm {sha256[:12]} bị hỏng",
                where=str(self.path),
                mend="Nạp lại tệp gốc bằng: vanban ingest --again TỆP",
                code="record_damaged",
            )
        extraction: Json = json.loads(text)
        row = self._one("SELECT min(path) FROM paths WHERE sha256 = ?", sha256)
        extraction["source"]["path"] = (row and row[0]) or ""
        return extraction

    # -- SQLite ------------------------------------------------------------------------------------------------

    def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._told():
            return self._db.execute(query, values).fetchall()

    def _one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        rows = self._all(query, *values)
        return rows[0] if rows else None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's and the file system's errors as `RecordError`."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise record_error(error, self.path) from error


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _mention_text(mention: Mention) -> str:
    return json.dumps(astuple(mention), ensure_ascii=False, separators=(",", ":"))


def _mention(text: str) -> Mention:
    doc_id, label, identity, key, own, on, said = json.loads(text)
    return Mention(doc_id, label, identity, key, own, on, tuple((name, value) for name, value in said))
