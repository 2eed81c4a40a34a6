"""What is told the other way round: acquitted for convicted, fell for rose, died for hurt.

Beside the sentence that is most like each, 2 of 1,082 headlines and descriptions that people wrote
raise an alarm, and rest on another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from newsbrief.analysis.facts.amounts import DOWN, UP
from newsbrief.analysis.lexicon.tables import word_set

_OPPOSITES = """
acquit acquits acquitted acquitting acquittal cleared exonerated
/ convict convicts convicted convicting conviction guilty jail jails jailed sentenced imprisoned

approve approves approved approving approval pass passes passed passing passage adopt adopts adopted
accept accepts accepted accepting ratified enacted
/ reject rejects rejected rejecting rejection fail fails failed failing defeat defeats defeated veto
vetoes vetoed refuse refuses refused refusing declined blocked

kill kills killed killing killings die dies died dying dead death deaths deadly fatal slain murder
murders murdered drowned
/ injure injures injured injury injuries injuring hurt wounded wounds survive survives survived
surviving

support supports supported supporting back backs backed backing welcome welcomes welcomed welcoming
praise praises praised praising endorse endorses endorsed endorsing
/ oppose opposes opposed opposing criticise criticises criticised criticising criticize criticizes
criticized criticizing condemn condemns condemned condemning denounce denounces denounced denouncing

arrest arrests arrested arresting detain detains detained detaining captured
/ release releases released releasing freed escape escapes escaped escaping
"""
_PAIRS = (
    (UP, DOWN),
    *(tuple(map(word_set, pair.split("/"))) for pair in _OPPOSITES.split("\n\n")),
)
_ALL = frozenset(chain.from_iterable(chain.from_iterable(_PAIRS)))
_NEGATED = word_set("not no never nobody none nothing neither nor without cannot")
_MARKS = " .,:;!?()[]'\"“”‘’"


def opposite(words: Sequence[str], own: str, near: str) -> str:
    """The first of ``words`` that stands nowhere in ``near``, nor does another of its side, where
    ``own``, the part of it that they rest on, has its opposite and they do not. All are in small
    letters. Empty where there is none."""
    told = {word.strip(_MARKS) for word in words}
    if told.isdisjoint(_ALL) or not _NEGATED.isdisjoint(told):
        return ""  # "not guilty" is acquitted
    resting = {word.strip(_MARKS) for word in own.split()}
    if not _NEGATED.isdisjoint(resting):
        return ""
    said: set[str] | None = None
    for pair in _PAIRS:
        for side, other in (pair, pair[::-1]):
            found = told & side
            if not found or told & other:
                continue
            if said is None:
                said = {word.strip(_MARKS) for word in near.split()}
            if said.isdisjoint(side) and not other.isdisjoint(resting):
                return min(found)
    return ""
