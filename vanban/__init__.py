"""Vietnamese administrative documents in; a graph of decisions, citations and responsibilities out."""
