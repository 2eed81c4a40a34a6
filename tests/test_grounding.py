"""A quote is found by its words alone, at its exact place, or it is not found."""

from __future__ import annotations

import importlib.util
import re
import sys
import time
from itertools import takewhile
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.grounding import Match, locate, occurrences, verbatim
from newsbrief.grounding.typography import Folded
from newsbrief.span import Span


def _planted() -> ModuleType:
    path = Path(__file__).parent.parent / "benchmarks" / "planted.py"
    spec = importlib.util.spec_from_file_location("planted", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["planted"] = module
    spec.loader.exec_module(module)
    return module


planted = _planted()


# -- the planted truth ------------------------------------------------------------------


def test_every_true_quote_is_found_at_its_exact_place() -> None:
    wrong = [
        (case.needle, case.text[case.start : case.end])
        for case in planted.true_cases(10_000, seed=2026)
        if (match := locate(case.text, case.needle)) is None
        or (match.start, match.end) != (case.start, case.end)
    ]
    assert wrong == []


def test_no_changed_quote_is_ever_found() -> None:
    kinds = set()
    wrong = []
    for case in planted.changed_cases(10_000, seed=2027):
        kinds.add(case.change)
        if locate(case.text, case.needle):
            wrong.append((case.change, case.needle))
    assert wrong == []
    assert kinds == {"word", "drop", "add", "swap", "number", "negation", "name", "case"}


# -- what typography is -----------------------------------------------------------------

SAME = [
    ("He said “we can’t go — ever” to me", "we can't go -- ever"),
    ("He said ‘no’ to me", 'He said "no" to me'),
    ("„Wir gehen“ sagte er", '"Wir gehen" sagte er'),
    ("a “deal” «now» ended", 'a "deal" "now" ended'),
    ("TeX ``hello you'' ends", '"hello you" ends'),
    ("10–20 people came", "10-20 people came"),
    ("10-20 people came", "10—20 people came"),
    ("It fell to −5 degrees", "fell to -5 degrees"),
    ("the well‑known man", "the well-known man"),
    ("the strike—a long one", "the strike - a long one"),
    ("the strike—a long one", "the strike-a long one"),
    ("the pre-\nwar years", "the pre-war years"),
    ("We said wait… what", "wait ... what"),
    ("We said wait . . . what", "wait… what"),
    ("We said wait.... What", "wait…. What"),
    ("It was\n\n  so\u00a0there", "was so there"),
    ("so\u00ad it goes on", "so it goes"),
    ("the par\u00adty time", "the party time"),
    ("the cafe\u0301 owner", "the café owner"),
    ("the café owner", "the cafe\u0301 owner"),
    ("the ﬁnal oﬃce", "the final office"),
    ("He is 5′3″ tall", "5'3\" tall"),
    ("'Tis the season", "’Tis the season"),
    ("the workers’ pay rose", "the workers' pay"),
    ("Elle dit « non » hier", 'Elle dit "non" hier'),
    ("Elle dit «\u202fnon\u202f», hier", "dit «non», hier"),
    ("Elle dit “non” hier", "Elle dit « non » hier"),
    ("Sie sagte »nein« gestern", 'Sie sagte "nein" gestern'),
    ("東京のか\u3099っこうで", "のがっこうで"),
    ("東京のがっこうで", "のか\u3099っこうで"),
    ("어제 \u1109\u1165\u110b\u116e\u11af 에서", "서울 에서"),
    ("the rail\u00ad\nway opens", "the railway opens"),
    (
        "He warned   of   it --   no...   more.... No   way, here   at   home",
        "warned of it — no … more….\nNo way, here at home",
    ),
]


@pytest.mark.parametrize(("text", "needle"), SAME)
def test_typography_may_differ(text: str, needle: str) -> None:
    match = locate(text, needle)
    assert match
    assert match.how == "typographic"
    # ... and wherever it stands in a longer text, of whichever length
    for filler in ("Another day passed. ", "“Some” more — and\n\nmore. " * 900):
        moved = locate(filler + text + " " + filler, needle)
        assert moved == Match(match.start + len(filler), match.end + len(filler), "typographic")


CHANGED = [
    # words
    ("the party", "art"),
    ("will closet", "will close"),
    ("re-sign", "resign"),
    ("resign", "re-sign"),
    ("five year plan", "five-year plan"),
    ("it's", "its"),
    ("the workers' pay", "the workers pay"),
    ("you can not", "you cannot"),
    ("in the U.S. now", "in the US now"),
    ("in the U.S.A. now", "U.S"),
    ("we May go", "we may go"),
    ("see example.com", "see example"),
    ("AT&T fell", "T fell"),
    ("the U.N.-backed force", "the U.N."),
    ("the president’s wife", "the president"),
    ("It’s on", "It"),
    ("O’Brien", "Brien"),
    ("the cafe\u0301 owner", "cafe"),
    ("the café owner", "the cafe owner"),
    ("the par\u00adty", "par"),
    # what would turn the meaning
    ("we can’t go", "we can"),
    ("we don't go", "we do"),
    ("a non-violent march", "violent march"),
    ("a non-\nviolent march", "violent march"),
    ("a non-\u00adviolent march", "violent march"),
    ("a non‑violent march", "violent march"),
    ("an (un)happy man", "happy man"),
    ("an un-\n American act", "American act"),
    ("a non- violent act", "violent act"),
    ("an anti– war act", "war act"),
    ("it was n't so", "it was"),
    ("an anti-“war” march", "an anti"),
    ("a non-Iran-backed group", "Iran"),
    ("We will not fight", "We will … fight"),
    ("We will not fight", "We will ... fight"),
    ("We will not fight", "We will [not] fight"),
    ("of the twenty — five died", "of the twenty-five died"),
    ("a man - eating shark", "a man-eating shark"),
    ("it was violent- …hours later", "it was violent-…hours later"),
    ("He said no, never.", "He said no."),
    ("We will fight back.", "We will fight."),
    ("Will we fight?", "Will we fight."),
    # numbers
    ("some 50 or 1.5", "5"),
    ("some 1,000 men", "1,00"),
    ("some 1,000 men", "1000 men"),
    ("some 1,000 men", "000 men"),
    ("some 10\u202f000 men", "000 men"),
    ("in 10-20 days", "10 20 days"),
    ("in 10–20 days", "20 days"),
    ("a 5-year plan", "5"),
    ("was -5 degrees", "5 degrees"),
    ("was −5 degrees", "5 degrees"),
    ("the temperature — 5 degrees", "the temperature -5 degrees"),
    ("it cost $5 then", "5 then"),
    ("it rose 5% then", "it rose 5"),
    ("a man 5' tall", 'a man 5" tall'),
    ("the 10² metres", "the 102 metres"),
    ("about ½ done", "about 1/2 done"),
    ("the 1/2 done", "2 done"),
    ("at 10:30 sharp", "30 sharp"),
    ("some 10 000 men", "000 men"),
    ("some 3 1/2 men", "some 3"),
    ("some 3 1/2 men", "1/2 men"),
    ("about 50+ men", "about 50"),
    ("it rose 5 % then", "it rose 5"),
    ("it was －5 then", "5 then"),
    ("it was “-5” then", "5"),
    ("it was ''-5 degrees'' then", "5 degrees"),
    ("the „Anti“-Kriegs-Demo", "Kriegs"),
    ("the „Anti“-Krieg now", "-Krieg"),
    ('the "pro"-war camp', "-war camp"),
    ("a 2×3 grid", "3 grid"),
    ("it is ≠5 then", "5 then"),
    ("grew by .5 points", "5 points"),
    ("the rail\u00ad\nway opens", "way opens"),
    ("the rail\u00ad\nway opens", "the rail"),
    ("Elle dit « non »si hier", 'dit "non" si'),
]


@pytest.mark.parametrize(("text", "needle"), CHANGED)
def test_nothing_else_may_differ(text: str, needle: str) -> None:
    assert locate(text, needle) is None
    assert list(occurrences(text, needle)) == []
    assert locate(f"Before it. {text} And after it.\n" + "Far away. " * 2000, needle) is None


# -- places -----------------------------------------------------------------------------


def _found(text: str, needle: str) -> str | None:
    match = locate(text, needle)
    return text[match.start : match.end] if match else None


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("She said: “We will fight,” twice.", "“We will fight,”", "We will fight,"),
        ("She said: “We will fight,” twice.", '"We will fight."', "We will fight"),
        ("She said: “We will fight,” twice.", "'We will fight'.", "We will fight"),
        ("She said: “We will fight”.", "  We will fight.\n", "We will fight"),
        ("She said: “We will fight.", "“We will fight.", "We will fight."),
        ("She said: we will fight", "we will fight.", "we will fight"),
        ("“A deal,” he said, “is near.”", "“A deal,” he said, “is near.”", None),
        ("Li’s plan", "Li", "Li"),
        ("He said “no.” Then", 'He said "no."', "He said “no.”"),
        ("He said no.” Then", 'He said no."', "He said no."),
        ("“He said ‘no’” once", "\"He said 'no'\"", "He said ‘no’"),
        ("the “workers’ pay” row", "workers' pay", "workers’ pay"),
        # a sign behind an opening mark or bracket begins the passage
        ("so “-5 it was", "“-5", "-5"),
        ("It was “-5” then", "-5", "-5"),
        ("It fell ('-5 degrees') then", "-5 degrees", "-5 degrees"),
        ('"(-5) is cold"', "-5", "-5"),
        ("It was ''-5 degrees'' then", "'-5 degrees'", "-5 degrees"),
    ],
)
def test_what_surrounds_the_needle_is_not_in_the_match(
    text: str, needle: str, found: str | None
) -> None:
    assert _found(text, needle) == (text if found is None else found)


def test_verbatim_anywhere_is_preferred_to_typographic() -> None:
    text = "We can’t. We can't."
    assert locate(text, "We can't") == Match(10, 18, "verbatim")
    assert locate(text, "We can‘t") == Match(0, 8, "typographic")


def test_a_needle_in_marks_prefers_a_place_in_marks() -> None:
    assert locate("The answer no came. “no”, she said.", '"no"') == Match(21, 23, "verbatim")


def test_within_bounds_the_search() -> None:
    text = "We can’t. We can’t. We can’t."
    assert locate(text, "We can't", within=Span(5, 25)) == Match(10, 18, "typographic")
    assert locate(text, "We can’t", within=Span(5, 25)) == Match(10, 18, "verbatim")
    assert locate(text, "We can't", within=Span(11, 27)) is None


def test_occurrences_come_in_the_order_of_the_text() -> None:
    text = "a b a  b\na\u00a0b ab"
    assert [(m.start, m.how) for m in occurrences(text, "a b")] == [
        (0, "verbatim"),
        (4, "typographic"),
        (9, "typographic"),
    ]
    assert Match(4, 8, "typographic").span == Span(4, 8)


@pytest.mark.parametrize("needle", ["", " \n\t", "\u00ad", "“”", "…", " — ", "''", "."])
def test_a_needle_without_words_is_nowhere(needle: str) -> None:
    assert locate(f"“Yes” — {needle} … no. ''", needle) is None


def test_odd_characters_are_only_characters() -> None:
    assert locate("a \ud800 b\0c — d", "\ud800 b\0c -- d") == Match(2, 11, "typographic")
    assert locate("习近平说不同意。", "不同意") == Match(4, 7, "verbatim")


# -- laws -------------------------------------------------------------------------------

PIECES = """we can’t can't go not 5 1,000 -5 non-violent U.S. e\u0301 ﬁn é — -- - – … ... “ ” "
' ’ ‘ '' . , \u00ad % $ ( )"""
SPACES = [" ", " ", " ", "  ", "\n", "\u00a0", " — ", ". . ."]
NEWSY = st.lists(st.sampled_from([*PIECES.split(), *SPACES]), max_size=30).map("".join)
TEXTS = NEWSY | st.text(max_size=60)


@given(TEXTS, TEXTS)
def test_what_is_found_reads_as_the_needle(text: str, needle: str) -> None:
    for match in [*filter(None, [locate(text, needle)]), *occurrences(text, needle)]:
        found = text[match.start : match.end]
        assert 0 <= match.start < match.end <= len(text)
        assert Folded(found).key.strip("'., ") == Folded(needle).key.strip("'., ")
        assert match.how == "typographic" or found in needle


@given(TEXTS, TEXTS)
def test_verbatim_places_are_those_that_occurrences_begins_with(text: str, needle: str) -> None:
    first = takewhile(lambda match: match.how == "verbatim", occurrences(text, needle))
    assert [*verbatim(text, needle)] == [match.span for match in first]


@pytest.mark.parametrize(
    ("text", "needle", "places"),
    [
        ("a b a  b a b", "a b", [0, 9]),
        ("It's over. It’s over.", "It's over.", [0]),
        ("It’s so, as it's so.", "it's so,", [12]),
        ("As it’s so, it's so.", "it's so,", []),  # it stands there, so no shorter reading counts
        ("“Yes” and no", "“Yes”", [1]),
    ],
)
def test_verbatim_places(text: str, needle: str, places: list[int]) -> None:
    assert [span.start for span in verbatim(text, needle)] == places


def _inside(text: str, at: int) -> bool:
    """Whether the space at ``at`` parts no words: that of "5 %", or behind a broken compound."""
    before, after = text[:at].replace("\u00ad", ""), text[at:].replace("\u00ad", "")
    percentage = before[-1:].isdigit() and after.startswith(" %")
    return percentage or re.search(r"[\w\u0300-\u036f]-\n\Z", before) is not None


@given(NEWSY, st.data())
def test_a_slice_between_spaces_is_found(text: str, data: st.DataObject) -> None:
    text = f"so {text} it was"
    spaces = [k for k, c in enumerate(text) if c == " " and not _inside(text, k)]
    start = data.draw(st.sampled_from([0, *(k + 1 for k in spaces)]))
    end = data.draw(st.sampled_from([*(k for k in spaces if k > start), len(text)]))
    needle = text[start:end]
    if not any(c.isalnum() for c in needle):
        return
    match = locate(text, needle)
    assert match
    assert match.how == "verbatim"
    again = locate(text, text[match.start : match.end])
    assert again
    assert again.how == "verbatim"
    assert again.start <= match.start


@given(NEWSY, NEWSY, st.sampled_from(["Zz. ", "Xy “zz” — \n\n", "Qq… " * 5000]))
def test_a_prefix_shifts_the_place(text: str, needle: str, prefix: str) -> None:
    text = f"So {text}"
    before, after = locate(text, needle), locate(prefix + text, needle)
    moved = before and Match(before.start + len(prefix), before.end + len(prefix), before.how)
    assert after == moved


@given(NEWSY)
def test_every_letter_of_the_key_leads_back_to_its_own(text: str) -> None:
    folded = Folded(text)
    for k, char in enumerate(folded.key):
        place = folded.in_clean(k, k + 1) if char.isalnum() else None
        raw = place and folded.in_text(*place)
        if raw:
            assert Folded(text[raw[0] : raw[1]]).key.strip() == char


# -- growth -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "unit",
    ['"', "“ ", " ", "\n", "A", "a-", "- ", "said ", ". ", "…", "\u00ad", "'", "e\u0301", "\u0301"],
)
@pytest.mark.parametrize("needle", ["said - said 'x", "a-a-a b", "A… 'b", "é é", "“x x”"])
def test_no_text_is_slow(unit: str, needle: str) -> None:
    text = unit * (200_000 // len(unit)) + " end"
    begin = time.process_time()
    locate(text, needle)
    # 20 to 200 ms of it here; its square would take minutes.
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    ("unit", "end"), [("a-", ""), ("a — ", "a-a"), ("a-", "a"), ("ha ha-", "'x'"), ("a. ", "x")]
)
def test_no_needle_is_slow(unit: str, end: str) -> None:
    text, needle = unit * 25_000, unit * 12_000 + end
    begin = time.process_time()
    locate(text, needle)
    # 10 to 300 ms of it here; text times needle took minutes.
    assert time.process_time() - begin < 5


def test_places_that_overlap_are_all_given() -> None:
    text = "no, no, no, no, no, no"
    assert [m.start for m in occurrences(text, "no, no, no")] == [0, 4, 8, 12]
    assert len(list(occurrences("It rained. " * 3000, "It rained."))) == 3000
