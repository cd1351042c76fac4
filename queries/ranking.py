"""BM25 over folded texts, with the statistics of all duties, so that the same duty scores the same in every answer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

K1 = 1.2
B = 0.5
MEAN_LENGTH = 40.0  # syllables of a duty, about; a constant, so that scores do not move with every document
PHRASE = 0.6  # what a phrase adds, of the weight of its syllables
ABOUT = 0.45  # what a word weighs that stands only in the title of the document


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


def score(text: str, about: str, terms: tuple[str, ...], phrases: tuple[str, ...], weights: Weights) -> float:
    """How well a duty's folded text (and the title of its document, ``about``) answers a question, from 0."""
    words = text.split()
    padded, title = f" {text} ", f" {about} "
    total = 0.0
    for term in terms:
        frequency = words.count(term)
        if frequency:
            total += weights.idf.get(term, 0.0) * _saturated(frequency, len(words))
        elif f" {term} " in title:
            total += weights.idf.get(term, 0.0) * ABOUT
    for phrase in phrases:
        frequency = padded.count(f" {phrase} ")
        if frequency:
            total += weights.phrase(phrase) * _saturated(frequency, len(words)) * PHRASE * len(phrase.split())
        elif f" {phrase} " in title:
            total += weights.phrase(phrase) * ABOUT * PHRASE * len(phrase.split())
    return total


def _saturated(frequency: int, length: int) -> float:
    return frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length / MEAN_LENGTH))
