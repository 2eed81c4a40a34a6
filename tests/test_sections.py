"""What holds for every section: newsbrief's own, and one that a user writes."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
import story
from pydantic import BaseModel
from strict import OPENAI, violations

import newsbrief.sections
from newsbrief import (
    Brief,
    ConfigError,
    Event,
    Events,
    FakeBackend,
    Ground,
    Item,
    Provenance,
    Quote,
    Section,
    Settings,
    Span,
    Stakeholder,
    Summary,
    SummarySentence,
    TemplateError,
    When,
    summarise,
)
from newsbrief.analysis.reading import Reading
from newsbrief.article import Article
from newsbrief.backends.dialect import MODES, Mode
from newsbrief.backends.request import prepared
from newsbrief.draft.answers import SectionType, answer_model, repair_model
from newsbrief.jobs import DEFAULT_SECTIONS
from newsbrief.prompts import bundled
from newsbrief.sections.item import spans_of
from newsbrief.wire import Copied, Party, Passage, Prose, Sentences, Time, WireItem


class ClaimWire(WireItem):
    """Every kind of field that there is."""

    evidence: Sentences
    claim: Prose
    note: Prose | None
    kind: Literal["figure", "fact"]
    words: Copied | None
    phrases: list[Copied]
    when: Time | None
    by: Party | None
    about: list[Party]
    passage: Passage | None


class Claim(Item):
    claim: str
    note: str | None
    kind: Literal["figure", "fact"]
    words: str | None
    phrases: tuple[str, ...]
    when: When | None
    by: str | None
    about: tuple[str, ...]
    passage: Span | None
    evidence: tuple[Span, ...]


class Claims(Section[ClaimWire, Claim]):
    name = "claims"
    wire = ClaimWire
    item = Claim


CLAIM: dict[str, Any] = {
    "evidence": [6, 7],
    "claim": "The repairs were dear.",
    "note": None,
    "kind": "figure",
    "words": "4.2 million dollars",
    "phrases": ["accounting firm", "Grand River bridge"],
    "when": "in 2021",
    "by": "Ana Ruiz",
    "about": ["Tom Becker", "Weller Partners"],
    "passage": 2,
}
ANSWER = story.answer(claims=[CLAIM])


def _discovered() -> Iterator[SectionType]:
    for module in pkgutil.iter_modules(newsbrief.sections.__path__):
        found = vars(importlib.import_module(f"newsbrief.sections.{module.name}")).values()
        for value in found:
            if inspect.isclass(value) and issubclass(value, Section) and hasattr(value, "name"):
                yield value


OWN = sorted(set(_discovered()), key=lambda section: section.name)
ALL: list[Any] = [*OWN, Claims]
every = pytest.mark.parametrize("section", ALL, ids=lambda section: section.name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder of templates, with the one for claims."""
    (tmp_path / "claims.j2").write_text("claims: what is claimed.", encoding="utf-8")
    return tmp_path


def brief_with(section: Any, folder: Path, *replies: Any) -> tuple[Brief, FakeBackend]:
    script = replies or ({k: v for k, v in ANSWER.items() if k in _keys(section)},)
    backend = FakeBackend(script)
    settings = Settings(prompts=folder)
    text = story.TEXT
    return (
        summarise(
            text, model=backend, sections=[section], published=story.PUBLISHED, settings=settings
        ),
        backend,
    )


def _keys(section: Any) -> set[str]:
    return {"headline", "summary", section.name}


def test_the_sections_are_found() -> None:
    assert [section.name for section in OWN] == ["events", "quotes", "stakeholders", "summary"]


@every
def test_it_has_a_template(section: Any, folder: Path) -> None:
    home = folder if section is Claims else bundled()
    words = (home / f"{section.name}.j2").read_text(encoding="utf-8")
    assert words.startswith(f"{section.name}: ")
    _, backend = brief_with(section, folder)
    assert words.strip().splitlines()[0] in backend.calls[0].messages[0]["content"]


@pytest.mark.parametrize("section", OWN, ids=lambda section: section.name)
def test_its_template_tells_of_every_field(section: Any) -> None:
    words = (bundled() / f"{section.name}.j2").read_text(encoding="utf-8")
    told = [line[2:].split(":")[0] for line in words.splitlines() if line.startswith("- ")]
    field = section.each_passage
    asked = [f"q1_{field}, q2_{field} and so on"] if field else section.wire.model_fields
    assert told == list(asked)


def test_a_section_without_a_template_is_named() -> None:
    with pytest.raises(TemplateError, match=r"claims\.j2"):
        summarise(story.TEXT, model=FakeBackend([ANSWER]), sections=[Claims])


TOLD = replace(OPENAI, keywords=OPENAI.keywords | {"maxLength"})


@every
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("form", ["answer", "repair"])
def test_its_schema_is_strict(section: Any, mode: Mode, form: str) -> None:
    """The rules of strict structured output, on the very schema that is sent."""
    model = answer_model((section,), True) if form == "answer" else repair_model(((section, 3),))
    sent = prepared(model, mode, bounds=True, lengths=False)
    request = json.loads(sent.request)
    if mode == "json_schema":
        schema = request["response_format"]["json_schema"]["schema"]
    elif mode == "tools":
        schema = request["tools"][0]["function"]["parameters"]
    else:
        schema = json.loads(sent.preface[sent.preface.index("{") :].rsplit("}", 1)[0] + "}")
    assert section.name in schema["properties"]
    # In the mode that tells the schema in words, nothing is refused.
    assert violations(schema, OPENAI if mode != "json" else TOLD) == []


@every
def test_it_goes_through_the_fake_backend(section: Any, folder: Path) -> None:
    brief, backend = brief_with(section, folder)
    assert len(backend.calls) == 1
    assert brief.provenance.attempts == ()
    items = brief[section]
    assert len(items) >= len(ANSWER[section.name])
    assert all(isinstance(item, section.item) for item in items)
    ids = [item.id for item in items]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    for item in items:
        line = section.line(item)
        assert isinstance(line, str)
        assert line.strip()
        spans = list(spans_of(item))
        assert spans, "an item without a span is tied to nothing"
        for span in spans:
            assert story.TEXT[span.start : span.end] == span.text


@every
def test_it_survives_json(section: Any, folder: Path) -> None:
    brief, _ = brief_with(section, folder)
    words = brief.model_dump_json()
    again = Brief.model_validate_json(words)
    assert again == brief
    assert again[section] == brief[section]
    assert again.model_dump_json() == words
    assert json.loads(words)["article"]["text"] == story.TEXT


@every
def test_a_changed_span_is_found_out(section: Any, folder: Path) -> None:
    told = json.loads(brief_with(section, folder)[0].model_dump_json())
    homes = {"summary": told["summary"].get("sentences"), **told["more"]}
    items = homes.get(section.name) or told[section.name]
    field = next(f for f in ("evidence", "spans", "mentions") if f in items[0])
    items[0][field][0]["text"] = "Something else."
    with pytest.raises(ValueError, match="own text"):
        Brief.model_validate(told)


@pytest.mark.parametrize(
    ("kind", "field", "value", "said"),
    [
        ("quotes", "text", "I take no responsibility", "is not that of its spans"),
        ("quotes", "speaker", "s99", "none of the stakeholders"),
        ("quotes", "speaker_name", "Max Power", "none of the stakeholders"),
        ("events", "participants", ["s99"], "none of the stakeholders"),
    ],
)
def test_a_brief_that_does_not_hold_together_is_found_out(
    kind: str, field: str, value: object, said: str
) -> None:
    made = summarise(story.TEXT, model=FakeBackend([story.answer()]), published=story.PUBLISHED)
    told = json.loads(made.model_dump_json())
    assert Brief.model_validate(told) == made
    told[kind][0][field] = value
    with pytest.raises(ValueError, match=said):
        Brief.model_validate(told)


@every
def test_the_same_item_twice_is_one(section: Any, folder: Path) -> None:
    twice = {k: v for k, v in ANSWER.items() if k in _keys(section)}
    twice[section.name] = [*ANSWER[section.name], *ANSWER[section.name]]
    once, _ = brief_with(section, folder)
    both, _ = brief_with(section, folder, twice)
    assert both[section] == once[section]


@every
def test_an_item_that_holds_nothing_is_dropped_and_told(section: Any, folder: Path) -> None:
    nothing = {
        "evidence": [99],
        "text": "words that stand nowhere",
        "name": "Nobody Known",
        **{"description": "x", "status": "happened", "when": None, "where": None},
        **{"participants": [], "passage": None, "speaker": None, "kind": "person"},
        **{"role": None, "affiliation": None},
    }
    wrong = {**CLAIM, "evidence": [99]} if section is Claims else nothing
    answer = {"headline": "Mayor resigns", "summary": [], section.name: [wrong]}
    brief, backend = brief_with(section, folder, answer, {section.name: []})
    assert len(backend.calls) == 2
    lost = [loss for loss in brief.provenance.dropped if loss.section == section.name]
    assert len([loss for loss in lost if loss.span is None]) == 1
    assert bool(brief[section]) == (section is not Claims)  # filled in from the text


@every
def test_the_extractive_engine_knows_it(section: Any) -> None:
    brief = summarise(story.TEXT, model="extractive", sections=[section])
    assert Brief.model_validate_json(brief.model_dump_json()) == brief
    if section is Claims:
        assert brief[section] == ()
        (warning,) = brief.provenance.warnings
        assert warning.startswith("claims: the extractive engine cannot fill this section")
    else:
        assert len(brief[section]) >= 2
        assert brief.provenance.warnings == ()
    ground = Ground(Reading(Article(story.TEXT)))
    assert all(isinstance(item, section.item) for item in section.extract(ground))


def test_the_fallback_says_what_it_cannot_fill(folder: Path) -> None:
    settings = Settings(prompts=folder, fallback="extractive")
    brief = summarise(
        story.TEXT, model=FakeBackend(["no", "no", "no"]), sections=[Claims], settings=settings
    )
    assert brief.provenance.engine == "extractive"
    assert "claims: " in brief.provenance.warnings[1]


class Filled(Claims):
    @classmethod
    def extract(cls, ground: Ground) -> Iterator[Claim]:
        yield from ()


class PointingWire(WireItem):
    claim: Prose
    evidence: Sentences


class Pointing(Item):
    claim: str
    evidence: tuple[Span, ...]


@pytest.mark.parametrize("words", ["Ana Ruiz", ""])
def test_a_span_of_a_users_section_that_does_not_hold_is_refused(words: str) -> None:
    class Lying(Section[PointingWire, Pointing]):
        name, wire, item = "claims", PointingWire, Pointing

        @classmethod
        def extract(cls, ground: Ground) -> Iterator[Pointing]:
            yield Pointing(claim="It fell.", evidence=(Span(3, 9, words),))

    with pytest.raises(ConfigError, match=r"section 'claims' gives a span, 3-9, that does not"):
        summarise(story.TEXT, model="extractive", sections=[Lying])


class StillFilled(Filled):
    pass


@pytest.mark.parametrize("section", [Filled, StillFilled])
def test_a_section_that_the_text_itself_fills_is_not_warned_of(section: Any) -> None:
    brief = summarise(story.TEXT, model="extractive", sections=[section])
    assert brief.provenance.warnings == ()


def test_every_field_of_a_users_section_is_bound(folder: Path) -> None:
    brief, _ = brief_with(Claims, folder)
    (claim,) = brief[Claims]
    assert claim.id == "c1"
    assert claim.claim == "The repairs were dear."
    assert claim.words == "4.2 million dollars"
    assert claim.phrases == ("accounting firm", "Grand River bridge")
    assert claim.when is not None
    assert claim.when.start is not None
    assert claim.when.start.year == 2021
    assert claim.passage is not None
    assert claim.passage.text == "We need calm heads now,"
    assert [span.text[:9] for span in claim.evidence] == ["The repai", "The audit"]
    names = {party.id: party.name for party in brief.stakeholders}
    assert claim.by is not None
    assert names[claim.by] == "Ana Ruiz"
    assert [names[party] for party in claim.about] == ["Tom Becker", "Weller Partners"]
    assert brief.model_dump()["more"]["claims"][0]["claim"] == "The repairs were dear."


def test_what_of_it_does_not_hold_is_null_and_told(folder: Path) -> None:
    wrong = {
        **CLAIM,
        "words": "5.3 million dollars",
        "when": "in 1066",
        "by": "Nobody Known",
        "about": ["Nobody Known", "Tom Becker"],
        "passage": 99,
        "evidence": [6, 99],
    }
    answer = {"headline": "Mayor resigns", "summary": [], "claims": [wrong]}
    brief, backend = brief_with(Claims, folder, answer)
    assert len(backend.calls) == 1
    (claim,) = brief[Claims]
    assert (claim.words, claim.when, claim.by, claim.passage) == (None, None, None, None)
    assert len(claim.about) == 1
    told = {loss.section: loss.item for loss in brief.provenance.dropped}
    assert told["claims.words"] == "5.3 million dollars"
    assert told["claims.when"] == "in 1066"
    assert told["claims.by"] == told["claims.about"] == "Nobody Known"
    assert told["claims.passage"] == told["claims.evidence"] == "99"


def test_a_copied_field_gives_the_articles_characters(folder: Path) -> None:
    """Typography may differ on the way in; what comes out is cut from the text."""
    copied = {**CLAIM, "phrases": ['I take full responsibility for what happened,"']}
    answer = {"headline": "Mayor resigns", "summary": [], "claims": [copied]}
    brief, _ = brief_with(Claims, folder, answer)
    (claim,) = brief[Claims]
    assert all(phrase in story.TEXT for phrase in claim.phrases)
    assert claim.phrases


def test_ids_are_unique_in_the_brief(folder: Path) -> None:
    class Sums(Claims):
        name = "sums"

    class Costs(Claims):
        name = "costs"

    for name in ("sums", "costs"):
        (folder / f"{name}.j2").write_text(f"{name}: x.", encoding="utf-8")
    sections: list[Any] = [Sums, Claims, Costs, *(s for s in OWN if s.name != "summary")]
    backend = FakeBackend([{**ANSWER, "sums": [CLAIM], "costs": [CLAIM]}])
    brief = summarise(
        story.TEXT, model=backend, sections=sections, settings=Settings(prompts=folder)
    )
    ids = [item.id for section in [*sections, *OWN[-1:]] for item in brief[section]]
    assert len(ids) == len(set(ids)), ids
    assert brief.events[0].id == "e1"
    assert brief.quotes[0].id == "q1"
    assert brief.stakeholders[0].id == "s1"


def test_a_wire_field_with_a_default_is_named() -> None:
    class LooseWire(WireItem):
        evidence: Sentences
        note: str | None = None

    class Loose(Section[LooseWire, Claim]):
        name = "loose"
        wire = LooseWire
        item = Claim

    with pytest.raises(ConfigError, match=r"LooseWire\.note has a default"):
        summarise(story.TEXT, model="extractive", sections=[Loose])


def test_a_wire_field_without_a_strict_form_is_named() -> None:
    class SetWire(WireItem):
        evidence: Sentences
        by: set[Party]

    class Sets(Section[SetWire, Claim]):
        name = "sets"
        wire = SetWire
        item = Claim

    with pytest.raises(ConfigError, match=r"SetWire\.by is a tuple, a set or a dict"):
        summarise(story.TEXT, model="extractive", sections=[Sets])


@pytest.mark.parametrize("found", [None, ["Ana Ruiz"]])
def test_what_a_section_extracts_are_its_items(found: Any) -> None:
    class Odd(Section[ClaimWire, Claim]):
        name = "odd"
        wire = ClaimWire
        item = Claim

        @classmethod
        def extract(cls, ground: Ground) -> Any:
            return found

    with pytest.raises(ConfigError, match=r"Odd\.extract must give items of Claim"):
        summarise(story.TEXT, model="extractive", sections=[Odd])


def test_an_item_that_lacks_a_field_of_the_wire_is_named() -> None:
    class Short(Item):
        claim: str

    class Shorts(Section[ClaimWire, Short]):
        name = "shorts"
        wire = ClaimWire
        item = Short

    with pytest.raises(ConfigError, match="Short lacks about, by, evidence"):
        summarise(story.TEXT, model="extractive", sections=[Shorts])


@pytest.mark.parametrize("name", ["events", "quotes", "stakeholders", "summary"])
def test_a_name_of_newsbriefs_own_is_not_for_other_items(name: str) -> None:
    renamed = type(f"Own{name}", (Claims,), {"name": name})
    with pytest.raises(ConfigError, match=f"name is '{name}'.* not Claim; take another name"):
        summarise(story.TEXT, model="extractive", sections=[renamed])


def test_but_it_is_for_a_section_of_the_same_items() -> None:
    class First(Events):
        @classmethod
        def arrange(cls, items: Iterable[Event]) -> list[Event]:
            return list(items)[:1]

    brief = summarise(story.TEXT, model="extractive", sections=[First])
    assert brief[First] == brief.events
    assert len(brief.events) == 1
    assert Brief.model_validate_json(brief.model_dump_json()) == brief


def test_nor_may_its_template_stand_in_for_one_that_all_briefs_need() -> None:
    own = {"summary", *(section.name for section in DEFAULT_SECTIONS)}
    shared = {file.stem for file in bundled().glob("*.j2")} - own
    assert "example" in shared
    for name in shared:
        renamed = type(f"Own{name}", (Claims,), {"name": name})
        with pytest.raises(ConfigError, match="must be an identifier, like 'claims', and none of"):
            summarise(story.TEXT, model="extractive", sections=[renamed])


@pytest.mark.parametrize("name", ["_own", "__init__", "model_config", "json", "copy"])
def test_a_name_that_no_field_of_an_answer_may_bear(name: str) -> None:
    named = type("Own", (Claims,), {"name": name})
    with pytest.raises(ConfigError, match="nor be what pydantic's models have"):
        summarise(story.TEXT, model="extractive", sections=[named])


def test_a_bind_that_gives_nothing_is_told_of(folder: Path) -> None:
    class Forgetful(Claims):
        @classmethod
        def bind(cls, wire: ClaimWire, ground: Ground) -> Claim:
            return None  # type: ignore[return-value]  # what a user forgets

    with pytest.raises(ConfigError, match=r"Forgetful\.bind gave NoneType, no Claim"):
        brief_with(Forgetful, folder)


def test_what_is_made_unchecked_would_have_passed() -> None:
    brief = summarise(story.TEXT, model="extractive", published="2023-05-31")
    made: list[BaseModel] = [
        *brief.events, *brief.quotes, *brief.stakeholders, *brief.summary.sentences,
        *(event.when for event in brief.events if event.when),
        brief.summary, brief.provenance, brief,
    ]  # fmt: skip
    assert {type(one) for one in made} == {
        Brief, Event, Provenance, Quote, Stakeholder, Summary, SummarySentence, When
    }  # fmt: skip
    for one in made:
        checked = type(one)(**vars(one))
        assert one == checked
        assert list(vars(one)) == list(vars(checked))
        assert one.model_fields_set <= checked.model_fields_set
        assert one.model_dump_json() == checked.model_dump_json()


def test_a_field_that_no_model_can_hold_is_told_before_anything_is_asked() -> None:
    class Opaque(Item):
        note: object
        held: Section[Any, Any]

    class Opaques(Section[WireItem, Opaque]):
        name = "opaques"
        wire = WireItem
        item = Opaque

    backend = FakeBackend([])
    with pytest.raises(ConfigError, match=r"Opaque is no model that holds: .*Section"):
        summarise(story.TEXT, model=backend, sections=[Opaques])
    assert backend.calls == []


def test_an_item_stricter_than_its_wire_is_a_loss_not_a_crash(folder: Path) -> None:
    class Strict(Claim):
        kind: Literal["fact"]

    class Stricts(Section[ClaimWire, Strict]):
        name = "claims"
        wire = ClaimWire
        item = Strict

    answer = {"headline": "Mayor resigns", "summary": [], "claims": [CLAIM]}
    brief, _ = brief_with(Stricts, folder, answer, {"claims": []})
    assert brief[Stricts] == ()
    (loss,) = [loss for loss in brief.provenance.dropped if loss.section == "claims"]
    assert loss.reason.startswith("kind: ")


class RemarkWire(WireItem):
    evidence: Sentences | None
    remark: Prose


class Remark(Item):
    remark: str
    evidence: tuple[Span, ...] | None


class Remarks(Section[RemarkWire, Remark]):
    name = "remarks"
    wire = RemarkWire
    item = Remark


@pytest.mark.parametrize(("given", "losses"), [(None, 0), ([99], 1)])
def test_evidence_that_may_be_null_is_dropped_like_any_field(
    given: list[int] | None, losses: int, tmp_path: Path
) -> None:
    (tmp_path / "remarks.j2").write_text("remarks: what is remarked.", encoding="utf-8")
    answer = story.answer(remarks=[{"evidence": given, "remark": "The repairs were dear."}])
    brief, _ = brief_with(Remarks, tmp_path, answer)
    assert [remark.evidence for remark in brief[Remarks]] == [None]
    lost = [loss for loss in brief.provenance.dropped if loss.section == "remarks.evidence"]
    assert len(lost) == losses


def test_what_is_printed_is_for_people(folder: Path) -> None:
    brief = summarise(
        story.TEXT,
        model=FakeBackend([ANSWER]),
        sections=[*DEFAULT_SECTIONS, Claims],
        settings=Settings(prompts=folder),
    )
    headline, summary, counts = str(brief).split("\n\n")
    assert (headline, summary) == (brief.headline, str(brief.summary))
    assert counts == (
        f"events: {len(brief.events)}, quotes: {len(brief.quotes)}, "
        f"stakeholders: {len(brief.stakeholders)}, claims: {len(brief[Claims])}"
    )
    assert str(brief.events[0]) == brief.events[0].description
    assert str(brief.stakeholders[0]) == brief.stakeholders[0].name
    assert str(brief.summary.sentences[0]) == brief.summary.sentences[0].text
    assert str(brief[Claims][0]) == Claims.line(brief[Claims][0])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Der Bürgermeister trat am Montag zurück, sagte die Stadt, und der Rat wählt neu. " * 5,
            True,
        ),
        ("Le maire a démissionné lundi, a dit la ville, et le conseil votera bientôt. " * 5, True),
        ("Мэр города ушёл в отставку в понедельник.", True),
        ("市长周一辞职，市议会将于周四选出新的市长。", True),
        ("The mayor resigned on Monday, the city said, and the council will meet. " * 5, False),
        ("The mayor said: “Мы уходим в понедельник.” She was, as they say, not amused.", False),
        ("Mayor resigns", False),
        ("Der Rat will die Brücke im Mai schließen, sagte die Stadt am Montag.", True),
        ("De raad wil de brug in mei sluiten, zei de stad op maandag in een brief.", True),
        ("Bürgermeister tritt zurück", False),  # too short to tell
        ("* * *\n" * 40 + "Port to close in May, Ann Lee told us, and no ship is left.", False),
    ],
)
def test_an_article_that_is_not_english_is_told_of(text: str, told: bool) -> None:
    warnings = summarise(text, model="extractive").provenance.warnings
    assert any("does not seem to be English" in warning for warning in warnings) == told
