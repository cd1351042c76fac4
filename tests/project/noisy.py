"""Extractions made from gold labels with seeded damage: what the scorer is compared on, whatever the extractors do."""

from __future__ import annotations

import random
from typing import Any

Json = dict[str, Any]


def noisy_extraction(gold: Json, seed: int) -> Json:
    """A plausible extraction of a gold document: facts dropped, doubled, misread; its text is the quotes joined."""
    rng = random.Random(f"{seed} {gold['id']}")
    text: list[str] = []
    citations = [c for c in gold["citations"] for _ in range(rng.choice((0, 1, 1, 1, 2)))]
    return {
        "source": {"path": f"{gold['id']}.txt"},
        "document": {**_header(gold, rng), "id": "doc"},
        "attachments": [{"id": f"doc#att{n}"} for n in range(1, len(gold["attachments"]) + 1)],
        "citations": [_citation(c, text, rng) for c in citations],
        "relations": [_relation(r, gold, rng) for r in gold["relations"] if rng.random() < 0.85],
        "responsibilities": [_duty(r, text, rng) for r in gold["responsibilities"] if rng.random() < 0.85],
        "targets": [_target(t, text, rng) for t in gold["targets"] if rng.random() < 0.85],
        "text": "\n".join(text),
    }


def _header(gold: Json, rng: random.Random) -> Json:
    header = dict(gold["header"])
    for name in ("number", "type", "issuer", "issued_on", "title"):
        if rng.random() < 0.2:
            header[name] = _misread(header[name], rng)
    header["signers"] = [s for s in header["signers"] if rng.random() < 0.9]
    return header


def _misread(text: str | None, rng: random.Random) -> str | None:
    if not text or rng.random() < 0.3:
        return None
    at = rng.randrange(len(text))
    return rng.choice((text[:at], text[:at] + "x" + text[at + 1 :], text.upper(), text.replace("-", "–")))


def _place(quote: str, text: list[str]) -> list[int]:
    start = sum(len(part) + 1 for part in text)
    text.append(quote)
    return [start, start + len(quote)]


def _id(citation: Json) -> str:
    return f"vn:{citation['number'] or citation['name']}"


def _citation(citation: Json, text: list[str], rng: random.Random) -> Json:
    words = citation["number"] or citation["name"]
    number = citation["number"] or (citation.get("known_number") if rng.random() < 0.5 else None)
    damaged = rng.random() < 0.1
    return {
        "kind": rng.choice((citation["kind"],) * 6 + ("law", "numbered")),
        "text": words,
        "span": _place(words, text),
        "target": {
            "id": _id(citation) + ("x" if damaged else ""),
            "number": _misread(number, rng) if damaged else number,
            "title": citation["name"],
            "issued_on": citation.get("issued_on") if rng.random() < 0.9 else None,
        },
    }


def _end(end: str, gold: Json) -> str:
    if end == "SELF":
        return "doc"
    if end.startswith("ATT"):
        return f"doc#att{end[3:]}"
    return next((_id(c) for c in gold["citations"] if end in (c["number"], c["name"])), end)


def _relation(relation: Json, gold: Json, rng: random.Random) -> Json:
    ends = [_end(relation["from"], gold), _end(relation["to"], gold)]
    if rng.random() < 0.1:
        ends.reverse()
    kind = relation["type"] if rng.random() < 0.9 else "AMENDS"
    return {"from": ends[0], "to": ends[1], "type": kind}


def _duty(label: Json, text: list[str], rng: random.Random) -> Json:
    quote = label["quote"]
    if rng.random() < 0.3:
        quote = quote[rng.randrange(0, max(1, len(quote) // 3)) :] + " và các nhiệm vụ khác"
    roles = ("lead", "coordinate", "responsible", "receive")
    actors = [(name, role) for role in roles for name in label.get(role, []) if rng.random() < 0.9]
    deadline = label.get("deadline") if rng.random() < 0.9 else {"kind": "year", "text": "năm 2025"}
    return {
        "span": _place(quote, text),
        "deadline": deadline,
        "actors": [
            {
                "agency": _misread(name, rng) or "?" if rng.random() < 0.15 else name,
                "text": name,
                "role": rng.choice((role,) * 8 + roles),
            }
            for name, role in actors
        ],
    }


def _target(label: Json, text: list[str], rng: random.Random) -> Json:
    value = label["value"] if rng.random() < 0.9 else label["value"] + 1
    return {
        "span": _place(label["quote"], text),
        "value": value,
        "unit": rng.choice((label["unit"],) * 5 + ("%",)),
        "indicator": label["indicator"] if rng.random() < 0.8 else "",
    }
