"""The verbs of reporting, by what may stand behind them, and how they inflect."""

from __future__ import annotations

# Speech: these own a whole quotation beside them, whatever their grammar.
SPEECH = """
say tell write add tweet ask continue declare state note report explain respond reply conclude
argue insist claim warn announce admit suggest recall shout vow acknowledge remark assure urge
joke answer lament yell mock boast emphasise emphasize assert concede predict complain quip muse
whisper chant exclaim observe stress reiterate repeat caution elaborate counter retort affirm
testify recount declaim proclaim cry post comment opine scoff snap interject reason reassure
remind confirm contend maintain allege charge demand plead laugh text email e-mail retweet blog
deadpan fume gush hiss intone mutter murmur mumble roar scream sigh clarify confess confide
disclose reveal signal swear pledge promise guess speculate bemoan estimate wonder bark crow crack
rail thunder taunt tease brag jest jibe advise instruct inform notify begin finish implore beg
beseech inquire enquire query marvel preach read summarise summarize theorise theorize volunteer
offer echo agree disagree object protest grumble gripe groan grouse hint imply interrupt deny lie
rant rave rejoin recite relate sing sneer snarl specify stipulate submit tout trumpet utter voice
warble growl hail chide chirp chime blast cheer counsel decree dictate enthuse explode gloat
holler jeer jab lash moan nod pronounce quote ruminate shriek spit tut venture vent wail whine
vouch exhort entreat cajole goad croon drawl stammer stutter snort bellow interpose
intervene moralise moralize philosophize pontificate pray rasp rebuke sermonize sniff spout
surmise aver
"""
# Beside a quotation alone, for they tell how it was said: "“We won,” she beamed".
MANNER = """
beam chuckle coo gasp giggle grin rage seethe shrug sob squeal
"""
# Thought and showing: reported, seldom in the speaker's very words.
THOUGHT = """
think believe know feel hope fear expect suspect see view consider find show indicate decide
determine figure hear understand learn realise realize recognise recognize imagine assume presume
dream worry doubt appear seem propose recommend rule judge calculate project forecast discover
demonstrate illustrate underscore underline highlight document detail describe convince wish agree
anticipate regret remember forget fancy intend plan resolve conclude attest certify guarantee tip
notice question bet point portend posit postulate profess rate reckon sense surmise trust
"""
# What they are about is their object: "criticised the plan".
OBJECT = """
show call describe criticise criticize praise accuse blame blast slam mock defend oppose endorse
back reject dismiss deny denounce condemn attack cite reference mention question discuss propose
seek demand request urge welcome favour prefer decry deride ridicule applaud commend thank
congratulate credit label brand dub term deem portray depict paint characterise characterize liken
compare cast dispute refute rebuke reprimand chastise scold castigate lambast lambaste assail rip
skewer pan trash bash decline refuse advocate champion tout pitch echo quote hail laud salute admire
honour like resent mourn approve authorise authorize order instruct pressure petition charge
convict sentence announce reveal outline detail list highlight emphasise emphasize stress underscore
explain clarify justify rationalise rationalize acknowledge concede recognise note forecast foresee
estimate ponder study probe analyse analyze identify name want desire crave disavow disown
renounce repudiate denigrate belittle demean slur malign smear vilify demonise demonize bemoan
lament deplore protest voice resist herald peg tag greet style diagnose warn caution remind counsel
promise vow contemplate envision envisage anticipate fear dread recall remember relate recount
chronicle narrate repeat reiterate rebuff spurn shun snub ignore downplay minimise minimize
exaggerate overstate trumpet hint suggest imply allege insinuate assert claim peddle flaunt savage
berate fault knock prescribe second veto tease taunt troll needle jab shame scorn slight opt refer
allude apologise apologize react pray listen express bristle hone support embrace encourage offer
issue publish consider expect view expose rebut recognize predict challenge admit disclose restrict
retweet
"""
# With an infinitive: "vowed to fight".
INFINITIVE = """
vow promise pledge refuse decline agree offer threaten seek want hope plan expect wish like love
prefer decide demand ask urge order encourage invite beg request swear aim propose claim appear
seem resolve volunteer undertake hesitate long yearn mean warn direct call push intend
opt
"""
# Own a quotation beside them, but do not report by themselves: in less than 28 of a hundred uses
# what follows them was annotated as content (PolNeAR, train).
OTHER = """
vote nominate address adopt advise appoint attempt ban bill block celebrate choose commit contest
continue debate direct discourage dislike examine favor fight hammer hate hit honor instruct insult
investigate invite lobby love need overlook pass pick plan pledge prepare press promote push raise
recommend respect review select sign sue tackle target tell try unveil find threaten
"""
# Verb, then the prepositions that make a cue of it: "called for", "referred to".
WITH_PREPOSITION = """
advocate for | agree with on to | allude to | apologise for to | apologize for to | argue for
against over | boast about of | brag about | bristle at | call for on upon | comment on | complain
about of that | disagree with on | disapprove of | distance himself herself itself themselves |
double down | dream of | dwell on | elaborate on | express concern | focus on | gripe about | hint
at | hope for | inquire about | joke about | know of about | lash out | lay out | lobby for
against | make clear fun | object to | plead for with guilty not | point to out | press for |
protest against | push for | rail against at | refer to | reply to | respond to | rip into | scoff
at | side with | sneer at | speak of about out to against | spell out | take aim issue exception |
talk about of | tear into | testify about against | think of about | touch on | voice concern |
warn of about against | weigh in | wonder about if whether | worry about
"""
# Verb, then the particles without which it is no cue: "shot back", "went on".
PHRASAL = """
bite back | blurt out | break in | burst out | call out | chime in | clap back | come back | cut in
| fire back | follow up | go on | hit back | join in | jump in | lead off | open up | piped up |
point out | push back | put it | shoot back | sign off | snap back | speak up out about of | spell
out | start out | sum up | weigh in
"""
# Verb, then its past and, where that differs, its participle.
IRREGULAR = """
abhor abhorred | admit admitted | aver averred | ban banned | beg begged | begin began begun |
beseech besought | grin grinned | shrug shrugged | sob sobbed |
bet bet | bite bit bitten | blog blogged | brag bragged | break broke broken | burst burst | cast
cast | chat chatted | choose chose chosen | come came come | commit committed | cry cried | cut
cut | deny denied | dream dreamed dreamt | drop dropped | dub dubbed | feel felt | fight fought |
find found | foresee foresaw foreseen | forget forgot forgotten | give gave given | go went gone |
hear heard | hint hinted | hit hit | hold held | hum hummed | imply implied | jab jabbed | know
knew known | lay laid | lead led | learn learned learnt | lie lied | make made | mean meant | need
needed | nod nodded | opt opted | overstate overstated | pan panned | pen penned | plan planned |
prefer preferred | put put | quip quipped | read read | rebut rebutted | refer referred | regret
regretted | reply replied | rip ripped | run ran run | say said | see saw seen | seek sought | set
set | shoot shot | show showed shown | shun shunned | sing sang sung | slam slammed | slur slurred
| snap snapped | snub snubbed | speak spoke spoken | spit spat | stand stood | submit submitted |
swear swore sworn | take took taken | tear tore torn | tell told | testify testified | think
thought | understand understood | win won | write wrote written
"""
# Verbs that double their last consonant, or else change their stem, before -ing.
ING = """
admit admitting | aver averring | ban banning | beg begging | begin beginning | bet betting | blog
blogging | grin grinning | shrug shrugging | sob sobbing | brag
bragging | clap clapping | commit committing | cut cutting | dub dubbing | forget forgetting | hit
hitting | jab jabbing | lie lying | nod nodding | pan panning | pen penning | plan planning |
prefer preferring | put putting | quip quipping | rebut rebutting | refer referring | regret
regretting | rip ripping | run running | set setting | shun shunning | slam slamming | snap
snapping | snub snubbing | submit submitting | sum summing
"""
# Their base and third-person forms are as often nouns: "the claims", "a report".
ALSO_NOUNS = """
account accuse address advise advocate aim answer appeal approach attack attempt back balk ban bash
bet blame blast block blog boast brand call cast caution challenge champion chant charge cheer cite
claim comment concern contact contend contest control convict counsel counter crack cry deadpan
debate decline decree demand desire detail dislike display dispute document doubt dream e-mail echo
email estimate experience fault favor favour fear fight figure focus forecast gripe groan growl
grumble guarantee guess hail hate highlight hit hold honor honour hope host howl increase insult
interview invite issue joke judge knock label laugh lie list lobby love map marvel mention mock
mourn murmur muse mutter name need needle nod note object offer order outline pan pass petition pick
pilot pitch plan plea pledge point post praise preach present press pressure preview probe program
progress project promise protest push query question quip quote rank rant rate rave read reason
rebuke reference regret release remark report request resolve respond retweet review rip roar rule
salute scorn scream second sense sentence shame shout show shun sigh sign signal sketch slam slight
slur smear sneer snub spurn state statement stress struggle study sue support surprise swear target
taunt tease term text threat tip toast tout trash troll trumpet trust try tweet underline vent
venture veto view voice vote vow want warn weigh welcome whine whisper wish worry yell
beam chuckle gasp grin rage shrug sob
"""
