"""A section of your own: this class, and the template `prompts/claims.j2`."""

from pathlib import Path

import vcr  # of vcrpy, which `make demo` installs: it replays what a model has answered

from newsbrief import Article, Item, Section, Settings, Span, summarise
from newsbrief.wire import Party, Prose, Sentences, WireItem


class ClaimWire(WireItem):
    evidence: Sentences  # the model gives numbers; the item gets spans
    claim: Prose
    by: Party | None  # the model gives a name; the item gets a stakeholder's id


class Claim(Item):
    claim: str
    by: str | None
    evidence: tuple[Span, ...]


class Claims(Section[ClaimWire, Claim]):
    name, wire, item = "claims", ClaimWire, Claim


if __name__ == "__main__":
    here = Path(__file__).parent
    tapes = here.parent / "tests" / "cassettes"
    settings = Settings(
        model=(tapes / "model.txt").read_text().strip(),
        base_url="http://127.0.0.1:8080/v1",
        prompts=here / "prompts",
    )
    article = Article.from_file(here.parent / "tests" / "articles" / "council.txt")
    with vcr.use_cassette(str(tapes / "claims.yaml"), record_mode="none", match_on=["body"]):
        brief = summarise(article, sections=[Claims], settings=settings)
    for claim in brief[Claims]:
        print(f"{getattr(brief.stakeholder(claim.by), 'name', 'somebody')}: {claim.claim}")
