"""Times that describe a party of the sentence, and do not date what its main verb tells.

"The church, built in 1740, burned down on Friday": the church is of 1740, the fire of Friday.
"""

from __future__ import annotations

from itertools import islice

from newsbrief.analysis.events.verbs import ENDS_BY_ITSELF
from newsbrief.analysis.lexicon.cues import cue_verbs
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.tense import IRREGULAR_PAST

_NEAR = 160  # code points; an aside is no longer
_FINITE = frozenset(
    "was were is are has have had will would could may might must can did does".split()
)
_GOES_ON = frozenset("of by as with aged".split())
_NEW_SUBJECT = frozenset(
    "i you he she it they we who whom whose which that what where when while as after before "
    "because since if although though until and but or so".split()
)
_OPENS_ASIDE = frozenset("once first originally formerly previously recently newly".split())
# "A poll released on Friday found": its day is that of what it found.
_MADE_PUBLIC = frozenset("published released issued posted announced unveiled aired".split())
_ADJECTIVES = ("born", "due")
_ADVERBS = ("also", "then", "now", "later", "still")
_BEFORE_TIME = frozenset("in on at by since from around about early late the".split())
_AT = frozenset("in on at near by inside outside behind under".split())
_BY = Lazy(r" by [A-Z][\w.’'-]*(?: [\w.’'-]+){0,3} and [A-Z][\w.’' -]*")  # "in 2017 by Roe and Lee"
_WORD = Lazy(r"[\w’'-]+")
_MARKS = ",;:—–"
_SPACED = Lazy(rf"[\w’'-]+|[{_MARKS}]")


def aside_of(masked: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch between two commas, behind a participle, that holds the time at ``start:end``:
    ", built in 1740,"; or the one before the first comma: "Built in 1740,"."""
    close = masked.find(",", end, end + _NEAR // 2)
    if close < 0:
        return None
    opening = masked.rfind(", ", max(0, start - _NEAR), start)
    found = _WORD.finditer(masked, opening + 2 if opening >= 0 else 0, start)
    words = [m[0] for m in islice(found, 2)]
    if len(words) > 1 and words[0].lower() in _OPENS_ASIDE and _is_past(words[1]):
        del words[0]
    first = words[0].lower() if words else ""
    if first in _MADE_PUBLIC:
        return None
    if first not in _ADJECTIVES and (not _is_past(first) or first in ENDS_BY_ITSELF):
        return None
    if opening < 0:
        own = words[0][0].isupper() and not _tells_more(masked[end:close])
        return (0, close + 1) if own else None
    behind = masked[end:close]
    if _tells_more(behind) and not _BY.fullmatch(behind):
        return None
    following = [word for word in _WORD.findall(masked, close, close + 40) if word not in _ADVERBS]
    verb = following and (following[0] in _FINITE or _is_past(following[0]))
    return (opening, close + 1) if verb else None


def _tells_more(words: str) -> bool:
    return any(word in _NEW_SUBJECT for word in _WORD.findall(words))


def in_the_subject(masked: str, start: int, end: int) -> bool:
    """Whether the time at ``start:end`` stands behind a participle or a relative pronoun that hangs
    on the subject, whose verb follows: "A bridge built in 1950 collapsed", "A bridge that will be
    replaced next year collapsed"."""
    if masked[end : end + 1] in _MARKS or end + 1 >= len(masked):
        return False  # no verb follows in its clause: six times of ten
    before = masked[max(0, start - _NEAR) : start]
    words = _WORD.findall(before, max(map(before.rfind, _MARKS)) + 1)
    verb = next((n for n, word in enumerate(words) if word in _FINITE or _is_past(word)), None)
    if not verb:  # none, or nothing before it that it could hang on
        return False
    relative = words[verb - 1] in ("that", "who", "which") and verb > 1
    if relative and _is_cue(words[verb - 2]):
        return False  # "said that"
    if not relative and (words[verb] in _FINITE or words[verb] in _MADE_PUBLIC):
        return False
    following = _SPACED.findall(masked, end, end + _NEAR)
    if not relative and _is_cue(words[verb]):
        at_place = words[verb + 1 : verb + 2] and words[verb + 1] in _AT
        if not at_place or _FINITE.isdisjoint(following[:1]):
            return False  # "said rents in May were"; but "A body found at sea in May was"
    n = 1 if following[:1] and following[0].endswith("ly") else 0
    if n < len(following) and _is_past(following[n]) and following[n] not in _GOES_ON:
        goes_on = n + 1 < len(following) and following[n + 1] in _GOES_ON
        beside = _beside(words, verb)
        if relative or (beside and not goes_on and words[verb] not in ENDS_BY_ITSELF):
            return True
    for word in following:
        if word in _NEW_SUBJECT or word in _MARKS:
            return False
        if word in _FINITE:
            return relative or words[verb] not in ENDS_BY_ITSELF
    return False


def _beside(words: list[str], verb: int) -> bool:
    """Whether nothing but a preposition stands between the verb and the time behind it."""
    return all(word.lower() in _BEFORE_TIME for word in words[verb + 1 :])


def _is_past(word: str) -> bool:
    return word in IRREGULAR_PAST or (len(word) > 3 and word.endswith("ed") and word.islower())


def _is_cue(word: str) -> bool:
    """Whether a clause may hang on the word: "said on Monday two men died"."""
    cue = cue_verbs().get(word)
    return cue is not None and "s" in cue.frames
