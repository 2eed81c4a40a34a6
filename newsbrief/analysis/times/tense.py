"""Verb forms: whether the words around a time point back or ahead."""

from __future__ import annotations

from itertools import pairwise

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.dates import Direction

_FUTURE = frozenset(
    "will won't won’t shall upcoming forthcoming scheduled slated due until till expects "
    "plans planning expected would hopes intends vows aims poised tomorrow should could may might "
    "must can cannot can't can’t faces "
    "opens begins starts meets travels visits hosts airs expires convenes launches arrives "
    "kicks resumes takes ends closes heads returns runs if holds".split()
)
IRREGULAR_PAST = frozenset(
    "said was were had did told made took went came saw gave found got began became left felt "
    "brought held wrote stood lost paid met led won broke spoke rose fell sent built drew chose "
    "grew fought caught bought taught sought thought shot struck threw flew drove "
    "fled sank swore tore wore stole kept slept swept crept knew ran sat spent fled "
    "heard known taken given seen done gone been shown slain killed died beaten driven "
    "written spoken broken chosen withdrew undertook overcame forbade sold "
    "dealt meant sued".split()
)
_AIMS = frozenset(
    "agreed plans planned plan hopes hoped intends vowed promised pledged wants urged going set "
    "scheduled expected due ready likely prepares preparing returns is are's".split()
)
_BE = frozenset("is are was were be been".split())
_AHEAD = frozenset("until till before".split())
_LINKING = frozenset("the its of this".split())
_PAIRS = frozenset((("ahead", "of"), ("planned", "for")))
_WORD = Lazy(r"[\w'’]+")
_JOINING_MARKS = (";", ":", "—", " -- ")
_JOINING_WORDS = (", and ", ", but ", ", while ", ", so ")
_LAST = 3  # words among which "until" and "before" stand
_LOOK = 160  # code points; further away a verb no longer speaks of this time


class _Pointing(dict[str, Direction]):
    """Which way each form of a word points by itself."""

    def __missing__(self, word: str) -> Direction:
        if len(self) > 50_000:
            self.clear()
        found: Direction = None
        if word.endswith(("'ll", "’ll")) or word in _FUTURE:
            found = "future"
        elif word in IRREGULAR_PAST or (len(word) > 4 and word.endswith("ed") and word.islower()):
            found = "past"
        self[word] = found
        return found


_POINTING = _Pointing()


def _signal(word: str, following: str) -> Direction:
    if following == "to" and word in _AIMS:
        return "future"
    return "future" if (word, following) in _PAIRS else _POINTING[word]


def direction(text: str, start: int, end: int, left: int, right: int) -> Direction:
    """Which way a time at ``start:end`` points, by the nearest verb of its sentence.

    ``left`` and ``right`` bound the sentence. The verb before the time in its clause decides,
    else the first verb after it, else any before; ``None`` where there is none.
    """
    low = max(left, start - _LOOK)
    cut = low + _last_joint(text[low:start])
    near = _WORD.findall(text, cut, start)
    last = near if len(near) >= _LAST or cut == low else _WORD.findall(text, low, start)
    for word in reversed(last[-_LAST:]):
        if word not in _LINKING:
            if word.lower() in _AHEAD:
                return "future"
            break
    found = _backwards(near)
    if found:
        return found
    behind = _WORD.findall(text, end, min(right, end + _LOOK))
    for word, following in pairwise([*behind, ""]):
        found = _signal(word, following)
        if found:
            return found
    return _backwards(_WORD.findall(text, low, cut)) if cut > low else None


def _last_joint(clause: str) -> int:
    """Where the words begin behind the last mark or word that joins two clauses."""
    cut = max(map(clause.rfind, _JOINING_MARKS)) + 1
    for joint in _JOINING_WORDS:
        at = clause.rfind(joint, cut)
        if at >= 0:
            cut = at + len(joint)
    return cut


def _backwards(words: list[str]) -> Direction:
    following = ""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        found = _signal(word, following)
        if found is None:
            following = word
            continue
        before = words[at - 1] if at else ""
        if word == "due" and following == "to" and before not in _BE:
            found = None  # "withdrew due to rain"
        elif found == "future" and before in ("was", "were") and following == "to":
            found = "past"  # "was scheduled to leave late Tuesday"
        if found == "past" and "if" in words[max(0, at - 3) : at]:
            return "future"  # "if he won on Nov. 8"
        if found:
            return found
        following = word
    return None
