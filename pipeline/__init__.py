"""Files to documents, documents to the record, the record to the graph."""
