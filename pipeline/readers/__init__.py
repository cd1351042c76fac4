"""One file a document format; every reader returns the same `pipeline.readers.result.Reading`."""
