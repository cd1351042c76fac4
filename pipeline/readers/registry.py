"""What a reader declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.document import Source, SourceFormat
from pipeline.readers.result import Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one format; readers are asked in ``order``, and the first whose ``matches`` says yes reads."""

    name: str
    format: SourceFormat
    order: int
    matches: Callable[[bytes, str], bool]
    read: Callable[[bytes, Source], Reading]
