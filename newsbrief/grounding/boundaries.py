"""Where a passage may begin and end: never inside a word, a compound or a number.

"art" is not in "party", "can" not in "can't", "violent" not in "non-violent", "5" neither
in "1.5" nor in "5%" nor in "-5": to cut there would change what the article says.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from newsbrief.grounding.cleaning import INVISIBLE
from newsbrief.grounding.marks import DOUBLES, SINGLES

_UNSURE = "-‐‑–\n " + INVISIBLE  # before the white space: "non- violent"
_NOT = ("n", *INVISIBLE)  # behind a space: "do n't"
_AFTER_MARK = frozenset((" ", "\n", ""))


def whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins and ends between words, compounds and numbers."""
    if end + 2 <= len(text) and _plainly_whole().match(text, start, end + 2):
        return True
    if cuts(text, start):
        return False
    return not cuts(text, end) or _is_possessive_name(text, start, end)


@functools.cache
def _plainly_whole() -> re.Pattern[str]:
    """Matches most passages that are whole, with the two characters behind, in half of the time
    that two looks at ``cuts`` take: those that begin with a letter behind white space or a
    quotation mark, and end before white space, a quotation mark or a stop."""
    return re.compile(
        rf"(?=[A-Za-z])(?:(?<=[^{_UNSURE}][ \n])|(?<=\n\n)|(?<=[\"“”])).*+"
        rf"(?<=[A-Za-z.,!?][ \n][^n{INVISIBLE}]|[A-Za-z.,!?][\"“”].|[A-Za-z][,.;:!?][ \n])",
        re.DOTALL,
    )


def cuts(text: str, at: int) -> bool:
    """Whether the place before ``text[at]`` lies inside a word, a compound or a number."""
    if not 0 < at < len(text):
        return False
    here, before = text[at], text[at - 1]
    # The common cases, at a tenth of the time: beside white space, where only a hyphen, a digit
    # and "n't" matter below; within a word; before a mark that white space follows.
    if before in " \n":
        if ("A" <= here < "\u0300" and here.isalpha()) and (
            text[at - 2] not in _UNSURE or before == text[at - 2] == "\n"
        ):
            return False
    elif here in " \n":
        if (before.isalpha() or before in ".,!?") and text[at + 1 : at + 2] not in _NOT:
            return False
    elif here < "\u0300" and before < "\u0300" and here.isalnum() and before.isalnum():
        return True
    elif here in ",.;:!?" and before.isalpha() and text[at + 1 : at + 2] in _AFTER_MARK:
        return False
    around = text[max(0, at - 4) : at + 5]
    if not around.isascii():
        if unicodedata.category(here)[0] == "M" or "\u200d" in (here, before):
            return True
        if any(c in around for c in INVISIBLE):
            left, right = text[max(0, at - 40) : at], text[at : at + 40]
            if left[-1] == "\u00ad" and right[0] == "\n":
                right = right[1:]  # hyphenated at the end of a line
            left = _visible(left)[-4:]
            return bool(_inside().match(left + _visible(right)[:5], len(left)))
    return bool(_inside().match(text, at))


def _visible(text: str) -> str:
    return text.replace("\u00ad\n", "").translate(dict.fromkeys(map(ord, INVISIBLE)))


@functools.cache
def _inside() -> re.Pattern[str]:
    """Matches, without length, at a place that no match may begin or end at."""
    # Scripts written without spaces; a passage may begin anywhere in them.
    dense = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    w, apostrophe, hyphen, money = (
        r"[\w\u0300-\u036f]",
        "['’ʼ‘`´′＇‛]",
        "[-‐‑‒–−]",
        "[$€£¥₹₽₩₺₿¢]",
    )
    # A mark or bracket opens where no word stands before it: “-5”, ("-5"). So the sign behind it is
    # the first character of the passage; that of „anti“-war joins two words. No three marks open.
    opening = rf"[{SINGLES}{DOUBLES}(\[{{]"
    behind_opening = "".join(
        rf"(?<!{edge}{opening}{{{n}}})" for n in (1, 2, 3) for edge in (r"\A", r"[\s—–]")
    )
    negative = "(?i:" + "|".join(rf"(?<=\b{p}[-‐‑–][ \n])" for p in ("non", "un", "anti")) + ")"
    return re.compile(
        "|".join(
            (
                rf"(?<={w})(?={w})(?<![{dense}])(?![{dense}])",
                r"(?<=\w)(?= n['’]t\b)",
                # can't, O'Brien, AT&T, and/or, me@home, f*ck, (un)happy
                rf"(?<={w}{apostrophe})(?=\w)|(?<={w})(?={apostrophe}\w)",
                rf"(?<={w}[&/@*+)\]])(?=\w)|(?<={w})(?=[&/@*+(\[]\w)",
                # non-violent, non-Iran-backed, U.S.-led, anti-"war", and a hyphen at a line's end
                rf"(?<=[^\s\-–]{hyphen})(?=[\w$€£¥])|(?<={w}[-‐‑]\n)(?=\w)",
                rf"(?<={w}[-‐‑]\n[ \t])(?=\w)|{negative}(?=\w)",
                rf"(?<=[^\s\-–]){behind_opening}(?={hyphen}\w)",
                r"(?<=\w)(?=[-‐‑](?:\n\w|[\"“„«(\[]))",
                # U.S, example.com; but a sentence may follow a stop without a space
                r"(?<=\w\.)(?=[a-z0-9])|(?<=\w)(?=\.[a-z0-9])|(?<=\b\w\.)(?=\w)|(?<=\b\w)(?=\.\w)",
                # 1,000, 1.5, 10:30, .5, 10 000, 3 1/2, 2×3
                r"(?<=\d[.,:·，٫×^])(?=\d)|(?<=\d)(?=[.,:·，٫×^]\d)|(?<=[^.…]\.)(?=\d)|(?<=\A\.)(?=\d)",
                r"(?<=\d[\u00a0\u2009\u202f])(?=\d{3}(?!\d))|(?<=\d)(?=[\u00a0\u2009\u202f]\d{3}(?!\d))",
                r"(?<=\d )(?=0\d\d(?!\d)|\d/\d)|(?<=\d)(?= (?:0\d\d(?!\d)|\d/\d))",
                # $5, 5%, 5€, +5, <5, -5, -$5
                rf"(?<={money})(?=[\d.])|(?<=\w)(?={money}\d)|(?<=\d)(?= ?[%％‰]|[°€£¥¢+])",
                rf"(?<=[+±<>≤≥~≈≠¬])(?={money}?\.?\d)",
                rf"(?<=[^\w\-][-−–﹣－⁻])(?={money}?\.?\d)|(?<=\A[-−–﹣－⁻])(?={money}?\.?\d)",
            )
        )
    )


@functools.cache
def _name() -> re.Pattern[str]:
    return re.compile(
        r"(?!(?:It|He|She|That|This|There|Here|What|Who|Where|When|Why|How|Let|One)\Z)"
        r"[^\W\d_a-z][\w.&’'-]*(?:\s(?:[^\W\d_a-z][\w.&’'-]*|of|the|and|for|de|da|von|van|al|bin)){0,7}"
    )


def _is_possessive_name(text: str, start: int, end: int) -> bool:
    """Whether a bare name stands before its 's: a mention of "Li" in "Li's" is whole."""
    after = text[end : end + 3]
    if after[:1] not in tuple("'’ʼ") or after[1:2] != "s" or after[2:].isalnum():
        return False
    return end - start <= 120 and bool(_name().fullmatch(text, start, end))
