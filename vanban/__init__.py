'''Vietnamese administrative documents in; a graph of decisions, citations and responsibilities out.

Reading and extracting:

>>> import tempfile, pathlib, vanban
>>> folder = pathlib.Path(tempfile.mkdtemp())
>>> text = """ỦY BAN NHÂN DÂN
... TỈNH LAI CHÂU
... Số: 790/QĐ-UBND
... Lai Châu, ngày 07 tháng 7 năm 2021
... QUYẾT ĐỊNH
... Ban hành Chương trình hành động thực hiện Nghị quyết số 50/NQ-CP ngày 20/5/2021 của Chính phủ
... """
>>> _ = (folder / "790.txt").write_text(text, encoding="utf-8")
>>> document = vanban.read(folder / "790.txt")
>>> document.source.format
'txt'
>>> extraction = vanban.extract(document)
>>> extraction.headers[0].number
'790/QĐ-UBND'

Citations, numbers and deadlines in any text:

>>> [c.target.number for c in vanban.find_citations("theo Quyết định số 687/QĐ-TTg ngày 07/6/2022", place="Lai Châu")]
['687/QĐ-TTg']
>>> number = vanban.parse_number("Số: 687 /QÐ-TTg")
>>> str(number), len(number.repairs) > 0
('687/QĐ-TTg', True)
>>> vanban.parse_deadline("trước ngày 15 tháng 12 hằng năm").kind
'annual'

The graph under a home folder, or on a server (``open_graph("neo4j://localhost:7687")``):

>>> with vanban.open_graph(home=folder) as graph:
...     graph.query("task_count"), len(vanban.to_networkx(graph.store))
([{'tasks': 0}], 0)

Every error that these raise on purpose is a `VanbanError`, with what, where and the mend:

>>> try:
...     vanban.read(folder / "missing.txt")
... except vanban.VanbanError as error:
...     print(error.code)
missing
'''

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractors.deadlines import parse_deadline
    from extractors.errors import VanbanError
    from extractors.numbers import parse_number
    from graph.networkx import to_networkx
    from pipeline.read import read
    from pipeline.text import find_citations
    from vanban.api import extract
    from vanban.store import open_graph

_HOME = {
    "VanbanError": "extractors.errors",
    "extract": "vanban.api",
    "find_citations": "pipeline.text",
    "open_graph": "vanban.store",
    "parse_deadline": "extractors.deadlines",
    "parse_number": "extractors.numbers",
    "read": "pipeline.read",
    "to_networkx": "graph.networkx",
}

__all__ = [
    "VanbanError",
    "extract",
    "find_citations",
    "open_graph",
    "parse_deadline",
    "parse_number",
    "read",
    "to_networkx",
]


def __getattr__(name: str) -> Any:
    """The names of the interface, imported when they are first used."""
    if name not in _HOME:
        raise AttributeError(f"module 'vanban' has no attribute '{name}'")
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
