"""Answers for a reader: 80 columns, colour on a terminal, plain text in a pipe."""
