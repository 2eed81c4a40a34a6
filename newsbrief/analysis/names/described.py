"""What an unnamed source is, by the noun that heads its words: "The fire service", "A survey"."""

from __future__ import annotations

from typing import Literal

from newsbrief.analysis.lexicon import collectives, geography, offices
from newsbrief.analysis.lexicon.calendar import CALENDAR
from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.lexicon.people import given_names
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.lexicon.words import closed
from newsbrief.analysis.names import naming
from newsbrief.analysis.patterns import Lazy

_HEAD_ENDS = Lazy(
    r"[,(]|\s(?:of|at|from|in|for|with|who|close|on|to|by|about|into|among|between|near|which|that|"
    r"whose|against|under|behind|after|before|since)\b"
)
_LAST_WORD = Lazy(r"\w[\w-]*\Z")
#: Words that end in a noun of many: "farmers", "police".
PLURAL = Lazy(r"(?i:\b(?:people|police|(?!\w*(?:ss|us|is)\Z)\w{3,}s)\Z)")
_MANY = ("group", "number", "range", "array", "network", "coalition", "alliance", "chain")
# Nobody and how many: no party, whoever is said to speak.
_NEGATIONS = word_set("no none nobody nothing neither nor not never no-one")
_SHARES = word_set("percent cent % half many most some several few both all")


def is_nobody(words: str) -> bool:
    """Whether ``words`` name no party: a negation ("No one"), a quantifier or a number alone."""
    ws = words.lower().split()
    if not ws or ws[0] in _NEGATIONS:
        return bool(ws)
    if ws[-1] in collectives.ORGANISATIONS:
        return False  # "The report", which is an everyday verb too
    small = closed()
    for word in ws:
        if word not in small and (word.isalpha() or any(map(str.isalpha, word))):
            return False
    return True


def kind(words: str) -> Literal["person", "organisation", "government", "group"]:
    """What the party is that the article calls by ``words``, which are no name that it knows."""
    words = words.strip()
    listed = naming.known(words)
    if listed == "place":
        return "government" if words in geography.states() else "organisation"
    if listed:
        return "organisation" if listed == "government" else listed
    cut = _HEAD_ENDS.search(words)
    head = _noun_phrase(words[: cut.start()] if cut else words)
    found = _LAST_WORD.search(head.rpartition(" ")[2])
    last = found[0] if found else ""
    noun = last.lower()
    if cut and noun in _MANY and words.startswith(" of ", cut.start()):
        return "group"  # "a group of scientists"
    if noun in collectives.GOVERNMENTS:
        return "government"
    if noun in collectives.GROUPS:
        return "group"
    if noun in collectives.ORGANISATIONS or noun[:-1] in collectives.PAPERS:
        return "organisation"
    first = words.partition(" ")[0].lower()
    if PLURAL.search(last) or noun in _SHARES or first in _SHARES:
        return "group"
    if noun.endswith(collectives.ENDINGS) and not offices.is_role(noun):
        return "organisation"
    return "organisation" if _is_title(words) else "person"


def _is_title(words: str) -> bool:
    """Whether the words are a name that is mostly made of common ones: "Suffolk Coast Watch"."""
    ws = words.split()
    common = sum(map(is_common, map(str.lower, ws)))
    return (
        len(ws) > 2
        and all(w[0].isupper() for w in ws)
        and ws[0] not in given_names()
        and 2 * common >= len(ws)
    )


def _noun_phrase(head: str) -> str:
    """``head`` without the participle or the day behind its noun: "A report published Monday",
    "Analysts polled"."""
    ws = head.split()
    for n in range(1, len(ws)):
        behind = ws[n].endswith("ed") or ws[n] in CALENDAR or ws[n] in ("seen", "sent", "written")
        noun = ws[n - 1]
        if behind and (noun.lower() in collectives.ORGANISATIONS or PLURAL.search(noun)):
            return " ".join(ws[:n])
    return head
