"""The cue lexicon: verbs, nouns and phrases that tie what is said to who says it.

Three frames, by what may stand behind the verb:

- ``s`` says a clause ("said that ...", "warned: ..."),
- ``o`` takes what it is about as its object ("criticised the plan"),
- ``i`` takes an infinitive ("vowed to fight").
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

# Speech: these own a whole quotation beside them, whatever their grammar.
_SPEECH = """
say tell write add tweet ask continue declare state note report explain respond reply conclude
argue insist claim warn announce admit suggest recall shout vow acknowledge remark assure urge
joke answer lament yell mock boast emphasise emphasize assert concede predict complain quip
muse whisper chant exclaim observe stress reiterate repeat caution elaborate counter retort
affirm testify recount declaim proclaim cry post comment opine scoff snap interject reason
reassure remind confirm contend maintain allege charge demand plead joke laugh text email
e-mail retweet blog deadpan fume gush hiss intone mutter murmur mumble roar scream sigh
clarify confess confide disclose reveal signal swear pledge promise guess speculate bemoan
estimate wonder bark crow crack rail thunder taunt tease brag jest jibe advise instruct
inform notify begin finish implore beg beseech inquire enquire query marvel preach read
summarise summarize theorise theorize volunteer offer echo agree disagree object protest
grumble gripe groan grouse hint imply interrupt deny lie rant rave rejoin recite relate
sing sneer snarl specify stipulate submit tout trumpet utter voice warble growl
hail chide chirp chime blast cheer counsel decree dictate enthuse explode gloat holler
jeer jab lash moan nod opine pronounce quote quip ruminate shriek spit tut venture vent
wail whine vouch weigh exhort entreat cajole goad croon drawl stammer stutter snort
bellow crow gripe interpose intervene moralise moralize philosophize pontificate pray rasp
rebuke sermonize sniff spout surmise sum"""
# Thought and showing: reported, seldom in the speaker's very words.
_THOUGHT = """
think believe know feel hope fear expect suspect see view consider find show indicate decide
determine figure hear understand learn realise realize recognise recognize imagine assume presume
dream worry doubt appear seem propose recommend rule judge calculate project forecast discover
demonstrate illustrate underscore underline highlight document detail describe convince wish agree
anticipate regret remember forget fancy intend plan resolve conclude attest certify guarantee tip
bet point portend posit postulate profess rate reckon sense surmise trust vote"""
_OBJECT = """
show find
call describe criticise criticize praise accuse blame blast slam mock defend oppose endorse back
reject dismiss deny denounce condemn attack cite reference mention question discuss propose seek
demand request urge welcome favour prefer decry deride ridicule applaud commend thank congratulate
credit label brand dub term deem portray depict paint characterise characterize liken compare cast
dispute refute rebuke reprimand chastise scold castigate lambast lambaste assail rip skewer pan
trash bash decline refuse advocate champion tout pitch invoke echo quote hail laud salute admire
honour like resent mourn approve authorise authorize order instruct ask pressure petition indict
charge convict sentence announce reveal outline detail list highlight emphasise emphasize stress
underscore explain clarify justify rationalise rationalize acknowledge concede recognise note
forecast foresee estimate ponder weigh study probe analyse analyze identify name nominate want
desire crave disavow disown renounce repudiate denigrate belittle demean slur malign smear vilify
demonise demonize bemoan lament deplore protest resist herald peg tag greet style diagnose
threaten warn caution remind counsel promise vow contemplate envision envisage anticipate fear
dread recall remember relate recount chronicle narrate repeat reiterate rebuff spurn shun snub
ignore downplay minimise minimize exaggerate overstate trumpet hint suggest imply allege insinuate
assert claim peddle flaunt savage berate fault knock prescribe second veto tease taunt troll
needle jab shame scorn slight"""
_INFINITIVE = """
vow promise pledge refuse decline agree offer threaten seek want hope plan expect wish like love
prefer decide demand ask urge order encourage invite beg request swear aim propose claim appear
seem resolve volunteer undertake hesitate long yearn struggle mean warn direct call push"""
# Own a quotation beside them, but do not report by themselves: in less than 28 of a hundred uses
# what follows them was annotated as content (PolNeAR, train).
_OTHER = """
address adopt advise appoint attempt ban bill block celebrate challenge choose commit consider
contest continue debate direct disclose discourage dislike embrace encourage examine expect favor
fight hammer hate hit honor instruct insult intend investigate invite lobby love need overlook
pass pick plan pledge predict prepare press promote push raise rebut recognize recommend respect
review select sign sue support tackle target tell try unveil"""
# With a preposition: "called for", "referred to".
_WITH_PREPOSITION = """
advocate for | agree with on to | allude to | apologise for to | apologize for to | argue for
against over | boast about of | brag about | bristle at | call for on upon | comment on | complain
about of that | disagree with on | disapprove of | distance himself herself itself themselves |
double down | dream of | dwell on | elaborate on | express concern | focus on | gripe about | hint
at | hope for | inquire about | joke about | know of about | lash out | lay out | lobby for
against | make clear fun | object to | plead for with guilty not | point to out | press for |
protest against | push for | rail against at | refer to | reply to | respond to | rip into | scoff
at | side with | sneer at | speak of about out to against | spell out | take aim issue exception |
talk about of | tear into | testify about against | think of about | touch on | voice concern |
warn of about against | weigh in | wonder about if whether | worry about"""
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "know": "knew known",
    "feel": "felt", "see": "saw seen", "find": "found", "show": "showed shown", "hear": "heard",
    "understand": "understood", "learn": "learned learnt", "swear": "swore sworn", "begin": "began begun",
    "read": "read", "sing": "sang sung", "spit": "spat", "hold": "held", "forget": "forgot forgotten",
    "mean": "meant", "bet": "bet", "cast": "cast", "hit": "hit", "choose": "chose chosen",
    "seek": "sought", "foresee": "foresaw foreseen", "speak": "spoke spoken", "lay": "laid",
    "set": "set", "go": "went gone", "give": "gave given", "stand": "stood", "tear": "tore torn",
    "shoot": "shot", "make": "made", "take": "took taken", "run": "ran run", "beg": "begged",
    "dream": "dreamed dreamt", "fight": "fought", "beseech": "besought", "overstate": "overstated",
    "quip": "quipped", "chat": "chatted", "plan": "planned", "admit": "admitted", "refer": "referred",
    "submit": "submitted", "commit": "committed", "ban": "banned", "pan": "panned", "rip": "ripped",
    "slam": "slammed", "snap": "snapped", "hum": "hummed", "prefer": "preferred", "brag": "bragged",
    "pen": "penned", "dub": "dubbed", "shun": "shunned", "snub": "snubbed", "blog": "blogged",
    "opt": "opted", "jab": "jabbed", "nod": "nodded", "slur": "slurred", "rebut": "rebutted",
    "abhor": "abhorred", "lie": "lied", "cry": "cried", "put": "put", "cut": "cut", "burst": "burst",
    "break": "broke broken", "come": "came come", "lead": "led", "bite": "bit bitten",
    "deny": "denied", "reply": "replied", "imply": "implied", "testify": "testified",
    "regret": "regretted", "drop": "dropped", "win": "won", "hint": "hinted", "need": "needed",
}  # fmt: skip
_DOUBLED = {
    "quip": "quipping", "plan": "planning", "admit": "admitting", "refer": "referring", "submit": "submitting",
    "commit": "committing", "ban": "banning", "pan": "panning", "rip": "ripping", "slam": "slamming",
    "snap": "snapping", "prefer": "preferring", "brag": "bragging", "pen": "penning", "dub": "dubbing",
    "shun": "shunning", "snub": "snubbing", "blog": "blogging", "jab": "jabbing", "rebut": "rebutting",
    "cut": "cutting", "sum": "summing", "clap": "clapping",
    "hit": "hitting", "set": "setting", "run": "running", "beg": "begging", "bet": "betting", "put": "putting",
    "forget": "forgetting", "begin": "beginning", "lie": "lying", "regret": "regretting", "nod": "nodding",
}  # fmt: skip
# Cue verbs only with the particle behind them: "shot back", "went on".
_PHRASAL = {
    "shoot": "back", "fire": "back", "hit": "back", "go": "on", "cut": "in", "chime": "in",
    "weigh": "in", "put": "it", "join": "in", "snap": "back", "push": "back", "start": "out",
    "sum": "up", "follow": "up", "break": "in", "jump": "in", "clap": "back", "bite": "back",
    "open": "up", "lead": "off", "sign": "off", "call": "out", "burst": "out", "piped": "up",
    "speak": "up out", "come": "back", "blurt": "out", "point": "out", "spell": "out",
}  # fmt: skip
# Their base and third-person forms are as often nouns: "the claims", "a report".
_ALSO_NOUNS = frozenset(
    """claim call report state note comment plan hope fear attack support question demand request offer
    remark vote estimate signal pledge promise guess joke text email e-mail blog retweet tweet post
    charge plea swear cheer counsel decree blast cry answer whisper chant caution counter laugh shout
    yell quip boast rule hold judge figure view show project forecast document detail highlight
    underline dream worry doubt wish want regret plan resolve trust bet tip rate reason sense surprise
    point accuse blame slam mock back cite reference challenge dispute brand label term cast ban order
    invite press pressure lobby petition sue convict sentence list favor favour preview pitch address
    echo quote salute honor honour love hate dislike mourn experience approach name pick study review
    probe debate contest protest need desire display contest threat advise target warn veto block second
    sign pass push fight struggle try attempt aim balk decline increase control contact concern
    appeal focus object respond release present statement stress progress mention praise rebuke insult
    slight shame knock needle troll tease taunt smear slur hit rip pan trash bash scorn snub spurn
    shun fault murmur mutter roar scream sigh sneer growl howl groan gripe grumble rant rave lie hail
    toast vow preach read voice tout trumpet venture vent whine interview query marvel protest muse
    deadpan contend rank weigh guarantee welcome program account outline release sketch map""".split()
)
_FEEL = "deem opt refer allude apologise apologize react focus pray listen express bristle hone"


class Cue(NamedTuple):
    """One inflected form of a cue verb."""

    lemma: str
    form: str  # "base", "s", "past", "ing", "done" (participle apart from the past)
    speech: bool
    frames: str  # some of "s", "o", "i"
    noun: bool  # may as well be a noun in this form
    particles: frozenset[str] = frozenset()  # it is a cue only with one of these behind it


def _inflect(lemma: str) -> list[tuple[str, str]]:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        stem, s, ed = lemma[:-1] + "i", lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith("e"):
        stem, s, ed = lemma[:-1], lemma + "s", lemma + "d"
    elif lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        stem, s, ed = lemma, lemma + "es", lemma + "ed"
    else:
        stem, s, ed = lemma, lemma + "s", lemma + "ed"
    del stem
    ing = _DOUBLED.get(lemma) or (lemma[:-1] if lemma.endswith("e") and lemma[-2] != "e" else lemma) + "ing"
    irregular = _IRREGULAR.get(lemma, ed).split()
    forms = [(lemma, "base"), (s, "s"), (ing, "ing"), (irregular[0], "past")]
    if len(irregular) > 1:
        forms.append((irregular[1], "done"))
    if lemma in ("plan", "admit", "refer", "submit"):
        forms[1] = (lemma + "s", "s")
    return forms


@cache
def cue_verbs() -> dict[str, Cue]:
    """Lower-case verb form -> its cue."""
    speech = set(_SPEECH.split())
    frames: dict[str, str] = {}
    for frame, lemmas in (("s", _SPEECH + _THOUGHT), ("o", _OBJECT), ("i", _INFINITIVE)):
        for lemma in lemmas.split():
            if frame not in frames.get(lemma, ""):
                frames[lemma] = frames.get(lemma, "") + frame
    for lemma in _FEEL.split():
        frames.setdefault(lemma, "o")
    for lemma in _OTHER.split():
        frames.setdefault(lemma, "")
    found: dict[str, Cue] = {}
    for lemma, frame in frames.items():
        for word, form in _inflect(lemma):
            held = found.get(word)
            noun = lemma in _ALSO_NOUNS and form in ("base", "s")
            if held is None or (form == "past" and held.form == "base"):
                found[word] = Cue(lemma, form, lemma in speech, frame, noun)
    for lemma, particles in _PHRASAL.items():
        for word, form in _inflect(lemma):
            if word not in found:
                needed = frozenset(particles.split())
                found[word] = Cue(lemma, form, True, "s", False, needed)
    for lemma, needed in prepositions().items():
        for word, form in _inflect(lemma):
            if word not in found:
                found[word] = Cue(lemma, form, False, "", False, needed)
    return found


@cache
def prepositions() -> dict[str, frozenset[str]]:
    """Lemma -> the prepositions and particles that belong to the cue."""
    rows = (row.split() for row in _WITH_PREPOSITION.split("|"))
    return {row[0]: frozenset(row[1:]) for row in rows}
