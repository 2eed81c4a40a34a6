"""The verb's form: whether a clause reports words or acts, and whether its act is past or due."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import compress, count
from typing import Literal

from newsbrief.analysis.events.finite import FORESEEN, SAYS, foresees
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.arranged import is_arranged
from newsbrief.analysis.times.tense import IRREGULAR_PAST, ahead_by_group

Status = Literal["happened", "ongoing", "planned", "cancelled", "alleged"]

_CANCELLED = Lazy(
    r"\b(?:called off|cancell?ed(?! out\b)|cancels(?! out\b)|calls off|postponed|postpones|"
    r"scrapped|scraps|shelved|aborted|abandoned plans|(?:was|were|been) (?:dropped|axed|ditched))\b"
)
# What may be dropped and then does not happen; a player who is dropped plays on elsewhere.
_PLAN = Lazy(r"\b(?:plans?|proposals?|schemes?|bid|trip|visit|tour|bill)\b[^.;]{0,80} $")
_ALLEGED = Lazy(
    r"\b(?:alleged(?:ly)?|alleges|allegations? that|accus(?:ed|es|ing) |suspected (?:of|to have)|"
    r"(?:is|are|was|were|been) charged with|is said to have)"
)
_DONE = r"\w+ed\b|held\b|built\b|made\b|given\b|taken\b|sold\b|shut\b|cut\b"
# First letters in front, which rule out most branches, and one word boundary for all: a quarter of
# the time.
_PLANNED = Lazy(
    r"\b(?:w(?:ill\b(?! be remembered)|on[’']t\b)|shall\b(?! be remembered)|ll\b(?<=\w[’']ll)"
    r"|(?:w(?:as|ere)|be(?:en)?|is|are)(?: also| now)? (?:expected|scheduled|set|due|slated"
    r"|planning|going|likely|poised|preparing|about|to be)\b"
    r"|(?:is|are)(?: also| now)? (?:planned\b|to (?!blame\b)[a-z]{2,})"
    r"|p(?:lans?|ledge[sd]|romise[sd]) to\b|intends? to\b|expects to\b|vow(?:s|ed) to\b"
    r"|s(?:cheduled|lated) (?:for|to)\b|planned (?:for|to)\b"
    # what somebody said would be done; "would be a shame" is an opinion
    r"|(?:said|says|told|added|warned|announced|confirmed|insisted)\b[^.;]{0,60}?\b"
    r"(?:would\b(?! not have\b| have\b| (?:not )?be (?!"
    + _DONE
    + r"))|(?:may|might)\b(?! not\b| have\b| well\b| be (?!"
    + _DONE
    + r"))|could be (?:"
    + _DONE
    + r"))"
    # what is proposed, and what it would do
    r"|(?:b(?:ill|an|udget)|plan|proposal|measure|deal|a(?:mendment|greement)|legislation|ordinance|"
    r"merger|scheme|project|policy|initiative|program(?:me)?|change|reform|rule|law|tax)s?"
    r"(?: also| now)? would\b(?! (?:not |never |still )?(?:have|like|seem|appear)\b))"
)
_STILL = r"(?:(?: still| now| also| again)? (?:\w+ing|under|underway)| [a-z]+ly \w{3,}ing)"
_ONGOING = Lazy(
    r"\b(?:ha(?:s|ve) been (?:\w+ing|under|in|at|on|held|without)"
    rf"|is{_STILL}|are{_STILL}|w(?:as|ere) (?:still|being)"
    r"|continu(?:es?|ing) to|continues|remains?|still)\b"
)
# By themselves these may tell of what is over: they bear out a status that somebody else gives.
_GOES_ON = Lazy(r"\bsince\b|\b(?:was|were) \w+ing\b|\b(?:go|goes|went|carry|carries|carried) on\b")
# Words without which a pattern cannot match: looking them up first saves three searches of four.
_CANCEL_WORDS = frozenset(
    "called cancelled canceled cancels calls postponed postpones scrapped scraps shelved aborted "
    "abandoned dropped axed ditched".split()
)
_EARLY = 110  # code points in which the verb of the main clause stands; a later "will" is another's
_LONGEST = 80  # code points that no such group of verbs takes
_DETERMINERS = frozenset("the a an his her its their this that these those two three more".split())
_PLAN_WORDS = frozenset(
    "would will shall won't won’t expected scheduled set due slated planning going likely poised "
    "preparing about expects plan plans planned intend intends vows vowed pledges pledged promises "
    "promised be could may might".split()
)
_MODALS_ALONE = frozenset(("will", "shall", "won't", "won’t"))
_MODALS = ("would", "will", "shall", "won't", "won’t", "could be ", " may ", " might ")
_CALLED = (", called ", ", known ", ", named ", ", dubbed ", ", led ", "ed by ")
_NAMED = Lazy(r", (?:(?:called|known|named|dubbed|led) |[a-z]+ed by )[^,]*,")
_ASIDE = Lazy(r", (?:who|which|whose|whom|where)\b[^,]*,")
_IN_GROUP = frozenset(
    "is are was were be been being has have had will would not never could may might also now "
    "since again just isn't isn’t wasn't wasn’t hasn't hasn’t".split()
)
_DOUBTS = frozenset("not never could may might isn't isn’t wasn't wasn’t hasn't hasn’t".split())
_RELATIVE = frozenset("who that which".split())
_REASONS = frozenset("after when because while before amid once until".split())
_OF_PARTIES = frozenset(("accused ", "suspected of", "suspected to have"))
_PREPOSITIONS = frozenset("of in on at by for to from with over about into against".split())
_BEFORE_DUE = tuple(f"{word} " for word in "is are was were be been also now".split())
_BEFORE_BE = tuple(f"{before}to " for before in _BEFORE_DUE)
_ONGOING_WORDS = frozenset(
    "been being is are continue continues continuing remain remains still".split()
)
_ALLEGE_WORDS = frozenset(
    "alleged allegedly alleges allegation allegations accused accuses accusing suspected "
    "charged".split()
)
_SAID_TO_HAVE = "is said to have"
# "A bridge that will be closed", "a hinge the company says will last".
_RELATIVES = (
    "who ",
    "that ",
    "which ",
    "says ",
    "say ",
    "believes ",
    "believe ",
    "hopes ",
    "hope ",
)
_IF = frozenset(("if", "If"))
_MARKS = ",.;:!?"
_THEN = ("was", "were")
_HAD_BEEN = ("had", "been")
_FORESEEN = frozenset("expected scheduled set due slated".split())
_VAIN = ("going", "about", "likely")
_OVERRULE: tuple[tuple[Status, frozenset[str], Lazy], ...] = (
    ("cancelled", _CANCEL_WORDS, _CANCELLED),
    ("alleged", _ALLEGE_WORDS, _ALLEGED),
)
# As they stand between spaces: looked up so, no word has to be stripped of a mark.
_SIGNS = frozenset(
    f"{word}{mark}"
    for word in _CANCEL_WORDS | _ALLEGE_WORDS | _PLAN_WORDS | _ONGOING_WORDS
    for mark in ("", *_MARKS)
)


def status_of(
    clause: str, at: int | None, open_ended: bool, ahead: Callable[[], bool] = lambda: False
) -> Status:
    """By the verb's form: the first finite group of the clause decides.

    ``at`` is where a time stands in it, and ``ahead`` tells whether that lies in the future;
    ``open_ended`` tells of a "since".
    """
    whole = clause
    if ", wh" in clause:
        clause = without_asides(clause)
    if ", " in clause and any(map(clause.__contains__, _CALLED)):
        clause = _NAMED.sub(lambda m: ", " + "\0" * (len(m[0]) - 3) + ",", clause)
    words = clause.split()
    signs = {sign.rstrip(_MARKS) for sign in _SIGNS.intersection(words)}
    for status, known, pattern in _OVERRULE if signs or _SAID_TO_HAVE in clause else ():
        if not signs.isdisjoint(known) or (status == "alleged" and _SAID_TO_HAVE in clause):
            for found in pattern.finditer(clause):
                if _goes_on(clause, found):
                    continue
                if decides(clause, found.start(), found[0]):
                    return status
    if open_ended:
        return "ongoing"
    planned = past = ongoing = never = len(clause)
    aims = False
    if _may_plan(clause, signs & _PLAN_WORDS):
        for found in _PLANNED.finditer(clause, 0, max(_EARLY, at or 0) + _LONGEST):
            start = found.start() - 2 if found[0] == "ll" else found.start()  # of "I’ll", the "I"
            relative = clause.endswith(_RELATIVES, 0, start)
            unreal = found[0].endswith("would") and not _IF.isdisjoint(words)
            to_do = clause.startswith(" to ", found.end())
            travels = found[0].endswith("going") and not to_do  # "are going in vain"
            if not (relative or unreal or travels):
                # "planned to", "was due to"; "was going to win" did not
                aims = to_do and not found[0].endswith(_VAIN)
                planned, aims = start, aims or found[0].endswith(" to")
                break
    m = None if signs.isdisjoint(_ONGOING_WORDS) else _ONGOING.search(clause)
    if m or planned < never or at is not None:
        past = _first_past(words, never)
    if m:
        ongoing = m.start()  # later than the past tense it does not count
    due = planned < past or (planned == past and aims)
    if due and planned <= ongoing:  # "is planning" is both
        asides = clause.count("\0", 0, planned) - whole.count("\0", 0, planned)
        if planned < _EARLY + asides:
            return "planned"
    if at is not None and (past > at or planned < at) and ahead():
        return "planned"
    if ongoing < never and ongoing <= past:
        return "ongoing"
    foreseen = at is None and not FORESEEN.isdisjoint(words)
    foreseen = foreseen and ("would" not in words or _IF.isdisjoint(words))
    return "planned" if foreseen and foresees(words) else "happened"


def supports(status: Literal["ongoing", "planned", "cancelled", "alleged"], text: str) -> bool:
    """Whether any verb of ``text`` bears ``status`` out; what happened needs no special form."""
    pattern = {
        "cancelled": _CANCELLED, "alleged": _ALLEGED, "planned": _PLANNED,
        "ongoing": _ONGOING,
    }[status]  # fmt: skip
    if status == "ongoing" and _GOES_ON.search(text):
        return True
    return bool(pattern.search(text)) or (status == "planned" and " would " in text)


def _may_plan(clause: str, signs: set[str]) -> bool:
    """Whether `_PLANNED` may match: where none of ``signs`` stands as it must, it does not. Of the
    clauses with such a word, half have but "about" or "be"."""
    if "’ll" in clause or "'ll" in clause or " is to " in clause or " are to " in clause:
        return True
    if signs and any(map(clause.__contains__, _MODALS)):
        return True
    for word in signs:
        if f"{word} to" in clause or f"{word} for" in clause:
            return True
        before = _BEFORE_BE if word == "be" else _BEFORE_DUE
        at = clause.find(word)
        while at >= 0:
            if clause.endswith(before, 0, at):
                return True
            at = clause.find(word, at + 1)
    return False


def without_asides(clause: str) -> str:
    """The clause, what stands between commas behind a relative pronoun blanked."""
    return _ASIDE.sub(lambda m: ", " + "\0" * (len(m[0]) - 3) + ",", clause)


def decides(clause: str, at: int, found: str) -> bool:
    """Whether a verb at ``at`` that calls off or accuses is the clause's own, and not one that only
    describes a party ("men accused of theft were freed"), is denied, or gives a reason."""
    words = clause[:at].split()
    n = len(words)
    while n and (words[n - 1] in _IN_GROUP or words[n - 1].endswith("ly")):
        n -= 1
    group, before = words[n:], words[n - 1] if n else ""
    if not _DOUBTS.isdisjoint(group) or before in _RELATIVE:
        return False
    if not group and found == "accusing " and ", " in clause[:at]:
        return False  # "He criticised the bank, accusing it of theft": he did
    if not group and before and (_introduces(before) or before in _PREPOSITIONS):
        return False  # "the cancelled match", "over alleged links"
    if not group and found in _OF_PARTIES and clause.startswith("of ", at + len(found)):
        return False
    return not any(
        word in _REASONS and any(map(_past, words[:m])) for m, word in enumerate(words[:n])
    )


def _goes_on(clause: str, found: re.Match[str]) -> bool:
    """Whether what is dropped is no plan: "He was dropped from the side"."""
    dropped = found[0].endswith((" dropped", " axed", " ditched"))
    return dropped and _PLAN.search(clause, 0, found.start()) is None


def acts_before(clause: str, at: int) -> bool:
    """Whether a verb before ``at`` tells of what was done."""
    return _first_past(clause[:at].split(), -1) >= 0


class _Pasts(dict[str, Literal["", "past", "-ed"]]):
    """Whether each word is in the past, "said" aside; of one in "-ed", its neighbour tells."""

    def __missing__(self, raw: str) -> Literal["", "past", "-ed"]:
        if len(self) > 50_000:
            self.clear()
        word = raw.rstrip(",.;:!?")
        found: Literal["", "past", "-ed"] = ""
        if word in SAYS:
            pass
        elif word in IRREGULAR_PAST:
            found = "past"
        elif word.endswith("ed") and len(word) > 3 and word.islower() and "-" not in word:
            found = "-ed"
        self[raw] = found
        return found


_past = _Pasts().__getitem__


def _first_past(words: list[str], missing: int) -> int:
    """About where the first verb in the past stands, in code points; "said" aside, since
    what is said to happen counts."""
    for n in compress(count(), map(_past, words)):
        adjective = n and (_introduces(words[n - 1]) or words[n - 1] in _PREPOSITIONS)
        if adjective and _past(words[n]) == "-ed":
            continue  # "the wounded", "led by retired judge Ann Lee"
        if words[n] in _THEN and (words[n + 1 : n + 2] == ["to"] or is_arranged(words, n)):
            continue  # "Talks were to resume", "said talks were starting in May"
        if words[n] in _HAD_BEEN and not _FORESEEN.isdisjoint(words[n + 1 : n + 3]):
            continue  # "had been due to open"
        if words[n + 1 : n + 2] == ["by"] and not _MODALS_ALONE.isdisjoint(words[n + 2 : n + 10]):
            continue  # "An inquiry led by a judge will"
        if n == 0 or not ahead_by_group(words, n):
            return sum(map(len, words[:n])) + n
    return missing


def _introduces(before: str) -> bool:
    """Whether a form in -ed behind it is an adjective: "the wounded"."""
    return before.lower() in _DETERMINERS or before.endswith(("'s", "’s"))
