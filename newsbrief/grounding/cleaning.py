"""What never matters: invisible characters, ligatures, accents set apart from their letter."""

from __future__ import annotations

import functools
import re
import unicodedata

from newsbrief.grounding.layer import Edit

# Invisible, and no letter, no space: soft hyphen, zero-width space, word joiner, BOM. Joiners
# (U+200C, U+200D) shape letters and emoji, and bidi controls reorder numbers: they stay.
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_LIGATURES = {"ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ffi": "ﬃ", "ffl": "ﬄ", "st": "ﬆ"}
_WIDE = {glyph: letters for letters, glyph in _LIGATURES.items()}
_TELLTALES = (*INVISIBLE, *_WIDE)
_COMMON = bytes(set(range(0x20, 0x7F)) - set(b"\"'`"))


def rare(text: str) -> str:
    """The characters of ``text``, in order, that are rare in English: all but ASCII's letters,
    digits and marks, of which only the rewritten are given. To search these few, of which 5 kB
    have some sixty, for a hundred things takes less time than the text for one."""
    few = text.encode("utf-8", "surrogatepass").translate(None, _COMMON)
    return few.decode("utf-8", "surrogatepass")


def is_clean(text: str, few: str) -> bool:
    """Whether ``cleaning`` would change nothing in a text whose rare characters are these few."""
    if ("''" in few and "''" in text) or ("`" in few and "``" in text):
        return False
    if few.isascii() or not _doubtful().search(few):
        return True
    return not any(c in few for c in _TELLTALES) and unicodedata.is_normalized("NFC", text)


@functools.cache
def _doubtful() -> re.Pattern[str]:
    """All that is cleaned, and all but the characters of Latin, punctuation, currencies and
    mathematics, which neither compose nor are composed."""
    return re.compile(
        r"[\u00ad\u0300-\u2001\u200b\u2060\u20d0-\u20ff\u2126\u212a\u212b\u2329-\U0010ffff]"
    )


@functools.cache
def _unclean() -> re.Pattern[str]:
    # Eight marks on one letter at most: canonical ordering is quadratic in a longer stack.
    return re.compile(
        rf"\u00ad[ \t]*\n[ \t]*|[{INVISIBLE}]+|[{''.join(_WIDE)}]|(?<!')'{{2,3}}(?!')|``"
        rf"|[\u2000\u2001\u212a\u212b]|[^\W\d_][\u0300-\u036f\u3099\u309a]{{1,8}}"
        rf"|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
    )


def cleaning(text: str) -> list[Edit]:
    edits = []
    for m in _unclean().finditer(text):
        old = m.group()
        new = _clean(old)
        if new != old:
            edits.append((m.start(), m.end(), new))
    return edits


def _clean(old: str) -> str:
    if old in ("''", "``"):
        return '"'
    if old == "'''":
        return "'\""  # a nested quotation and its host close together
    if old[0] in INVISIBLE:
        return ""
    return _WIDE.get(old) or unicodedata.normalize("NFC", old)
