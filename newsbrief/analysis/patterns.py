"""Patterns compiled when they are first used, so that importing the analysis costs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


class Lazy:
    """A compiled pattern's methods, bound at the first use of any."""

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[str]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.source, self.flags = source, flags

    def __getattr__(self, name: str) -> object:
        # Only the first look-up lands here; afterwards the bound methods stand in __dict__.
        if name not in Lazy.__annotations__:
            raise AttributeError(name)
        pattern = re.compile(self.source, self.flags)
        for method in Lazy.__annotations__:
            setattr(self, method, getattr(pattern, method))
        found: object = getattr(pattern, name)
        return found
