"""Builds what the docs take from the program: ``make docs`` (``python -m docs.build [--check]``).

The data model comes from the schema, the list of commands from the parsers, the output in every ``console`` block of
the README and of the docs from running the command above it, the displaCy picture from the spaCy components.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
WITH_CONSOLE = (ROOT / "README.md", DOCS / "spacy.md")
# ```console … ```: lines that start with "$ " are typed, the others are what the command prints
CONSOLE = re.compile(r"^```console\n(?P<lines>.*?)^```$", re.M | re.S)


def environment(home: str) -> dict[str, str]:
    """What commands run with: the project's own programs first, a home of its own, 80 columns, no colour."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("VANBAN_", "MAKE"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    fixed = {"PATH": path, "VANBAN_HOME": home, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1", "TERM": "dumb"}
    return clean | fixed


def commands(text: str) -> Iterator[str]:
    """The commands of all console blocks, in order."""
    for block in CONSOLE.finditer(text):
        yield from (line[2:] for line in block["lines"].splitlines() if line.startswith("$ "))


def refreshed(text: str, home: str) -> str:
    """The text with every console block's output as the commands give it now. A failing command raises."""

    def rerun(block: re.Match[str]) -> str:
        typed = [line[2:] for line in block["lines"].splitlines() if line.startswith("$ ")]
        shown = "".join(f"$ {command}\n{_output(command, home)}" for command in typed)
        return f"```console\n{shown}```"

    return CONSOLE.sub(rerun, text)


def _output(command: str, home: str) -> str:
    done = subprocess.run(
        f"set -e; {command}",
        shell=True,
        cwd=ROOT,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{command}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def with_fresh_output(path: Path) -> str:
    """A document with the output that its commands give now."""
    with tempfile.TemporaryDirectory() as home:
        return refreshed(path.read_text("utf-8"), home)


def command_names() -> list[str]:
    """The subcommands."""
    from vanban.cli import commands as package

    folder = Path(next(iter(package.__path__)))
    return sorted(file.stem for file in folder.glob("*.py") if not file.stem.startswith("_"))


def help_of(*arguments: str) -> str:
    """What ``vanban … --help`` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "vanban", *arguments, "--help"],
        cwd=ROOT,
        env=environment(tempfile.gettempdir()),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def commands_page() -> str:
    """docs/commands.md."""
    parts = ["# Lệnh `vanban` · The command\n\nMade by `make docs` from the program's own help; do not edit.\n"]
    for name in ((), *((name,) for name in command_names())):
        title = " ".join(("vanban", *name))
        parts.append(f"\n## `{title}`\n\n```text\n{help_of(*name)}```\n")
    return "".join(parts)


def data_model_page() -> str:
    """docs/data-model.md."""
    done = subprocess.run(
        [sys.executable, "-m", "graph.schema"],
        cwd=ROOT,
        env=environment(tempfile.gettempdir()),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="960" height="150">
<foreignObject width="960" height="150">
<div xmlns="http://www.w3.org/1999/xhtml" style="font: 16px sans-serif; background: #fff; padding: 4px 12px">
{spans}
</div>
</foreignObject>
</svg>
"""
PICTURED = (
    "Thực hiện Quyết định số 687/QĐ-TTg ngày 07/6/2022 của Thủ tướng Chính phủ. Sở Tài chính chủ trì, "
    "phối hợp với Sở KH&ĐT bố trí kinh phí."
)
COLOURS = {"numbered": "#ffd166", "tỉnh": "#8ecae6", "trung ương": "#b7e4c7"}


def picture() -> str:
    """docs/displacy.svg: what displaCy draws for the spans of citations and agencies."""
    from spacy import displacy
    from spacy.tokens import Span

    from vanban.spacy import blank

    nlp = blank()
    nlp.add_pipe("vanban_citations", config={"spans_key": "citations"})
    nlp.add_pipe("vanban_agencies")
    doc = nlp(PICTURED)
    found = [*doc.spans["citations"], *doc.spans["agencies"]]
    doc.spans["sc"] = [Span(doc, span.start, span.end, span.label_) for span in found]
    html = displacy.render(doc, style="span", options={"colors": COLOURS}, jupyter=False)
    return PICTURE.format(spans="\n".join(line.strip() for line in html.splitlines() if line.strip()))


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "data-model.md": data_model_page,
    "displacy.svg": picture,
}


def main() -> int:
    """Write all that is built; says which files changed."""
    pages = {DOCS / name: make() for name, make in PAGES.items()}
    pages |= {path: with_fresh_output(path) for path in WITH_CONSOLE if path.exists()}
    for path, text in pages.items():
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
