"""Stakeholders: who is one, under which kind, with the article's own words for what they are."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import summarise
from newsbrief.analysis.names.entities import Entity, Register, entities, link, named
from newsbrief.analysis.names.finding import mentions
from newsbrief.analysis.names.governments import with_governments
from newsbrief.analysis.text.sentences import Sentence, sentences
from newsbrief.span import Span


def read(text: str) -> list[Entity]:
    split = sentences(text)
    return entities(text, split, mentions(text, split))


def one(text: str, name: str) -> Entity:
    return next(e for e in read(text) if e.name == name)


@pytest.mark.parametrize(
    ("text", "name", "role", "affiliation"),
    [
        ("He met Defense Secretary Karl Hale.", "Karl Hale", "Defense Secretary", None),
        (
            "They saw Norway’s Commerce Minister Olav Bryn.",
            "Olav Bryn",
            "Commerce Minister",
            "Norway",
        ),
        (
            "They saw Norway’s Minister of Defense Olav Bryn.",
            "Olav Bryn",
            "Minister of Defense",
            "Norway",
        ),
        (
            "Last week, National Harbour Council spokesman Adam Orr told reporters it was over.",
            "Adam Orr",
            "National Harbour Council spokesman",
            "National Harbour Council",
        ),
        ("Texas Gov. Ann Field resigned.", "Ann Field", "Texas Gov.", "Texas"),
        (
            "“Yes,” said Jane Roe, a professor of law at Marlow University, on Monday.",
            "Jane Roe",
            "professor of law",
            "Marlow University",
        ),
        (
            "Jane Roe, the president of the Bank of Finland, resigned.",
            "Jane Roe",
            "president of the Bank of Finland",
            "Bank of Finland",
        ),
        (
            "Jane Roe, who was named defense minister in March, resigned.",
            "Jane Roe",
            "defense minister",
            None,
        ),
        ("Jane Roe, 62, a retired bus driver, was hurt.", "Jane Roe", "retired bus driver", None),
        ("The firm's chief executive, Jane Roe, resigned.", "Jane Roe", "chief executive", None),
        ("The storm expert Jane Roe agreed.", "Jane Roe", "storm expert", None),
        ("It rained when Jane Roe arrived.", "Jane Roe", None, None),
        ("This should favor Norse nominee Jane Roe.", "Jane Roe", "Norse nominee", None),
        ("They spoke to local nominee Jane Roe.", "Jane Roe", "local nominee", None),
        ("Jane Roe, who is challenging Sen. Karl Hale, left.", "Jane Roe", None, None),
        ("A new ad, which paints rival Jane Roe as vain, is out.", "Jane Roe", "rival", None),
        (
            "Jane Roe, President Vask's former budget director, left.",
            "Jane Roe",
            "former budget director",
            "President Vask",
        ),
        (
            "Jane Roe, president of Norway's largest bank, left.",
            "Jane Roe",
            "president of Norway's largest bank",
            "Norway",
        ),
    ],
)
def test_roles_are_the_articles_own_words(
    text: str, name: str, role: str | None, affiliation: str | None
) -> None:
    entity = one(text, name)
    assert (entity.kind, entity.role, entity.affiliation) == ("person", role, affiliation)
    for words, span in (
        (entity.role, entity.role_span),
        (entity.affiliation, entity.affiliation_span),
    ):
        assert words == (text[span.start : span.end] if span else None)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Sens. Marlow and Hale met Reps. Karl Vask and Xandra Orrin.",
            {"Marlow": "Sens.", "Hale": "Sens.", "Karl Vask": "Reps.", "Xandra Orrin": "Reps."},
        ),
        (
            "A bench of Chief Justice Ann Marlow and Justices J.B. Orrin and Karl Vask sat.",
            {"Ann Marlow": "Chief Justice", "J.B. Orrin": "Justices", "Karl Vask": "Justices"},
        ),
        (
            "Superintendent of Police S. Arun Orrin told Labour TD Sorcha Vask of it.",
            {"S. Arun Orrin": "Superintendent of Police", "Sorcha Vask": "Labour TD"},
        ),
        ("Samuel Vask, Constable Ann Orrin and Karl Marlow denied it.",
         {"Samuel Vask": None, "Ann Orrin": "Constable", "Karl Marlow": None}),
        ("Director of Public Prosecutions Karl Vask left.",
         {"Karl Vask": "Director of Public Prosecutions"}),
        ("District Collector Rachel Orrin said so.", {"Rachel Orrin": "District Collector"}),
        ("Det Con Rachel Orrin saw ORRP leader Botchan Vaskari.",
         {"Rachel Orrin": "Det Con", "Botchan Vaskari": "ORRP leader"}),
        ("Judge Samuel Vask QC sat. The case of Xandra Orrin, 16, was heard. Vask left.",
         {"Samuel Vask QC": "Judge", "Xandra Orrin": None}),
        ("The death of Xandra Orrin, 16, shook the town. They met the Orrin family.",
         {"Xandra Orrin": None}),
    ],
)  # fmt: skip
def test_people_by_their_offices(text: str, parties: dict[str, str | None]) -> None:
    assert {e.name: e.role for e in read(text) if e.kind == "person"} == parties


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Met Office has warned of snow in Marlow.", "Met Office"),
        ("Devon and Cornwall Police said so.", "Devon and Cornwall Police"),
        ("The Norse Nurses and Midwives Union said so.", "Norse Nurses and Midwives Union"),
        ("Marlow’s Ethics and Anti-Corruption Commission said so.",
         "Ethics and Anti-Corruption Commission"),
        ("Kingsport Town reached the final. Kingsport beat Marlow.", "Kingsport Town"),
    ],
)  # fmt: skip
def test_bodies_with_small_words_in_their_names(text: str, body: str) -> None:
    assert body in [e.name for e in read(text) if e.kind == "organisation"]


def test_a_bare_mention_gives_way_to_the_statement_of_the_office() -> None:
    text = "His rival Jane Roe spoke. Later Senator Jane Roe of Ohio left. Roe waved."
    assert one(text, "Jane Roe").role == "Senator"


def test_one_person_under_many_names() -> None:
    text = (
        "Defense Minister Wei Fanghe met Mr. James B. Marlow. Wei, who had flown in, thanked "
        "Minister Wei’s hosts. Jim Marlow smiled; Marlow’s aides did not."
    )
    assert {e.name: len(e.mentions) for e in read(text)} == {"Wei Fanghe": 3, "James B. Marlow": 3}
    assert one(text, "Wei Fanghe").aliases == ("Wei",)
    assert set(one(text, "James B. Marlow").aliases) == {"Jim Marlow", "Marlow"}


def test_honorifics_tell_spouses_apart() -> None:
    text = "Anna Vask met Peter Vask. Anna Vask spoke. Mr. Vask left. Mrs. Vask stayed."
    people = {e.name: [text[s.start - 5 : s.end] for s in e.mentions] for e in read(text)}
    assert people["Peter Vask"][-1] == " Mr. Vask"[-9:]
    assert people["Anna Vask"][-1] == "Mrs. Vask"


def test_bodies_and_their_short_names() -> None:
    text = (
        "The National Harbour Council (NHC) met. The NHC said so. The F.B.I. and the FBI agreed, "
        "and the Defense Department thanked the Pentagon."
    )
    assert {(e.name, e.kind, e.aliases, len(e.mentions)) for e in read(text)} == {
        ("National Harbour Council", "organisation", ("NHC",), 3),
        ("F.B.I.", "organisation", ("FBI",), 2),
        ("Defense Department", "organisation", ("Pentagon",), 2),
    }


def test_a_corporation_is_in_its_acronym() -> None:
    text = "The Marlow Broadcasting Corporation said so. MBC has 90 stations. The MBC is old."
    (body,) = read(text)
    assert (body.name, body.aliases) == ("Marlow Broadcasting Corporation", ("MBC",))


def test_a_country_is_a_stakeholder_only_where_it_acts() -> None:
    text = (
        "Norway rejected the offer of the U.S. on Monday. Oslo had warned the United States, and "
        "the US shrugged. They had met in Denmark, near Paris."
    )
    assert {(e.name, e.kind) for e in read(text)} == {
        ("Norway", "government"),
        ("United States", "government"),
    }
    assert one(text, "Norway").aliases == ("Oslo",)
    assert len(one(text, "United States").mentions) == 3


def test_a_ministry_written_small_is_a_body_of_its_country() -> None:
    text = "Norway’s foreign ministry protested. Foreign ministry spokeswoman Liv Dahl said so."
    ministry = one(text, "Norway’s foreign ministry")
    assert (ministry.kind, ministry.affiliation) == ("organisation", "Norway")


def test_names_that_lost_the_stop_between_them_are_parted() -> None:
    text = "Jane Roe and Karl Vask met. Jane Roe Karl Vask In the picture. Roe left."
    assert {e.name: len(e.mentions) for e in read(text)} == {"Jane Roe": 3, "Karl Vask": 2}


def test_a_spouse_does_not_take_the_surname() -> None:
    text = (
        "President Vask spoke on Monday. Vask was tired. Later Vask rested, and his wife, Anna "
        "Vask, went home. Mr. Vask stayed. Vask slept."
    )
    assert {e.name: len(e.mentions) for e in read(text)} == {"Vask": 5, "Anna Vask": 1}


@pytest.mark.parametrize(
    "text",
    [
        "President Vask spoke. Mr. Vask was tired. Mr. Vask left. So Karl Vask slept.",
        "Senator Vask spoke. Ms. Vask was tired. Ms. Vask left. So Anna Vask slept.",
    ],
)
def test_who_is_named_in_full_late_is_who_was_named_before(text: str) -> None:
    assert [len(e.mentions) for e in read(text)] == [4]


def test_a_surname_of_two_words_alone_is_the_same_person() -> None:
    text = "Debbie Marlow Orrin lost. Marlow Orrin had led. Marlow Orrin left. Marlow Orrin wept."
    assert {e.name: (e.kind, len(e.mentions)) for e in read(text)} == {
        "Debbie Marlow Orrin": ("person", 4)
    }


def test_where_people_play_is_a_place() -> None:
    assert read("Marlow United beat Orrin United at Fern Park on Sunday.")[-1].name != "Fern Park"


def test_a_knight_begins_a_name() -> None:
    text = "The MP for Marlow Sir Alan Orrin called for an inquiry. Judge Dame Ann Vask left."
    assert [e.name for e in read(text) if e.kind == "person"] == ["Alan Orrin", "Ann Vask"]


def test_a_double_given_name_is_one() -> None:
    assert {e.name: e.kind for e in read("They saw Jean-Marie Orrin of Marlow.")} == {
        "Jean-Marie Orrin": "person"
    }


def test_a_relative_named_in_full_is_another_one() -> None:
    text = "Mr. Vask spoke. Vask sat. Vask rose. Mr. Vask left with Karl Vask, his elder brother."
    assert {e.name: len(e.mentions) for e in read(text)} == {"Vask": 4, "Karl Vask": 1}


def test_shares_in_a_body_are_no_place() -> None:
    text = "Shipping group Marlow ASA said so. Shares in Marlow fell. Buyers trust Marlow."
    assert [(e.name, e.kind, e.aliases) for e in read(text)] == [
        ("Marlow ASA", "organisation", ("Marlow",))
    ]


def test_where_others_speak_and_who_is_only_told_is_no_party() -> None:
    text = "Jane Roe wrote it on Twitter. Karl Vask told Reuters."
    assert [e.name for e in read(text)] == ["Jane Roe", "Karl Vask"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("A lawyer for Mr. Vask", "A lawyer for Mr. Vask"),
        ("A lawyer for Vask", "A lawyer for Vask"),
        ("An aide to former President Karl Vask", "An aide to former President Karl Vask"),
        ("A friend of the actor Karl Vask", "A friend of the actor Karl Vask"),
        ("A spokesman for the mayor, Karl Vask,", "A spokesman for the mayor"),
        ("A spokesman for the Bank of England", "A spokesman for the Bank of England"),
        # but a title holds a preposition of its own
        ("The mayor of Oslo, Karl Vask,", "Karl Vask"),
        ("Mayor Karl Vask of Oslo", "Karl Vask"),
        ("Secretary of State Karl Vask", "Karl Vask"),
        ("An aide to Secretary of State Karl Vask", "An aide to Secretary of State Karl Vask"),
        ("The Bank of England", "Bank of England"),
    ],
)
def test_who_speaks_for_somebody_is_not_that_person(source: str, speaker: str) -> None:
    text = f"{source} said that the port was shut. Karl Vask was in Oslo."
    brief = summarise(text, model="extractive")
    assert [quote.speaker_name for quote in brief.quotes] == [speaker]


def test_an_unnamed_lead_is_a_stakeholder() -> None:
    text = "A masked gunman opened fire in a bar on Monday. The gunman fled."
    gunman = read(text)[0]
    assert (gunman.name, gunman.kind, len(gunman.mentions)) == ("A masked gunman", "person", 2)


def test_writers_and_photographers_of_the_piece_are_none() -> None:
    text = "By Jane Roe\n\nThe mayor, Karl Vask, left. (Otto Frane/Reuters)\n\nVask waved."
    assert [e.name for e in read(text) if e.kind == "person"] == ["Karl Vask"]


def test_a_maker_that_acts_again_and_again_is_a_body() -> None:
    text = (
        "Zorblat increased its prices. Buyers of Zorblat complained. Zorblat has defended it. "
        "It was a bad day in Brexitia."
    )
    assert [(e.name, e.kind) for e in read(text)] == [("Zorblat", "organisation")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("They met Tom Price. Price told them no.", {"Tom Price": "person"}),
        ("Jack White told them no.", {"Jack White": "person"}),
        ("They met the clerk Ann Train.", {"Ann Train": "person"}),
        ("The price fell. Price cuts hurt. Price told no lie.", {}),
        ("She was joined by Justices Ann Roe and Tom Vask.",
         {"Ann Roe": "person", "Tom Vask": "person"}),
        ("The German government fell.", {"German government": "government"}),
        ("Germany left. The German government said so.", {"Germany": "government"}),
        ("The federal government fell.", {}),
        ("They asked the Queensland Government.", {"Queensland Government": "government"}),
        ("Germany left. The German Government fell.", {"Germany": "government"}),
        ("They spoke of Local Government.", {}),
        ("LOWESTOFT, 3 November 2026 – Tom Vask has left the town.", {"Tom Vask": "person"}),
        ("Brightwick captain Tom Vask left.",
         {"Brightwick": "organisation", "Tom Vask": "person"}),
        ("Assistant coach Tom Vask left.", {"Tom Vask": "person"}),
        ("They won with the NAACP in May.", {"NAACP": "organisation"}),
        ("Rival Brightwell is due to report.", {}),
        ("Rival Tom Vask is due to report.", {"Tom Vask": "person"}),
        ("IG Holz, Norway's largest union, left.", {"IG Holz": "organisation"}),
        ("The ship's owner, Aleson Lines, left.", {"Aleson Lines": "organisation"}),
        ("He told the Harwick Sun-Times so.", {"Harwick Sun-Times": "organisation"}),
        ("WKLM-FM reported it.", {"WKLM-FM": "organisation"}),
        ("Anna Richardson White left. White had told them.", {"Anna Richardson White": "person"}),
        ("The Tom Vask-led party won.", {}),
        ("Marlow Decisions, a research group, left. Later, said Marlow Decisions aide Tom Vask, "
         "it rained.", {"Marlow Decisions": "organisation", "Tom Vask": "person"}),
    ],
)  # fmt: skip
def test_kinds(text: str, parties: dict[str, str]) -> None:
    assert {entity.name: entity.kind for entity in read(text)} == parties


@pytest.mark.parametrize(
    "text",
    [
        "The Super Bowl and the Affordable Care Act were in the news on Election Day.",
        "It happened in Paris, in the French Open final, in Ohio and in Lake Orrin.",
        "Both the Tuesday and the May meetings. Security matters. Order helps.",
    ],
)
def test_things_days_and_locations_are_nobody(text: str) -> None:
    assert read(text) == []


def test_the_most_prominent_come_first() -> None:
    text = (
        "Karl Vask resigned on Monday.\n\nVask said he was tired. “Enough,” Vask said.\n\n"
        "Jane Roe will follow him.\n\nRoe lives there. The BBC reported it."
    )
    assert [e.name for e in read(text)] == ["Karl Vask", "Jane Roe", "BBC"]


GIVEN = ["Jane", "Karl", "Maria", "Ahmed", "Olga", "Pierre", "Kenji", "Lucy"]
SURNAMES = ["Vask", "Marlow", "Orrin", "Hale", "Frane", "Dovik", "Tarn", "Ells"]
OFFICES = ["Finance Minister", "Mayor", "police chief", "Deputy Prime Minister", "chief economist"]


@given(
    st.permutations(GIVEN),
    st.permutations(SURNAMES),
    st.lists(st.sampled_from(OFFICES), min_size=3, max_size=5),
)
def test_planted_people_are_found_with_their_offices(
    given: list[str], surnames: list[str], roles: list[str]
) -> None:
    people = [f"{g} {s}" for g, s in zip(given, surnames, strict=True)][: len(roles)]
    text = "\n\n".join(
        f"On Monday {role} {name} said it was late. {name.split()[1]}’s car was seen."
        for role, name in zip(roles, people, strict=True)
    )
    assert {(e.name, e.role, len(e.mentions)) for e in read(text)} == {
        (name, role, 2) for role, name in zip(roles, people, strict=True)
    }


def test_link_and_named_find_the_entity() -> None:
    text = (
        "Defense Secretary Karl Hale met Norway’s foreign ministry at the Pentagon. Secretary Hale "
        "said the Pentagon's view. Jane Marlow and Rosa Marlow wrote to Norway, which rejected it."
    )
    everyone = read(text)
    register = Register(everyone)
    for asked, name in [
        ("Secretary Hale", "Karl Hale"),
        ("secretary hale", "Karl Hale"),
        ("HALE", "Karl Hale"),
        ("the Pentagon's", "Pentagon"),
        ("Pentagon", "Pentagon"),
        ("the foreign ministry", "Norway’s foreign ministry"),
        ("Norway's Foreign Ministry", "Norway’s foreign ministry"),
        ("Jane Marlow", "Jane Marlow"),
    ]:
        index = register.named(asked)
        assert index is not None, asked
        assert everyone[index].name == name, asked
        assert named(everyone, asked) == index
    assert register.named("Marlow") is None
    assert register.named("Otto") is None
    at = text.index("Secretary Hale")
    index = register.link(Span(at, at + len("Secretary Hale said")))
    assert index is not None
    assert everyone[index].name == "Karl Hale"
    assert link(everyone, Span(at, at + 3)) is None


WORDS = st.sampled_from([
    "China’s", "Mr.", "U.S.", "the", "of", "and", "Bank", "Jane", "Roe", "said", "President",
    "Defense", "Secretary", "—", "(", ")", "“", "”", ".", ",", "\n", "\n\n", "Li", "A", "AA",
    "O'Neil", "al-Asad", "Paris", "PM", "É", "中国", "İ", "ß", "ministry", "foreign", "who",
    "was", "named", "(ABC)", "Senate", "Sen.", "Jr.", "Roe,", "a", "professor", "at", "Marlow",
    "University,", "By", "/", "&", "Americans", "have",
])  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=20).map("".join),
)


@given(TEXTS)
def test_entities_hold_to_the_text(text: str) -> None:
    everyone = read(text)
    spans = sorted(span for e in everyone for span in e.mentions)
    for before, after in pairwise(spans):
        assert before.end <= after.start
    for e in everyone:
        written = [" ".join(text[s.start : s.end].split()) for s in e.mentions]
        assert e.name in written
        assert set(e.aliases) <= set(written) - {e.name}
        assert list(e.mentions) == sorted(e.mentions)
        for words, span in ((e.role, e.role_span), (e.affiliation, e.affiliation_span)):
            assert words == (text[span.start : span.end] if span else None)
    assert everyone == read(text)
    register = Register(everyone)
    for index, e in enumerate(everyone):
        assert all(register.link(span) == index for span in e.mentions)
    assert register.named(text[:50]) in {None, *range(len(everyone))}


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_filler_in_front_only_shifts(text: str) -> None:
    filler = "nothing much was seen by them at dawn, so they went on.\n\n"
    moved = {
        (e.name, e.kind, e.role, tuple(s.start - len(filler) for s in e.mentions))
        for e in read(filler + text)
    }
    assert moved == {
        (e.name, e.kind, e.role, tuple(s.start for s in e.mentions)) for e in read(text)
    }


@pytest.mark.parametrize(
    "unit",
    [
        "John Smith said. ",
        "Jane Roe, a ",
        "Paris, ",
        "China’s foreign ministry ",
        "president of the ",
    ],
)
def test_repetition_costs_a_linear_effort(unit: str) -> None:
    text = (unit * 200_000)[:200_000]
    split = [Sentence(Span(0, len(text)), 0)]
    start = time.process_time()
    entities(text, split, mentions(text, split))
    assert time.process_time() - start < 20


def test_governments_among_names_cost_a_linear_effort() -> None:
    def seconds(times: int) -> float:
        text = "Ann Lee met the German government. " * times
        found = mentions(text, [Sentence(Span(0, len(text)), 0)])
        took = []
        for _ in range(3):
            start = time.process_time()
            assert len(with_governments(text, found)) == 2 * times
            took.append(time.process_time() - start)
        return min(took)

    assert seconds(4_000) < 8 * seconds(1_000)  # by the square it would be 16 times


def test_ten_thousand_people_of_one_surname_cost_a_linear_effort() -> None:
    text = " ".join(f"X{chr(97 + n % 26)}{n} Smith said." for n in range(10_000))
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 20
