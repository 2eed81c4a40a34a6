"""Written names brought to one form: without article, ending, middle initials and dots."""

from __future__ import annotations

import functools
import re

from newsbrief.analysis import runs, segments
from newsbrief.analysis.lexicon import organisations
from newsbrief.analysis.lexicon.countries import countries


@functools.cache
def _possessive() -> re.Pattern[str]:
    return re.compile(r"['’]s?$")


@functools.lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """``name`` without article, possessive, junior and middle initials; single spaces."""
    words = _possessive().sub("", name.strip()).split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    while len(words) > 2 and words[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV"):
        words.pop()
    words = [w.rstrip(",") for w in words]
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
    country = table.names.get(short) or table.names.get(dotless(short))
    short = country or table.capitals.get(short) or dotless(short)
    return organisations.SAME_BODY.get(short, short)


def keys(name: str) -> tuple[str, ...]:
    """Case-folded keys under which a written name is looked up, the most exact first."""
    found = [plain(name).casefold(), canonical(name).casefold()]
    for m in runs.run_pattern().finditer(name[:200]):
        segs = segments.segments(m.group(), False)
        if segs:
            seg = segs[-1]
            found.append(canonical(m.group()[seg.start : seg.end]).casefold())
    return tuple(dict.fromkeys(k for k in found if k))


def parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name that may stand alone, case-folded."""
    words = plain(name).casefold().split()
    return (words[0], words[-1]) if len(words) > 1 else ()


def middle(name: str) -> str:
    """Initials in the middle of a name: "HW" of "George H.W. Bush"."""
    inner = name.split()[1:-1]
    return "".join(w.replace(".", "") for w in inner if w[0].isupper() and w[-1] == ".")


def initials(name: str) -> str:
    return "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
