"""What no regular expression of the package may hold, for some Python reads it wrongly."""

from __future__ import annotations

import re
from pathlib import Path

import newsbrief
from newsbrief.analysis.text.tokens import tokens

# Before Python 3.11.5 (Debian 12 has 3.11.2), a group repeated possessively keeps what its last,
# failed round had read: "(?:ab?c)*+" takes all of "aca" (CPython issue 106052). A single character
# or class repeated so is read right.
_POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")


def test_no_group_is_repeated_possessively() -> None:
    package = Path(newsbrief.__file__).parent
    found = [
        (path.name, line.strip())
        for path in package.rglob("*.py")
        for line in path.read_text(encoding="utf-8").split("\n")
        if _POSSESSIVE_GROUP.search(line)
    ]
    assert found == []


def test_a_compound_ends_where_its_last_part_does() -> None:
    text = "He left e.g. 1,000,000 or 1,000,00 or 1,000x at a-b-c."
    assert tokens(text).text == (
        "He left e.g . 1,000,000 or 1,000 , 00 or 1 , 000x at a-b-c .".split()
    )
