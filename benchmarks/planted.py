"""Cases with a known truth for ``newsbrief.grounding``: passages planted in articles.

The sentences are made up for this purpose, or are in the public domain. Each is kept in a
canonical form (curly marks, em dashes, "…"); an article and a needle are two independent
renderings of it. ``stands_in`` is the reference: slow, naive, and written on its own.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

SENTENCES = """\
“We will not close the plant in Daveton,” said Marta Ilves, the mayor, on Tuesday.
The ministry said 1,250 people had been moved from 14 villages since Friday.
“I didn’t sign it — and I won’t,” Senator Okafor told reporters outside the court.
Profits at Brandt & Sohn fell 3.5% to $4.2 million in the third quarter.
“It’s not the end,” she said. “It’s a beginning … for all of us.”
Police arrested three men, aged 19, 24 and 31, near the Halden bridge at about 6:30 p.m.
“My father used to say ‘never sell the boat’ and he was right,” Nils Aaker recalled.
The non-profit group’s 10–15 volunteers can’t reach the north-east coast before Monday.
“They told us to wait… and wait… and nobody came,” said Amina Traoré, a teacher.
Temperatures fell to −12 degrees in Vasa overnight, the coldest since 1987.
Mr. Petrov denied that he had ever met Ms. Lindqvist or taken €50,000 from her company.
“No comment,” said a spokesman for the U.S. Embassy — twice.
The café owner, José Peña, said the re-signing of the 25-year lease was “a relief”.
“You can’t eat promises,” the farmers’ leader said; “you can’t plant them, either.”
Voters in 27 districts rejected the plan by 52.4 to 47.6 percent, officials said.
“He never said ‘I resign’ — he said ‘I’ll re-sign,’” her lawyer, Paul Neville, insisted.
The first flight since the strike—a half-empty Boeing 737—left Oslo at 7:05 a.m.
“Why now? Why here?” asked Dr. Hana Novotná, who has studied the river for 30 years.
Neither the coach nor the captain would say whether Silva, 22, had asked to leave.
“If the dam fails, we have four hours … maybe five,” warned the chief engineer.
The court’s 2–1 ruling doesn’t affect the firm’s other cases, Judge Ruth Abara wrote.
“I love this city, I’ve always loved this city, and I’m not leaving,” said the champion.
Some 300 workers’ families waited outside the gates; none were allowed in.
The bank’s so-called “bad books” hold at least £1.3 billion of unpaid loans.
“We don’t negotiate with kidnappers,” the minister said. “We didn’t in May. We won’t now.”
Firefighters found the office’s final floor flooded and its safe empty, Chief Moen said.
Ms. O’Brien’s lawyers said she hadn’t been charged and wasn’t in custody.
“This isn’t 1995,” he said — “and this isn’t a game.”
The treaty, signed by 41 states, bans neither testing nor storage before 2031.
“What did they know — and when?” the committee’s chairwoman, Lena Fischer, asked.
Rescuers pulled a six-year-old girl and her dog from the rubble after 36 hours.
The company said it would appeal, calling the €2.5m fine “neither fair nor lawful”.
“Our offer stands: 4.5 percent now, 2 percent in January,” said union chief Tom Reyes.
It was the best of times, it was the worst of times, it was the age of wisdom.
Four score and seven years ago our fathers brought forth on this continent a new nation.
“Alas, poor Yorick! I knew him, Horatio: a fellow of infinite jest,” the actor began.
We hold these truths to be self-evident, that all men are created equal.
Call me Ishmael. Some years ago — never mind how long precisely — I went to sea.
“’Tis the season,” joked the weatherman as the first snow closed the A9 in both directions.
The team’s win — its third in a row, and its 11th without conceding — wasn’t pretty.
Lawmakers voted 63–58 to delay the law; nine abstained and two weren’t present.
“Some say ‘yes’, some say ‘no’ and most don’t care,” the pollster Ikeda Ren said.
""".splitlines()

_NAMES = [
    "Ilves",
    "Okafor",
    "Aaker",
    "Traoré",
    "Petrov",
    "Lindqvist",
    "Peña",
    "Neville",
    "Novotná",
    "Silva",
    "Abara",
    "Moen",
    "Fischer",
    "Reyes",
    "Daveton",
    "Halden",
    "Vasa",
    "Oslo",
    "Horatio",
    "Yorick",
    "Ishmael",
    "Ikeda",
    "Brandt",
]
_WORDS = [
    "seldom",
    "green",
    "harbour",
    "often",
    "later",
    "barely",
    "council",
    "bridges",
    "quietly",
    "eleven",
    "without",
]
_NEGATIONS = {"not", "never", "no", "neither", "nor", "none", "nobody", "without"}
_AUXILIARIES = {"will", "would", "was", "were", "is", "are", "had", "has", "said", "can", "did"}


@dataclass(frozen=True)
class Case:
    """``needle`` stands at ``start:end`` of ``text``, or, where it was changed, nowhere."""

    text: str
    needle: str
    start: int
    end: int
    change: str = ""


def true_cases(count: int, seed: int = 0) -> Iterator[Case]:
    """Passages of real sentences, in another typography than in the article."""
    rng = random.Random(seed)
    while count:
        before, passage, after = _parted(rng)
        case = _planted(rng, before, passage, after)
        if _normal(case.text).count(_normal(passage)) == 1:
            count -= 1
            yield case


def changed_cases(count: int, seed: int = 0) -> Iterator[Case]:
    """The same with one word, number, negation or name changed, dropped or added, too."""
    rng = random.Random(seed)
    while count:
        before, passage, after = _parted(rng)
        change, changed = _changed(rng, passage)
        if not changed:
            continue
        text = _planted(rng, before, passage, after).text
        if not stands_in(text, changed):
            count -= 1
            yield Case(text, _dress(rng, _render(rng, changed, "needle")), 0, 0, change)


def stands_in(text: str, needle: str) -> bool:
    return _normal(needle) in _normal(text)


def _normal(text: str) -> str:
    """Words and marks, one space between: equal wherever only typography differs."""
    text = unicodedata.normalize("NFC", re.sub("[\u00ad\u200b]", "", text)).replace("ﬁ", "fi")
    text = re.sub("''|``|[\"“”„‟«»‘’‚‛‹›`´′ʼ]", "'", text).replace("…", "...")
    text = re.sub("--+|[‐‑‒–—―−]", "-", text)
    return " " + " ".join(re.findall(r"\w+|[^\w\s]", text)) + " "


# -- planting ---------------------------------------------------------------------------


def _parted(rng: random.Random) -> tuple[str, str, str]:
    """A passage of some sentences, and what stands before and behind it."""
    sentences = rng.sample(SENTENCES, rng.randint(2, 6))
    k = rng.randrange(len(sentences))
    words = sentences[k].split(" ")
    size = rng.randint(min(4, len(words)), len(words))
    first = rng.randint(0, len(words) - size)
    left, passage, right = (
        " ".join(part)
        for part in (words[:first], words[first : first + size], words[first + size :])
    )
    bare = re.sub(r"^[“”‘—… ]+|[”’“‘—… ,.;:]+$", "", passage) or passage
    lead = passage.index(bare)
    left, right = (
        left + " " * bool(left) + passage[:lead],
        passage[lead + len(bare) :] + " " + right,
    )
    before = " ".join([*sentences[:k], left]) if k else left
    return before, bare, " ".join([right, *sentences[k + 1 :]])


def _planted(rng: random.Random, before: str, passage: str, after: str) -> Case:
    front, middle = _render(rng, before, "text"), _render(rng, passage, "text")
    text = front + middle + _render(rng, after, "text")
    needle = _dress(rng, _render(rng, passage, "needle"))
    return Case(text, needle, len(front), len(front) + len(middle))


def _dress(rng: random.Random, needle: str) -> str:
    """The needle as models hand it over: bare, or in marks or white space of its own."""
    if rng.random() < 0.7:
        return needle
    pairs = ["  ", ("\n", "\n ")]
    if not re.search("[\"“”„«»‟]|``|''", needle):
        pairs += ['""', "“”", "„“", "«»"]
    if not re.search(r"(?<!\w)['’‘`´′ʼ‚‹›]|['’‘`´′ʼ‹›](?!\w)", needle):
        pairs += ["''", "‘’"]
    opening, closing = rng.choice(pairs)
    return opening + needle + closing


_SPACES = [" "] * 30 + ["  ", "\n", "\u00a0", "\u2009", "\u202f", " \n", "\t", "\n\n", "\u3000 "]
_APOSTROPHES = "''’’’‘ʼ´`′"
_DASHES = [" — ", " – ", " -- ", "—", "--", " ― ", " --- ", "\u2009—\u2009", "\u00a0– ", "— "]
_ELLIPSES = ["…", "...", ". . .", ".\u00a0.\u00a0."]


def _render(rng: random.Random, passage: str, side: str) -> str:
    """One way to set the canonical ``passage``; on the side "needle" nested marks may flip
    and dashes be hyphens between spaces, as models write them."""
    opening, closing = rng.choice(("“”", "“”", '""', '""', "„“", "«»", ("``", "''")))
    inner = rng.choice(("‘’", "''", "‚‘", "‹›", "“”" if side == "needle" else "‘’"))
    if opening == "``" and inner == "''":
        inner = "‘’"
    marks = {"“": opening, "”": closing, "‘": inner[0]}
    out = []
    for part in re.findall(r" ?— ?|(?<=\d)–(?=\d)| ?… ?|\w+|.", passage):
        mark = part.strip()
        if part.isalnum():
            out.append(part)
        elif mark == "—":
            out.append(rng.choice(_DASHES + [" - "] * (side == "needle")))
        elif mark == "…":
            space = rng.choice(("", " "))
            out.append(space + rng.choice(_ELLIPSES) + rng.choice(("", " ")))
        elif part == " ":
            out.append(rng.choice(_SPACES))
        elif part == "–":
            out.append(rng.choice("–-‒—" if side == "needle" else "–-"))
        elif part == "-":
            out.append(rng.choice("---‐‑–"))
        elif part == "−":
            out.append(rng.choice("−-–"))
        else:
            out.append(marks.get(part, part))
    text = "".join(out)
    text = re.sub(r"(?<=\w)’(?=\w)", lambda m: rng.choice(_APOSTROPHES), text)
    text = re.sub("’", lambda m: rng.choice("’'"), text)
    return _letters(rng, text)


def _letters(rng: random.Random, text: str) -> str:
    draw = rng.random()
    if draw < 0.1:
        return unicodedata.normalize("NFD", text)
    if draw < 0.2:
        return text.replace("fi", "ﬁ")
    if draw < 0.3:
        return re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", text, count=2)
    return text


# -- changing ---------------------------------------------------------------------------


def _changed(rng: random.Random, passage: str) -> tuple[str, str]:
    """The name of a change and the passage after it; empty where it does not apply."""
    change = rng.choice(("word", "drop", "add", "swap", "number", "negation", "name", "case"))
    words = passage.split(" ")
    inner = range(1, len(words) - 1)
    if not inner:
        return change, ""
    k = rng.choice(inner)
    if change == "word":
        words[k] = rng.choice(_WORDS)
    elif change == "drop":
        del words[k]
    elif change == "add":
        words.insert(k, rng.choice(_WORDS))
    elif change == "swap":
        words[k - 1], words[k] = words[k], words[k - 1]
    elif change == "case":
        words[k] = words[k].swapcase()
    else:
        kind = {"number": _other_number, "negation": _other_negation, "name": _other_name}[change]
        return change, kind(rng, passage)
    return change, " ".join(words)


def _other_number(rng: random.Random, passage: str) -> str:
    digits = [m.start() for m in re.finditer(r"\d", passage)]
    if not digits:
        return ""
    at = rng.choice(digits)
    new = rng.choice([d for d in "0123456789" if d != passage[at]] + [passage[at] + "0", ""])
    return passage[:at] + new + passage[at + 1 :]


def _other_negation(rng: random.Random, passage: str) -> str:
    """One negation dropped ("can't" -> "can"), or one put in where there was none."""
    words = passage.split(" ")
    places = [k for k, w in enumerate(words) if w.strip("“”‘’,.") in _NEGATIONS or "n’t" in w]
    if places:
        k = rng.choice(places)
        words[k : k + 1] = [words[k].replace("n’t", "")] if "n’t" in words[k] else []
        return " ".join(words)
    places = [k for k, w in enumerate(words) if w in _AUXILIARIES]
    if not places:
        return ""
    words.insert(rng.choice(places) + 1, rng.choice(("not", "never")))
    return " ".join(words)


def _other_name(rng: random.Random, passage: str) -> str:
    names = [name for name in _NAMES if re.search(rf"\b{name}\b", passage)]
    if not names:
        return ""
    old = rng.choice(names)
    return re.sub(rf"\b{old}\b", rng.choice([n for n in _NAMES if n != old]), passage, count=1)
