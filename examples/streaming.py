"""Items as soon as they are written and hold, without waiting for the whole brief."""

from pathlib import Path

from newsbrief import Article, Brief, Event, FakeBackend, Quote, Stakeholder, stream

article = Article.from_file(Path(__file__).parent / "articles" / "pier.txt", published="2024-01-22")
answer = {
    "headline": "Storm sweeps away Harwick pier",
    "summary": [{"evidence": [1], "text": "A storm swept away the pier of Harwick."}],
    "stakeholders": [{"name": "Ana Ruiz", "kind": "person", "role": None, "affiliation": None}],
    "events": [
        {"evidence": [1], "description": "A storm swept away the pier.", "status": "happened",
         "when": "Sunday night", "where": "Harwick", "participants": []}
    ],
    "quotes": [
        {"passage": 1, "text": None, "speaker": "Ana Ruiz"},
        {"passage": None, "text": "The question is whether to rebuild", "speaker": "Tom Okafor"},
        {"passage": 2, "text": None, "speaker": "Tom Okafor"},
    ],
}  # fmt: skip
# A model of your own in its place: stream(article, model="gpt-4o-mini").
backend = FakeBackend([answer, {"quotes": []}])

for told in stream(article, model=backend):
    match told:
        case Quote():
            print(f"  {told.id}  {told} - {told.speaker_name}")
        case Event():
            print(f"  {told.id}  {told.description} [{told.status}]")
        case Stakeholder():
            print(f"  {told.id}  {told.name}, {told.kind}")
        case Brief():
            print(f"{told.headline}: {len(told.quotes)} quotes")
            for loss in told.provenance.dropped:
                print(f"never told: {loss.item} ({loss.reason})")
