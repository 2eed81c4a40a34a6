"""What an unnamed source is, by the noun that heads its words: "The fire service", "A survey"."""

from __future__ import annotations

from typing import Literal

from newsbrief.analysis.lexicon import collectives, geography
from newsbrief.analysis.lexicon.calendar import CALENDAR
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.lexicon.offices import ROLE_HEADS, TITLES
from newsbrief.analysis.lexicon.people import EVERYDAY_SURNAMES, given_names
from newsbrief.analysis.lexicon.persons import are_people, is_person
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.lexicon.words import closed, ordinary
from newsbrief.analysis.names import naming
from newsbrief.analysis.names.unlisted import coined
from newsbrief.analysis.patterns import Lazy

Kind = Literal["person", "organisation", "government", "group"]

_HEAD_ENDS = Lazy(
    r",(?!\d)|\(|\s(?:of|at|from|in|for|with|who|close|on|to|by|about|into|among|between|near|which|"
    r"that|whose|against|under|behind|after|before|since|familiar|surveyed|interviewed)\b"
)
# "Six in 10 voters", "24% of voters"
_RATIO = Lazy(
    r"\d+(?:\.\d+)?%|(?i:\w+ in (?:\d+|five|six|seven|eight|nine|ten|twenty|three|four)\b)"
)
_LAST_WORD = Lazy(r"\w[\w-]*\Z")
#: Words that end in a noun of many: "farmers", "police".
PLURAL = Lazy(r"(?i:\b(?:people|police|(?!\w*(?:ss|us|is)\Z)\w{3,}s)\Z)")
_GUARD = Lazy(r"(?i:\b(?:coast|national|state|home|royal) guard)\b")
_MANY = word_set(
    "group number range array network coalition alliance chain mix mixture lot quarter third "
    "proportion share handful fraction plurality crop string slew batch percentage chunk dozen"
)
# Nobody and how many: no party, whoever is said to speak.
_NEGATIONS = word_set("no none nobody nothing neither nor not never no-one")
_SHARES = word_set(
    "those these ones percent cent % half many most some several few both all others two-thirds "
    "three-quarters three-fourths dozens scores hundreds thousands millions majorities"
)


_OFFICES = TITLES - word_set("economist leader judge host anchor")


def is_nobody(words: str) -> bool:
    """Whether ``words`` name no party: a negation ("No one"), a quantifier or a number alone."""
    ws = words.lower().split()
    if not ws or ws[0] in _NEGATIONS:
        return bool(ws)
    if ws[-1] in collectives.ORGANISATIONS:
        return False  # "The report", which is an everyday verb too
    small = closed()
    for word in ws:
        if word not in small and (word.isalpha() or any(map(str.isalpha, word))):
            return False
    return True


def kind(words: str) -> Kind | None:
    """What the party is that the article calls by ``words``, which are no name that it knows; None
    where their noun means neither people nor a body nor a paper: "The economy", "Its tone"."""
    words = words.strip()
    listed = naming.known(words)
    if listed == "place":
        table = countries()
        ruled = (geography.states(), table.names, table.capitals)
        return "government" if any(words in names for names in ruled) else "organisation"
    if words.isupper() and (listed or naming.is_acronym(words) or naming.known(words.title())):
        return "organisation"  # "IDC", "NEW DELHI"
    if listed:
        return "organisation" if listed == "government" else listed
    cut = _HEAD_ENDS.search(words)
    if cut and cut[0] == " of" and words[: cut.start()].rpartition(" ")[2].lower() in _MANY:
        found = _by_noun(words[cut.end() :].lstrip())  # "a group of scientists"
        return "group" if found == "person" else found
    return "group" if _RATIO.match(words) else _by_noun(words)


def head(words: str) -> tuple[str, str]:
    """The noun that heads ``words``, and what stands before it."""
    cut = _HEAD_ENDS.search(words)
    before, _, last = _noun_phrase(words[: cut.start()] if cut else words).rpartition(" ")
    found = _LAST_WORD.search(last)
    return (found[0] if found else ""), before


def _by_noun(words: str) -> Kind | None:
    last, _ = head(words)
    noun = last.lower()
    if noun == "guard" and _GUARD.search(words):
        return "organisation"
    if noun in collectives.GOVERNMENTS:
        return "government"
    if noun in collectives.GROUPS:
        return "group"
    if noun in collectives.ORGANISATIONS or noun[:-1] in collectives.PAPERS:
        return "organisation"
    first = words.partition(" ")[0].lower()
    if (
        noun in _MANY
        or noun in _SHARES
        or first in _SHARES
        or are_people(noun)
        or _are_bodies(noun)
    ):
        return "group"
    if last != words and last[:1].isupper() and noun in _OFFICES:
        return "person"  # "The Queensland Premier"
    if _is_title(words) or _names_a_seat(words, last):
        return "organisation"
    if first == "the" and _is_masthead(last, noun) and words[3:].strip() == last:
        return "organisation"
    if last[:1].isupper() and (last == words or not words.startswith(f"{last} ")):
        alone = noun in ordinary() or noun.endswith(_ENDS_NO_NAME)  # "Hale" is a word as well
        if last == words and alone and _is_thing(last, noun):
            return None  # "Update", "Blistering"
        return "group" if PLURAL.search(last) else "person"
    if last[:1].isupper() and PLURAL.search(last):
        return "group"  # "Critics of the plan"; but "Close to 50 interviews" is nobody
    return "person" if is_person(noun) else None


def _is_masthead(last: str, noun: str) -> bool:
    """ "The Star": in capitals, and neither an office ("The Dean") nor people ("The Beatles")."""
    if last in naming.MASTHEADS:
        return True
    office = noun in ROLE_HEADS or noun.endswith(("man", "woman"))
    return last[:1].isupper() and not office and not PLURAL.search(last)


_ENDS_NO_NAME = ("ly", "ing", "ed", "est", "ic", "tion", "ism", "ness", "ment", "ty", "ary", "ive")


def _is_thing(last: str, noun: str) -> bool:
    """Whether a lone word is a common one that no person bears for a name."""
    return (
        is_common(noun)
        and not is_person(noun)
        and not PLURAL.search(noun)
        and last not in given_names()
        and last not in EVERYDAY_SURNAMES
        and last not in naming.SURNAME_NOUNS
    )


def _are_bodies(noun: str) -> bool:
    one = noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]
    return noun.endswith("s") and (one in collectives.BODIES or one in collectives.GROUPS)


def _is_title(words: str) -> bool:
    """Whether the words are a name that is mostly made of common ones: "Suffolk Coast Watch"."""
    ws = words.split()
    common = sum(map(is_common, map(str.lower, ws)))
    return (
        len(ws) > 2
        and all(w[0].isupper() for w in ws)
        and ws[0] not in given_names()
        and 2 * common >= len(ws)
    )


def _names_a_seat(words: str, last: str) -> bool:
    """Whether the name is a place's, which speaks for who sits there, or as no person is called:
    "Buckingham Palace", "Historic England", "UKHospitality", "Daily Caller"."""
    if last.isalpha() and (
        (len(last) > 4 and last[:3].isupper() and not last.isupper())
        or (last == words and last[0].isupper() and coined(last))
    ):
        return True
    front, _, _ = words.rpartition(" ")
    if front.istitle() and " " not in front and _is_no_given_name(front):
        return last.istitle()
    if not front[:1].isupper() or front in given_names():
        return False
    return last in geography.PLACE_ENDS or last in countries().names


def _is_no_given_name(word: str) -> bool:
    """Whether an everyday word opens the name: "Daily Caller"."""
    low = word.lower()
    return low in ordinary() and low not in closed() and word not in given_names()


def _noun_phrase(phrase: str) -> str:
    """``phrase`` without the participle or the day behind its noun: "A report published Monday",
    "Analysts polled", "a man wearing a hat"."""
    ws = phrase.split()
    for n in range(1, len(ws)):
        word, noun = ws[n], ws[n - 1].lower()
        if word.endswith("ed") or word in CALENDAR or word in ("seen", "sent", "written"):
            if noun in collectives.ORGANISATIONS or PLURAL.search(noun):
                return " ".join(ws[:n])
        elif word.endswith("ing") and is_person(noun) and not is_person(ws[-1].lower()):
            return " ".join(ws[:n])
    return phrase
