"""Countries and towns that are but the names of their teams: "New Zealand, who won the Test"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.geography import states
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

# What only reports of sport say; three of them tell one, for politicians have goals and coaches.
_SPORT = word_set(
    "wicket wickets innings batsman batsmen bowler bowlers striker midfielder goalkeeper winger "
    "scrum semi-final semi-finals semifinal semifinals quarter-final quarter-finals half-time "
    "halftime kick-off kickoff freestyle backstroke butterfly medley medal medals offside hat- "
    "trick equaliser equalizer qualifier qualifiers unbeaten stumps stadium tournament olympics "
    "olympic relay sprint hurdles coach captain debut substitute penalty defender fullback "
    "playoff play-off one-day internationals squad team-mates teammates trophy umpire referee"
)
_ENOUGH = 3
_PLAYED = Lazy(
    r", who\b| (?:also |had |have |then |again )?(?:won|lost|beat|drew|played?|faced?|reached|"
    r"scored|made|qualified|dropped|bowled|batted|chased|thrashed|defeated|sealed|meet|host|travel)\b"
    r"|(?:['’]s?)? (?:coach|captain|manager|striker|midfielder|goalkeeper|defender|winger|batsman|"
    r"bowler|side|squad|team|fans|players|openers)\b"
)
_AGAINST = Lazy(
    r"\b(?:beat|beating|thrashed|thrashing|defeated|defeating|hosts|visitors|champions|"
    r"(?:win|victory|defeat|draw|Test|match|game|final|tie|play-off|debut|caps) "
    r"(?:over|against|for|with|by)) $"
)
_ENDS = tuple(
    f"{word} "
    for word in (
        "beat beating thrashed thrashing defeated defeating hosts visitors champions over against "
        "for with by"
    ).split()
)
_RULED = Lazy(
    r"(?:['’]s?)? (?:government|president|prime minister|parliament|foreign|ambassador|embassy|"
    r"military|army|sanctions|denied|denies|accused|accuses|warned|warns|condemned|imposed|expelled)"
    r"\b"
)
_BEFORE = 40  # code points


def is_team(text: str, mentions: Sequence[Span]) -> bool:
    """Whether the country named there only plays. Where it rules too, it is a government."""
    if not any(_plays(text, mention.start, mention.end) for mention in mentions):
        return False
    rules = any(_RULED.match(text, mention.end, mention.end + 24) for mention in mentions)
    return not rules and _is_of_sport(text)


def _plays(text: str, start: int, end: int) -> bool:
    if _PLAYED.match(text, end, end + 24):
        return True
    begin = max(0, start - _BEFORE)
    return text.endswith(_ENDS, begin, start) and _AGAINST.search(text, begin, start) is not None


def _is_of_sport(text: str) -> bool:
    words = {word.strip(".,;:()“”\"'’").rstrip("'’s") for word in text.lower().split()}
    return len(_SPORT & words) >= _ENOUGH


# Towns do less of it: "London made history".
_CLUB_PLAYED = Lazy(
    r",? (?:who )?(?:had |have |has )?(?:also |now |again )?(?:won|lost|beat|beaten|drew|drawn|"
    r"thrashed|scored|conceded|signed|host|face|travel)\b"
)
_LIES = tuple(f"{word} " for word in "in at near from to of around across outside inside".split())


def clubs(text: str, towns: Mapping[str, Sequence[Span]]) -> Iterator[tuple[str, list[Span]]]:
    """The ``towns`` that the report of a game names for their clubs, with where they play:
    "Liverpool have lost four of six games"."""
    table = countries()
    for name, mentions in towns.items():
        if name in table.names or name in states():
            continue
        playing = [at for at in mentions if not text.endswith(_LIES, 0, at.start)]
        if any(_CLUB_PLAYED.match(text, at.end, at.end + 30) for at in playing):
            if not _is_of_sport(text):
                return
            yield name, playing
