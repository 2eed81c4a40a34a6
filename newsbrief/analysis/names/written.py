"""Written names brought to one form: without article, ending, middle initials and dots."""

from __future__ import annotations

import functools
import re

from newsbrief.analysis.lexicon import offices, organisations
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import runs, segments
from newsbrief.analysis.patterns import Lazy

_POSSESSIVE = Lazy(r"['’]s?$")
_OF_ANOTHER = frozenset("of for to from with at by".split())  # "a spokesman for Ann Lee" is not she
_BEHIND = offices.POSTNOMINALS | {"Jr", "Sr", "II", "III", "IV"}


@functools.lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """``name`` without article, possessive, junior or "QC", and middle initials; single spaces."""
    name = name.strip()
    words = (_POSSESSIVE.sub("", name) if "'" in name or "’" in name else name).split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    while len(words) > 2 and words[-1].rstrip(".") in _BEHIND:
        words.pop()
    if "," in name:
        words = [w.rstrip(",") for w in words if w.strip(",")]
    if len(words) > 2:
        inner = [w for w in words[1:-1] if not (len(w) <= 2 and w[0].isupper() and w[-1] == ".")]
        words = [words[0], *inner, words[-1]]
    short = " ".join(words)
    if len(words) > 1 and short.isupper() and "." not in short:  # "HILLARY CLINTON"
        short = short.title()
    return short


def dotless(name: str) -> str:
    return name.replace(".", "") if "." in name and name.replace(".", "").isupper() else name


@functools.lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """One form for the names of the same country or body."""
    short = plain(name)
    table = countries()
    owner = short.removesuffix(" government").removesuffix(" Government")
    country = table.names.get(owner) or table.names.get(dotless(owner))
    if owner is not short:
        country = country or table.adjectives.get(owner)
    short = country or table.capitals.get(short) or dotless(short)
    return organisations.SAME_BODY.get(short, short)


@functools.lru_cache(maxsize=4096)
def keys(name: str) -> tuple[str, ...]:
    """Case-folded keys under which a written name is looked up, the most exact first."""
    name = name[:200].replace("’", "'")
    short = plain(name)
    found = [short.casefold(), canonical(name).casefold()]
    for at, run in runs.find(short):
        if short[:at].rstrip().rpartition(" ")[2] in _OF_ANOTHER:
            continue
        found += [
            canonical(short[at + start :]).casefold()
            for start, end, *_ in segments.inside(run)
            if at + end == len(short)
        ]
    return tuple(dict.fromkeys(k for k in found if k))


def asked(name: str) -> tuple[str, ...]:
    """The keys of a name that may come with its office in small letters: "secretary austin"."""
    found = keys(name)
    words = found[0].split() if found else []
    while len(words) > 1 and words[0].rstrip(".") in _before_names():
        words = words[1:]
    return (*found, " ".join(words))


@functools.cache
def _before_names() -> frozenset[str]:
    short = {word.lower() for word in (*offices.HONORIFICS, *offices.OFFICE_ABBREVIATIONS)}
    return offices.ROLE_HEADS | offices.ROLE_MODIFIERS | short


def parts(name: str, person: bool) -> tuple[str, ...]:
    """What may stand for a whole name, case-folded: a person's first and last name, "the court"."""
    words = plain(name).casefold().split()
    if len(words) < 2:
        return ()
    if person:
        return words[0], words[-1]
    owned = re.split(r"['’]s ", plain(name).casefold())[-1]
    head = words[-1] if words[-1].title() in organisations.ORG_ENDS else owned
    return owned, head


@functools.lru_cache(maxsize=4096)
def middle(name: str) -> str:
    """Initials in the middle of a name: "HW" of "George H.W. Bush"."""
    inner = name.split()[1:-1]
    return "".join(w.replace(".", "") for w in inner if w[0].isupper() and w[-1] == ".")


_LEGAL_FORMS = word_set(
    "Inc Inc. Corp Corp. Corporation Co Co. Company Ltd Ltd. Limited LLC LLP PLC plc AG SA SE AB "
    "NV BV GmbH ASA SpA Oyj Pty Bhd Tbk A/S"
)


@functools.lru_cache(maxsize=4096)
def body(name: str) -> str:
    """One form for the names of the same body: without "Inc", where words enough stay."""
    key = canonical(name)
    front, _, last = key.rpartition(" ")
    return front.rstrip(",") if " " in front and last in _LEGAL_FORMS else key


@functools.lru_cache(maxsize=4096)
def initials(name: str) -> str:
    return "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
