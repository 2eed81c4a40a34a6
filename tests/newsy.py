"""Articles made up for hypothesis: news with every quoted stretch planted, and news gone wrong."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st

PAIRS = ["“”", '""', "„“", "«»", "‘’", "「」", ("''", "''"), ("``", "''")]
NAMES = [
    "Ann Lee",
    "Bo Day",
    "Sen. Di Fox (R-Ohio)",
    "the ministry",
    "a spokesman for the port",
    "She",
    "José Ñandú",
    "Prime Minister Li Wei",
    "The Harbour Board",
    "Lee",
]
CUES = ["said", "told reporters", "asked", "warned", "added on Monday", "wrote", "has insisted"]
SAID = [
    "We won the vote.",
    "It is late, and the port must close",
    "never again",
    "You can’t win in May",
    "no comment",
    "The dues rose 5.5% to $1,000",
    "A plan for all",
]
_SPOKEN = [
    "{q,} {who} {cue}.",
    "{q,} {cue} {who}.",
    "{who} {cue}: {q}",
    "{q,} {who} {cue}, {q}.",
    "{who} {cue} that the dues were {q} and {q} at once.",
    "{q}",
    "The {q} mill closed in May.",
    "According to {who}, it was {q}.",
]
_PLAIN = [
    "{who} {cue} that the mill had closed.",
    "A fire killed 3 people in Grimsby on Tuesday.",
    "{who}, the mayor of Springfield, resigned on 3 May 2021 after 12 years.",
    "The council will meet next Thursday at 10:30 a.m. in Rome.",
    "Port to close",
    "By Ann Lee",
]


class Made(NamedTuple):
    """An article, and where its quoted stretches stand, marks not included."""

    text: str
    quoted: tuple[tuple[int, int], ...]


@st.composite
def articles(draw: st.DrawFn, pairs: list[str] | list[tuple[str, str]] | None = None) -> Made:
    """One to eight sentences in paragraphs, all quotations between the same marks."""
    opening, closing = draw(st.sampled_from(pairs or PAIRS))
    forms = draw(st.lists(st.sampled_from(_SPOKEN + _PLAIN), min_size=1, max_size=8))
    text, quoted = "", []
    for form in forms:
        words = form.replace("{who}", draw(st.sampled_from(NAMES)))
        words = words.replace("{cue}", draw(st.sampled_from(CUES)))
        for piece in re.split(r"(\{q,?\})", words):
            if piece.startswith("{"):
                said = draw(st.sampled_from(SAID))
                said = said.rstrip(".") + "," if piece == "{q,}" else said
                start = len(text) + len(opening)
                quoted.append((start, start + len(said)))
                text += opening + said + closing
            else:
                text += piece
        text += draw(st.sampled_from([" ", "\n\n", "\n\n"]))
    return Made(text, tuple(quoted))


# What the readers of times, roles, bodies, page furniture and reported speech look for.
_PHRASES = """
on March 3, 2021|on 3 May|12/05/2021|2021-05-05|in the second quarter of 2020|three days ago|
last Christmas|in the 1990s|between May and June|from Monday to Friday|early next year|
at 7 p.m. ET|since 2018|by the end of the week|for two decades|a year and a half ago|’90s|
9999 years ago|in 100,000 years|31 February 2021|May 99, 0000|on 31/12/9999 at 25:61|next century|
the 30th of the month|two weeks before Christmas|until 9999|the decade after 9990|10 to 12 May|
at around 11pm on Tuesday night|the next day|within 24 hours|mid-2022|Friday at noon|
the weekend of May 5|spring 2020|by 2030|
the mayor of Rome, Bo Day,|John Smith, 45, a spokesman for the Harbour Board,|
the Ministry of Defence (MoD)|University of Oslo professor Ann Lee|Lee’s brother|Acme Corp.’s chief|
Bank of England Governor Di Fox|former U.S. President Bo Day|French foreign minister|
the Springfield Police Department|Republicans and Democrats|Mr. and Mrs. Day|the BBC’s Ann Lee|
her claim that|Lee’s criticism of the plan|the plan to close|a warning that|which critics say is|
was asked whether he would|is expected to resign|seems to have|according to the report,|
in a statement that|, adding that|, he said, and|; she denied it|Asked about it, she|
told reporters on Friday that|As Lee noted,|and later said he|declined to comment|
Lee: |Q: |A: [Laughs.] |ANN LEE: |Bo Day, mayor: |— Ann Lee¶|
Getty Images 6 |Read more: |By Ann Lee¶|LONDON (Reuters) - |GRIMSBY, May 3 — |Photo: |© 2021 |
pic.twitter.com/x|Image copyright AP Image caption |Advertisement¶|Story highlights |
A gunman killed|At least seven people were hurt|The couple |The port will not close|
has been cancelled|may have been|was sentenced to 12 years|is due to open|allegedly stole|
Juan “Cha Cha” Lopez|the so-called “dragon” bill|the film “Rivers of Home”|=“x”|titled “Now”|
"""
PHRASES = [p.replace("¶", "\n") for p in _PHRASES.replace("\n", "").split("|") if p]

# -- anything -----------------------------------------------------------------------------------

_MARKS = "“ ” \" „ ‟ « » ‹ › ‘ ’ ' ‚ ‛ 「 」 『 』 '' ‘‘ ’’ `` ` ´ ′ ″ ʼ ＂ ＇ 〝 〞".split()
_DASHES = "- -- — – ― − … ... . . , ; : ? ! ( ) [ ] { } / % $ € # @ & * _ = < > | ~ ^ \\".split()
_ODD = (
    "\u00ad \u200b \u200c \u200d \u2060 \ufeff \u200e \u200f \u202a \u202b \u202c \u202d \u202e"
    " \u2066 \u2067 \u2069 \u0301 \u0323 \u20dd \ufe0f \U0001f600 \U0001f468\u200d\U0001f469 \x01"
    " \x1b \x7f \x85 \ufffd \ue000 \U000e0001 ﬁ ß İ ı ǅ ﷺ ٣ ५ ² ½ Ⅷ ㊿ 〇 ａ Ａ"
).split(" ")
_SPACES = ["\n", "\n\n", "\r\n", "\r", "\t", "\v", "\f", "\u00a0", "\u2003", "\u2028", "\u2029"]
_SPACES += ["\u3000", "\x1c", " ", " ", " ", " ", " ", " "]
_WORDS = (
    "said says told asked warned according to that who which whom will would was were has had not "
    "never no and but if when while as by of in on at for with from I he she they it his her its "
    "their Ann Lee Bo Day Mr. Mrs. Dr. Sen. U.S. U.N. NATO White House Reuters Senate Rome Paris "
    "Monday May March 2021 1999 12 5 1,000 10:30 a.m. 3.5 -5 $4 50% last next year week today "
    "yesterday tomorrow hours ago minister mayor spokesman president council police court company "
    "killed resigned called announced cancelled allegedly plan vote show book film so-called "
    "dubbed chants can’t n't 's ’s s' O’Brien non-violent AT&T <b> </p> href= http://a.b/c?d=1 "
    "{{ }} {% 习近平 说 東京 は مرحبا قال שלום กรุงเทพ Привет Müller Łódź naïve œuvre"
).split()
_ALPHABET = st.sampled_from(_MARKS + _DASHES + _ODD + _SPACES + _WORDS)
_SPACED = st.sampled_from(_WORDS + NAMES + CUES + SAID + PHRASES).map(lambda words: words + " ")
_MIXED = st.lists(_ALPHABET | _SPACED | _SPACED).map("".join)
_PROSE = st.lists(_SPACED | st.sampled_from([". ", ", ", "\n\n", "“", "” ", '"'])).map("".join)
_BROKEN = st.tuples(articles().map(lambda made: made.text), _MIXED, st.integers(0, 10_000)).map(
    lambda parts: _put(*parts)
)


def _put(text: str, noise: str, at: int) -> str:
    at %= len(text) + 1
    return text[:at] + noise + text[at:]


_REPEATED = st.builds(str.__mul__, st.lists(_ALPHABET, max_size=4).map("".join), st.integers(1, 60))

ANYTHING: st.SearchStrategy[str] = st.one_of(
    _PROSE,
    _MIXED,
    _BROKEN,
    _REPEATED,
    st.text(max_size=300),
    st.lists(_BROKEN, max_size=3).map("".join),
)
