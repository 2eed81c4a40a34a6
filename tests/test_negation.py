"""Free text may not deny what the article says, nor say what it denies."""

from __future__ import annotations

from typing import Any

import pytest
import story
from linear import is_linear

from newsbrief import Article, Brief, FakeBackend, summarise
from newsbrief.analysis.facts.negation import turned

TEXT = (
    "The council of Harwick will not close the old pier, the mayor, Ana Ruiz, said on Monday.\n\n"
    "Engineers repaired its deck in May. The town failed to find a buyer for the hotel.\n\n"
    "Tom Becker has sold the ferry. He cannot say when the new one will sail."
)


def brief_of(text: str | Article = TEXT, headline: str = "", **told: Any) -> Brief:
    answer = {"headline": headline, "summary": [], "stakeholders": [], "events": [], "quotes": {}}
    return summarise(text, model=FakeBackend([{**answer, **told}, {}]))


@pytest.mark.parametrize(
    ("prose", "evidence", "held"),
    [
        ("The council of Harwick will not close the old pier.", 1, True),
        ("The old pier of Harwick won't be closed.", 1, True),
        ("The council of Harwick will close the old pier.", 1, False),
        ("The council of Harwick has ruled out closing the old pier.", 1, True),
        ("Engineers repaired the deck of the pier in May.", 2, True),
        ("Engineers did not repair the deck of the pier in May.", 2, False),
        ("Engineers never repaired the deck in May.", 2, False),
        ("The town did not find a buyer for the hotel.", 3, True),
        ("The town found no buyer for the hotel.", 3, True),
        ("Tom Becker has not sold the ferry.", 4, False),
        ("Tom Becker sold the ferry.", 4, True),
        ("Tom Becker not only sold the ferry.", 4, True),
        ("Tom Becker did not say when the new ferry will sail.", 5, True),
    ],
)
def test_what_is_denied_is_denied_there_too(prose: str, evidence: int, held: bool) -> None:
    sentence = {"text": prose, "evidence": [evidence]}
    brief = brief_of(summary=[sentence])
    assert (prose in [one.text for one in brief.summary.sentences]) is held
    assert any(lost.section == "summary" for lost in brief.provenance.dropped) is not held
    event = {"description": prose, "evidence": [evidence], "status": "happened"}
    brief = brief_of(events=[{**event, "when": None, "where": None, "participants": []}])
    assert (prose in [one.description for one in brief.events]) is held


@pytest.mark.parametrize(
    ("headline", "held"),
    [
        ("Harwick council will not close old pier", True),
        ("Harwick engineers did not repair pier’s deck", False),
        ("Tom Becker never sold Harwick ferry", False),
        ("Harwick council cannot tell when ferry will sail", True),
    ],
)
def test_so_it_is_with_a_headline(headline: str, held: bool) -> None:
    brief = brief_of(headline=headline)
    assert (brief.headline == headline) is held
    lost = [one.reason for one in brief.provenance.dropped if one.section == "headline"]
    assert all(reason.startswith("the article does not deny this") for reason in lost)
    assert bool(lost) is not held


def test_the_title_denies_too() -> None:
    article = Article(story.TEXT, title="Ruiz will not run again")
    assert brief_of(article, "Ana Ruiz will not run again").headline.endswith("run again")


def test_other_languages_deny_in_other_words() -> None:
    text = "El alcalde de Harwick, Juan Paz, nunca vendió el puente. La ciudad lo cerró el lunes."
    assert brief_of(text, "Juan Paz no vendió el puente").headline.startswith("Juan")


@pytest.mark.parametrize("piece", ["not sold ", "sold not", "not", "less", "n't ", "a", "no end "])
def test_it_takes_time_by_the_length(piece: str) -> None:
    def work(text: str) -> None:
        whole = 0, len(text)
        turned("tom becker has not sold the ferry.", text, *whole, whole)
        turned("tom becker has sold the ferry.", text, *whole, whole)

    assert is_linear(work, lambda size: (piece * size)[:size], 20_000)


@pytest.mark.parametrize(
    ("title", "held"), [("Mayor did not sell the ferry", True), ("Mayor sold the ferry", False)]
)
def test_a_headline_may_deny_what_the_title_denies(title: str, held: bool) -> None:
    text = "Ana Ruiz is the mayor of Harwick. Tom Becker bought the ferry in May."
    brief = brief_of(Article(text, title=title), headline="Ana Ruiz did not sell the ferry")
    assert (brief.headline == "Ana Ruiz did not sell the ferry") == held
