"""Words other than verbs that report: claims, plans, doubts, and what somebody is said to feel."""

from __future__ import annotations

from newsbrief.analysis.lexicon.tables import word_set

CLAIMS = word_set(
    """
    claim claims assertion assertions allegation allegations belief argument arguments suggestion
    suggestions fear fears hope hopes concern concerns accusation accusations notion contention
    insistence admission complaint complaints speculation doubt doubts prediction predictions
    warning warnings theory idea evidence charge charges criticism confidence agreement assumption
    assumptions rumors rumours assurance assurances narrative consensus perception sense impression
    view conclusion opinion expectation expectations recognition acknowledgment acknowledgement
    reports statement statements promise guarantee conviction realization revelation revelations
    denial optimism skepticism worry worries finding findings testimony
    """
)
STANCES = word_set(
    """
    criticism attack attacks endorsement critique comments remarks opposition defense defence praise
    accusations complaints condemnation rejection assessment description portrayal announcement
    """
)
WORRIES = word_set(
    """
    concern concerns doubt doubts fear fears anxiety skepticism worries misgivings reservations
    """
)
OBJECTIONS = frozenset({"opposition", "objection", "objections", "resistance"})
AIMS = word_set(
    """
    plan plans proposal proposals promise promises pledge pledges vow vows refusal willingness
    desire decision intention
    """
)
NOUNS = CLAIMS | STANCES | AIMS | WORRIES | OBJECTIONS
# With a form of "be" before them they tell what somebody holds: "is confident that".
ATTITUDES = word_set(
    """
    confident hopeful concerned skeptical sceptical optimistic pessimistic sure aware unaware
    adamant doubtful afraid glad proud unsure unclear wary critical opposed supportive eager
    willing unwilling reluctant happy unhappy grateful sorry surprised disappointed determined
    convinced worried interested angry upset frustrated excited thrilled nervous cautious
    """
)
REPORTS = NOUNS | ATTITUDES | {"according"}
