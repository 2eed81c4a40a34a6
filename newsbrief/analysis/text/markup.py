"""Whether a text is a page or a record rather than the words of an article."""

from __future__ import annotations

import json

from newsbrief.analysis.patterns import Lazy

_TAG = Lazy(
    r"</?(?:p|div|span|br|a|h[1-6]|li|ul|ol|img|strong|em|b|i|figure|blockquote|section|article|"
    r"script|style|td|tr|table)\b[^<>]{0,300}>",
)
_FEWEST_TAGS = 4  # a stray link or two is in many an archive
_LOOKED_AT = 20_000  # characters of the beginning


def markup(text: str) -> str:
    """What it is written in: "HTML", "JSON"; empty for plain words."""
    begin = text[:_LOOKED_AT]
    if begin.count("<") >= _FEWEST_TAGS and begin.count("</") * 2 >= _FEWEST_TAGS:
        tags = _TAG.finditer(begin)
        if sum(1 for _, _ in zip(range(_FEWEST_TAGS), tags, strict=False)) == _FEWEST_TAGS:
            return "HTML"
    if begin.lstrip()[:1] in ("{", "["):
        try:
            json.loads(text)
        except (ValueError, RecursionError):  # "[[[[..." is nested too deeply to be read
            return ""
        return "JSON"
    return ""
