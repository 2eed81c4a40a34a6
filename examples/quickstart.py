"""A brief without any model, key or network: the extractive engine."""

from pathlib import Path

from newsbrief import Article, summarise

file = Path(__file__).parent / "articles" / "china-us-meeting.txt"
article = Article.from_file(file, published="2023-05-30")
brief = summarise(article, model="extractive")

print(brief.headline)
print()
for quote in brief.quotes:
    if quote.kind != "indirect":
        for span in quote.spans:
            assert article.text[span.start : span.end] == span.text  # always
        print(f"{quote.spans[0].start:>5}  {quote} - {quote.speaker_name}")
print()
for event in brief.events:
    when = f"{event.when.text} = {event.when.start}" if event.when else "no date given"
    print(f"{event.description}  [{when}]")
