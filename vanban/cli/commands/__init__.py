"""The subcommands, one file each: `HELP` (Vietnamese, English), `configure(parser, say)` and `run(args) -> exit code`.

A new command is one new file here. The modules are imported for every start of ``vanban``, so they import what is
heavy inside `run`.
"""
