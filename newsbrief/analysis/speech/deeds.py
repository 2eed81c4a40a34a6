"""What the words beside a verb of speech show to be a deed: "jets blasted targets"."""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.nouncues import SAYINGS
from newsbrief.analysis.speech.reportwords import NOUNS

# Of words alone they are speech: "offered praise", not "offered $75 million", "issued licences".
# Of all else 38 in 104 were annotated (PolNeAR, train).
GIVING = word_set("issue offer publish release post approve authorise authorize champion request")
WORDS = (
    SAYINGS
    | NOUNS
    | word_set(
        "praise thoughts congratulations condolences apologies thanks views details specifics "
        "ideas guidance insight opinions review reviews assessments rebuke rebukes warnings"
    )
)
STATEMENTS = frozenset({"statement", "statements", "comment", "response"})
# Of these, "claimed" tells of a victory.
WON = word_set(
    "lives life title titles wicket wickets medal medals gold silver bronze crown trophy scalp "
    "scalps spot point points career-best prize cup set sets place"
)
_ARMED = word_set(
    """
    gunman gunmen militant militants rebel rebels insurgents extremists jihadists soldiers troops
    jet jets plane planes warplane warplanes aircraft helicopter helicopters gunships drone drones
    tanks bombers fighter-bombers f-16s missiles rockets shells artillery mob rioters dog dogs
    """
)
_TARGETS = word_set(
    """
    target targets position positions vehicle vehicles convoy convoys bus buses patrol patrols
    post posts checkpoint checkpoints base bases camp camps village villages town towns settlement
    settlements barracks embassy mosque mosques airport hospital hospitals
    """
)
_NEAR = 6  # words of what is hit


def is_armed(source: Sequence[str], held: Sequence[str]) -> bool:
    """Whether an attack is one with weapons, by who made it or what it hit."""
    return not (_ARMED.isdisjoint(source) and _TARGETS.isdisjoint(held[:_NEAR]))
