"""Verb forms: whether the words around a time point back or ahead."""

from __future__ import annotations

from itertools import chain, pairwise
from operator import itemgetter

from newsbrief.analysis.lexicon.calendar import MONTHS
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.times.arranged import begins_later, is_arranged, is_fixture
from newsbrief.analysis.times.dates import Direction

_FUTURE = frozenset(
    "will won't won’t shall upcoming forthcoming scheduled slated due until till expects "
    "plans planning expected would hopes intends vows aims poised tomorrow should could may might "
    "must can cannot can't can’t faces enters "
    "opens begins starts meets travels visits hosts airs expires convenes launches arrives flies "
    "plays tours kicks resumes takes ends closes heads returns runs if holds go goes meet "
    "begin".split()
)
IRREGULAR_PAST = frozenset(
    "said was were had did told made took went came saw gave found got began became left felt "
    "brought held wrote stood lost paid met led won broke spoke rose fell sent built drew chose "
    "grew fought caught bought taught sought thought shot struck threw flew drove "
    "fled sank swore tore wore stole kept slept swept crept knew ran sat spent fled "
    "heard known taken given seen done gone been shown slain killed died beaten driven "
    "written spoken broken chosen withdrew undertook overcame forbade sold "
    "dealt meant sued arose awoke ate bled blew bore bred clung drank dreamt dug dwelt fed "
    "flung foresaw forgave forgot froze hid hung knelt laid leapt learnt lent misled mistook "
    "overheard overran overrode oversaw overthrew overtook rang rebuilt retook rewrote rode sang "
    "shone shook shrank slid sped sprang spun strove stung swam swung underwent "
    "understood undid upheld wept withheld withstood woke".split()
)
_AIMS = frozenset(
    "agreed plans planned plan hopes hoped hope intends intend vowed promised pledged wants want "
    "aim need needs urged going set scheduled expected due ready likely prepares prepare preparing "
    "returns is are".split()
)
# Done by being said, whatever it is that is to come: "on Monday agreed to hear".
_SAID = frozenset("agreed vowed promised pledged urged".split())
_BE = frozenset("is are was were be been".split())
_MODALS = frozenset(
    "will would shall should can could may might must won't won’t cannot can't can’t wouldn't "
    "wouldn’t couldn't couldn’t mustn't mustn’t shouldn't shouldn’t".split()
)
_PRESENT = frozenset("is are isn't isn’t aren't aren’t".split())
_STAYING = frozenset("be being stay remain".split())
_WITHIN_GROUP = _STAYING | frozenset("not also now only then still first finally never".split())
_DETERMINERS = frozenset("the a an his her its our my your their this these".split())
# Participles that tell in the present of what lies behind: captions, charges, opinions.
_STATES = frozenset(
    "seen shown pictured photographed depicted filmed captured heard accused alleged charged "
    "suspected convicted believed thought said known understood reported feared dated based named "
    "called wanted related linked".split()
)
_RELATIVE = frozenset("who which that where".split())
_ON = frozenset("on for at by from in".split())
_NO_VERB = _DETERMINERS | frozenset("at least about around nearly almost over more".split())
_AHEAD = frozenset("until till before".split())
# What is done now for a day to come: "cancelled flights for Friday".
_FOR = frozenset(
    "cancelled canceled called booked invited arranged rescheduled postponed summoned".split()
)
_FORESEEN = (" planned for ", " scheduled for ", " due in ")
_WAS = frozenset("was were has had".split())
_LINKING = frozenset("the its of this at least".split())
_NOT = frozenset(
    "not never unknown unaware unclear didn't didn’t wasn't wasn’t weren't weren’t".split()
)
_DID = frozenset("did was were had didn't didn’t wasn't wasn’t weren't weren’t".split())
_PAIRS = frozenset((("ahead", "of"), ("planned", "for"), ("set", "for")))
_SECOND = ("of", "for")
_WORD = Lazy(r"[\w'’]+")
_OFF = Lazy(
    r",? ha(?:s|ve) been (?:called off|cancell?ed|postponed|delayed|put off|scrapped|moved)\b"
)
_SAYING = Lazy(r", [a-z]+ing\b")
_TO_BE = frozenset("was were due planned scheduled set".split())
_FIXTURES = frozenset("travel host face play visit".split())
_JOINING_MARKS = (";", ":", "—", " -- ")
_JOINING_WORDS = (", and ", ", but ", ", while ", ", so ")
_LAST = 3  # words among which "until" and "before" stand
_SURE = 60  # code points in which such a verb stands
_CONDITION = 8  # words from "once" to the verb of its clause, at most
_OPENING = 3  # words before a time that opens its clause, at most two: "On", "Late on"
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


_pointing = _Pointing().__getitem__


def _signal(word: str, following: str) -> Direction:
    if following == "to" and word in _AIMS:
        return "future"
    if word == "turns" and following.isdecimal():
        return "future"  # "turns 22 on Friday"
    ahead = following in _SECOND and (word, following) in _PAIRS
    return "future" if ahead else _pointing(word)


def ahead_by_group(words: list[str], at: int) -> bool | None:
    """Whether the participle at ``at`` tells of what is to come, by the words before it: "will be
    held", "is to be held", "is held". ``None`` where no such word makes a group with it."""
    be, n = False, at - 1
    while n >= 0 and (words[n] in _WITHIN_GROUP or words[n].endswith("ly")):
        be = be or words[n] in _STAYING
        n -= 1
    if n < 0:
        return None
    opener = words[n]
    if opener == "could" and words[n + 1] == "not":
        return None  # "could not be reached on Friday"
    if (be and opener in _MODALS) or opener.endswith(("'ll", "’ll")):
        return True
    if be and opener == "to":
        aim = words[n - 1] if n else ""
        past = {"was", "were"}.intersection(words[max(0, n - 2) : n])
        return not past and (aim in _AIMS or _pointing(aim) != "past")
    if opener in _PRESENT and (n == 0 or words[n - 1] not in _RELATIVE):
        return words[at] not in _STATES or None
    return None


def direction(text: str, start: int, end: int, left: int, right: int) -> Direction:
    """Which way a time at ``start:end`` points, by the nearest verb of its sentence.

    ``left`` and ``right`` bound the sentence. The verb before the time in its clause decides,
    else the first verb after it, else any before; ``None`` where there is none.
    """
    low = max(left, start - _LOOK)
    if text.endswith(" as soon as ", low, start):
        return "future"
    if text.endswith(" as of ", low, start) and not _WAS.isdisjoint(text[low:start].split()):
        return "past"  # "no talks were scheduled as of Tuesday"
    if text[start:end] in MONTHS and text.endswith(_FORESEEN, low, start):
        verb = _WORD.search(text, end, min(right, end + _LOOK))
        if verb and verb[0] in _WAS:
            return None  # "A meeting planned for May was called off": May may be over
    cut = low + _last_joint(text[low:start])
    near = _WORD.findall(text, cut, start)
    last = near if len(near) >= _LAST or cut == low else _WORD.findall(text, low, start)
    for word in reversed(last[-_LAST:]):
        if word not in _LINKING:
            small = word.lower()
            if small in _AHEAD:
                return "past" if small != "before" and _was_not(near) else "future"
            if small == "since":
                return "past"
            if small == "for" and not _FOR.isdisjoint(near):
                return "future"
            break
    if _OFF.match(text, end, min(right, end + _LOOK)) and not _TO_BE.isdisjoint(near):
        return "future"  # "a match that was to be played on Sunday has been called off"
    if near and near[-1] == "by" and _has_infinitive(near):
        return "future"  # "told them to leave by Friday"
    due = text[start : start + 1].isupper() or text[start : start + 1].isdecimal()
    found = "future" if due and _is_due(near) else _backwards(near)
    if found:
        return found
    stop = min(right, end + _LOOK)
    if len(near) >= _OPENING and (aside := _SAYING.search(text, end, stop)):
        stop = aside.start()  # "forecast a loss on Monday, saying costs would rise"
    words = map(itemgetter(0), _WORD.finditer(text, end, stop))
    behind: list[str] = []
    for word, following in pairwise(chain(words, ("",))):
        behind.append(word)
        found = "past" if word in _SAID else _signal(word, following)
        if found:
            opens = len(near) < _OPENING  # "On Friday the report is published"
            ahead = opens and found == "past" and ahead_by_group(behind, len(behind) - 1)
            return "future" if ahead else found
    if is_fixture(near):
        return "future"
    return _backwards(_WORD.findall(text, low, cut)) if cut > low else None


def _was_not(words: list[str]) -> bool:
    """Whether what came at last is told before "until": "did not arrive until Friday"."""
    return not (_NOT.isdisjoint(words) or _DID.isdisjoint(words)) and all(
        word in _AHEAD or _pointing(word) != "future" for word in words
    )


_DONE = ("on ", "On ", " over ", " over the ", " at ", " from ", " between ", " from the ")


def done_on(text: str, start: int, end: int, left: int, right: int) -> bool:
    """Whether something was done "on" the time at ``start:end``, or "over" it, past doubt: "met on
    5 May", not "vowed to fight the vote on 5 May"."""
    if not text.endswith(_DONE, 0, start):
        return False
    words = _WORD.findall(text, max(left, start - _SURE), start)
    if len(words) < _OPENING:
        behind = _WORD.findall(text, end, min(right, end + _SURE))
        return any(map(_is_done, behind)) and not any(map(_is_open, behind))
    for word in reversed(words):
        if _is_done(word):
            return True
        if _is_open(word):
            return False
    return False


def _is_done(word: str) -> bool:
    return _pointing(word) == "past"


def _is_open(word: str) -> bool:
    return word == "to" or word.endswith("ing") or _pointing(word) == "future"


def _last_joint(clause: str) -> int:
    """Where the words begin behind the last mark or word that joins two clauses."""
    cut = max(map(clause.rfind, _JOINING_MARKS)) + 1
    for joint in _JOINING_WORDS if ", " in clause else ():
        at = clause.rfind(joint, cut)
        if at >= 0:
            cut = at + len(joint)
    return cut


def _has_infinitive(words: list[str]) -> bool:
    """Whether a verb in the infinitive stands there: "to leave", not "to the house", "to 12"."""
    return any(
        word == "to" and verb.islower() and verb not in _NO_VERB and before not in ("was", "were")
        for before, word, verb in zip(("", *words), words, words[1:], strict=False)
    )


def _backwards(words: list[str]) -> Direction:
    following = ""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        found = _signal(word, following)
        if word in _BE and is_arranged(words, at):
            return "future"
        if word in _FIXTURES and at and words[at - 1] in ("They", "they", "who"):
            found = "future"  # "They travel to Marlow on Tuesday"
        if found is None:
            following = word
            continue
        before = words[at - 1] if at else ""
        if found == "past":
            if ahead_by_group(words, at) or begins_later(words, at):
                return "future"
            if word.endswith("ed") and (before in _DETERMINERS or _describes(before, following)):
                found = None  # "will open the renovated hall", "contacting affected people"
        if word == "due" and following == "to" and before not in _BE:
            found = None  # "withdrew due to rain"
        elif found == "future" and following == "to" and (group := _was(words, at)):
            found = "past" if group == "had been" else "near"  # "was scheduled to leave Tuesday"
        elif word in ("was", "were") and following == "to" and words[at + 2 : at + 3] != ["blame"]:
            found = "near"  # "Talks were to resume on Saturday"
        if found == "past" and "if" in words[max(0, at - 3) : at]:
            return "future"  # "if he won on Nov. 8"
        if found == "past" and (opener := _condition(words, at)) is not None:
            found = _backwards(words[:opener]) or found
        if found:
            return found
        following = word
    return None


def _was(words: list[str], at: int) -> str:
    """The words that tell that what stands at ``at`` was so: "was due", "had been due"."""
    group = " ".join(words[max(0, at - 2) : at])
    return "had been" if group == "had been" else group if group.endswith(("was", "were")) else ""


def _describes(before: str, noun: str) -> bool:
    """Whether a form in -ed between the two tells of the noun: "contacting affected customers"."""
    return (
        before.endswith("ing")
        and len(noun) > 3
        and noun.endswith("s")
        and noun.islower()
        and not noun.endswith(("ss", "us"))
    )


def _condition(words: list[str], at: int) -> int | None:
    """Where the condition begins that the verb at ``at`` stands in: "would begin as soon as the
    ship had been towed in"."""
    for n in range(at - 1, max(-1, at - _CONDITION), -1):
        if words[n] == "once" or (words[n] == "soon" and words[n + 1] == "as"):
            return n
    return None


def _is_due(words: list[str]) -> bool:
    """ "The vote is on Friday", "storms are possible Wednesday": what is, on a day that is named,
    is still to come."""
    last = len(words) - (words[-1:] != [] and words[-1] in _ON)
    for word in words[max(0, last - 2) : last]:
        if word in _PRESENT:
            described = words[last - 1]
            return (
                described.islower()
                and not described.endswith("ing")
                and described not in _STATES
                and described not in _NO_VERB
            )
    return False
