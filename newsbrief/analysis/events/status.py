"""The verb's form: whether a clause reports words or acts, and whether its act is past or due."""

from __future__ import annotations

from typing import Literal

from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.tense import IRREGULAR_PAST

Status = Literal["happened", "ongoing", "planned", "cancelled", "alleged"]

_SAYS = frozenset(
    "said says say told tells added adds wrote tweeted asked explained insisted argued "
    "noted claimed suggested believe believes think thinks warned admitted recalled joked "
    "replied continued described".split()
)
_ACTS = IRREGULAR_PAST | frozenset(
    "is are was were has have had will would could may might did does be been go goes "
    "opens begins starts meets travels visits hosts airs expires convenes launches arrives kicks "
    "resumes ends closes heads returns runs holds faces remains continues plans plan "
    "want wants hope hopes intend intends aim aims".split()
)
_CANCELLED = Lazy(
    r"\b(?:called off|cancell?ed|cancels|calls off|postponed|postpones|scrapped|scraps|shelved|"
    r"aborted|abandoned plans)\b"
)
_ALLEGED = Lazy(
    r"\b(?:alleged(?:ly)?|alleges|allegations? that|accus(?:ed|es|ing) |suspected (?:of|to have)|"
    r"(?:is|are|was|were|been) charged with|is said to have)"
)
_PLANNED = Lazy(
    r"\b(?:will|shall)\b(?! be remembered)|\w[’']ll\b|\bwon[’']t\b"
    r"|\b(?:is|are|was|were|be|been)(?: also| now)? (?:expected|scheduled|set|due|slated|planning"
    r"|going|likely|poised|preparing|about|to be)\b|\b(?:is|are)(?: also| now)? planned\b"
    r"|\b(?:plans?|intends?|vow(?:s|ed)|pledge[sd]|promise[sd]) to\b"
    r"|\b(?:scheduled|slated|planned) (?:for|to)\b"
)
_ONGOING = Lazy(
    r"\b(?:(?:has|have) been (?:\w+ing|under|in|at|on|held|without)"
    r"|(?:is|are)(?: still| now| also| currently)? (?:\w+ing|under|underway)"
    r"|(?:was|were) (?:still|being)"
    r"|continu(?:es?|ing) to|continues|remains?|still)\b"
)
# Words without which a pattern cannot match: looking them up first saves three searches of four.
_CANCEL_WORDS = frozenset(
    "called cancelled canceled cancels calls postponed postpones scrapped scraps shelved aborted "
    "abandoned".split()
)
_EARLY = 110  # code points in which the verb of the main clause stands; a later "will" is another's
_DETERMINERS = frozenset("the a an his her its their this that these those two three more".split())
_PLAN_WORDS = frozenset(
    "will shall won't won’t expected scheduled set due slated planning going likely poised "
    "preparing about plan plans planned intend intends hope hopes aim aims want wants vows vowed "
    "pledges pledged promises promised be".split()
)
_ONGOING_WORDS = frozenset(
    "been being is are continue continues continuing remain remains still".split()
)
_ALLEGE_WORDS = frozenset(
    "alleged allegedly alleges allegation allegations accused accuses accusing suspected charged "
    "said".split()
)


class _Verbs(dict[str, str]):
    """What each word may be: a verb that "says" or "acts", a form in "-s", or nothing of these. Of
    most words, the article before had them."""

    def __missing__(self, raw: str) -> str:
        if len(self) > 50_000:
            self.clear()
        word = raw.rstrip(",.;:!?")
        small = len(word) > 3 and word.islower()
        found = ""
        if word in _SAYS:
            found = "says"
        elif word in _ACTS or (small and word.endswith("ed")):
            found = "acts"
        elif small and word.endswith("s"):
            found = "-s"
        self[raw] = found
        return found


_VERBS = _Verbs()


def first_verb(words: list[str]) -> Literal["says", "acts"] | None:
    """Whether the first finite verb only reports words; ``None`` where there is no verb."""
    plural = False
    for kind in filter(None, map(_VERBS.__getitem__, words)):
        if kind != "-s":
            return "says" if kind == "says" else "acts"
        plural = True
    # A verb in the present, or only a noun in the plural? Captions are short and have no verb.
    return "acts" if plural and len(words) > 8 else None


def status_of(clause: str, future_at: int | None, open_ended: bool) -> Status:
    """By the verb's form: the first finite group of the clause decides.

    ``future_at`` is where a time that lies ahead stands in it; ``open_ended`` tells of a "since".
    """
    words = clause.replace(",", "").split()
    if not _CANCEL_WORDS.isdisjoint(words) and _CANCELLED.search(clause):
        return "cancelled"
    if not _ALLEGE_WORDS.isdisjoint(words) and _ALLEGED.search(clause):
        return "alleged"
    if open_ended:
        return "ongoing"
    past = _first_past(words, len(clause))
    planned = ongoing = len(clause)
    if not _PLAN_WORDS.isdisjoint(words) or "’ll" in clause or "'ll" in clause:
        planned = m.start() if (m := _PLANNED.search(clause)) else planned
    if not _ONGOING_WORDS.isdisjoint(words):
        ongoing = m.start() if (m := _ONGOING.search(clause)) else ongoing
    if planned < min(ongoing, past, _EARLY):
        return "planned"
    if future_at is not None and (past > future_at or planned < future_at):
        return "planned"
    return "ongoing" if ongoing < len(clause) and ongoing <= past else "happened"


def supports(status: Status, text: str) -> bool:
    """Whether any verb of ``text`` bears ``status`` out; what happened needs no special form."""
    if status == "happened":
        return True
    pattern = {
        "cancelled": _CANCELLED, "alleged": _ALLEGED, "planned": _PLANNED, "ongoing": _ONGOING
    }[status]  # fmt: skip
    return bool(pattern.search(text)) or (status == "ongoing" and " since " in text)


def _first_past(words: list[str], missing: int) -> int:
    """About where the first verb in the past stands, in code points; "said" aside, since
    what is said to happen counts."""
    at, before = 0, ""
    for word in words:
        regular = word.endswith("ed") and _regular_past(word, before)
        if (regular or word in IRREGULAR_PAST) and word not in _SAYS:
            return at
        at += len(word) + 1
        before = word
    return missing


def _regular_past(word: str, before: str) -> bool:
    """Whether a form in -ed is no adjective: not "the wounded", "self-imposed"."""
    if len(word) < 4 or not word.islower() or "-" in word:
        return False
    return before.lower() not in _DETERMINERS and not before.endswith(("'s", "’s"))
