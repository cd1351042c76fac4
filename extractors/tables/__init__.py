"""Vocabularies as data: one file a vocabulary, each row with an example that a test proves."""
