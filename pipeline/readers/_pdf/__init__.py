"""Parts of the PDF reader."""
