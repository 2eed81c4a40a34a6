"""Names that a mark inside them parts, put together; two that lost the one between them, parted."""

from __future__ import annotations

from dataclasses import replace

from newsbrief.analysis.lexicon import geography, offices, organisations
from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import naming, runs
from newsbrief.analysis.names.drafts import Draft
from newsbrief.analysis.patterns import Lazy


def restore(text: str, drafts: list[Draft]) -> None:
    """Give a name back the common word that opens it, and its sentence, where it stands so inside
    another: "Green Basket has", of "a Green Basket spokesman"."""
    whole = {d.name for d in drafts if not d.initial and " " in d.name}
    tails = {name.partition(" ")[2] for name in whole}
    for d in drafts if tails else ():
        if d.name not in tails:
            continue
        start = d.start
        front = text[max(0, start - 16) : start].rpartition("\n")[2].rsplit(None, 1)[-1:]
        if not front or not front[0][:1].isupper() or not text.endswith(f"{front[0]} ", 0, start):
            continue
        name = f"{front[0]} {d.name}"
        if name in whole:
            d.start, d.name, d.kind, d.sure = start - len(front[0]) - 1, name, None, False


def with_members(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join bodies to whom they are of or named after: "Bakery Workers’ Union", "Marlow Women's
    University", "St Luke's Hospital"; not "the Democrats’ Senate", whose owner the lists know."""
    found: list[Draft] = []
    for d in drafts:
        owner = found[-1] if found else d
        if 1 < d.start - owner.end < 4 and text[owner.end] in "'’" and _owned(text, owner, d):
            name = f"{owner.name}{text[owner.end : d.start]}{d.name}"
            owner.name, owner.end, owner.sure = name, d.end, True
            owner.kind = "place" if d.name in geography.PLACE_ENDS else "organisation"
        else:
            found.append(d)
    return found


_IRREGULAR = word_set("Women Men Children People")
_SOCIETIES = word_set("Association Society Foundation Federation Union League Alliance Trust")
_SAINTS = ("St ", "St. ", "Saint ")


def _owned(text: str, owner: Draft, d: Draft) -> bool:
    """Whether ``d`` ends the name that ``owner`` opens, which an apostrophe parts from it."""
    last = owner.name.rpartition(" ")[2]
    noun = d.name.rpartition(" ")[2]
    front, of, _ = d.name.partition(" of ")
    if of and front in organisations.OF_HEADS:
        noun = front  # "Farmers’ Union of Wales"
    if naming.known(owner.name) is not None:
        return False
    if text[owner.end + 1] == " ":
        plural = owner.name[-1] == "s" and is_common(last.lower())
        return plural and noun in organisations.ORG_ENDS
    if text[owner.end + 1 : d.start] != "s ":
        return False
    if last in _IRREGULAR:
        return noun in organisations.ORG_ENDS
    if d.name == noun in _SOCIETIES and owner.kind is None and " " not in owner.name:
        return text.endswith(("The ", "the "), 0, owner.start)  # "the Alzheimer’s Association"
    lone = d.name == noun and (noun in organisations.ORG_ENDS or noun in geography.PLACE_ENDS)
    return lone and owner.name.startswith(_SAINTS)


def with_particles(text: str, drafts: list[Draft]) -> None:
    """Give surnames their small words back: "bin Laden" and "Bin Laden", of Osama bin Laden."""
    small: dict[str, str] = {}
    for d in drafts:
        if d.kind == "person" and d.name.count(" ") > 1:
            front, _, last = d.name.partition(" ")[2].rpartition(" ")
            if front.islower():
                small[last] = front
    for d in drafts if small else ():
        front = small.get(d.name, "")
        start = d.start - len(front) - 1
        if front and start >= 0 and text[start : d.start].lower() == f"{front} ":
            d.start, d.name = start, text[start : d.end]
            if not d.sure:
                d.kind = "person"  # no body, in "bin Laden's fighters"


_LIST = Lazy(
    r"((?:, [A-Z]\w+(?: [A-Z]\w+)?)+),? and ([A-Z]\w+(?: [A-Z]\w+){0,3})(?![\w’'-]| [A-Z])"
)
_TO = Lazy(r" to (?:the )?[A-Z]\w+(?: [A-Z]\w+)*")
_CURRENCY = Lazy(
    r"[A-Z]{3} \d[\d,.]*(?:,\d{3}\b|bn\b|m\b| (?:million|billion|trillion|crore|lakh)\b)"
)
_DANISH = Lazy(r" A/S\b")
_TAKE_TO = ("Cruelty", "Access", "Right")


def with_lists(text: str, drafts: list[Draft]) -> list[Draft]:
    """Give bodies back the rest of what they are about: "Ministry of Housing, Communities and Local
    Government", "United Steel, Paper and Forestry Union", "Prevention of Cruelty to Animals"."""
    found: list[Draft] = []
    end = 0
    for d in drafts:
        if d.start < end:
            continue
        beside = text[d.end : d.end + 2]
        if beside[1:].isdigit() and _CURRENCY.match(text, d.start) is not None:
            continue
        if beside == " A" and (m := _DANISH.match(text, d.end)) is not None:
            end = d.end = m.end()
            d.name, d.kind, d.sure = f"{d.name} A/S", "organisation", True
        if beside in (", ", " t") and d.kind in ("organisation", None) and " " in d.name:
            end = _about_end(text, d)
            if end:
                d.end, d.kind, d.sure = end, "organisation", True
                d.name = " ".join(text[d.start : end].split())
        found.append(d)
    return found


def _about_end(text: str, d: Draft) -> int:
    """Where the list ends of what the body is about, of which ``d`` has the first; 0 for none."""
    if text[d.end] == " ":
        m = _TO.match(text, d.end) if d.name.endswith(_TAKE_TO) else None
        return m.end() if m else 0
    words = d.name.split(" ")
    m = _LIST.match(text, d.end, d.end + 120)
    if m is None:
        return 0
    last = m[2].split(" ")
    listed = [*m[1].replace(",", "").split(), *last]
    if words[0] in organisations.FOR_HEADS and words[1] in ("of", "for", "on"):
        listed += [word for word in words[2:] if word != "the"]
        return m.end() if all(word in offices.PORTFOLIOS for word in listed) else 0
    union = runs.is_national(words[0]) and last[-1] in _SOCIETIES and len(last) > 1
    common = union and all(is_common(word.lower()) for word in (*words[1:], *listed))
    return m.end() if common and naming.known(d.name) is None else 0


def unglued(drafts: list[Draft]) -> list[Draft]:
    """Part names that lost the full stop between them: "Jane Roe Karl Vask"."""
    long = [d for d in drafts if d.kind in ("person", None) and d.name.count(" ") > 1]
    if not long:
        return drafts
    full = {d.name for d in drafts if d.kind == "person" and d.name.count(" ") == 1}
    parted = {d.start: parts for d in long if (parts := _parts_of(d, full))}
    if not parted:
        return drafts
    return [part for d in drafts for part in parted.get(d.start, (d,))]


def _parts_of(d: Draft, full: set[str]) -> list[Draft]:
    """The names that ``d`` is glued of, if one of two words stands elsewhere in ``full``."""
    words = d.name.split(" ")
    if words[-1] in ("Jr.", "Sr.", "III"):
        return []
    found = []
    last = " ".join(words[-2:])
    if last in full:
        front = d.name[: -len(last) - 1]
        given = naming.is_given(front) or not naming.is_given(words[-2])
        if given and " " not in front and naming.known(front) is None:
            return []  # "Captain Delos Reyes" is Ramon Delos Reyes
        if front in full or naming.known(front):
            kind = naming.known(front) or "person"
            found.append(replace(d, end=d.start + len(front), name=front, kind=kind))
        found.append(replace(d, start=d.end - len(last), name=last, kind="person"))
        return found
    front = " ".join(words[:2])
    if front in full:
        found.append(replace(d, end=d.start + len(front), name=front, kind="person"))
    return found
