"""Parts of the DOCX reader."""
