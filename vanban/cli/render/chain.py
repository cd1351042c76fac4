"""A chain as a tree: first what rests upon the document, then what it rests upon, each with its quote."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from rich.text import Text
from rich.tree import Tree

from vanban.cli.messages import Say
from vanban.cli.render.page import name_of, page, quote_line, shorten, status_words

Json = dict[str, Any]
_ORDER = ("IMPLEMENTS", "PROMULGATES", "APPROVES", "ATTACHED_TO", "AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "GUIDES",
          "CONSOLIDATES", "CORRECTS", "CONCLUDES_UNDER", "AT_REQUEST_OF", "BASED_ON", "CITES")  # fmt: skip


def print_chain(answer: Json, say: Say) -> None:
    """Print the tree of an answer of `queries.chain.chain`."""
    page().print(_Chain(answer, say).tree())


class _Chain:
    def __init__(self, answer: Json, say: Say) -> None:
        self.say = say
        self.root = answer["root"]
        self.nodes: dict[str, Json] = {node["id"]: node for node in answer["nodes"]}
        self.ways: dict[str, dict[str, list[Json]]] = {"in": defaultdict(list), "out": defaultdict(list)}
        for edge in answer["edges"]:
            self.ways["in"][edge["to"]].append(edge)
            self.ways["out"][edge["from"]].append(edge)
        self.shown: set[str] = set()

    def tree(self) -> Tree:
        """The whole tree."""
        tree = Tree(self.label(self.root), guide_style="dim")
        self.shown.add(self.root)
        self.branches(tree, self.root, "in", set())
        self.branches(tree, self.root, "out", set())
        return tree

    def branches(self, tree: Tree, identity: str, way: str, above: set[str]) -> None:
        """Under a document, a branch a relation; what leads back to a document above is left out."""
        groups: dict[str, dict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
        for edge in self.ways[way][identity]:
            end = edge["from"] if way == "in" else edge["to"]
            if end not in above:
                groups[edge["type"]][end].append(edge)
        for relation in sorted(groups, key=_ORDER.index):
            branch = tree.add(Text(f"{self.say(f'{way}.{relation}')} ({relation})", style="bold cyan"))
            for end, edges in sorted(groups[relation].items(), key=lambda item: self.order(item[0])):
                self.leaf(branch, (identity, end), edges, way, above)

    def leaf(self, branch: Tree, step: tuple[str, str], edges: list[Json], way: str, above: set[str]) -> None:
        """One document, the words that lead to it, and what follows from it."""
        before, end = step
        leaf = branch.add(self.label(end))
        for edge in edges:
            source = edge["stated_in"] or edge["from"]
            leaf.add(quote_line(edge, name_of(self.node(source), self.say), self.say))
        follows = self.ways["out"][end] or (way == "in" and self.ways["in"][end])
        if end in self.shown:
            if follows:
                leaf.add(Text(f"({self.say('word.again')})", style="dim"))
            return
        self.shown.add(end)
        if way == "in":
            self.branches(leaf, end, "in", above | {before})
        self.branches(leaf, end, "out", above | {before})

    def label(self, identity: str) -> Text:
        """A document's number, date, place and title."""
        node = self.node(identity)
        text = Text(name_of(node, self.say), style="bold")
        facts = [node.get("issued_on"), node.get("place")]
        if node.get("status") == "ambiguous":
            facts.append(self.say("word.ambiguous"))
        elif node.get("stub"):
            facts.append(self.say("word.stub"))
        facts.append(status_words(node, self.say))
        text.append("".join(f" · {fact}" for fact in facts if fact), style="not bold green")
        if node.get("title") and not text.plain.startswith("«"):
            text.append(f" · {shorten(node['title'], 160)}", style="not bold")
        return text

    def node(self, identity: str) -> Json:
        """A node of the answer; one outside it is known by its id alone."""
        return self.nodes.get(identity, {"id": identity})

    def order(self, identity: str) -> tuple[str, str]:
        return self.node(identity).get("issued_on") or "9999", identity
