"""Parts of the HTML reader."""
