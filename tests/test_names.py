"""Names: what is one, what it seems to be, and that only the text decides."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import summarise
from newsbrief.analysis.names.finding import is_heading, mentions
from newsbrief.analysis.text.sentences import Sentence, sentences
from newsbrief.span import Span


def found(text: str) -> dict[str, str | None]:
    """Each name in the text with its kind, as the first mention has it."""
    kinds: dict[str, str | None] = {}
    for m in mentions(text, sentences(text)):
        kinds.setdefault(text[m.span.start : m.span.end], m.kind)
    return kinds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "He met Defense Secretary Marcus Hale on Tuesday in Oslo.",
            {"Marcus Hale": "person", "Oslo": "place"},
        ),
        (
            "They asked Senate Majority Leader Jane Roe, R-Ohio, about it in March.",
            {"Senate": "organisation", "Jane Roe": "person"},
        ),
        (
            "Officials at the Centers for Disease Control and Prevention said so.",
            {"Centers for Disease Control and Prevention": "organisation"},
        ),
        (
            "The rules of the Securities and Exchange Commission bind Marlow & Sons.",
            {"Securities and Exchange Commission": "organisation", "Marlow & Sons": "organisation"},
        ),
        (
            "She wrote to Ursula von der Hagen and Mohammed bin Rashid.",
            {"Ursula von der Hagen": "person", "Mohammed bin Rashid": "person"},
        ),
        (
            "Analyst Teodor Vask told Reuters that prices fell.",
            {"Teodor Vask": "person", "Reuters": "organisation"},
        ),
        (
            "The arms exporter Korvexport denied it.",
            {"Korvexport": "organisation"},
        ),
        (
            "The boat sank near Lake Orrin, off Marrow Island.",
            {"Lake Orrin": "place", "Marrow Island": "place"},
        ),
        (
            "Republicans and Muslims protested.",
            {"Republicans": "group", "Muslims": "group"},
        ),
        (
            "Beijing had notified the ministry, and France declined.",
            {"Beijing": "government", "France": "government"},
        ),
        (
            "They flew to Beijing and stayed in France.",
            {"Beijing": "place", "France": "place"},
        ),
        (
            "The F.B.I. and the U.S. agree.",
            {"F.B.I.": "organisation", "U.S.": "government"},
        ),
        (
            "The Competition and Markets Authority wrote to the Panel on Climate Change.",
            {
                "Competition and Markets Authority": "organisation",
                "Panel on Climate Change": "organisation",
            },
        ),
        (
            "Substitute Danny Orrin scored against Marlow City.",
            {"Danny Orrin": "person", "Marlow City": "place"},
        ),
        (
            "It hit Vaskot district, said Ola Brimm, a geologist at Marlow College.",
            {"Vaskot": "place", "Ola Brimm": "person", "Marlow College": "organisation"},
        ),
        (
            "PARIS (Reuters) — Crowds gathered.",
            {"PARIS": "place", "Reuters": "organisation"},
        ),
    ],
)
def test_names_of_a_sentence(text: str, names: dict[str, str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday the price fell. Both sides lost. Yesterday it rose again in May.",
        "Security is tight. Last week it rained, and Christmas came early.",
        "“Nobody knows,” he said. “Everything hurts. Stop that.”",
        "It was a Chinese dish with a French name, and she is a Republican.",
        "Police said so. Voters did not care. Scientists disagree.",
        "I think the TV was on. The CEO of the firm left at 5 PM.",
        "The most exciting thing about it is the Internet.",
        "READ MORE: what happened next",
    ],
)
def test_ordinary_capitals_name_nobody(text: str) -> None:
    assert found(text) == {}


def test_a_heading_names_only_what_is_known_elsewhere() -> None:
    text = (
        "China Rejects Meeting Request With The United States And Odd Marlow\n\n"
        "The envoy Karla Marlow said talks with China had ended."
    )
    names = [text[m.span.start : m.span.end] for m in mentions(text, sentences(text))]
    assert names == ["China", "United States", "Marlow", "Karla Marlow", "China"]


def test_a_shouted_heading_finds_the_names_of_the_body() -> None:
    text = "KARLA MARLOW LEAVES HER POST\n\nKarla Marlow, 61, has left the bank."
    assert list(found(text)) == ["KARLA MARLOW", "Karla Marlow"]


def test_is_heading_knows_sentences_from_titles() -> None:
    for line, heading in [
        ("Fire Destroys Old Mill on the River", True),
        ("FIRE DESTROYS OLD MILL AGAIN", True),
        ("Jane Roe met Karl Vask and Otto Frane yesterday", False),
        ("Fire destroys old mill on the river", False),
    ]:
        assert is_heading(line, 0, len(line)) is heading, line


def test_the_start_of_a_sentence_counts_once_the_name_is_known() -> None:
    text = "Marlow left early. The mayor praised Karla Marlow. Marlow then returned."
    assert [text[m.span.start : m.span.end] for m in mentions(text, sentences(text))] == [
        "Marlow",
        "Karla Marlow",
        "Marlow",
    ]
    assert {m.kind for m in mentions(text, sentences(text))} == {"person"}


def test_possessives_and_titles_stay_outside() -> None:
    text = "Mr. Vask’s aide saw President Roe's car and the Pentagon's gate."
    assert list(found(text)) == ["Vask", "Roe", "Pentagon"]


WORDS = st.sampled_from([
    "China’s", "Mr.", "U.S.", "the", "of", "and", "Bank", "Jane", "Roe", "said", "President",
    "Defense", "Secretary", "—", "(", ")", "“", "”", ".", ",", "\n", "\n\n", "Li", "A", "AA",
    "O'Neil", "al-Asad", "Paris", "Nov.", "PM", "President’s", "É", "中国", "İ", "ß", "ſ", "ﬁ",
])  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(WORDS, max_size=40).map(" ".join),
    st.lists(WORDS, max_size=20).map("".join),
)


@given(TEXTS)
def test_mentions_lie_in_order_inside_sentences(text: str) -> None:
    split = sentences(text)
    spans = [m.span for m in mentions(text, split)]
    for before, after in pairwise(spans):
        assert before.end <= after.start
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert any(span in sentence.span for sentence in split)
    assert spans == [m.span for m in mentions(text, split)]


def test_the_start_of_the_text_is_no_neighbour() -> None:
    text = "of Jane Roe"
    assert [m.kind for m in mentions(text, sentences(text))] == ["person"]


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_filler_in_front_only_shifts(text: str) -> None:
    filler = "nothing much was seen by them at dawn, so they went on.\n\n"
    plain = mentions(text, sentences(text))
    moved = mentions(filler + text, sentences(filler + text))
    by = len(filler)
    assert [(m.span.start - by, m.span.end - by, m.kind) for m in moved] == [
        (m.span.start, m.span.end, m.kind) for m in plain
    ]


@pytest.mark.parametrize(
    "unit", ["A ", "A", "Aa(", "Lee ", "Aaa-", "A'a", "A.", "Bank of the ", "“He ", "A's ", "Aa\n"]
)
def test_capitals_without_end_cost_a_linear_effort(unit: str) -> None:
    """A quadratic reading of 200 kB takes minutes; the linear one well under a second."""
    text = (unit * 200_000)[:200_000]
    start = time.process_time()
    mentions(text, [Sentence(Span(0, len(text)), 0)])
    assert time.process_time() - start < 20


def test_letters_beyond_latin_1_are_read_and_change_no_other_name() -> None:
    text = "Élodie Ørsted of the Centers for Disease Control met Ana Ruiz-Peña in Oslo."
    plain = found(text)
    assert set(plain) >= {"Élodie Ørsted", "Ana Ruiz-Peña", "Oslo"}
    assert found(f"{text}\n\nThen Šimon Žižek spoke.") == {**plain, "Šimon Žižek": "person"}


def test_what_is_absent_is_no_name() -> None:
    brief = summarise(
        "Absent Ruiz’s plan, the council will vote. Ana Ruiz left.", model="extractive"
    )
    assert [party.name for party in brief.stakeholders] == ["Ana Ruiz"]
