"""What a person is by nouns that are no office: "Grace Lee, a fruit seller"."""

from __future__ import annotations

from newsbrief.analysis.lexicon import words
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.offices import OF_BODIES
from newsbrief.analysis.lexicon.organisations import ORG_NOUNS
from newsbrief.analysis.lexicon.persons import is_person
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import naming
from newsbrief.analysis.names.phrases import opens
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

_AFTER = Lazy(
    r"(?:, (?:aged )?\d\d)?, (?:an?|the) (?:\d+-year-old )?"
    r"(?P<np>[a-z][\w’'-]*(?: [a-z][\w’'-]*){0,5}?)"
    r"(?=[,.;]| (?:in|at|from|for|who|whose|with|of|on|and|by)\b)"
)
_BEFORE = Lazy(
    r"\b(?:(?:the|The|an?|An?|his|His|her|Her|their|Their|its|Its|\w+['’]s) |"
    r"(?P<of>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}) )"
    r"(?P<np>(?:[a-z][a-z-]* ){0,2}[a-z][a-z-]*) $"
)
_FRONT = 3  # words at most, before the name that a sentence begins with


# Before a name or a comma they are no nouns: "the elder Lee", "the former, Lee".
_ADJECTIVES = word_set("former senior junior elder younger older minor latter late fellow one")


def is_human(noun: str) -> bool:
    """Whether a noun means a person and no body, which may be a maker as well."""
    return noun not in ORG_NOUNS and noun not in OF_BODIES and _is_job(noun)


def _is_job(noun: str) -> bool:
    return noun not in _ADJECTIVES and is_person(noun)


def after(text: str, end: int, ceiling: int, floor: int) -> Span | None:
    """ "a former accident investigator" behind a name that ends at ``end``."""
    m = _AFTER.match(text, end, min(ceiling, end + 120)) if text[end : end + 2] == ", " else None
    if m is None or not _is_job(m["np"].rpartition(" ")[2]) or opens(text, floor, end):
        return None
    return Span(*m.span("np"))


def before(text: str, floor: int, start: int, end: int) -> Span | None:
    """ "Crane operator" before the full name ``text[start:end]``, in a sentence from ``floor`` on;
    not "a celebrity Lee campaign"."""
    if text[start - 1 : start] != " " or " " not in text[start:end]:
        return None
    if text[start - 2] == ",":  # "The league's leading goal kicker, Ann Lee, will"
        if text[end : end + 1] != "," or opens(text, floor, start - 2):
            return None
        near = f"{text[max(floor, start - 60) : start - 2]} "
        start -= 1
    else:
        near = text[max(floor, start - 60) : start]
    noun = near[:-1].rpartition(" ")[2]
    if noun.endswith("-old") or not _is_job(noun.lower()):
        return None
    if noun[:1].isupper() and len(near) != len(noun) + 1:
        return None
    front = near.split()
    if start - floor < 60 and len(front) <= _FRONT and near[0].isupper():
        plain = all(word.replace("-", "").isalpha() for word in front)
        if plain and not any(word.lower() in words.closed() for word in front):
            return Span(floor, start - 1)
    m = _BEFORE.search(near)
    if m is None or any(word in words.closed() for word in m["np"].split()):
        return None
    base = start - len(near)
    if m["of"] is None:
        return Span(base + m.start("np"), base + m.end("np"))
    begin = _belonging(m["of"])  # "Chechen warlord"
    return None if begin is None else Span(base + m.start("of") + begin, base + m.end("np"))


def _belonging(of: str) -> int | None:
    """Where the country, its adjective or the body begins that ends the words."""
    begin = 0
    while of[begin:] not in countries().adjectives and naming.known(of[begin:]) is None:
        begin = of.find(" ", begin) + 1
        if not begin:
            return None
    return begin
