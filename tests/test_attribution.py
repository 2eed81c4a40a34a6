"""Who said what: planted sentences with their quotes, speakers and antecedents, and the laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import is_linear, repeated

from newsbrief import summarise
from newsbrief.analysis.reading import Reading
from newsbrief.analysis.speech.attribution import Attribution, Unspoken
from newsbrief.analysis.speech.readers import attributions
from newsbrief.analysis.text.passages import passages
from newsbrief.analysis.text.sentences import sentences
from newsbrief.article import Article
from newsbrief.span import Span


def read(text: str) -> tuple[list[Attribution], list[Unspoken]]:
    return attributions(text, sentences(text))


def cut(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def marked(text: str) -> list[tuple[tuple[str, ...], str, str | None, str | None]]:
    """Every quotation in marks: its parts, its kind, its speaker and whom that means."""
    return [
        (
            tuple(text[s.start : s.end] for s in a.spans),
            a.kind,
            cut(text, a.speaker),
            cut(text, a.referent),
        )
        for a in read(text)[0]
        if a.kind != "indirect"
    ]


def told(text: str) -> list[tuple[str | None, str | None, str]]:
    """Every reported statement: its speaker, its cue and what was said."""
    return [
        (cut(text, a.speaker), cut(text, a.cue), text[a.spans[0].start : a.spans[0].end])
        for a in read(text)[0]
        if a.kind == "indirect"
    ]


WHOLE = [
    # cue behind
    ("“We won,” Ann Lee said.", "We won,", "Ann Lee"),
    ("“We won,” said Ann Lee.", "We won,", "Ann Lee"),
    ("“We won,” said Ann Lee, a spokeswoman for the port.", "We won,", "Ann Lee"),
    ("“We won,” Ann Lee, a former pilot, told Channel Nine.", "We won,", "Ann Lee"),
    ("“Who won?” Ann Lee asked.", "Who won?", "Ann Lee"),
    ("“We won!” Ann Lee shouted from the stand.", "We won!", "Ann Lee"),
    ("“We won,” Sen. Ann Lee (R-Ohio) said on Monday.", "We won,", "Sen. Ann Lee"),
    ("“We won,” a campaign spokesman said.", "We won,", "a campaign spokesman"),
    ("“We won,” the ministry said in a statement.", "We won,", "the ministry"),
    ("“We won,” the report concludes.", "We won,", "the report"),
    ("“We won,” Ann Lee later said.", "We won,", "Ann Lee"),
    ("“We won,” Ann Lee has said.", "We won,", "Ann Lee"),
    ("“We won,” Ann Lee shot back.", "We won,", "Ann Lee"),
    ("“We won,” wrote Ann Lee and Bo Day.", "We won,", "Ann Lee and Bo Day"),
    ("“We won,” according to Ann Lee.", "We won,", "Ann Lee"),
    ("“We won,” said lead author Ann Lee.", "We won,", "lead author Ann Lee"),
    ("“We won,” fire chief Ann Lee said.", "We won,", "fire chief Ann Lee"),
    ("“We won,” said press secretary Ann Lee.", "We won,", "press secretary Ann Lee"),
    ('"We won," Ann Lee said.', "We won,", "Ann Lee"),
    ("‘We won,’ Ann Lee said.", "We won,", "Ann Lee"),
    ("'We won,' said Ann Lee.", "We won,", "Ann Lee"),
    ("« We won », said Ann Lee.", " We won ", "Ann Lee"),
    ("„We won“, said Ann Lee.", "We won", "Ann Lee"),
    ("「We won」, said Ann Lee.", "We won", "Ann Lee"),
    # cue in front
    ("Ann Lee said, “We won.”", "We won.", "Ann Lee"),
    ("Ann Lee said: “We won.”", "We won.", "Ann Lee"),
    ("Ann Lee tweeted: “We won.”", "We won.", "Ann Lee"),
    ("Ann Lee, who owns the mill, said, “We won.”", "We won.", "Ann Lee"),
    ("Speaking in Oslo, Ann Lee said, “We won.”", "We won.", "Ann Lee"),
    ("In a statement on Friday, the agency said, “We won.”", "We won.", "the agency"),
    ("Ann Lee shrugged and said, “We won.”", "We won.", "Ann Lee"),
    ("Ann Lee left the room, adding: “We won.”", "We won.", "Ann Lee"),
    ("When asked about the count, Ann Lee replied, “We won.”", "We won.", "Ann Lee"),
    ("The email went on to say, “We won.”", "We won.", "The email"),
    ("According to Ann Lee, “We won.”", "We won.", "Ann Lee"),
    ("Ann Lee: “We won.”", "We won.", "Ann Lee"),
    ("LEE: “We won.”", "We won.", "LEE"),
    ("Ann Lee on the count: “We won.”", "We won.", "Ann Lee"),
    ("Turnout was high - Ann Lee: “We won.”", "We won.", "Ann Lee"),
    ("From the desk of Ann Lee: “We won.”", "We won.", "Ann Lee"),
    ("“We won.”\n\n- Ann Lee.", "We won.", "Ann Lee"),
]


UNSPACED = [
    ("首相は「増税はしない」と述べた。", [("増税はしない", "direct")]),
    ("王部长表示：“我们将继续合作。”随后离开。", [("我们将继续合作。", "direct")]),
    ("“我们将继续合作。”王部长说。", [("我们将继续合作。", "direct")]),
    ("所谓“特别行动”引发争议。", []),
    ("映画「君の名は」が公開された。", []),
]


@pytest.mark.parametrize(("text", "quotes"), UNSPACED)
def test_speech_in_scripts_without_blanks_is_told_by_its_marks(
    text: str, quotes: list[tuple[str, str]]
) -> None:
    brief = summarise(text, model="extractive")
    assert [(quote.text, quote.kind) for quote in brief.quotes] == quotes
    assert all(quote.speaker is None for quote in brief.quotes)
    assert len(brief.quotes) + len(brief.provenance.dropped) == 1


@pytest.mark.parametrize(("text", "quote", "speaker"), WHOLE)
def test_a_whole_utterance_finds_the_source_by_its_cue(text: str, quote: str, speaker: str) -> None:
    assert [(q, s) for q, _, s, _ in marked(text)] == [((quote,), speaker)]
    assert marked(text)[0][1] == "direct"


PARTS = [
    ("Ann Lee called the plan “a slow disaster” on Friday.", ["a slow disaster"], "Ann Lee"),
    ("Ann Lee said the town was “well aware” of it.", ["well aware"], "Ann Lee"),
    ("The plan, described as “late” by Ann Lee, was dropped.", ["late"], "Ann Lee"),
    ("In the words of Ann Lee, it is “late and dark”.", ["late and dark"], "Ann Lee"),
    ("Bo Day recalled Ann Lee saying it was “late”.", ["late"], "Ann Lee"),
    ("Bo Day has a video of Ann Lee saying it was “late”.", ["late"], "Ann Lee"),
    ("Bo Day left, with the Guild of Bakers calling it “late”.", ["late"], "Guild of Bakers"),
    ("Bo Day rejected Ann Lee’s claim that he was “late”.", ["late"], "Ann Lee"),
    ("Bo Day rejected claims by Ann Lee that he was “late”.", ["late"], "Ann Lee"),
    ("Ann Lee said Bo Day’s claim that it was late was “odd”.", ["odd"], "Ann Lee"),
    (
        "The mayor, Ann Lee, told them it must “show courage” and “act at once” there.",
        ["show courage", "act at once"],
        "Ann Lee",
    ),
    (
        "Ann Lee said the banks “have had a good war,” and that was that.",
        ["have had a good war,"],
        "Ann Lee",
    ),
    (
        "The plan was described by Ann Lee as “a slow disaster” for the coast.",
        ["a slow disaster"],
        "Ann Lee",
    ),
    ("The “slow disaster” could be stopped, Ann Lee said.", ["slow disaster"], "Ann Lee"),
    (
        "The city is in “open revolt” over the plan, according to Ann Lee.",
        ["open revolt"],
        "Ann Lee",
    ),
    (
        "Ann Lee voted against it, calling the plan “a slow disaster” for all.",
        ["a slow disaster"],
        "Ann Lee",
    ),
    (
        "Ann Lee’s remark that the plan was “a slow disaster” hurt the party.",
        ["a slow disaster"],
        "Ann Lee",
    ),
    ("She is “the best of us,” Ann Lee said.", ["the best of us,"], "Ann Lee"),
]


@pytest.mark.parametrize(("text", "quotes", "speaker"), PARTS)
def test_words_within_a_reporting_sentence_are_partial(
    text: str, quotes: list[str], speaker: str
) -> None:
    found = marked(text)
    assert [q for (q,), _, _, _ in found] == quotes
    assert {kind for _, kind, _, _ in found} == {"partial"}
    assert {whom or who for _, _, who, whom in found} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” Ann Lee said, “and they lost.”",
        "“We won,” said Ann Lee, “and they lost.”",
        "“We won,” Ann Lee said. “And they lost.”",
        "“We won,” said Ann Lee, a pilot. “And they lost.”",
    ],
)
def test_a_quote_split_by_its_cue_is_one_of_two_spans(text: str) -> None:
    ((parts, kind, speaker, referent),) = marked(text)
    assert [p.lower() for p in parts] == ["we won,", "and they lost."]
    assert (kind, speaker, referent) == ("direct", "Ann Lee", "Ann Lee")


def test_speech_goes_on_over_paragraphs() -> None:
    text = (
        "“We had no water,” Ann Lee said.\n\n"
        "“We had no light either. It was cold.\n\n"
        "“Then they came.”\n\nThe mayor, Bo Day, disagreed.\n\n“It was warm,” he said."
    )
    found = marked(text)
    assert [(q[0], s, r) for q, _, s, r in found] == [
        ("We had no water,", "Ann Lee", "Ann Lee"),
        ("We had no light either. It was cold.", "Ann Lee", "Ann Lee"),
        ("Then they came.", "Ann Lee", "Ann Lee"),
        ("It was warm,", "he", "Bo Day"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said: “We won.”Bo Day said: “They lost.”",
        'Ann Lee said: " We won. " Bo Day said: " They lost. "',
        "Ann Lee said: ‘We won.’Bo Day said: ‘They lost.’",
        "“We won”said Ann Lee.“They lost”said Bo Day.",
        "“We won,” said Ann Lee.“They lost,” said Bo Day.",
        '" We won ", said Ann Lee . " They lost ", said Bo Day .',
        "Ann Lee said: &quot;We won.&quot; Bo Day said: &quot;They lost.&quot;",
        "Ann Lee said: &ldquo;We won.&rdquo;Bo Day said: &ldquo;They lost.&rdquo;",
        "Ann Lee said: ''We won.''Bo Day said: ''They lost.''",
        "&lsquo;We won,&rsquo; said Ann Lee. &#39;They lost,&#39; said Bo Day.",
    ],
)
def test_two_speakers_stay_two_whatever_blanks_the_marks_have(text: str) -> None:
    assert [([p.strip(" .,") for p in parts], who) for parts, _, who, _ in marked(text)] == [
        (["We won"], "Ann Lee"),
        (["They lost"], "Bo Day"),
    ]


@pytest.mark.parametrize("pair", ["“”", '""', "«»", "‘’"])
@pytest.mark.parametrize("again", [True, False])
def test_each_paragraph_of_one_speech_has_its_speaker(pair: str, again: bool) -> None:
    opening = pair[0] if again else ""
    text = f"Ann Lee said: {pair[0]}We won.\n\n{opening}They lost.\n\n{opening}It is over.{pair[1]}"
    assert [(q, who) for (q,), _, who, _ in marked(text + " Bo Day left.")] == [
        ("We won.", "Ann Lee"),
        ("They lost.", "Ann Lee"),
        ("It is over.", "Ann Lee"),
    ]


def test_speech_that_narration_mixes_with_is_left_out_with_a_reason() -> None:
    text = "“We won,” and so on.\n\n“It was\n\nBo Day said no.\n\ncold,” and “fine,” Ann Lee said."
    spoken, unspoken = read(text)
    assert [(text[u.span.start : u.span.end], bool(u.reason)) for u in unspoken] == [
        ("Bo Day said no.", True),
        ("cold,", True),
    ]
    assert "fine," in [text[a.spans[0].start : a.spans[0].end] for a in spoken]


def test_no_model_is_asked_who_speaks_what_may_be_narration() -> None:
    text = "“It was\n\nBo Day, a pilot, said no.\n\ncold,” and “fine,” Ann Lee said."
    reading = Reading(Article(text))
    asked = [text[s.span.start : s.span.end] for s in reading.statements]
    assert asked == ["It was", "fine,"]
    assert len(reading.unspoken) == 2


@pytest.mark.parametrize("after", ["said Ann Lee.", "Ann Lee said."])
@pytest.mark.parametrize("rest", ["", "\nBo Day left the hall, for there was nothing left to say."])
def test_a_line_break_between_quote_and_cue(after: str, rest: str) -> None:
    assert marked(f"“We won,”\n{after}{rest}") == [(("We won,",), "direct", "Ann Lee", "Ann Lee")]


def test_a_cue_in_the_paragraph_below_a_quote_that_ends_with_a_comma() -> None:
    for after in ("said Ann Lee.", "Ann Lee said on Monday."):
        assert marked(f"“We won,”\n\n{after}") == [(("We won,",), "direct", "Ann Lee", "Ann Lee")]
    assert marked("“We won.”\n\nAnn Lee said that it rained.")[0][2] is None


@pytest.mark.parametrize("text", ["»Ja», sade Ann Lee.", "«Oui», a dit Ann Lee."])
def test_a_word_of_speech_before_a_comma_is_no_heading(text: str) -> None:
    assert [len(parts) for parts, *_ in marked(text)] == [1]
    assert marked("'Time' and its list\n\nIt rained.") == []
    assert len(marked("“It rained.\n\n‘We won’: the story of a town\n\nIt rained.")) == 1


@pytest.mark.parametrize(
    ("text", "speaker", "referent"),
    [
        (
            "They slept, according to Ann Lee of the Coast Guard, who said “they” did.",
            "who",
            "Ann Lee",
        ),
        ("Mary Hart spoke in Rome. “We won,” she said.", "she", "Mary Hart"),
        ("Mary Hart met John Dale. “We won,” he said.", "he", "John Dale"),
        ("John Dale met Mary Hart. “We won,” she said.", "she", "Mary Hart"),
        ("Mary Hart said she had slept. “We won,” she said.", "she", "Mary Hart"),
        ("Mary Hart, who said “we won,” slept.", "who", "Mary Hart"),
        ("Mary Hart’s lawyer was there. “We won,” the lawyer said.", "the lawyer", None),
        ("It rained. “We won,” she said.", "she", None),
        (
            "Gov. Mary Hart came to Rome with friends.\n\n“We won,” the governor said.",
            "the governor",
            "Mary Hart",
        ),
        ("“We won,” a spokesman said.", "a spokesman", None),
        # people without a name
        ("A senior pilot said Portside was told. “We won,” he said.", "he", "A senior pilot"),
        ("The former Portside actress told them it was shut. “We won,” she said.", "she",
         "The former Portside actress"),
        ("John Dale met a guard. A guard said it was shut. “We won,” he said.", "he", "A guard"),
        ("An actress said it was shut. “We won,” he said.", "he", None),
        ("John Dale said it was shut. The pilot said it was not. “We won,” he said.", "he",
         "John Dale"),
        ("The pilot said it was shut. “We won,” he said.", "he", "The pilot"),
        ("Asked by a reporter if she would go, she said, “We won.”", "she", None),
        ("Portside met Lakeside in Rome. “We won,” he said.", "he", None),
        # whom nothing else tells of
        ("John Dale spoke in Rome. Modi disagreed. “We won,” he said.", "he", "Modi"),
        ("John Dale spoke in Rome. Portside won. “We won,” he said.", "he", None),
        ("“We won,” the Herald quoted Mary Hart as saying.", "Mary Hart", "Mary Hart"),
        ("Pressed on Portside’s boss, he said, “We won.”", "he", None),
        ("Mary Hart herself said: “We won.”", "Mary Hart", "Mary Hart"),
        ("The mayor, Mary Hart, said, “We won.”", "The mayor", "Mary Hart"),
        ("“We won,” said the club’s coach, Mary Hart.", "the club’s coach", "Mary Hart"),
    ],
)  # fmt: skip
def test_pronouns_and_roles_resolve_to_a_name(
    text: str, speaker: str, referent: str | None
) -> None:
    ((_, _, who, whom),) = marked(text)
    assert who == speaker
    assert whom == referent


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The so-called “dragon” bill passed.", "dragon"),
        ("They walked past the “old” mill in the rain.", "old"),
        ("He starred in “The Long Road Home” in 1999.", "The Long Road Home"),
        ("Earl “Bud” Smith ran the mill.", "Bud"),
        ("<a title=“x”>The mill</a> stood there.", "x"),
        ('<a day=x ">We were there<a/>.', ">We were there<a/>."),
        ("“They told me ‘no way’ twice,” Ann Lee said.", "no way"),
        ("The show, “Rivers of Home,” opens in May.", "Rivers of Home,"),
        ("In her book, “Rivers of Home,” Ann Lee left the port.", "Rivers of Home,"),
    ],
)
def test_what_nobody_says_is_listed_with_a_reason(text: str, passage: str) -> None:
    spoken, unspoken = read(text)
    assert [(text[u.span.start : u.span.end], bool(u.reason)) for u in unspoken] == [
        (passage, True)
    ]
    assert all(text[s.start : s.end] != passage for a in spoken for s in a.spans)


@pytest.mark.parametrize("cut_off", ["“We won,” said", "It was described as", "According to Lee,"])
def test_a_text_may_end_with_a_cue(cut_off: str) -> None:
    assert all(a.source(cut_off) is None for a in read(cut_off)[0])


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Ann Lee said that the port would close in May.",
            "the port would close in May",
            "Ann Lee",
        ),
        ("Ann Lee said the port would close in May.", "the port would close in May", "Ann Lee"),
        ("The port would close in May, Ann Lee said.", "The port would close in May", "Ann Lee"),
        ("The port would close in May, said Ann Lee.", "The port would close in May", "Ann Lee"),
        (
            "According to Ann Lee, the port would close in May.",
            "the port would close in May",
            "Ann Lee",
        ),
        (
            "The port would close in May, according to Ann Lee.",
            "The port would close in May",
            "Ann Lee",
        ),
        (
            "Ann Lee told reporters that the port would close in May.",
            "the port would close in May",
            "Ann Lee",
        ),
        ("Ann Lee vowed to close the port in May.", "to close the port in May", "Ann Lee"),
        ("Ann Lee criticised the closing of the port.", "the closing of the port", "Ann Lee"),
        (
            "Ann Lee said the port would close, adding that it was late.",
            "the port would close",
            "Ann Lee",
        ),
        ("Ann Lee said on Friday the port would close.", "the port would close", "Ann Lee"),
        ("Ann Lee criticised the port and left early.", "the port", "Ann Lee"),
        ("Ann Lee said the port was open, while Bo Day left.", "the port was open", "Ann Lee"),
        (
            "When the storm broke over town, Ann Lee said, the port had closed.",
            "When the storm broke over town, Ann Lee said, the port had closed",
            "Ann Lee",
        ),
        ("They passed a rule, which critics say is unfair.", "is unfair", "critics"),
        ("A report published Wednesday said the port leaks.", "the port leaks", "A report"),
        ("About three in 10 said they disagree.", "they disagree", "three in 10"),
        ("Lees’ aides said the port leaks.", "the port leaks", "Lees’ aides"),
        (
            "Ann Lee, who called it “odd and late,” said the port would close.",
            "the port would close",
            "Ann Lee",
        ),
        ("Protest groups say the port is closed.", "the port is closed", "Protest groups"),
        ("Jolly said he had left the port.", "he had left the port", "Jolly"),
        ("47% say the port should close.", "the port should close", "47%"),
        ("That person said the port was closed.", "the port was closed", "That person"),
        ("Ann Lee said, with some regret, that it was late.", "it was late", "Ann Lee"),
        ("Ann Lee said in a letter Friday they had left.", "they had left", "Ann Lee"),
        ("Ann Lee told reporters, however, that it was late.", "it was late", "Ann Lee"),
        (
            "Ann Lee said the port, which the city owns, would close.",
            "the port, which the city owns, would close",
            "Ann Lee",
        ),
        (
            "As Ann Lee noted, the port has long been shut.",
            "the port has long been shut",
            "Ann Lee",
        ),
        (
            "The old port has long been closed, as Ann Lee noted.",
            "The old port has long been closed",
            "Ann Lee",
        ),
        ("Ann Lee urged voters to stay at home.", "voters to stay at home", "Ann Lee"),
        ("Ann Lee endorsed the plan after the debate.", "the plan", "Ann Lee"),
        ("Ann Lee spoke about the closing of the port.", "the closing of the port", "Ann Lee"),
        ("Ann Lee is confident that the port will open.", "the port will open", "Ann Lee"),
        ("Residents are wary of the new port.", "the new port", "Residents"),
        ("Her opposition to the port was well known.", "the port", "Her"),
        ("Report: Port to close in early May", "Port to close in early May", "Report"),
        ("Ann Lee said last week the port would close.", "the port would close", "Ann Lee"),
        ("Bo Day left, with Ann Lee saying the port was shut.", "the port was shut", "Ann Lee"),
        ("Ann Lee left with Bo Day, saying the port was shut.", "the port was shut", "Ann Lee"),
        (
            "According to an aide, who left early, the port would close in May.",
            "the port would close in May",
            "an aide",
        ),
        ("The port is expected to close in May.", "The port is expected to close in May", None),
    ],
)
def test_reported_speech_without_marks(text: str, content: str, speaker: str | None) -> None:
    items = [a for a in read(text)[0] if a.kind == "indirect"]
    assert any(
        cut(text, a.speaker) == speaker
        and (text[a.spans[0].start : a.spans[0].end]).removeprefix("that ") == content
        for a in items
    )


@pytest.mark.parametrize(
    "text",
    [
        "The campaign did not respond to a request for comment.",
        "A budget of 1000 dollars was approved by the board.",
        "Ann Lee discussed investment.",
        "Kasich: Now or never",
        "Update: The port was closed on Monday night",
        "Ann Lee showed no fear.",
        "They own a boat named Murchyk.",
        "These are some of the first detailed maps of the port.",
        "The port has scrapped plans to build a wall there.",
        "Ann Lee would appear before a judge on Monday.",
    ],
)
def test_a_fragment_or_a_request_is_no_reported_speech(text: str) -> None:
    assert [cut(text, a.spans[0]) for a in read(text)[0]] == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ann Lee never said that the port was shut.", "never said"),
        ("Ann Lee did not say the port was shut.", "did not say"),
        ("Ann Lee didn’t say that the port was shut.", "didn’t say"),
        ("Ann Lee cannot confirm that the port was shut.", "cannot confirm"),
        ("Ann Lee has yet to announce that the port will shut.", "has yet to announce"),
        ("Ann Lee no longer believes that the port will shut.", "no longer believes"),
        ("Ann Lee was unable to confirm that the port was shut.", "was unable to confirm"),
        ("Ann Lee failed to say that the port was shut.", "failed to say"),
        ("Ann Lee left without saying whether the port was shut.", "without saying"),
        ("Ann Lee said not that it shut but that it sank.", "said not"),
        ("Ann Lee has no doubt that the port was shut.", "no doubt"),
        # of a denial elsewhere the cue knows nothing
        ("Ann Lee did not wait and said that the port was shut.", "said"),
        ("Ann Lee said that the port was not shut.", "said"),
        ("Ann Lee has long said that the port was shut.", "said"),
    ],
)
def test_a_cue_holds_what_denies_it(text: str, cue: str) -> None:
    assert [c for _, c, _ in told(text)] == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "No one said that the port was shut.",
        "Nobody at the port believes that it will shut.",
        "None of the pilots said the port was shut.",
        "Neither Ann Lee nor Bo Day said that the port was shut.",
        "Not a single pilot said that the port was shut.",
        "Few pilots believe that the port will shut.",
        "Nor did Ann Lee say that the port was shut.",
        "The port, nobody said, was shut.",
        "There was no one who said the port was shut.",
        "There was no evidence that the port was shut.",
    ],
)
def test_nobody_says_nothing(text: str) -> None:
    assert told(text) == []


def test_a_quote_that_nobody_said_stays_without_a_speaker() -> None:
    assert [(q, s) for q, _, s, _ in marked("“The port is shut,” no one said.")] == [
        (("The port is shut,",), None)
    ]


def test_a_denial_before_another_source_is_not_its_own() -> None:
    assert [s for s, _, _ in told("A few pilots said that the port was shut.")] == ["A few pilots"]
    assert [s for s, _, _ in told("Not only did Ann Lee say the port was shut.")] == ["Ann Lee"]
    text = "No wonder Ann Lee said that the port was shut."
    assert told(text) != []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # asides: ages, places, and more of them
        ("Ann Lee, 45, of Oslo, said the port was shut.", "Ann Lee"),
        ("In Oslo, Ann Lee, 45, a pilot, said the port was shut.", "Ann Lee"),
        ("Ann Lee, head of Portside, which owns it, said the port was shut.", "Ann Lee"),
        ("Ann Lee, the head of the port, who left in May, said the port was shut.", "Ann Lee"),
        ("However, Ann Lee, a pilot from Oslo, Norway, said the port was shut.", "Ann Lee"),
        ("After the vote, Ann Lee, the mayor of Oslo, said the port was shut.", "Ann Lee"),
        ("Moreover, Ann Lee, a pilot, said the port was shut.", "Ann Lee"),
        # lists
        (
            "A spokesman for Oslo, Bergen and Moss port trust said the port was shut.",
            "A spokesman for Oslo, Bergen and Moss port trust",
        ),
        ("Pilots, crews and passengers said the port was shut.", "Pilots, crews and passengers"),
        ("In Oslo, Ann Lee and Bo Day said the port was shut.", "Ann Lee and Bo Day"),
        # what tells of the subject, between it and its verb
        ("A man who lost his boat said the port was shut.", "A man"),
        ("A pilot accused of theft said the port was shut.", "A pilot"),
        ("Nurses treating the girl said the port was shut.", "Nurses"),
        ("A letter seen by Reuters said the port was shut.", "A letter"),
        ("A survey carried out by YouGov found that the port was shut.", "A survey"),
        ("Files released on Monday show the port was shut.", "Files"),
        ("A woman who lives nearby said the port was shut.", "A woman"),
        ("A pilot close to the talks said the port was shut.", "A pilot close to the talks"),
        ("Ann Lee told reporters the port was shut.", "Ann Lee"),
        ("The mill that Bo Day founded said the port was shut.", "The mill"),
        ("The mill fined last year said the port was shut.", "The mill"),
        ("A year later, Ann Lee and Bo Day said the port was shut.", "Ann Lee and Bo Day"),
        ("A guard who was not authorized to speak said the port was shut.", "A guard"),
        ("A spokesman for the union that represents the crews said it shut.",
         "A spokesman for the union"),
        # but those who speak within what another one says speak themselves
        ("The accused man said the port was shut.", "The accused man"),
        ("In a video posted on Monday Ann Lee said the port was shut.", "Ann Lee"),
    ],
)  # fmt: skip
def test_the_source_is_the_subject_and_not_what_tells_of_it(text: str, speaker: str) -> None:
    assert [s for s, _, _ in told(text)] == [speaker]


def test_a_quote_behind_a_relative_clause_is_not_of_those_it_tells_of() -> None:
    text = "Ann Lee told the court that pilots who complained were “quietly dropped”."
    assert [(s, r) for _, _, s, r in marked(text)] == [("Ann Lee", "Ann Lee")]
    text = "It was Ann Lee who said there were “too many” pilots."
    assert [s for _, _, s, _ in marked(text)] == ["who"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee said the port was shut, but Bo Day dismissed it as “pure theatre”.", "Bo Day"),
        (
            "Ann Lee said the port was shut, while the crews called it “a danger to us”.",
            "the crews",
        ),
        ("The port was shut, Ann Lee said, but Bo Day called it “a danger to us”.", "Bo Day"),
        ("Ann Lee said fans had shown “great love” for it.", "Ann Lee"),
        ("Ann Lee said the port was shut and that crews feared “a bad end”.", "Ann Lee"),
        ("Ann Lee said, and I quote, “We won.”", "Ann Lee"),
    ],
)
def test_a_clause_against_the_one_before_has_a_speaker_of_its_own(text: str, speaker: str) -> None:
    assert [s for _, _, s, _ in marked(text)] == [speaker]


@pytest.mark.parametrize("end", ["?", "!", "."])
def test_a_cue_and_a_colon_belong_to_the_quote_behind_them(end: str) -> None:
    text = f"Ann Lee said: “It is shut{end}” Bo Day said: “It is open.”"
    assert [(q, s) for q, _, s, _ in marked(text)] == [
        ((f"It is shut{end}",), "Ann Lee"),
        (("It is open.",), "Bo Day"),
    ]
    assert [s for _, _, s, _ in marked("“Is it shut?” Bo Day asked.")] == ["Bo Day"]


@pytest.mark.parametrize(
    "headline",
    [
        "Norway Rejects Meeting Request With The United States",
        "Ohio governor signs bill limiting port fees",
        "Stop blaming pilots for what owners built",
        "Ancient maps reveal origins of port",
        "Opposition rejects result of vote",
        "Police name man killed in port",
    ],
)
def test_a_headline_tells_of_deeds_by_words_of_speech(headline: str) -> None:
    assert told(f"{headline}\n\nIt rained on Monday.") == []
    assert told(f"It rained.\n\nNorway rejects the new request, Ann Lee said.\n\n{headline}") == [
        ("Ann Lee", "said", "Norway rejects the new request")
    ]


def test_a_headline_may_report() -> None:
    for headline in ("Mayor says port will close", "Port will close in May, mayor says"):
        assert [c for _, c, _ in told(f"{headline}\n\nIt rained.")] == ["says"]


def test_a_name_that_is_told_in_passing_speaks_all_the_same() -> None:
    text = "A man named Bo Day said the port was shut."
    assert told(text) == [("Bo Day", "said", "the port was shut")]
    text = "He pleaded guilty in May to theft."
    assert told(text) == [("He", "pleaded guilty", "to theft")]


def test_a_body_at_the_head_of_a_sentence_is_a_source() -> None:
    text = "WHO said that the port was shut."
    assert [cut(text, a.source(text)) for a in read(text)[0]] == ["WHO"]


def test_whoever_is_told_is_no_part_of_it() -> None:
    for told_to in ("reporters", "the court", "Reuters", "Bo Day"):
        text = f"Ann Lee told {told_to} the old port was shut."
        assert told(text) == [("Ann Lee", "told", "the old port was shut")]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Bo Day told police he was tired, the court heard.", "Bo Day", "he was tired"),
        ("Ann Lee said that, while it rained, it would go on.", "Ann Lee",
         "that, while it rained, it would go on"),
        ("Those who know him say he is kind.", "Those", "he is kind"),
        ("Those close to him say he is kind.", "Those close to him", "he is kind"),
        ("A report released Monday by Reuters said it was shut.", "A report", "it was shut"),
    ],
)  # fmt: skip
def test_what_is_said_ends_where_another_report_begins(
    text: str, speaker: str, content: str
) -> None:
    assert [(s, c) for s, _, c in told(text)] == [(speaker, content)]


def test_a_body_may_be_written_like_a_pronoun() -> None:
    text = "The WHO said the port was shut. “We won,” the WHO said."
    assert [s for s, _, _ in told(text)] == ["The WHO"]
    assert [s for _, _, s, _ in marked(text)] == ["the WHO"]


def test_a_place_in_capitals_that_opens_the_lead_says_nothing() -> None:
    text = "Gates jam at dam\n\nTHRISSUR: Two of the four gates of the dam jammed on Wednesday."
    assert read(text)[0] == []


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, Norway (AP) - ", "OSLO, Norway (AP) — ", "OSLO, May 14 (Reuters) - ", "OSLO -- ",
        "OSLO — ", "Oslo (AFP) - ", "(Reuters) - ", "ST. LOUIS, Mo. (AP) — ",
        "Oslo: ", "New Delhi: ",
    ],
)  # fmt: skip
def test_nobody_says_a_dateline(dateline: str) -> None:
    text = f"Port shut\n\n{dateline}The old port was shut on Monday, officials said."
    assert told(text) == [("officials", "said", "The old port was shut on Monday")]
    assert [s for s, _, _ in told(f"{dateline}Ann Lee closed the port, blaming the storm.")] == [
        "Ann Lee"
    ]


def test_a_dash_behind_capitals_is_no_dateline_where_the_sentence_goes_on() -> None:
    text = "IBM — the firm that ran the port — has shut it, officials said."
    assert [t for _, _, t in told(text)] == ["IBM — the firm that ran the port — has shut it"]
    headline = "Moscow: Talks on the old port have failed"
    assert [s for s, _, _ in told(headline)] == ["Moscow"]


def test_a_report_stops_before_its_own_cue() -> None:
    text = "The mayor plans to close the port and would have done so in May, an aide said."
    assert [cut(text, a.spans[0]) for a in read(text)[0]] == [
        "The mayor plans to close the port and would have done so in May"
    ]


def turns(text: str) -> list[tuple[str, str | None]]:
    """What is said without marks, and by whom."""
    return [
        (text[a.spans[0].start : a.spans[0].end], cut(text, a.speaker))
        for a in read(text)[0]
        if a.kind == "indirect"
    ]


def test_an_interview_gives_each_turn_to_its_speaker() -> None:
    text = (
        "Ann Lee met Bo Day in Rome.\n\nLee: Why did you leave? Was it cold?\n\n"
        "Day: It was “a bit fresh” there.\n\nLee: And now?\n\nDay: [Laughs.] I sleep."
    )
    assert turns(text) == [
        ("Why did you leave? Was it cold?", "Lee"),
        ("It was “a bit fresh” there.", "Day"),
        ("And now?", "Lee"),
        ("I sleep.", "Day"),
    ]
    assert marked(text) == [(("a bit fresh",), "partial", "Day", "Day")]


def test_the_turns_of_an_interview_may_be_lines() -> None:
    text = (
        "Ann Lee met Bo Day in Rome.\n\nLee: Why did you leave? Was it cold?\n"
        "Day: It was. I told them so.\nLee: And now?\nDay: I sleep.\nShe rose and shook hands."
    )
    assert turns(text) == [
        ("Why did you leave? Was it cold?", "Lee"),
        ("It was. I told them so.", "Day"),
        ("And now?", "Lee"),
        ("I sleep.", "Day"),
    ]


def test_a_label_may_be_initials_and_the_one_who_answers_says_i() -> None:
    text = (
        "Ann Lee met Bo Day in Rome.\n\nAnn Lee: Why did you leave?\n\nBo Day: It was cold.\n\n"
        "AL: What did you tell them?\n\nBD: I told them, “It is too cold here.” They laughed.\n\n"
        "AL: And then?\n\nBD: I left."
    )
    said = [a for a in read(text)[0] if a.kind == "indirect"]
    assert [cut(text, a.referent) for a in said] == 3 * ["Ann Lee", "Bo Day"]
    assert marked(text) == [(("It is too cold here.",), "direct", "I", "Bo Day")]


def test_question_and_answer_are_nobody() -> None:
    text = "Q: Why did you leave?\n\nA: It was cold.\n\nQ: And then?\n\nA: I left."
    assert [a.source(text) for a in read(text)[0]] == 4 * [None]


def test_who_answers_is_whom_the_lines_above_are_about() -> None:
    above = "Ann Lee runs a bank. She spoke to Marlow Week editor Tom Hill in May.\n\n"
    text = above + "Q: Why did you leave?\n\nA: It was cold.\n\nQ: And then?\n\nA: I left."
    told = [cut(text, a.source(text)) for a in read(text)[0]]
    assert told == 2 * ["Tom Hill", "Ann Lee"]


def test_of_two_reports_the_outer_one_counts() -> None:
    text = "Ann Lee said Bo Day believes the port will close."
    ((content,),) = [
        [text[a.spans[0].start : a.spans[0].end] for a in read(text)[0] if a.kind == "indirect"]
    ]
    assert content == "Bo Day believes the port will close"


@pytest.mark.parametrize("pair", ["''", "’’", "``"])
def test_doubled_marks_are_marks(pair: str) -> None:
    closing = pair.replace("`", "'")
    text = "“We won,” Ann Lee said. She was “a bit fresh,” she said, and left.".replace("“", pair)
    assert marked(text.replace("”", closing)) == [
        (("We won,",), "direct", "Ann Lee", "Ann Lee"),
        (("a bit fresh,",), "partial", "she", "Ann Lee"),
    ]


@pytest.mark.parametrize("mark", ["“", '"', "''", "``"])
def test_speech_may_go_on_in_the_next_paragraph(mark: str) -> None:
    text = f"{mark}We won. {mark}Never{mark} again.\n\n{mark}Or soon,{mark} Ann Lee said."
    assert [q for q, *_ in marked(text)][-1] == ("Or soon,",)
    assert marked(text)[0][0] == (f"We won. {mark}Never{mark} again.",)


def test_a_headline_quote_stands_once() -> None:
    text = "Ann Lee: ‘We won’\n\n“We won, and that is that,” Ann Lee said."
    assert [q for q, *_ in marked(text)] == [("We won, and that is that,",)]
    assert [text[u.span.start : u.span.end] for u in read(text)[1]] == ["We won"]


def test_a_headline_quote_is_known_by_its_words_whatever_the_apostrophes() -> None:
    text = "Ann Lee: 'You're late'\n\n“You’re late again, and you’re late,” Ann Lee said."
    assert [q for q, *_ in marked(text)] == [("You’re late again, and you’re late,",)]


@pytest.mark.parametrize(
    "text",
    [
        "A “light” version is coming in May, Ann Lee told reporters.",
        "Ann Lee said a “light” version is coming in May.",
        "Ann Lee said the plan was a “stunt” that would cost the town millions.",
    ],
)
def test_a_word_in_marks_hides_no_statement(text: str) -> None:
    ((speaker, _, words),) = told(text)
    assert speaker == "Ann Lee"
    assert "“" in words
    assert [said for said, _, _, _ in marked(text)] in ([("light",)], [("stunt",)])


def test_the_cue_of_a_wish_is_the_word_that_tells_of_it() -> None:
    text = "Ann Lee, who gave a speech in May, said she wanted to see costs fall “fast and far”."
    assert [cut(text, a.cue) for a in read(text)[0] if a.kind != "indirect"] == ["said"]


def test_a_quote_behind_a_letter_that_ends_its_sentence_is_direct() -> None:
    text = "“It is a relief,” Ann Lee said in a post on X. “We waited for years.”"
    ((said, kind, _, _),) = marked(text)
    assert (said, kind) == (("It is a relief,", "We waited for years."), "direct")


def test_the_cue_is_where_it_stands() -> None:
    text = "“We won,” Ann Lee said."
    ((cue,),) = [[a.cue for a in read(text)[0]]]
    assert cut(text, cue) == "said"


def test_no_cue_no_speaker_is_invented() -> None:
    text = "It was cold.\n\n“We shall never give up this town to anybody,” it was felt."
    assert all(who in (None, "it") for _, _, who, _ in marked(text))


# ---- laws ----------------------------------------------------------------------------------

_NAMES = st.sampled_from(["Ann Lee", "Bo Day", "the ministry", "a spokesman", "she", "Sen. Di Fox"])
_CUES = st.sampled_from(["said", "told reporters", "asked", "warned", "added", "wrote"])
_SAID = st.sampled_from(
    ["We won.", "It is late", "never again", "You can’t win", "Is it ‘over’ now?", "no", "A. B, c"]
)


@st.composite
def _sentence(draw: st.DrawFn) -> str:
    who, cue, said, more = draw(_NAMES), draw(_CUES), draw(_SAID), draw(_SAID)
    return draw(
        st.sampled_from(
            [
                f"“{said},” {who} {cue}.",
                f"“{said},” {who} {cue}, “{more}.”",
                f"{who} {cue}: “{said}”",
                f"{who} {cue} it was “{said}” and “{more}” at once.",
                f"“{said}",
                f"“{said}”",
                f"{who} {cue} that the mill had closed.",
                f"The “{said}” mill closed in May.",
            ]
        )
    )


_ARTICLE = st.lists(_sentence(), min_size=1, max_size=8).flatmap(
    lambda parts: st.lists(
        st.sampled_from([" ", "\n\n"]), min_size=len(parts), max_size=len(parts)
    ).map(lambda gaps: "".join(p + g for p, g in zip(parts, gaps, strict=True)))
)
_MARKS = "“”\"'‘’«»„「」 \n.,:;()—-"
_NOISE = st.text(
    st.one_of(st.sampled_from(_MARKS), st.sampled_from("aA é0中"), st.characters()), max_size=60
)


def shifted(found: tuple[list[Attribution], list[Unspoken]], by: int) -> object:
    def move(s: Span | None) -> Span | None:
        return None if s is None else Span(s.start + by, s.end + by)

    return (
        [
            (tuple(map(move, a.spans)), a.kind, move(a.speaker), move(a.referent), move(a.cue))
            for a in found[0]
        ],
        [(move(u.span), u.reason) for u in found[1]],
    )


@given(_ARTICLE | _NOISE)
def test_every_passage_is_in_exactly_one_list(text: str) -> None:
    spoken, unspoken = read(text)
    held = [s for a in spoken for s in a.spans]
    listed = [u.span for u in unspoken]
    for p in passages(text):
        assert held.count(p.span) + listed.count(p.span) == 1, (text, p)


@given(_ARTICLE | _NOISE)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    spoken, unspoken = read(text)
    for a in spoken:
        assert a.spans
        for s in (*a.spans, *filter(None, (a.speaker, a.referent, a.cue))):
            assert 0 <= s.start < s.end <= len(text)
        assert list(a.spans) == sorted(a.spans)
    assert [a.spans[0] for a in spoken] == sorted(a.spans[0] for a in spoken)
    assert [u.span for u in unspoken] == sorted(u.span for u in unspoken)


@given(_ARTICLE)
def test_a_paragraph_in_front_shifts_everything_and_changes_nothing(text: str) -> None:
    front = "It rained all night.\n\n"
    assert shifted(read(front + text), 0) == shifted(read(text), len(front))


@given(_ARTICLE)
def test_straight_double_marks_say_the_same(text: str) -> None:
    straight = text.replace("“", '"').replace("”", '"')
    assert shifted(read(straight), 0) == shifted(read(text), 0)


@given(_ARTICLE.filter(lambda text: text.count("“") == text.count("”")))
def test_doubled_apostrophes_say_the_same(text: str) -> None:
    def told(text: str) -> list[object]:
        def said(span: Span | None) -> str:
            return (cut(text, span) or "").replace("''", '"')

        spoken, unspoken = read(text)
        quotes = [([said(s) for s in a.spans], a.kind, said(a.speaker)) for a in spoken]
        return [quotes, [(said(u.span), u.reason) for u in unspoken]]

    straight = text.replace("“", '"').replace("”", '"')
    assert told(straight.replace('"', "''")) == told(straight)


@given(_ARTICLE | _NOISE)
def test_twice_is_the_same(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "piece",
    [
        *('"', "“a” ", "A ", "said ", "(a ", "He said, ", "John Smith he said ", "''a'' ", "‘a "),
        *(
            "“a\n\nb\n\n",
            "a.”A",
            '6" ',
            "‘an’ ",
            "‘A.\n\n",
            "`a. ",
            "&quot;a ",
            "«a\n\n»b ",
            "“a b c d,” he said ",
        ),
    ],
)
def test_growth_is_linear(piece: str) -> None:
    assert is_linear(lambda text: attributions(text, sentences(text), []), repeated(piece))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee never said “we will sue the town”.", None),
        ("Ann Lee refused to say “we will sue the town”.", None),
        ("Ann Lee denied saying “we will sue the town”.", None),
        ("Ann Lee did not mince words: “we will sue the town”.", "Ann Lee"),
        ("Tom Hill quoted Ann Lee as saying “we will sue the town”.", "Ann Lee"),
        ("Ann Lee was quoted by Tom Hill as saying “we will sue the town”.", "Ann Lee"),
        ("Ann Lee accused Tom Hill of saying “we will sue the town”.", "Tom Hill"),
        ("Ann Lee made a point of saying “we will sue the town”.", "Ann Lee"),
        ("Ann Lee was told: “We will sue the town.”", None),
        ("Ann Lee was described as “a danger to the town” by Tom Hill.", "Tom Hill"),
        ("Ann Lee was sued for “gross neglect of the pier” on Monday.", None),
        ("“It is a great lie,” Tom Hill was told by Ann Lee.", "Ann Lee"),
        ("“It is a great lie,” Tom Hill was saying to Ann Lee.", "Tom Hill"),
    ],
)
def test_who_speaks_where_the_subject_does_not(text: str, speaker: str | None) -> None:
    (quote,) = summarise(text, model="extractive").quotes
    assert quote.speaker_name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The law “stunts the children’s growth” and “kills the town,” Ann Lee said.",
        "The law is “a disgrace” and “an insult,” Ann Lee said.",
        "The law is “a disgrace,” “a shame for us” and “an insult,” the mayor, Ann Lee, told them.",
        "The law “stunts growth,” Ann Lee said.",
        "Harwick “stunts growth,” Ann Lee said.",
    ],
)
def test_the_subject_of_a_reported_clause_does_not_speak(text: str) -> None:
    spoken, unspoken = read(text)
    assert unspoken == []
    assert {cut(text, said.referent or said.speaker) for said in spoken} <= {"Ann Lee", "the mayor"}
    assert len(spoken) == text.count("“")


def test_who_is_told_of_beside_a_cue_keeps_the_quote_of_his_own() -> None:
    text = "Tom Hill called the law “a disgrace to us all,” but “we like it so,” Ann Lee said."
    assert [cut(text, said.speaker) for said in read(text)[0]] == ["Tom Hill", "Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said that she liked his turn in “The Hunter.”",
        "Ann Lee said her favorite film was “Long Night.”",
        "“Not at all,” Ann Lee said, alluding to his part in “The Hunter.”",
    ],
)
def test_the_title_of_a_work_is_no_speech(text: str) -> None:
    brief = summarise(text, model="extractive")
    assert not any(quote.text in ("The Hunter.", "Long Night.") for quote in brief.quotes)
    assert "title of a work or name" in [loss.reason for loss in brief.provenance.dropped]
