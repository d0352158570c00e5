"""The `translate` command: one file per command; each parses, calls, prints and returns an exit status."""
