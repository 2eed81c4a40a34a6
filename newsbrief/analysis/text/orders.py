"""Passages that speak to a language model instead of a reader, and characters that hide text.

They may be the news, so nothing is ever taken out of an article. They are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from newsbrief.span import Span

_BEFORE, _BEHIND = 80, 120  # characters around a key among which its pattern is looked for
_MOST = 100  # places of one key; a text of nothing but keys is read no longer than this
# Looking for one character takes a twentieth of the time of looking for a key.
_RARE = frozenset("jq:[{<#")
_MACHINE = (
    r"(?:ai|a\.i\.|llm|(?:large )?language model|chatbot|(?:ai|virtual|helpful) assistant|chatgpt|"
    r"gpt(?:-\d\w*)?)s?"
)
_TASKS = ("summary", "brief", "output", "response", "headline", "json", "reply", "answer")
_TASK = rf"(?:{'|'.join(_TASKS)})"
_ROLES = r"(?:system|assistant|user|developer|human)"
_DISREGARD = (
    r"\b(?:ignor|disregard|forget|overrid|bypass)\w*\b(?:[^.!?\n]|\n(?!\n)){0,40}?\b"
    r"(?:instructions?|prompts?|(?:everything|all|anything|the text) (?:that is |that was )?"
    r"above\b(?! [\d$£€])|(?:system|previous|prior|above|earlier) (?:messages?|text|rules|"
    r"context|directions))\b"
)
_ANSWER = (
    r"\b(?:respond|reply|answer|output|return)\b(?: only| just| exactly)?(?: with| in| as)? "
    r"(?:only |just |exactly |nothing but )*(?:an? (?:empty|json)|json\b|the (?:word|words|"
    rf"phrase|text) [\"“'‘]|\{{)|\byour {_TASK} (?:must|should|shall|needs|has to)\b"
    r"|\b(?:in|from|to) your (?:summary|brief|output|headline|json)\b"
    r"|\b(?:do not|don[’']t|never) (?:summari[sz]e (?:this|the)\b"
    r"|(?:mention|include|quote|list)\b[^.!?\n]{0,40} (?:summary|brief|headline)\b)"
    r"|\bsummari[sz]e (?:this|the) (?:article|text|story|page) (?:as|by|with)\b"
    r"|\bwhen(?:ever)? (?:you )?summari[sz]\w+ (?:this|the) (?:article|text|story|page)\b[,:]? "
    r"(?:you )?(?:please |must |should )?(?:always|never|say|write|state|do not|don[’']t|omit|"
    r"include|only)\b"
)
# What it does | its pattern | its keys: in small letters, where one of them stands the pattern is
# looked for; "^" is the beginning of a line | without one of these it cannot match there.
# Looking for a key takes a microsecond, for one of these 0.1, for a pattern 10.
_ORDERS = (
    (
        "tells a model to disregard its instructions",
        _DISREGARD,
        ("instruction", "prompt"),
        ("ignor", "disregard", "forget", "overrid", "bypass"),
    ),
    (
        "tells a model to disregard its instructions",
        _DISREGARD,
        ("ignore", "disregard", "forget"),
        ("instruction", "prompt", " above", "system ", "previous ", "prior ", "earlier "),
    ),
    (
        "speaks to a model",
        r"\b(?:you are|you[’']re|act as|pretend to be|dear|hey|attention|note to|note for|"
        r"message to|message for|instructions? (?:to|for))\b[:,]? (?:now )?(?:an? |the |any |all )*"
        rf"{_MACHINE}\b(?! \w+(?:er|or|ian)\b)",
        ("assistant", "chatbot", "language model", "llm", " ai ", " ai,", "gpt"),
        (),
    ),
    (
        "speaks of a prompt",
        r"\b(?:your|new|updated|reveal|print|show|repeat|output|the)\b[^.!?\n]{0,20}\bsystem "
        r"(?:prompt|message)\b|\b(?:new|updated|your) (?:instructions|prompts?) ?"
        r"(?::|\b(?:are|is|say)\b)|\bdeveloper mode\b",
        ("instruction", "prompt", "system", "developer"),
        ("system prompt", "system message", "developer mode",
         *(f"{new} {told}" for new in ("new", "updated", "your")
           for told in ("instruction", "prompt"))),
    ),
    (
        "says what to answer",
        _ANSWER,
        ("json", "summar"),
        (),
    ),
    (
        "says what to answer",
        _ANSWER,
        ("your ",),
        ("brief", "headline", *(f"your {task}" for task in _TASKS)),
    ),
    (
        "says what to answer",
        _ANSWER,
        ("respond ", "reply ", "answer "),
        ("json", "{", "an empty", "a empty", "the word", "the phrase", "the text", "brief",
         "headline"),
    ),
    (
        "poses as a message of a conversation",
        rf"(?:^|(?<=[.!?>\]”\"] ))[ \t#*>]*{_ROLES}(?: (?:message|prompt|note))?[ \t*]*:|<\|\w+\|>"
        rf"|\[/?inst\]|<<?/?sys>>|^###? ?(?:{_ROLES}|instruction|response)\b",
        ("system", "assistant", "user:", "developer", "human:", "<", "[", "#"),
        (":", "<", "[", "#"),
    ),
    (
        "poses as a mark of the prompt",
        r"<\s?/?\s?(?:article|passages?|system|instructions?|prompt|title)\b[^>\n]{0,60}>",
        ("<",),
        (),
    ),
    (
        "poses as a numbered passage",
        r"^[ \t]*(?:\[\d{1,4}\][ \t]*(?=\S)|q\d{1,4}(?: in \[\d{1,4}\])?:[ \t])",
        ("^[", "^q"),
        (),
    ),
    (
        "poses as an answer",
        r"\{\s*\"(?:headline|summary|events|quotes|stakeholders|q\d+_speaker)\"\s*:",
        ("{",),
        (),
    ),
)  # fmt: skip
_FOLDED = "ıİſ"  # match "i" and "s" where case is ignored, and are no small letters of these
# Invisible wherever they stand. Joiners shape letters and emoji, marks of direction order them:
# those are told only where they do neither.
_HIDDEN = "\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u202b\u202d\u202e\u2067"
_INVISIBLE = "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0001-\U000e007f]"
_TAGS = "(?<![\U0001f3f4\U000e0001-\U000e007f])[\U000e0001-\U000e007f]+"  # flags are made of them
_TURNED = "[\u202d\u202e]|[\u202b\u2067](?![^\n\u0590-\u08ff]{0,20}[\u0590-\u08ff])"
_SPLIT = "(?<=[A-Za-z])[\u180e\u200b-\u200d\u2060-\u2064\ufeff]+(?=[A-Za-z])"
_RUN = "[\u180e\u200b-\u200d\u2060-\u2064\ufeff]{4,}"
# Letters that look like Latin ones, with which a word of Latin letters is not written.
_LOOKALIKE = dict(zip("аеорсхуіѕјԁԛԝ", "aeopcxyisjdqw", strict=True))
_LATIN = str.maketrans(_LOOKALIKE)
_DISGUISED = rf"(?<=[A-Za-z])[{''.join(_LOOKALIKE)}]|[{''.join(_LOOKALIKE)}](?=[A-Za-z])"
_LEAST_SPLIT = 3  # words; one or two such characters in an article are an editing program's


class Order(NamedTuple):
    """A passage, and ``what`` it does: "speaks to a model", "hides text ..."."""

    span: Span
    what: str


def orders(text: str, lower: str) -> list[Order]:
    """The passages of ``text`` that give orders to a model or forge its prompt, and the runs of
    characters that hide text, in order. ``lower`` is ``text`` in small letters.

    Words split by invisible characters are read without them. Linear in the length of ``text``.
    """
    if disguised := _disguised(text):
        plain = text.translate(_LATIN)
        return sorted({disguised, *orders(plain, plain.lower())})
    if not _may_hide(text):
        return sorted(set(_spoken(text, lower)))
    clean = _compiled(_INVISIBLE).sub("", text)
    spoken = set(_spoken(clean, clean.lower()))
    invisible = _compiled(_INVISIBLE).match
    seen = [at for at, c in enumerate(text) if not invisible(c)] if spoken else []
    told = (Order(Span(seen[o.span.start], seen[o.span.end - 1] + 1), o.what) for o in spoken)
    return sorted([*_hidden(text), *told])


def _spoken(text: str, lower: str) -> Iterator[Order]:
    for key, rare, concerned in _by_key():
        if key[rare] not in lower if rare >= 0 else key not in lower:
            continue
        ends: dict[str, int] = {}
        for at in islice(_places(lower, key, rare), _MOST):
            for what, source, needed in concerned:
                begin = max(ends.get(what, 0), at - _BEFORE, 0)
                if needed and not _holds(text[begin : at + _BEHIND], needed):
                    continue
                if m := _compiled(source).search(text, begin, at + _BEHIND):
                    ends[what] = m.end()
                    yield Order(Span(*m.span()), what)


def _holds(window: str, needed: tuple[str, ...]) -> bool:
    small = window.lower()
    return any(map(small.__contains__, needed)) or (
        not window.isascii() and any(map(window.__contains__, _FOLDED))
    )


def _places(lower: str, key: str, rare: int) -> Iterator[int]:
    """Where the key stands; "\\n" stands for the beginning of the text, too."""
    if key[0] == "\n" and lower.startswith(key[1:]):
        yield 0
    if rare < 0:
        at = lower.find(key)
        while at >= 0:
            yield at
            at = lower.find(key, at + 1)
        return
    at = lower.find(key[rare])
    while at >= 0:
        if at >= rare and lower.startswith(key, at - rare):
            yield at - rare
        at = lower.find(key[rare], at + 1)


@cache
def _by_key() -> list[tuple[str, int, list[tuple[str, str, tuple[str, ...]]]]]:
    """Each key with the place of a rare character in it, or -1, and with what it may stand in.

    A pattern is compiled where its key is first found.
    """
    found: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for what, source, keys, needed in _ORDERS:
        for key in keys:
            found.setdefault(key.replace("^", "\n"), []).append((what, source, needed))
    return [
        (key, next((n for n, c in enumerate(key) if c in _RARE), -1), concerned)
        for key, concerned in found.items()
    ]


def _disguised(text: str) -> Order | None:
    """The first word that is written with letters that look like its own."""
    if text.isascii() or not any(map(text.__contains__, _LOOKALIKE)):
        return None
    if m := _compiled(_DISGUISED).search(text):
        return Order(Span(*m.span()), "writes a Latin word with letters of another script")
    return None


def _may_hide(text: str) -> bool:
    if text.isascii():
        return False
    if any(map(text.__contains__, _HIDDEN)):
        return True
    # Tag characters lie beyond the first 65,536; this is how to tell in the time of one search.
    return len(text.encode("utf-16-le")) > 2 * len(text) and bool(_compiled(_TAGS).search(text))


def _hidden(text: str) -> Iterator[Order]:
    for m in _compiled(_TAGS).finditer(text):
        words = "".join(chr(ord(c) - 0xE0000) for c in m.group())
        yield Order(Span(*m.span()), f"hides words in invisible characters: {words[:80]}")
    for m in _compiled(_TURNED).finditer(text):
        yield Order(Span(*m.span()), "turns the order of the characters behind it")
    for m in _compiled(_RUN).finditer(text):
        yield Order(Span(*m.span()), "holds a run of invisible characters")
    split = list(_compiled(_SPLIT).finditer(text))
    if len(split) >= _LEAST_SPLIT:
        yield Order(Span(split[0].start(), split[-1].end()), "splits words by invisible characters")


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE | re.MULTILINE)
