"""What is told the other way round: acquitted for convicted, fell for rose, died for hurt.

Beside the sentence that is most like each, 2 of 1,082 headlines and descriptions that people wrote
raise an alarm, and rest on another one.
"""

from __future__ import annotations

from newsbrief.analysis.facts.amounts import DOWN, UP
from newsbrief.analysis.facts.words import Words
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy

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
# As they stand between spaces: most free text has none of them.
_SIGNS = frozenset(
    f"{word}{mark}" for pair in _PAIRS for side in pair for word in side for mark in ("", *",.;:")
)
_NEGATED = word_set("not no never nobody none nothing neither nor without cannot")
_NAME = Lazy(r"(?<= )[A-Z]\w+")


def opposite(told: Words, own: Words, near: Words) -> str:
    """The first word of ``told`` that stands nowhere in ``near``, nor does another of its side,
    where ``own``, the part of it that they rest on, has its opposite and they do not. Empty where
    there is none."""
    if _SIGNS.isdisjoint(told.parts):
        return ""
    if not (_NEGATED.isdisjoint(told.bare) and _NEGATED.isdisjoint(own.bare)):
        return ""  # "not guilty" is acquitted
    for pair in _PAIRS:
        for side, other in (pair, pair[::-1]):
            if side.isdisjoint(told.bare) or other.isdisjoint(own.bare):
                continue
            # Who is acquitted in the next sentence is another, where this one names all.
            named_here = all(map(own.text.__contains__, _NAME.findall(told.text)))
            there = own if named_here else near
            if other.isdisjoint(told.bare) and side.isdisjoint(there.bare):
                return min(side.intersection(told.bare))
    return ""
