"""Quotation marks of every house style: what lies inside them, and how little a stray one costs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear, repeated

from newsbrief import Article, summarise
from newsbrief.analysis.text.passages import passages
from newsbrief.analysis.text.sentences import paragraphs


def inside(text: str) -> list[str]:
    return [text[p.span.start : p.span.end] for p in passages(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” she said.", ["Yes,"]),
        ('"Yes," she said.', ["Yes,"]),
        ('“Yes," she said. "No.”', ["Yes,", "No."]),
        ("‘Yes,’ she said.", ["Yes,"]),
        ("'Yes,' she said.", ["Yes,"]),
        ("''Yes,'' she said.", ["Yes,"]),
        ("``Yes,'' she said.", ["Yes,"]),
        ("„Ja“, sagte sie.", ["Ja"]),
        ("«Oui», dit-elle.", ["Oui"]),
        ("« Oui », dit-elle.", [" Oui "]),
        ("»Ja«, sagte sie.", ["Ja"]),
        ("‹Oui›, dit-elle.", ["Oui"]),
        ("彼は「はい」と言った。", ["はい"]),
        ("彼は『はい』と言った。", ["はい"]),
        ('He said:"Yes." Then left.', ["Yes."]),
        ("It ended—“Yes,” she said—and well.", ["Yes,"]),
        ("(“Yes,” she said.)", ["Yes,"]),
        ("“Hello, ”she said.", ["Hello, "]),
        ('"Yes," she said. "We won. "Lee left the hall early.', ["Yes,", "We won."]),
        (
            '"Yes," she said. "We won. "So we left the hall.',
            ["Yes,", "We won.", "So we left the hall."],
        ),
        ("She said \u200b“yes”\ufeff and “no.\n\u200b“Or”, she said", ["yes", "no.", "Or"]),
        ("“Yes\u200b,\u200b” she said.\u200b “No.\u2060”", ["Yes\u200b,\u200b", "No.\u2060"]),
        ("“He told us, “wait” and left,” she said.", ["He told us, “wait” and left,", "wait"]),
        ("“Well. “no”", ["Well.", "no"]),
        ("”Wrong way,” she said.", ["Wrong way,"]),
        ("＂Yes,＂ she said.", ["Yes,"]),
        ("彼は＂はい＂と言った。", ["はい"]),
        ("彼は〝はい〟と言った。", ["はい"]),
        ("彼は﹁はい﹂と﹃言った﹄。", ["はい", "言った"]),
        ("＇Yes,＇ she said.", ["Yes,"]),
        ("‚Ja‘, sagte sie.", ["Ja"]),
        ("‚Ja,’ sagte sie.", ["Ja,"]),
        ("»Ja», sade hon.", ["Ja"]),
        ("`Yes, we go,' she said.", ["Yes, we go,"]),
        ("`Yes, we go,` she said.", ["Yes, we go,"]),
        ("´Yes, we go,´ she said.", ["Yes, we go,"]),
        ("″Yes, we go,″ she said.", ["Yes, we go,"]),
        ("&quot;Yes,&quot; she said.", ["Yes,"]),
        ("&ldquo;Yes,&rdquo; she said.", ["Yes,"]),
        ("&#8220;Yes,&#8221; she said.", ["Yes,"]),
        ("&#x201C;Yes,&#x201D; she said.", ["Yes,"]),
        ("&laquo;Oui&raquo;, dit-elle.", ["Oui"]),
        ('" Yes ", she said . " No ", he said .', [" Yes ", " No "]),
        ("' Yes , ' she said . ' No , ' he said .", [" Yes , ", " No , "]),
        ("‘Yes.’She left.", ["Yes."]),
        ("She said: ’Yes, we go,’ and left.", ["Yes, we go,"]),
        ("&lsquo;We can&rsquo;t go,&rsquo; she said.", ["We can&rsquo;t go,"]),
        ("&#39;We can&#39;t go,&#39; she said.", ["We can&#39;t go,"]),
    ],
)
def test_every_style_of_marks(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,", "no"]),
        ("‘He told me “no” twice,’ she said.", ["He told me “no” twice,", "no"]),
        ("“He said “no” twice,” she said.", ["He said “no” twice,", "no"]),
        ("「彼は『はい』と」", ["彼は『はい』と", "はい"]),
        ("He said 'we never \"go\"'.", ['we never "go"', "go"]),
        ("He said 'we never \"go\"', and left.", ['we never "go"', "go"]),
    ],
)
def test_nested_marks_are_listed_outermost_first(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Don’t worry, it’s the Joneses’ dog.",
        "Don't worry, it's the Joneses' dog.",
        "He grew up in the ’90s and the '80s.",
        "’Tis the season; get ’em while you can.",
        "The board was 6'2\" long.",
        "The workers’ union met the nurses’ union.",
        "It cost nothing.",
        "",
        '“” and "" hold nothing.',
        "Run `make test` and `make demo` first.",
        "The shelf is 6″ deep, 10″ wide.",
        "He can´t and won`t, the café says.",
        "The nurses ' union met the workers ' union .",
        "The cat&#39;s, the dogs&#39;, and the &#39;90s.",
        "AT&T met Tom&Jerry; R&D, they said.",
    ],
)
def test_apostrophes_and_empty_marks_are_no_passages(text: str) -> None:
    assert inside(text) == []


def test_a_plural_possessive_does_not_end_a_single_quote() -> None:
    text = "‘The workers’ union is ready,’ she said."
    assert inside(text) == ["The workers’ union is ready,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We aren’t leavin’ the mill,’ she said.", ["We aren’t leavin’ the mill,"]),
        ("'A bit o' luck an' we win,' she said.", ["A bit o' luck an' we win,"]),
        ("‘It was rock ’n’ roll to me,’ she said.", ["It was rock ’n’ roll to me,"]),
        ("The ‘never again’ mill of the Joneses was ‘sold’.", ["never again", "sold"]),
        ("A ‘good pass’ was made.\nNobody was talkin’ now.", ["good pass"]),
        ('"A plank of 9" will do," she said.', ['A plank of 9" will do,']),
        ("“A plank of 9' 4\" will do,” she said.", ["A plank of 9' 4\" will do,"]),
        ('"A plank of 9" by 4" will do," she said.', ['A plank of 9" by 4" will do,']),
        ('She said "I am 9" and left. "We go," he said.', ["I am 9", "We go,"]),
        ('"He said "I am 9" to me," she said.', ['He said "I am 9" to me,', "I am 9"]),
    ],
)
def test_apostrophes_and_inches_within_a_quotation_do_not_end_it(
    text: str, expected: list[str]
) -> None:
    assert inside(text) == expected


def test_an_open_mark_costs_at_most_its_paragraph() -> None:
    text = "“We had no water, she said.\n\n“It was cold,” he said."
    first, second = passages(text)
    assert (first.closed, second.closed) == (False, True)
    assert text[first.span.start : first.span.end] == "We had no water, she said."
    assert text[second.span.start : second.span.end] == "It was cold,"


def test_speech_over_paragraphs_opens_each_and_closes_the_last() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” she said."
    assert [(t, p.closed) for t, p in zip(inside(text), passages(text), strict=True)] == [
        ("One.", False),
        ("Two.", False),
        ("Three,", True),
    ]


def test_a_paragraph_that_goes_on_may_hold_quotations() -> None:
    text = "“He called it “odd” then.\n\n“And I agreed,” she said."
    assert inside(text) == ["He called it “odd” then.", "odd", "And I agreed,"]


def test_a_mark_that_closes_the_next_paragraph() -> None:
    text = "“One.\n\nTwo,” she said."
    assert inside(text) == ["One.", "Two,"]


@pytest.mark.parametrize("pair", ["“”", '""', "«»", "‘’", "「」"])
def test_a_mark_that_closes_a_later_paragraph_holds_those_between(pair: str) -> None:
    text = f"She said: {pair[0]}One here.\n\nTwo here.\n\nThree.{pair[1]} He left."
    assert inside(text) == ["One here.", "Two here.", "Three."]
    assert not any(p.doubtful for p in passages(text))


@pytest.mark.parametrize(
    "between",
    ["He said that it rained.", "\n\n".join(["It rained."] * 5), "Ann Lee, a pilot, laughed."],
)
def test_what_may_be_the_reporters_words_between_two_marks_is_in_doubt(between: str) -> None:
    text = f"“One here.\n\n{between}\n\nThree,” she said. “Four.”"
    found = passages(text)
    assert [(text[p.span.start : p.span.end], p.doubtful) for p in found] == [
        ("One here.", False),
        *((line, True) for line in between.split("\n\n")),
        ("Three,", True),
        ("Four.", False),
    ]


def test_two_cues_do_not_share_one_speech() -> None:
    text = "She said: “One here.\n\nIt rained.\n\nThree,” he said."
    assert [p.doubtful for p in passages(text)] == [False, True, True]


@pytest.mark.parametrize(
    "text",
    [
        '“One here.\n\nIt rained.\n\nThe pipe is 6" wide.',
        "“One here.\n\nIt rained.\n\n“Two,” she said.",
        "“One here.\n\n" + "It rained.\n\n" * 20 + "Three,” she said.",
        "She said: ‘One here.\n\nIt rained.\n\nNobody was talkin’ of it.",
        "The ‘never again’ mill closed.\n\n‘It rained,’ she said.",
    ],
)
def test_no_mark_closes_what_it_has_nothing_to_do_with(text: str) -> None:
    assert not any("rained." in said for said in inside(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘One.\n\n‘Two.\n\n‘Three,’ she said.", ["One.", "Two.", "Three,"]),
        (
            "‘One.\n\nThe nurses’ day is here.\n\nThree,’ she said.",
            ["One.", "The nurses’ day is here.", "Three,"],
        ),
        (
            "She said: ‘The nurses’ day is here.\n\n‘Two,’ she said.",
            ["The nurses’ day is here.", "Two,"],
        ),
        (
            "« Un.\n\n» Deux.\n\n» Trois », dit-elle. Il part. « Non », dit-il.",
            [" Un.", " Deux.", " Trois ", " Non "],
        ),
        (
            "&quot;One.\n\n&quot;Two &quot;odd&quot; ones.\n\n&quot;Three,&quot; she said.",
            ["One.", "Two &quot;odd&quot; ones.", "odd", "Three,"],
        ),
    ],
)
def test_speech_over_paragraphs_in_other_marks(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_a_stray_closing_mark_is_left_alone() -> None:
    assert inside("It was cold,” and “yes,” she said.") == ["yes,"]


def test_an_open_mark_ends_where_the_next_one_opens() -> None:
    assert inside("“We won. Now what? “They lost,” he said.") == ["We won. Now what?", "They lost,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won, she said. “They lost,” he said.", ["We won,", "They lost,"]),
        ('"It is late, a woman in the queue told us. She left.', ["It is late,"]),
        (
            "“I asked, and he said no.\n\n“So I left,” she said.",
            ["I asked, and he said no.", "So I left,"],
        ),
        ("“We won, and that was all", ["We won, and that was all"]),
    ],
)
def test_a_closing_mark_that_was_forgotten_before_the_speaker(
    text: str, expected: list[str]
) -> None:
    assert inside(text) == expected


def test_outer_holds_the_marks() -> None:
    text = "x “a b” y ''c d'' z"
    assert [text[p.outer.start : p.outer.end] for p in passages(text)] == ["“a b”", "''c d''"]


_MARKS = "“”‟\"'‘’`«»‹›「」『』„‚＂〝〟＇´″﹁﹂"
_TEXT = st.lists(
    st.one_of(st.sampled_from([*_MARKS, *" \n.,aB", "&quot;", "\n\n"]), st.characters()),
    max_size=80,
).map("".join)


@given(_TEXT)
def test_passages_lie_in_the_text_and_nest_or_stand_apart(text: str) -> None:
    blocks = paragraphs(text)
    found = passages(text)
    assert [p.outer for p in found] == sorted(
        (p.outer for p in found), key=lambda s: (s.start, -s.end)
    )
    for p in found:
        assert p.span in p.outer
        assert p.outer.end <= len(text)
        assert text[p.span.start : p.span.end].strip()
        assert sum(p.outer in b for b in blocks) == 1
    assert len({p.outer for p in found}) == len(found)


@given(_TEXT)
def test_straight_double_marks_read_like_curly_ones(text: str) -> None:
    straight = text.translate(dict.fromkeys(map(ord, "“”‟"), '"'))
    assert passages(straight) == passages(text)


@given(_TEXT)
def test_a_paragraph_in_front_only_shifts(text: str) -> None:
    front = "It rained.\n\n"
    moved = [
        (p.span.start - len(front), p.span.end - len(front), p.outer.start - len(front), p.closed)
        for p in passages(front + text)
    ]
    assert moved == [(p.span.start, p.span.end, p.outer.start, p.closed) for p in passages(text)]


@pytest.mark.parametrize("piece", ["\u200b“", "“\u200b", "\u200b", "a\u200b”\u200b "])
def test_what_does_not_show_takes_time_by_the_length(piece: str) -> None:
    assert is_linear(passages, repeated(piece), 20_000)


@pytest.mark.parametrize(
    ("title", "lost"),
    [
        ("“We will rebuild it,” says mayor", []),
        ("“We are lost”, says mayor", ["We are lost"]),
        ("The “lost” pier", []),
    ],
)
def test_what_only_the_title_quotes_is_told_as_lost(title: str, lost: list[str]) -> None:
    text = "The pier fell on Sunday. “We will rebuild it,” said Ana Ruiz, the mayor."
    brief = summarise(Article(text, title), model="extractive")
    dropped = brief.provenance.dropped
    assert [loss.item for loss in dropped if "title" in loss.reason] == lost
