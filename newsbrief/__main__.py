"""``python -m newsbrief``: the command line."""

from newsbrief.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
