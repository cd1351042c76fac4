"""What a document is (values) and pure functions from a document to findings. Imports nothing of ours."""
