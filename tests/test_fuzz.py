"""Whatever text comes: a brief that holds, or an InputError; never another error, never a hang.

A hundred texts a run of the suite. Before a release, and after a change of the analysis, twenty
thousand (CONTRIBUTING.md): pytest tests/test_fuzz.py --hypothesis-profile=fuzz
"""

from __future__ import annotations

import re
import time
from datetime import date

from hypothesis import event, given
from hypothesis import strategies as st
from newsy import ANYTHING

from newsbrief import Article, Brief, InputError, summarise
from newsbrief.export.json import to_json
from newsbrief.export.markdown import to_markdown
from newsbrief.export.text import to_text

_BALANCED = re.compile(r"(?<!\S)“([^\W_][^“”\"„‟＂〝〞〟«»「」『』‚‘’'`\n]*[^\W_])”(?!\S)")
_DAYS = st.none() | st.dates() | st.sampled_from([date.min, date.max])


@given(ANYTHING, st.none() | st.text(max_size=40), _DAYS)
def test_any_text_gives_a_brief_that_holds_or_an_input_error(
    text: str, title: str | None, published: date | None
) -> None:
    begin = time.process_time()
    try:
        brief = summarise(Article(text, title, published), model="extractive")
    except InputError:
        event("refused")
        return
    # Milliseconds for texts of this length; what grows with its square, or never ends, shows.
    assert time.process_time() - begin < 10
    event("quotes" if brief.quotes else "no quotes")
    event("events" if brief.events else "no events")
    assert Brief.model_validate_json(to_json(brief)) == brief  # checks every span, too
    assert to_text(brief)
    assert to_markdown(brief)
    told = [span for quote in brief.quotes for span in quote.spans]
    told += [loss.span for loss in brief.provenance.dropped if loss.span]
    for marked in _BALANCED.finditer(text):
        start, end = marked.span(1)
        assert any(span.start <= start and end <= span.end for span in told), marked
