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
    "wicket innings batsman batsmen bowler striker midfielder goalkeeper winger scrum semi-final "
    "semifinal quarter-final half-time halftime kick-off kickoff freestyle backstroke butterfly "
    "medley medal offside hat- trick equaliser equalizer qualifier unbeaten stumps stadium "
    "tournament olympics olympic relay sprint hurdles coach captain debut substitute penalty "
    "defender fullback playoff play-off one-day internationals squad team-mate teammate trophy "
    "umpire referee cricket tennis rugby netball football soccer match doubles singles spinner "
    "paceman"
)
_ENOUGH = 3
_PLAYED = Lazy(
    r", who\b| (?:also |has |had |have |will |then |again )?(?:won|lost|beat|beaten|drew|"
    r"play(?:ed)?|faced?|reached|scored|made|qualified|dropped|bowled|batted|chased|thrashed|"
    r"defeated|sealed|meet|host|travel)\b"
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
    r"(?i)(?:['’]s?)? (?:government|president|prime minister|parliament|foreign|ambassador|embassy|"
    r"military|army|sanctions|denied|denies|accused|accuses|warned|warns|condemned|imposed|expelled|"
    r"(?:boycott|demand|urge|protest|summon|recall)e?[sd]|(?:boycott|demand|protest|summon|recall)ed)"
    r"\b"
)
_BEFORE = 40  # code points


def is_team(text: str, mentions: Sequence[Span]) -> bool:
    """Whether the country named there only plays. Where it rules too, it is a government."""
    if not any(
        _plays(text, at.start, at.end) or (n < _FIRST and _is_amid_sport(text, at.start, at.end))
        for n, at in enumerate(mentions)
    ):
        return False
    rules = any(_RULED.match(text, mention.end, mention.end + 24) for mention in mentions)
    return not rules and _is_of_sport(text)


def _plays(text: str, start: int, end: int) -> bool:
    if _PLAYED.match(text, end, end + 24):
        return True
    begin = max(0, start - _BEFORE)
    return text.endswith(_ENDS, begin, start) and _AGAINST.search(text, begin, start) is not None


_FIRST = 3  # mentions
_NEAR = 90  # code points
_OF_SPORT = _SPORT | {f"{word}s" for word in _SPORT}
_SCORE = Lazy(r" \d{1,2}-\d{1,2} ")


def _is_amid_sport(text: str, start: int, end: int) -> bool:
    """ "Norway has picked up two wickets", "Norway in the first Test"."""
    near = text[max(0, start - _NEAR) : end + _NEAR]
    if not _OF_SPORT.isdisjoint(near.lower().split(" ")) or " Test" in near:
        return True
    return "-" in near and _SCORE.search(near) is not None


def _is_of_sport(text: str) -> bool:
    return len(_SPORT & _words(text)) >= _ENOUGH


def _words(text: str) -> set[str]:
    """The words in small letters, those of sport without the "s" of many."""
    words = (word.strip(".,;:()“”\"'’") for word in text.lower().split())
    return {word if word in _SPORT else word.rstrip("'’s") for word in words}


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
