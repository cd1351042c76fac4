"""The checks, one file each: ``CHECK = Check(code, about, run)``."""
