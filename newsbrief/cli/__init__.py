"""The command line: `main` takes the arguments and returns the exit code."""

from newsbrief.cli.command import main

__all__ = ["main"]
