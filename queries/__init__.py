"""One Cypher file a question, and the catalogue that runs them on any store."""
