"""Clauses that tell of nothing that happened: appeals to readers, provisos, notes on the text."""

from __future__ import annotations

from newsbrief.analysis.events.finite import POSSIBLE, first_verb, has_verb, is_participle, modal
from newsbrief.analysis.events.status import without_asides
from newsbrief.analysis.events.undated import LASTING
from newsbrief.analysis.patterns import Lazy

_ANYBODY = frozenset("anyone anybody everyone everybody someone somebody".split())
_THIS = "this"
_FORECAST = frozenset("may might could".split())
#: The reader, or who is interviewed.
ADDRESSED = ("You ", "Your ")
_LABEL = 40  # code points of a label in front: "Haddad: You lost"
_ITSELF = frozenset(
    "article interview story report piece transcript version post page column newsletter".split()
)
_TALKS = frozenset("interview conversation transcript".split())
_EDITED = frozenset("edited condensed shortened abridged cut".split())
_SUBJECT = 4  # words in which the verb of such a clause stands


# "Earlier reports had put the death toll at 12."
_EARLIER = Lazy(
    r"(?:Earlier|Initial|Early|Previous|Preliminary|Unconfirmed) (?:media |news |press )?reports?\b"
    r"|An earlier version\b"
)
_EARLY = frozenset(("Ea", "In", "Pr", "Un", "An"))
# "After the vote, it will be even harder for Republicans to win."
_IT_IS = (
    r"[Ii]t(?:[’']s| (?:is|was|will be|would be|may be|seems|remains)) (?:(?:also|even|much|very"
    r"|too|so|more|most|less|far|not|still|now|just|perhaps|probably|increasingly) ){0,3}(?:hard"
    r"|harder"
    r"|easy|easier|difficult|tough|tougher|clear|unclear|likely|unlikely|possible|impossible"
    r"|important|necessary|fair|unfair|wrong|right|better|best|worse|essential|vital|crucial"
    r"|tempting|natural|surprising|strange|odd|ironic|telling|worth|true|untrue|obvious|early|late"
    r"|time)\b"
)
_JUDGED, _JUDGED_THEN = Lazy(rf"(?:(?:And|But|So|Yet) )?{_IT_IS}"), Lazy(f", {_IT_IS}")
_IT = frozenset("It it It’s it’s It's it's".split())
# What is said to be so, in marks: 'said it was "a success"', 'called it "a success"'.
_CALLING = ("said", "says", "told", "added", "insisted", "argued")
_CALLED = Lazy(rf"\b(?:{'|'.join(_CALLING)})\b[^.;]*\b(?:is|was|are|were|be) (?:[a-z]+ ){{0,2}}\0")
_CALLS = frozenset("called calls described describes dubbed branded labelled labeled".split())
_IS = frozenset(("is", "are"))
_HAS = frozenset(("has", "have"))
# What is so at the moment is news: "Two men are dead", "The road is shut".
_AT_PRESENT = frozenset(
    "dead missing hurt ill sick critical safe free homeless alive due set likely ready open shut "
    "out off over back down up at on in to under underway without with for from by through behind "
    "ahead being about going available effective expected near away between within".split()
)
_FURTHER = frozenset("that what how why where when as if said".split())
_OWNED = frozenset("a an no one two three four five six seven eight nine ten several many".split())
_WITHIN = frozenset(
    "also still now not already only just both well far much very too so bitterly deeply".split()
)


# "The feat, described in a journal, may be the first."
_PARTICIPLE = Lazy(r", [a-z]+ed (?:as|at|by|from|in|on|with) [^,]*,")


def tells_of_news(clause: str, named: bool, may: bool = True) -> bool:
    """Whether a clause without a time tells of something that happened or will. ``named``: whether
    it names a place or a party; ``may``: whether its sentence holds "may" or the like."""
    if ", " in clause and "ed " in clause:
        clause = _PARTICIPLE.sub(",", clause)
    if clause.startswith(ADDRESSED) or ": You" in clause[:_LABEL]:
        return False
    if clause[:2] in _EARLY and _EARLIER.match(clause):
        return False
    said = clause.split()
    if not _IT.isdisjoint(said) and (_JUDGED.match(clause) or _JUDGED_THEN.search(clause)):
        return False
    if ("\0" in clause and _is_called_so(clause, said)) or _is_a_state(clause, said):
        return False
    if not _SAYING.isdisjoint(said) and _is_opinion(clause):
        return False
    if (may and _is_only_possible(said)) or _is_unreal(said) or _does_not(said):
        return False
    if named and clause.lstrip()[: len(_THIS)].lower() != _THIS:  # two of three
        return True
    first, *words = clause.split(None, _SUBJECT)[:_SUBJECT]
    first = first.lower()
    if first == _THIS and words and words[0].lower() in _ITSELF:
        return False
    if first == "the" and words and words[0] in _TALKS and not _EDITED.isdisjoint(said):
        return False
    if named:
        return True
    low = frozenset(map(str.lower, words))
    if first in _ANYBODY or (first == "not" and not _ANYBODY.isdisjoint(low)):
        return False
    return POSSIBLE.isdisjoint(low)


def _is_called_so(clause: str, words: list[str]) -> bool:
    """Whether it only tells what somebody calls something, in marks."""
    if modal(words, _CALLS) is not None:
        return True
    return any(map(clause.__contains__, _CALLING)) and _CALLED.search(clause) is not None


def _is_a_state(clause: str, words: list[str]) -> bool:
    """Whether it says what is, and not what happened: "Mr. Roe is a lawyer", "Quakes are common
    here", "The phone has a 6.9-inch screen"."""
    if _BE_OR_HAVE.isdisjoint(words):
        return False  # two of three
    if ", wh" in clause:
        words = without_asides(clause).split()
    at = modal(words, _BE_OR_HAVE)
    if at is None or any(map(clause.__contains__, _GOES_ON)):
        return False
    if words[at] in _HAS:
        following = next((word for word in words[at + 1 :] if word not in _WITHIN), "")
        return following in _OWNED or following[:1].isdecimal()
    return _describes(words, at)


def _describes(words: list[str], at: int) -> bool:
    """Whether what follows the "is" at ``at`` says how somebody is, and not what was done."""
    n = next((n for n in range(at + 1, len(words)) if words[n] not in _WITHIN), at)
    following = words[n] if n > at else ""
    if words[n + 1 : n + 2] == ["to"]:
        return False  # "is certain to be asked"
    bare = following.rstrip(",.;:")
    if bare == "being":  # "was being cautious", not "was being mended"
        return n + 1 >= len(words) or not is_participle(words[n + 1].rstrip(",.;:"))
    if bare in _FELT:
        return True
    if bare in _AT_PRESENT or is_participle(bare) or not bare[:1].islower():
        return following.endswith(("'s", "’s"))
    return not bare.endswith(("ing", "ly")) and following not in _FURTHER


def _is_opinion(clause: str) -> bool:
    """Whether somebody only says what is no news by itself: "Ann Lee said the cut was bigger than
    hers", "Ann Lee believes the cut may help", 'Ann Lee said the cut “slashed” jobs'."""
    if any(map(clause.__contains__, _GOES_ON)) or clause.startswith("At "):
        return False  # "At a rally in Oslo, he said": the rally is news
    m = _SAID.search(clause)
    if m is None or first_verb(clause[: m.end()].split()) != "says":
        return False
    said = clause[m.end() :]
    words = said.split()
    at = modal(words, _WAS_OR_WILL)
    if at is not None and words[at + 1 : at + 2] in (["be"], ["been"]):
        at += 1  # "said it had been hard", "said it would be hard"
    if at is not None and words[at] not in _AHEAD and _describes(words, at):
        return True
    if modal(words, _STATES) is not None:
        return True  # "said he knew the way"
    if "\0" in said and not has_verb(said.replace("\0", "")):
        return True
    return bool(words) and (
        _is_a_state(said, words)
        or _is_only_possible(words)
        or _is_unreal(words)
        or _does_not(words)
        or _JUDGED.match(said) is not None
    )


_STATES = LASTING - frozenset(
    "made managed got heard saw served worked spent used lived kept tried struggled grew".split()
)
_SAYS = (
    "said says say added adds insisted insists argued argues noted notes suggested suggests "
    "claimed claims explained explains believes believe thinks think"
)
_SAYING = frozenset((*_SAYS.split(), "told", "tells", "said:", "says:", "said,", "says,"))
_SAID = Lazy(
    rf"\b(?:(?:{'|'.join(_SAYS.split())})(?: that|[:,])?"
    r"|(?:told|tells) (?:[\w.’'&-]+ ){1,6}that) "
)
_AHEAD = frozenset(("had", "has", "have", "would", "will"))
_WAS_OR_WILL = _AHEAD | frozenset(("was", "were", "is", "are"))
_FELT = frozenset(
    "disappointed concerned worried pleased delighted surprised satisfied shocked saddened "
    "devastated convinced determined excited proud relieved thrilled".split()
)
_GOES_ON = (", but ", ", and ", "; ", " -- ", " — ", " – ")
_BE_OR_HAVE = _IS | _HAS


def _does_not(words: list[str]) -> bool:
    """Whether it says what is not so: "The boat does not have a name"."""
    at = modal(words, _DO) if words[0] not in _CONDITIONS else None
    return at is not None and (words[at] not in _BARE_DO or words[at + 1 : at + 2] == ["not"])


_CONDITIONS = frozenset("If When While Although Though Because As Since Unless".split())
_BARE_DO = frozenset(("do", "does"))
_DO = _BARE_DO | frozenset("don't don’t doesn't doesn’t".split())


def _is_unreal(words: list[str]) -> bool:
    """Whether it tells of what did not happen: "The tax would have doubled the price"."""
    at = modal(words, _WOULD)
    if at is None or "have" not in words[at + 1 : at + 4]:
        return False
    done = words[words.index("have", at) + 1 :]
    return bool(done) and is_participle(done[0].rstrip(",.;:"))  # not "would have to win"


_WOULD = frozenset(("would",))


def _is_only_possible(words: list[str]) -> bool:
    """Whether it tells of what may or should be: "Mr. Roe may win". Who "could not" did not, and
    "gusts could reach 60 mph" is a forecast."""
    at = modal(words, POSSIBLE)
    if at is None or words[at : at + 2] == ["could", "not"]:
        return False
    forecast = words[at] in _FORECAST and any(w[:1].isdecimal() for w in words[at + 1 : at + 7])
    return not forecast
