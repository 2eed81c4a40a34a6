"""Which party heads a noun phrase: Ana Ruiz "mayor Ana Ruiz of Springfield", nobody "her aide"."""

from __future__ import annotations

import re

from newsbrief.analysis.lexicon.offices import HONORIFICS, OFFICE_ABBREVIATIONS, ROLE_HEADS
from newsbrief.analysis.lexicon.organisations import CALLED, OF_HEADS
from newsbrief.analysis.names import described
from newsbrief.analysis.names.entities import Register
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

# Roles of those who speak or act for whoever is named behind them: "a lawyer for Mr. Lee".
_FOR_OTHERS = frozenset(
    "spokesman spokeswoman spokesperson aide adviser advisor assistant lawyer attorney solicitor "
    "barrister counsel agent consultant critic friend partner ally manager coach".split()
)
DETERMINERS = frozenset("the a an his her its their this that one another".split())
_ONCE = frozenset({"former", "late", "then", "acting", "outgoing", "ex"})
_FURTHER = Lazy(r",| (?:who|whose|which|that|plc)\b|\(")
_CALLED = Lazy(r" (?:trade |political )?([a-z]+)$")
_PREPOSITION = Lazy(
    r"\b(?:for|of|from|at|in|with|to|by|on|near|behind|against)(?: (?:the|an?|his|her|its|their))? "
)


def head(span: Span, text: str, register: Register) -> int | None:
    """The entity that heads the noun phrase at ``span``: Ana Ruiz of "mayor Ana Ruiz of
    Springfield", nobody of "a spokesman for Ana Ruiz"."""
    words = text[span.start : span.end]
    if words.isalpha():
        return register.between(span.end - 1, span.end)
    if (called := _called_a_body(words, span.start, register)) is not None:
        return called
    core = _FURTHER.split(words, 1)[0].rstrip()
    while core:
        end = span.start + len(core)
        last = max(span.start, end - 1)
        entity = register.between(last, end)
        inside = [*_PREPOSITION.finditer(core)]
        if not inside:
            return entity
        name = len(core) if entity is None else _start_of(entity, last, end, register) - span.start
        *_, inner = [None, *(m for m in inside if m.end() <= name)]
        if inner is None:
            return entity
        if entity is not None and inner.end() < name and _heads(core, inner, name):
            return entity
        core = core[: inner.start()].rstrip()
    return None


def apposed(span: Span, text: str, register: Register) -> int | None:
    """Who is named between commas behind words that say what he is: "The mine regulator, Marlow
    Watch, said"; not the next of a list, "The police, Marlow Watch, and the mayor"."""
    at = span.end + 2
    words = text[span.start : span.end]
    if not text.startswith(", ", span.end) or _PREPOSITION.search(words):
        return None  # "A spokesman for the mayor, Ann Lee, said": of either
    first = words.partition(" ")[0].lower()
    entity = register.between(at, at + 1)
    if entity is None or first not in DETERMINERS or _start_of(entity, at, at + 1, register) != at:
        return None
    end = next(m.end for m in register.entities[entity].mentions if m.start == at)
    listed = text.startswith((", and ", ", or "), end)
    return entity if text.startswith(", ", end) and not listed else None


def _called_a_body(words: str, start: int, register: Register) -> int | None:
    """The body whose name ends before what it is, at the end of ``words``: "the RMT union"."""
    m = _CALLED.search(words)
    if m is None or m[1] not in CALLED:
        return None
    at = start + m.start()
    body = register.between(at - 1, at)
    return body if body is not None and register.entities[body].kind == "organisation" else None


def _start_of(entity: int, first: int, last: int, register: Register) -> int:
    """Where the mention of ``entity`` that covers ``[first, last)`` begins."""
    mentions = register.entities[entity].mentions
    return next(m.start for m in mentions if m.start < last and first < m.end)


def _heads(core: str, last: re.Match[str], name: int) -> bool:
    """Whether the name at ``name`` is the head of ``core`` though a preposition stands before it,
    the ``last`` one: in "the Secretary of State Ann Lee" or "one of the ships Mr. Lee built", but
    not in "aide to the mayor Ann Lee"."""
    words = core[last.end() : name].split()
    titled = len(words)
    while words and (_is_title(words[-1].strip(".").lower()) or words[-1].lower() in _ONCE):
        words.pop()
    if not words:
        return False
    built = words[-1].islower() and (titled > len(words) or described.PLURAL.search(words[-1]))
    if built:
        return True
    if _PREPOSITION.search(core, 0, last.start()):
        return False
    head = core[: last.start()].rstrip().rpartition(" ")[2]
    if head in OF_HEADS and titled > len(words):
        return True  # "Bank of Canada Governor Ann Lee"
    return head.lower() in ROLE_HEADS and head.lower() not in _FOR_OTHERS


def _is_title(word: str) -> bool:
    capital = word.capitalize()
    return word in ROLE_HEADS or capital in HONORIFICS or capital in OFFICE_ABBREVIATIONS
