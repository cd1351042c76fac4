"""BM25 over folded texts, with the statistics of all duties, so that the same duty scores the same in every answer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

K1 = 1.2
B = 0.5
MEAN_LENGTH = 40.0  # syllables of a duty, about; a constant, so that scores do not move with every document
PHRASE = 0.6  # what a phrase adds, of the weight of its syllables
ABOUT = 0.8  # what a word weighs that stands only in the title of the document
BESIDE = 0.1  # and one that stands only in other duties of the same section


@dataclass(frozen=True, slots=True)
class Weights:
    """Inverse document frequencies of a question's syllables."""

    idf: Mapping[str, float]

    @classmethod
    def of(cls, counts: Mapping[str, int], tasks: int) -> Weights:
        """From the number of duties that have each syllable, of so many duties."""
        return cls({w: math.log(1 + (tasks - n + 0.5) / (n + 0.5)) for w, n in counts.items()})

    def phrase(self, phrase: str) -> float:
        """The weight of a phrase: the mean of its syllables'."""
        words = phrase.split()
        return sum(self.idf.get(word, 0.0) for word in words) / len(words)


@dataclass(frozen=True, slots=True)
class Words:
    """A duty's folded text, the title of its document, and the duties of its section."""

    text: str
    title: str = ""
    section: str = ""


def score(duty: Words, terms: tuple[str, ...], phrases: tuple[str, ...], weights: Weights) -> float:
    """How well a duty answers a question, from 0.

    What the title says, all duties of the document are about: a duty that says it again is no better for it, and
    one that does not is hardly worse. What the section is about counts a little.
    """
    words = duty.text.split()
    padded = f" {duty.text} "
    total = 0.0
    for term in terms:
        here = _saturated(words.count(term), len(words))
        total += weights.idf.get(term, 0.0) * _counted(here, duty, term)
    for phrase in phrases:
        here = _saturated(padded.count(f" {phrase} "), len(words))
        total += weights.phrase(phrase) * PHRASE * len(phrase.split()) * _counted(here, duty, phrase)
    return total


def _counted(here: float, duty: Words, words: str) -> float:
    if f" {words} " in f" {duty.title} ":
        return max(ABOUT, min(here, 1.0))
    return here or (BESIDE if f" {words} " in f" {duty.section} " else 0.0)


def _saturated(frequency: int, length: int) -> float:
    return frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length / MEAN_LENGTH))
