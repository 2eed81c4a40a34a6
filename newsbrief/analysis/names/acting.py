"""Whether a country or its capital acts in a sentence, or only lies there."""

from __future__ import annotations

import functools
import re
from typing import Literal

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set

AGAINST = word_set(
    "by between with against on told urged accused blamed asked warned pressed sued invaded "
    "attacked criticized criticised condemned threatened from"
)
PLACED = word_set(
    "in at near across throughout outside inside around into through over within from to of off "
    "visiting leaving entering"
)


@functools.cache
def _acts() -> re.Pattern[str]:
    """What follows a government that acts: a finite verb, or something only a government has."""
    return re.compile(
        r"(?:, which)?(?: on [A-Z][a-z]+day)?"
        r" (?:also |now |again |still |already |never |long |and [A-Z][a-z]+ )?"
        r"(?:has|have|had|is|was|are|were|will|would|must|should|may|might|can|could|did|"
        r"does|do|says?|wants?|insists?|sees?|"
        r"hopes?|fears?|accuses?|denies|deny|claims?|demands?|calls?|rejects?|agrees?|declines?|"
        r"refuses?|seeks?|backs?|supports?|warns?|urges?|needs?|plans?|threatens?|remains?|keeps?|"
        r"faces?|blames?|imposes?|sends?|signs?|bans?|expels?|launches|launch|votes?|joins?|pulls?|"
        r"said|told|began|fought|won|lost|left|made|took|put|sent|held|kept|saw|met|gave|cut|"
        r"withdrew|"
        r"(?!(?:based|led|united|related)\b)[a-z]{2,}ed)\b"
        r"|['’]s? (?:decision|government|foreign|position|policy|military|army|ambassador|"
        r"president|"
        r"prime|leader|ruling|sanctions|response|refusal|embassy|intelligence|ministry|claim|"
        r"parliament|defen[cs]e|interior|finance|trade|state|central|demand|stance|commerce|"
        r"request|proposal|offer|threat|invasion|support|commitment|nuclear|supreme|top|chief)\b"
    )


def kind_in_place(text: str, start: int, end: int) -> Literal["government", "place"]:
    """A country or its capital where it acts is its government."""
    table = countries()
    name = text[start:end]
    country = name in table.names
    if not country and name not in table.capitals:
        return "place"
    before = text[max(0, start - 20) : start].split()
    last = before[-1].lower() if before else ""
    if last == "the" and len(before) > 1:
        last = before[-2].lower()
    if last in PLACED and not (last == "from" and country and "request" in before):
        return "place"
    if _acts().match(text, end, end + 24):
        return "government"
    return "government" if country and last in AGAINST else "place"
