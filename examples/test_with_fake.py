"""How to test your own code without a model: script the answers of a `FakeBackend`."""

from newsbrief import Brief, FakeBackend, summarise

TEXT = "Rain in Harwick. “The pier is gone,” said mayor Ana Ruiz on Monday. Nobody was hurt."


def speakers(brief: Brief) -> list[str]:
    """The code under test: who is quoted?"""
    return [quote.speaker_name or "?" for quote in brief.quotes if quote.kind != "indirect"]


def test_a_quote_that_the_model_invents_is_dropped() -> None:
    answer = {
        "headline": "Harwick loses its pier",
        "summary": [{"evidence": [2], "text": "The pier is gone, says the mayor."}],
        "stakeholders": [],
        "events": [],
        "quotes": [{"passage": None, "text": "The pier is not gone", "speaker": "Ana Ruiz"}],
    }
    backend = FakeBackend([answer, {"quotes": []}])  # the answer, and that to the repair question

    brief = summarise(TEXT, model=backend)

    assert [quote.text for quote in brief.quotes] == ["The pier is gone,"]
    assert speakers(brief) == ["Ana Ruiz"]
    assert "is not gone" in brief.provenance.dropped[0].item
    print(f"asked {len(backend.calls)} times; dropped: {brief.provenance.dropped[0].reason}")


if __name__ == "__main__":
    test_a_quote_that_the_model_invents_is_dropped()
