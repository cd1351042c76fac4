"""Extractions against gold labels: precision, recall and F1 of every kind of fact, accuracy of the header's fields.

One module a kind of fact; each returns a `pipeline.scoring.tally.Outcome` of one document. What a fact is, and what
counts as the same fact, is settled by the annotation rules (docs/evaluation.md has the short form).
"""
