"""Briefs as documents. The briefs here are built by hand, so that every word of them is known."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import (
    Article,
    Brief,
    Dropped,
    Event,
    InputError,
    Item,
    Provenance,
    Quote,
    Section,
    Span,
    Stakeholder,
    Summary,
    SummarySentence,
    Usage,
    When,
    summarise,
)
from newsbrief.export.json import to_json
from newsbrief.export.layout import cells
from newsbrief.export.markdown import escape, to_markdown
from newsbrief.export.moments import interval
from newsbrief.export.text import to_text
from newsbrief.sections.events import Events
from newsbrief.sections.quotes import Quotes
from newsbrief.wire import Prose, WireItem

TEXT = (
    "Harbour bridge to close\n\n"
    "The council said on Monday that the harbour bridge will close in July. "
    "“We cannot wait any longer,” said Mayor Ada Finch, “not even a week.” "
    "A spokesman called it “overdue”."
)
SGR = re.compile("\x1b\\[[0-9;]*m")
WILD = st.text(max_size=300)
# Words of every width: narrow, wide, combining; and the white space that sets them apart.
WORDS = st.text(alphabet="abc-“”é 日本語한국\u0301\n\t😀", max_size=300)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def brief(**changes: Any) -> Brief:
    made: dict[str, Any] = {
        "engine": "fake",
        "model": "tiny-1",
        "prompt": None,
        "version": "0",
        "elapsed": 0.25,
    }
    made |= changes.pop("provenance", {})
    values: dict[str, Any] = {
        "headline": "Bridge shuts",
        "summary": Summary(),
        "article": Article(TEXT, published="2023-05-30"),
        "provenance": Provenance(**made),
    }
    return Brief(**(values | changes))


def whole() -> Brief:
    sentence = span("The council said on Monday that the harbour bridge will close in July.")
    when = When(
        text="in July",
        span=span("in July"),
        start=date(2023, 7, 1),
        end=date(2023, 7, 31),
        granularity="month",
        anchor="published",
    )
    first, second = span("We cannot wait any longer,"), span("not even a week.")
    return brief(
        summary=Summary(
            sentences=(SummarySentence(id="s", text="The bridge closes.", evidence=(sentence,)),)
        ),
        events=(
            Event(
                id="e1",
                description="The harbour bridge will close",
                status="planned",
                when=when,
                where="the harbour",
                participants=("s1", "s2"),
                evidence=(sentence,),
            ),
            Event(id="e2", description="The council spoke", status="happened", evidence=()),
        ),
        quotes=(
            Quote(
                id="q1",
                text=f"{first.text} {second.text}",
                spans=(first, second),
                kind="direct",
                speaker="s2",
                speaker_name="Ada Finch",
            ),
            Quote(id="q2", text="overdue", spans=(span("overdue"),), kind="partial"),
            Quote(
                id="q3",
                text="that the harbour bridge will close in July",
                spans=(span("that the harbour bridge will close in July"),),
                kind="indirect",
                speaker="s1",
                speaker_name="The council",
            ),
        ),
        stakeholders=(
            Stakeholder(id="s1", name="The council", kind="government", mentions=(sentence,)),
            Stakeholder(
                id="s2",
                name="Ada Finch",
                kind="person",
                role="Mayor",
                mentions=(span("Ada Finch"), span("Ada Finch")),
            ),
        ),
        provenance={
            "usage": Usage(1200, 0, 88),
            "dropped": (Dropped("quotes", "wait any more", "the article does not hold it"),),
            "warnings": ("one caution",),
        },
    )


@pytest.mark.parametrize(
    ("cost", "shown"), [(0.01234, "$0.0123"), (0.0001, "$0.0001"), (0.00004, "under $0.0001")]
)
def test_a_cost_is_told_where_it_is_known(cost: float, shown: str) -> None:
    told = brief(provenance={"usage": Usage(1200, 0, 88), "cost": cost})
    assert to_text(told).endswith(f"88 out · {shown}")
    assert shown.replace("$", r"\$") in to_markdown(told)
    assert "$" not in to_text(brief(provenance={"usage": Usage(1200, 0, 88)}))


def test_text_of_a_whole_brief() -> None:
    assert to_text(whole(), width=60) == (
        """\
Bridge shuts
Published Tue 30 May 2023 · brief by tiny-1 (fake) ·
250 ms · 1,200 tokens in, 88 out

The bridge closes.

EVENTS
  1. The harbour bridge will close
     planned · July 2023 (“in July”) · where: the harbour ·
     who: The council, Ada Finch
  2. The council spoke

QUOTES
  “We cannot wait any longer,” … “not even a week.”
     — Ada Finch, Mayor · direct
  “overdue”
     — speaker not named · partial

REPORTED SPEECH
  The council: that the harbour bridge will close in July

STAKEHOLDERS
  The council  government · 1 mention
  Ada Finch    Mayor · person · 2 mentions

LEFT OUT
  quotes: “wait any more” — the article does not hold it

WARNINGS
  one caution"""
    )


def test_markdown_of_a_whole_brief() -> None:
    assert to_markdown(whole()) == (
        """\
# Bridge shuts

*Published Tue 30 May 2023 · brief by tiny-1 (fake) · 250 ms · 1,200 tokens in, 88 out*

The bridge closes.

## Events

1. The harbour bridge will close\\
   planned · July 2023 (“in July”) · where: the harbour · who: The council, Ada Finch
2. The council spoke

## Quotes

> “We cannot wait any longer,” … “not even a week.”
>
> — Ada Finch, Mayor (direct)

> “overdue”
>
> — speaker not named (partial)

## Reported speech

- The council: that the harbour bridge will close in July

## Stakeholders

- **The council** · government · 1 mention
- **Ada Finch** · Mayor · person · 2 mentions

## Left out

- quotes: “wait any more” — the article does not hold it

## Warnings

- one caution"""
    )


SPLIT = (
    '"I have lost two jobs over these strikes," said Bea Cole. "But I do not blame the drivers." '
    'Tom Hill said: "The trains are late. The buses are not."'
)


@pytest.mark.parametrize("page", [to_text, to_markdown])
def test_a_quote_that_its_cue_splits_shows_the_break(page: Callable[[Brief], str]) -> None:
    made = summarise(SPLIT, model="extractive")
    first, second = made.quotes
    assert first.text == (
        "I have lost two jobs over these strikes, But I do not blame the drivers."
    )
    shown = " ".join(page(made).split())
    assert f"{first}" == (
        "“I have lost two jobs over these strikes,” … “But I do not blame the drivers.”"
    )
    assert str(first) in shown
    assert str(second) == "“The trains are late. The buses are not.”"
    assert str(second) in shown
    assert Quotes.line(first).startswith(f"{first} — ")


def test_speech_without_marks_shows_its_break_without_marks() -> None:
    parts = (span("the harbour bridge"), span("will close in July"))
    words = "the harbour bridge will close in July"
    quote = Quote(text=words, spans=parts, kind="indirect", speaker_name="The council")
    assert "The council: the harbour bridge … will close in July" in to_text(brief(quotes=(quote,)))


def test_a_brief_without_items_is_short() -> None:
    assert to_text(brief()) == (
        "Bridge shuts\nPublished Tue 30 May 2023 · brief by tiny-1 (fake) · 250 ms"
    )
    assert "##" not in to_markdown(brief())


def test_the_engine_without_a_model_is_named() -> None:
    made = {"engine": "extractive", "model": None, "elapsed": 3.14}
    plain = to_text(brief(article=Article(TEXT, outlet="the Herald"), provenance=made))
    assert plain.splitlines()[1] == "From the Herald · brief by the extractive engine · 3.1 s"


def test_colour_only_adds_style() -> None:
    painted = to_text(whole(), colour=True)
    assert SGR.sub("", painted) == to_text(whole())
    assert set(SGR.findall(painted)) == {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;36m"}


def wild(words: str, more: str) -> Brief:
    """A brief with ``words`` wherever a model or an article may put words of its own."""
    anywhere = Span(0, 7, TEXT[:7])
    try:
        held = Article(f"{TEXT}{words}{more}", published="2023-05-30")
    except InputError:  # NUL, or nothing but control characters: no article can hold them
        held = brief().article
    at, end = len(TEXT), len(held.text)
    said = (anywhere, Span(at, end, held.text[at:end]))
    return brief(
        headline=words,
        summary=Summary(sentences=(SummarySentence(text=more, evidence=()),)),
        events=(
            Event(
                description=words,
                status="alleged",
                when=When(text=more, span=anywhere),
                where=words,
                evidence=(),
            ),
        ),
        quotes=(
            Quote(text=f"{TEXT[:7]} {said[1].text}", spans=said, kind="direct", speaker_name=more),
            Quote(text=said[1].text, spans=said[1:], kind="indirect", speaker_name=words),
        ),
        stakeholders=(Stakeholder(name=words, kind="group", role=more, mentions=()),),
        more={words: ({"id": "x1", "claim": more},), more: ({"id": "x2", "n": 1},)},
        article=held,
        provenance={
            "model": words or None,
            "dropped": (Dropped(words, more, words),),
            "warnings": (more,),
        },
    )


@given(WORDS, WORDS, st.integers(20, 100))
def test_no_line_is_too_wide_unless_one_word_is(words: str, more: str, width: int) -> None:
    for line in to_text(wild(words, more), width=width).splitlines():
        narrow = line.strip().lstrip("“—0123456789. ")
        assert cells(line) <= width or " " not in narrow


@given(WORDS)
def test_cells_count_as_a_terminal_does(words: str) -> None:
    """Against Unicode's own normal forms: composing takes no room, full width takes two."""
    line = words.replace("\n", "").replace("\t", "")
    composed = unicodedata.normalize("NFC", line)
    assert cells(line) == cells(composed)
    assert cells(line + "日") == cells(line) + 2
    assert cells(line + "e") == cells(line) + 1


@given(st.text(alphabet="abcé日本語한“”- ", max_size=300), st.integers(20, 100))
def test_wrapping_loses_and_adds_nothing(words: str, width: int) -> None:
    page = to_text(brief(headline=words), width=width)
    head = page[: page.index("Published")]
    assert "".join(head.split()) == "".join(words.split())


def test_a_script_without_spaces_is_broken_to_fit() -> None:
    page = to_text(brief(headline="日" * 100), width=40)
    assert [len(line) for line in page.splitlines()[:5]] == [20] * 5


def test_a_long_address_stays_in_one_piece() -> None:
    address = "https://example.org/" + "a" * 100
    assert address in to_text(brief(headline=f"See {address} now"), width=40).splitlines()


@given(WILD, WILD)
def test_nothing_that_a_terminal_obeys_gets_through(words: str, more: str) -> None:
    made = wild(words, more)
    for page in (to_text(made), to_markdown(made), to_json(made)):
        odd = {c for c in page if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"}
        assert not odd
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u2028\u2029]", page)


def test_an_escape_shows_as_its_picture() -> None:
    made = brief(headline="red \x1b[31m\x9b31m\x7f and \u202eback")
    assert to_text(made).splitlines()[0] == "red ␛[31m�31m␡ and �back"
    assert to_text(made, colour=True).splitlines()[0] == ("\x1b[1mred ␛[31m�31m␡ and �back\x1b[0m")


@given(WILD, WILD)
def test_json_comes_back_as_it_was(words: str, more: str) -> None:
    made = wild(words, more)
    for indent in (None, 2):
        assert Brief.model_validate_json(to_json(made, indent)) == made
    assert len(to_json(made, None).splitlines()) == 1


MARKDOWN = r"\`*_[]<>&|~$#"


@given(st.text(alphabet=MARKDOWN + "-+=:!>.) 123ab\n", max_size=40))
def test_escaped_text_formats_nothing(words: str) -> None:
    escaped = escape(words)
    bare = re.sub(r"\\.", "", escaped)  # what is left when every escaped character is gone
    assert not set(bare) & set(MARKDOWN)
    assert not re.match(r"[-+=:!>]|\d+[.)]", escaped)
    assert re.sub(r"\\(.)", r"\1", escaped) == " ".join(words.split())


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("# Title", "\\# Title"),
        ("1. first", "1\\. first"),
        ("2) second", "2\\) second"),
        ("1.5 million, 3-1", "1\\.5 million, 3-1"),
        ("- item", "\\- item"),
        ("=== x", "\\=== x"),
        ("> said", "\\> said"),
        ("a*b*c _d_", "a\\*b\\*c \\_d\\_"),
        ("<b>x</b> &amp;", "\\<b\\>x\\</b\\> \\&amp;"),
        ("![a](b)", "\\!\\[a\\](b)"),
        ("`x` C:\\y", "\\`x\\` C:\\\\y"),
        ("two\n\nparagraphs", "two paragraphs"),
    ],
)
def test_article_text_cannot_format_the_document(words: str, escaped: str) -> None:
    sentence = SummarySentence(text=words, evidence=())
    lines = to_markdown(brief(headline=words, summary=Summary(sentences=(sentence,)))).split("\n")
    assert lines[0] == f"# {escaped}"
    assert lines[-1] == escaped


def losing(count: int) -> Brief:
    dropped = tuple(Dropped("quotes", f"number {n}", f"why {n}") for n in range(count))
    return brief(provenance={"dropped": dropped})


def test_a_long_list_of_losses_is_cut_and_says_so() -> None:
    for page in (to_text(losing(20)), to_markdown(losing(20))):
        assert page.count("number ") == 8
        assert page.splitlines()[-1].strip(" -") == "and 12 more (--format json shows all)"
    assert to_text(losing(9)).count("number ") == 9
    assert to_text(losing(10)).count("number ") == 8


def test_what_was_left_out_for_one_reason_takes_one_line() -> None:
    lost = tuple(Dropped("events", f"number {n}", "why") for n in range(5))
    page = to_markdown(brief(provenance={"dropped": lost}))
    assert "events: “number 0”, “number 1”, “number 2” and 2 more — why" in page
    assert page.splitlines()[-1].strip(" -") == "(--format json shows all)"
    page = to_markdown(brief(provenance={"dropped": lost[:3]}))
    assert "events: “number 0”, “number 1”, “number 2” — why" in page
    assert "--format json" not in page


def test_a_long_loss_is_cut() -> None:
    made = brief(provenance={"dropped": (Dropped("quotes", "long " * 40, "why"),)})
    assert max(map(len, to_markdown(made).splitlines())) < 150


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ({"name": "Lloyd Austin", "kind": "person", "role": None}, "“Lloyd Austin”"),
        ({"evidence": [4], "text": 'He said "no"\x1b[31m.'}, '“He said "no"␛[31m.”'),
        ({"evidence": [4], "text": "told at length, " * 20}, "“told at length, told"),
        ({"passage": 3, "text": None, "speaker": "Mao Ning"}, "“Mao Ning”"),
        (
            {"passage": 3, "text": "", "speaker": None},
            '{"passage": 3, "text": "", "speaker": null}',
        ),
    ],
)
def test_an_item_that_did_not_hold_is_told_by_its_words(item: dict[str, Any], told: str) -> None:
    words = json.dumps(item, ensure_ascii=False)
    lost = (Dropped("events", words[:200], "why"),)  # as `Ground.lose` cuts it
    assert f"  events: {told}" in to_text(brief(provenance={"dropped": lost}), width=200)


class ClaimWire(WireItem):
    claim: Prose


class Claim(Item):
    claim: str
    weight: int = 0


class Claims(Section[ClaimWire, Claim]):
    name = "open_claims"
    wire = ClaimWire
    item = Claim

    @classmethod
    def line(cls, item: Claim) -> str:
        return f"{item.claim} [{item.weight}]"


def test_sections_of_a_users_own() -> None:
    made = brief(more={"open_claims": ({"id": "o1", "claim": "It is safe", "weight": 3},)})
    assert to_text(made).endswith("\n\nOPEN CLAIMS\n  It is safe")
    assert to_text(made, sections=[Claims]).endswith("\n\nOPEN CLAIMS\n  It is safe [3]")
    assert to_markdown(made).endswith("\n\n## Open claims\n\n- It is safe")
    assert to_markdown(made, [Claims]).endswith("\n\n## Open claims\n\n- It is safe \\[3\\]")


@pytest.mark.parametrize(("engine", "told"), [("openai", True), ("extractive", False)])
def test_a_section_that_could_not_be_filled_did_not_find_nothing(engine: str, told: bool) -> None:
    made = brief(provenance={"engine": engine})
    assert ("\n\nNo open claims found." in to_text(made, sections=[Claims])) == told
    assert ("\n\n*No open claims found.*" in to_markdown(made, [Claims])) == told


def test_an_item_without_text_shows_as_json() -> None:
    made = brief(more={"counts": ({"id": "c1", "n": 4},)})
    assert to_text(made).endswith('COUNTS\n  {"id": "c1", "n": 4}')


MAY = date(2023, 5, 30)


@pytest.mark.parametrize(
    ("start", "end", "granularity", "told"),
    [
        (MAY, MAY, "day", "Tue 30 May 2023"),
        (date(2023, 5, 1), date(2023, 5, 31), "month", "May 2023"),
        (date(2024, 2, 1), date(2024, 2, 29), "month", "February 2024"),
        (date(2023, 2, 1), date(2024, 2, 28), "month", "1 Feb 2023 – 28 Feb 2024"),
        (date(2023, 7, 1), date(2023, 9, 30), "quarter", "July–September 2023"),
        (date(2022, 12, 1), date(2023, 2, 28), "season", "December 2022 – February 2023"),
        (date(2018, 1, 1), date(2018, 12, 31), "year", "2018"),
        (date(2010, 1, 1), date(2019, 12, 31), "decade", "2010–2019"),
        (date(2023, 5, 22), date(2023, 5, 28), "week", "22–28 May 2023"),
        (date(2023, 5, 29), date(2023, 6, 4), "week", "29 May – 4 Jun 2023"),
        (date(2022, 12, 26), date(2023, 1, 1), "week", "26 Dec 2022 – 1 Jan 2023"),
        (date(2018, 1, 1), None, "year", "since 2018"),
        (date(2018, 3, 1), None, "month", "since March 2018"),
        (None, MAY, "day", "until Tue 30 May 2023"),
        (None, None, "day", ""),
        (
            datetime(2023, 5, 30, 6, 5),
            datetime(2023, 5, 30, 6, 5),
            "time",
            "Tue 30 May 2023, 06:05",
        ),
        (
            datetime(2023, 5, 30, 6),
            datetime(2023, 5, 30, 7),
            "time",
            "Tue 30 May 2023, 06:00–07:00",
        ),
        (
            datetime(2023, 5, 30, 23),
            datetime(2023, 5, 31, 1),
            "time",
            "Tue 30 May 2023, 23:00 – Wed 31 May 2023, 01:00",
        ),
        (
            datetime(2023, 5, 30, 6, tzinfo=UTC),
            datetime(2023, 5, 30, 6, tzinfo=UTC),
            "time",
            "Tue 30 May 2023, 06:00 UTC",
        ),
        (date(1, 1, 1), date(1, 1, 1), "day", "Mon 1 Jan 1"),
    ],
)
def test_times_as_people_write_them(
    start: date | None, end: date | None, granularity: Any, told: str
) -> None:
    when = When(text="x", span=Span(0, 1), start=start, end=end, granularity=granularity)
    assert interval(when) == told


def test_words_that_say_the_time_already_are_not_repeated() -> None:
    when = When(
        text="Since 2018",
        span=Span(0, 7, TEXT[:7]),
        start=date(2018, 1, 1),
        granularity="year",
        anchor="absolute",
    )
    made = brief(events=(Event(description="It began", status="ongoing", when=when, evidence=()),))
    assert to_text(made).endswith("ongoing · since 2018")


def test_a_day_that_no_words_name_is_told_as_such() -> None:
    text = "Mayor quits over harbour deal\n\nThe mayor has resigned over a deal for the harbour."
    made = summarise(text, published="2016-11-01", model="extractive")
    when = made.events[0].when
    assert when is not None
    assert when.by_tense
    assert "31 Oct or 1 Nov 2016 (by the tense of “has resigned”)" in to_text(made)
    assert Events.line(made.events[0]) == "The mayor has resigned over a deal for the harbour"


@pytest.mark.parametrize("words", ["the weekend", "5-6 November", "Saturday and Sunday"])
def test_two_days_that_words_do_name_are_not_told_by_tense(words: str) -> None:
    start, end = date(2016, 11, 5), date(2016, 11, 6)
    when = When(text=words, span=Span(0, 1), start=start, end=end, anchor="published")
    assert not when.by_tense


def test_an_affiliation_that_the_role_names_is_not_repeated() -> None:
    party = Stakeholder(
        name="Jo Hill",
        kind="person",
        role="Port Board chair",
        affiliation="Port Board",
        mentions=(),
    )
    assert to_text(brief(stakeholders=(party,))).endswith("Port Board chair · person · 0 mentions")


def test_a_loss_told_often_takes_one_line() -> None:
    lost = tuple(Dropped("quotes.speaker", "Max Power", "nobody", Span(n, n + 1)) for n in range(5))
    brief = summarise("Max Power spoke on Monday.", model="extractive")
    told = brief.provenance.model_copy(update={"dropped": lost})
    text = to_text(brief.model_copy(update={"provenance": told}))
    assert text.count("nobody") == 1
    assert "“Max Power” (5 times) — nobody" in text


def test_reported_speech_stands_with_its_cue_unless_that_is_a_part_of_it() -> None:
    def reported(words: str, cue: str) -> str:
        text = "The council rejected a bridge toll. The bridge is expected to close."
        at, cued = text.index(words), text.index(cue)
        said = Span(at, at + len(words)).of(text)
        quote = Quote(
            id="q1",
            text=words,
            spans=(said,),
            kind="indirect",
            speaker_name="The council",
            cue_span=Span(cued, cued + len(cue)).of(text),
        )
        return to_text(brief(article=Article(text), quotes=(quote,))).partition(
            "REPORTED SPEECH\n"
        )[2]

    assert reported("a bridge toll", "rejected") == "  The council (rejected): a bridge toll"
    assert reported("The bridge is expected to close", "is expected").endswith(
        "The council: The bridge is expected to close"
    )
