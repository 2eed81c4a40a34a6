"""What a name is by the words beside it, where the name alone does not tell."""

from __future__ import annotations

import functools

from newsbrief.analysis.lexicon import geography, offices, organisations, people, words
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.lexicon.persons import is_person
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import appositions, naming, owning, roles, towns, within
from newsbrief.analysis.names.drafts import Draft, words_before
from newsbrief.analysis.names.naming import Kind
from newsbrief.analysis.patterns import Lazy

_REPORTS = word_set(
    "said says told tells added adds wrote writes argued argues claimed claims warned warns asked "
    "asks explained explains replied tweeted announced insisted insists noted notes declared "
    "acknowledged admitted recalled testified vowed pledged predicted complained joked"
)
LOCATIVES = word_set("in at near outside inside around across throughout")
_UNTELLING = word_set("at in of from for near")
# "Regimental Remembrance", "Continental Shipment"
_ABSTRACT = (
    "onal", "ental", "ical", "cial", "tial", "tion", "ment", "brance", "ship", "ness", "ism",
)  # fmt: skip
_NEXT_WORD = Lazy(r"(?:['’]s)? ([a-z]+)")
_AGE_OR_WHO = Lazy(r",? who(?:se)?\b|, (?:aged )?\d\d?\b(?! percent)|, (?:Jr|Sr)\b| \(\d\d\)")
_AGED = Lazy(r", (?:aged )?\d\d(?=[,.] )")  # "of Ann Cole, 16,"; not "near Marlow, 12 miles"
_BEFORE_AGE_OR_WHO = frozenset((", ", " w", " ("))
_POSSESSIVE = ("’s", "'s")


def settle(text: str, drafts: list[Draft]) -> None:
    """Give kinds by the neighbours to the drafts that are not sure of theirs."""
    owners: list[Draft] = []
    for d in drafts:
        if not d.sure and (d.kind in (None, "person") or " " not in d.name):
            d.kind = _by_neighbours(text, d)
            if d.kind == "place" and text.startswith(_POSSESSIVE, d.end):
                owners.append(d)
        elif d.kind == "place" and towns.acts(text, d):
            d.kind = "organisation"
    towns.settle(text, drafts)
    bodies = {d.name for d in drafts if d.kind == "organisation" and " " in d.name}
    for d in drafts:
        if d.kind == "person" and not d.sure and d.name in bodies and not _opens_with_given(d.name):
            d.kind = "organisation"
    if owners:
        surnames = {d.name.rpartition(" ")[2] for d in drafts if d.kind == "person"}
        for d in owners:
            if d.name in surnames:  # "in Cruz's home state"
                d.kind = None


_OF_TEAMS = word_set("coach captain striker midfielder defender goalkeeper winger fans")
# "Marlow chairman Ann Lee"
_HEADS = word_set("chief chairman chairwoman boss")
_IS_NAMED = Lazy(r" [a-z]+ [A-Z]\w+ [A-Z]")
_OF_FIRMS = word_set("spokesman spokeswoman spokesperson shares shareholders headquarters")
_NUMBER = Lazy(r" \d{1,3}\b(?![,.]\d)")
# "Marlow, the family-owned biscuit maker, said".
_APPOSED = Lazy(
    r", (?:an?|the|its|one of the|(?:[A-Z][\w.]+ )?[A-Z][\w.]+['’]s?) "
    r"(?:[\w’'-]+ ){0,4}?(?P<noun>\w[\w-]+)"
    r"(?=[,.;]| (?:in|of|that|which|based|owned|behind|with|from|near)\b)"
)
_BODY_NOUNS = organisations.ORG_NOUNS - word_set(
    "developer producer miner supplier publisher contractor broadcaster provider operator"
) | {"PAC"}


def is_body(text: str, end: int) -> bool:
    """Whether the text calls a company or a club what it names there."""
    m = _APPOSED.match(text, end, end + 90)
    return m is not None and m["noun"] in _BODY_NOUNS


_PUBLISHED = word_set(
    "published publishes publishing publish writing wrote writes write written reported reporting "
    "appeared appearing appears appear article paper study column essay interview editorial "
    "findings research letter review photographed featured cited quoted"
)


def is_no_place(text: str, start: int, end: int) -> bool:
    """Whether what "in" stands before is a journal or a numbered thing: "writing in Nature", "in
    Year 12"."""
    if _NUMBER.match(text, end, end + 6) is not None:
        return True
    before = text[max(0, start - 32) : start].rsplit(None, 3)
    return len(before) > 1 and before[-2].lower() in _PUBLISHED and before[-1].lower() == "in"


def reports(text: str, end: int) -> bool:
    """Whether a verb of saying follows: "Marlow said"."""
    after = _NEXT_WORD.match(text, end, end + 24)
    return after is not None and after[1] in _REPORTS


@functools.lru_cache(maxsize=8192)
def personal(name: str) -> bool:
    """Whether nothing in these words speaks against a person."""
    parts = name.split(" ")
    if len(name) < 4 and name.isupper():
        return False
    if any(w.endswith(_ABSTRACT) and w not in people.given_names() for w in parts):
        return False
    if parts[0].isupper() and "." not in parts[0] and len(parts) > 1 and not parts[1].isupper():
        return False  # "RJR Nabisco"
    if len(parts) == 2 and naming.is_given(parts[0]) and naming.known(name) is None:
        return True  # "Ann Train", whom an office or a verb calls a person
    return len(parts) < 5 and not any(
        naming.known(w)
        or w in countries().adjectives
        or w in offices.PORTFOLIOS
        or w.lower() in words.ordinary()
        for w in parts
    )


def _by_neighbours(text: str, d: Draft) -> Kind | None:
    name, end, kind = d.name, d.end, d.kind
    before = words_before(text, d)
    last = before[-1] if before else ""
    beside = text[end : end + 2]
    apposed = beside == ", "
    several = " " in name
    if kind != "organisation" and _introduced(text, d, last, beside) and personal(name):
        many = name.endswith(("ans", "ers", "ites")) and last[-1:] != ","
        return "group" if many else "person"
    noun = last[:-1] if apposed and last[-1:] == "," and not several else last
    if noun in ("called", "named") and len(before) > 1 and (several or not is_common(name.lower())):
        noun = before[-2]  # "a firm called Gavekal Dragonomics"
    if several and last[-2:] == "s,":
        noun = last[:-2]  # "two companies, Huon Aquaculture and"
        noun = f"{noun[:-2]}y" if noun.endswith("ie") else noun
    bodily = noun in organisations.ORG_NOUNS or (apposed and is_body(text, end))
    if bodily and not _opens_with_given(name):
        return "organisation"
    if kind is not None:
        return kind
    if apposed and within.is_within(text, end, last) and not _opens_with_given(name):
        return "place"
    if (several or not is_common(name.lower())) and owning.is_body(text, d.start, end):
        return "organisation"
    if last == "of" and before[-2:-1] and before[-2].lower() in geography.PLACE_NOUNS:
        return "place"  # "the village of Navdi"
    after = _NEXT_WORD.match(text, end, end + 24)
    word = after[1] if after else ""
    if word in geography.PLACE_NOUNS and not text.startswith(" of ", after.end() if after else end):
        return "place"  # but "the Neolithic village of Skara Brae"
    if several:
        if last == "for" and before[-2:-1] and before[-2].startswith("spokes"):
            return None if _opens_with_given(name) else "organisation"
        speaks = word in _REPORTS or last in _REPORTS or _is_named(before)
        if (
            (speaks or (apposed and appositions.apposed(text, end)))
            and last.lower() != "the"
            and personal(name)
        ):
            return "person"
        called = word in organisations.CALLED or word in _OF_FIRMS
        called = called and not _opens_with_given(name)
        return "organisation" if called else None
    if "-e-" in name or "-i-" in name:  # "Sipah-e-Sahaba", but "to Mazar-e-Sharif"
        lies = last == "of" and not _PARTS_OF_TOWNS.isdisjoint(before[-2:-1])
        return "place" if lies or last in (*LOCATIVES, "to", "from") else "organisation"
    headed = word in _OF_TEAMS or (word in _HEADS and _IS_NAMED.match(text, end) is not None)
    if d.initial and not (headed and not is_common(name.lower())):
        return None
    if word == "headquarters" and last.endswith(_POSSESSIVE):
        return "place"  # "the company's Jurong headquarters"
    if word in organisations.ORG_POSSESSIONS or headed:
        return "organisation"
    if last == "at" and beside in _POSSESSIVE:
        return None  # "at Cruz's rally"
    if last in LOCATIVES and not towns.is_staked(before):
        return None if is_no_place(text, d.start, end) else "place"
    return None


_PARTS_OF_TOWNS = frozenset("city centre center town outskirts north south east west".split())


def _is_named(before: list[str]) -> bool:
    """Whether "named" or "called" stands there, and not behind a thing: "glasses, called"."""
    if before[-1:] not in (["named"], ["called"]):
        return False
    noun = before[-2].rstrip(",").lower() if len(before) > 1 else ""
    return noun in words.closed() or is_person(noun) or not is_common(noun)


def _leads(text: str, d: Draft, last: str) -> bool:
    """Whether the leader is of a party or a body: "YSRCP leader", not "the market leader"."""
    before = words_before(text, d)
    return (
        last == "leader" and len(before) > 1 and before[-2][0].isupper() and d.name.count(" ") < 3
    )


def _opens_with_given(name: str) -> bool:
    return name.partition(" ")[0] in people.given_names()


_CHAIRS = ("chair", "head", "host")


def _introduced(text: str, d: Draft, last: str, beside: str) -> bool:
    """Whether an office stands before the name, or an age or "who" behind it; ``beside``: the two
    characters there."""
    if " " not in d.name and (last == "fellow" or last in _CHAIRS):
        before = words_before(text, d)[-2:-1]
        if last == "fellow" or before == ["to"]:
            return False  # "his fellow Texan", "PM to chair Cobra meeting"
    if offices.is_role(last):
        plain = " " in d.name or last not in organisations.ORG_NOUNS
        if plain and (last not in offices.OF_BODIES or _leads(text, d, last)):
            return True
        return _opens_with_given(d.name)
    if last[-1:] == "," and " " in d.name and beside[:1] in (",", "."):
        return roles.introduced(text, d.start, d.end)
    if beside == ", " and " " not in d.name and text.startswith(", whose ", d.end):
        return False  # "Marlow, whose brands include"
    return (
        d.kind is None
        and beside in _BEFORE_AGE_OR_WHO
        and (last not in _UNTELLING or _AGED.match(text, d.end, d.end + 16) is not None)
        and _AGE_OR_WHO.match(text, d.end, d.end + 16) is not None
    )
