"""What was meant by a slip: the nearest of what there is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def meant(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` for the closest of ``known``, empty where none is close."""
    found = closest(word, known)
    return f"; did you mean {found!r}?" if found else ""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that ``word`` was meant to be, whatever its case."""
    from difflib import get_close_matches

    folded = {one.casefold(): one for one in known}
    close = get_close_matches(word.casefold(), folded, n=1)
    return folded[close[0]] if close else None


def neighbour(path: Path, folder: bool = False) -> str:
    """``; did you mean ...?`` for a path that is not there, if its folder holds a similar name;
    with ``folder``, the name of a folder."""
    from itertools import islice

    try:
        names = [e.name for e in islice(path.parent.iterdir(), 10_000) if not folder or e.is_dir()]
    except (OSError, ValueError):
        return ""
    found = closest(path.name, names)
    return f"; did you mean {str(path.parent / found)!r}?" if found else ""
