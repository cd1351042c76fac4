"""What the finders of mentions return: where an instrument is named, and all that the words around tell about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.document import Notice
from extractors.findings import CitationKind, Pinpoint
from extractors.laws import Law


@dataclass(slots=True)
class Mention:
    """A place where one instrument is named; filled step by step, resolved to a `Citation` at the end.

    ``start`` and ``end`` are offsets of the text. ``number`` is canonical, ``type`` a code of ``tables/types.csv``,
    ``name`` what a law or Party instrument is called, ``on`` an ISO date, ``titled`` where the title stands.
    ``versions`` are the laws that the name can mean, ``numbers`` the resolutions that a session's name can mean;
    ``coming`` and ``basis`` mark a law after "triển khai thi hành" and after "Căn cứ", ``inside`` one named in the
    title of the law that amends it; ``blank`` a number left open, of which ``sign`` is printed.
    """

    start: int
    end: int
    kind: CitationKind
    number: str | None = None
    type: str | None = None
    name: str | None = None
    issuer: str | None = None
    on: str | None = None
    title: str | None = None
    titled: tuple[int, int] = (0, 0)
    law: Law | None = None
    versions: tuple[Law, ...] = ()
    coming: bool = False
    basis: bool = False
    inside: bool = False
    blank: bool = False
    sign: str | None = None
    pinpoint: Pinpoint | None = None
    numbers: tuple[str, ...] = ()
    notices: list[Notice] = field(default_factory=list)
