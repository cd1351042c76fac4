"""The command `vanban`, one file a subcommand."""
