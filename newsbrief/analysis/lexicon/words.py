"""Ordinary words that a capital letter at the start of a sentence does not make a name."""

from __future__ import annotations

import functools

_CLOSED = """
a an the this that these those some any each every either neither both all many much more most few
several no none nobody nothing nowhere one two three four five six seven eight nine ten eleven
twelve twenty thirty forty fifty hundred thousand million billion dozens hundreds thousands
millions first second third fourth fifth last next another other others such same own half double
twice once i you he she it we they me him her us them my your his its our their mine yours hers
ours theirs myself yourself himself herself itself ourselves themselves who whom whose which what
when where why how whoever whatever whenever wherever however whichever someone somebody something
anyone anybody anything everyone everybody everything everywhere and or but nor so yet for if
unless until till while whilst whereas because since although though despite after before as than
whether lest provided in on at by to of from with without within about above across against along
absent amid amidst among amongst around behind below beneath beside besides between beyond
concerning considering down during except following including inside into like near off onto
opposite out outside over past per regarding round through throughout toward towards under
underneath unlike up upon via versus not never ever always often sometimes usually rarely seldom
already still just only even also too again almost nearly quite rather really very perhaps maybe
probably possibly certainly clearly indeed instead otherwise therefore thus hence moreover
furthermore meanwhile
meantime nevertheless nonetheless accordingly consequently additionally alternatively finally
eventually initially originally previously recently lately currently presently now then today
tonight tomorrow yesterday soon later earlier ago here there hereafter thereafter elsewhere
overall ultimately fortunately unfortunately sadly hopefully ironically interestingly surprisingly
importantly notably apparently reportedly allegedly supposedly obviously evidently basically
essentially generally specifically particularly especially simply actually literally honestly
frankly seriously absolutely exactly precisely roughly approximately yes yeah ok okay oh ah well
hey hi hello please thanks thank sorry welcome wow alas amen is are was were be been being am do
does did done doing has have had having will would shall should can could may might must ought
need dare let lets get got gets getting give gave go goes went going gone come came comes coming
make made makes making take took takes taking see saw seen say says said saying tell told tells
ask asked asks asking think thought know knew known want wanted wants look looked looks looking
seem seemed seems use used uses using find found keep kept put set call called calls try tried
trying turn turned start started stop stopped show showed shown shows help helped play played run
ran move moved live lived believe believed hold held bring brought happen happened write wrote
written sit stand stood lose lost pay paid meet met include included continue continued learn
learned change changed lead led understand watch watched follow followed create created speak
spoke read spend spent grow grew open opened walk walked win won offer offered remember love loved
consider considered appear appeared buy bought wait waited serve served die died send sent expect
expected build built stay stayed fall fell cut reach reached kill killed remain remained suggest
suggested raise raised pass passed sell sold require required report reported decide decided pull
pulled click share subscribe scroll skip listen check visit sign join add
"""
_OPEN = """
people man men woman women child children kid kids boy boys girl girls family families friend
friends parent parents mother father son daughter brother sister wife husband person year years
month months week weeks day days hour hours minute minutes time times morning afternoon evening
night midnight noon spring summer autumn winter home house houses school schools hospital church
street road town city cities state states country countries nation nations world government
governments police officer officers official officials authorities authority investigators
detectives prosecutors lawyers lawyer judge judges court courts jury witnesses witness victims
victim suspects suspect survivors rescuers firefighters paramedics doctors nurses scientists
researchers experts analysts economists critics supporters opponents protesters demonstrators
activists campaigners residents neighbors neighbours locals citizens voters workers employees
staff customers consumers users readers viewers fans players coaches teams team club clubs
students teachers professors journalists reporters editors lawmakers legislators senators
politicians leaders leader members member ministers minister diplomats delegates candidates
candidate aides advisers advisors sources source observers insiders executives executive managers
investors traders shareholders companies company businesses business firms firm banks bank shares
stocks markets market oil gas gold prices price sales profits profit revenue costs cost money
taxes tax trade jobs job unemployment inflation growth economy economic financial political
military social public private local national international global federal regional foreign
domestic western eastern northern southern central new old young big small large great little good
bad best worst better worse high low long short early late full empty free true false real right
wrong left black white red blue green human health medical legal criminal civil security defense
defence intelligence army navy air troops soldiers forces force war peace attack attacks bomb
bombing shooting shootings explosion explosions fire fires flood floods storm storms hurricane
earthquake crash accident incident incidents death deaths murder murders violence crime crimes
terrorism terror terrorists terrorist militants insurgents rebels gunmen gunman armed election
elections vote votes voting poll polls polling campaign campaigns debate debates party parties
president presidential prime vice senior former top chief general head deputy talks negotiations
meeting meetings summit conference agreement deal deals treaty law laws bill bills policy policies
plan plans program programs programme project projects report reports study studies research
survey surveys data evidence information documents document records record emails email letter
letters statement statements speech speeches interview interviews question questions answer
answers problem problems issue issues case cases fact facts reason reasons result results example
part parts side end beginning start back front bottom number numbers lot total average rate rates
level levels share percentage story stories news newspaper newspapers television radio media video
videos photo photos photograph image images picture pictures caption copyright getty film films
movie movies music song songs book books show shows game games match matches season seasons series
tournament championship race races victory defeat win wins loss losses goal goals score points
weather temperatures rain snow water food drugs drug climate energy power fuel nuclear chemical
science technology computer computers internet online web website websites phone phones mobile
digital cars car vehicles vehicle truck trucks bus buses train trains tram plane planes flight
flights airport airports airlines ship ships boat boats traffic roads transport immigration
immigrants migrants refugees asylum border borders visa visas religious pope president-elect
conservative conservatives liberal liberals progressive progressives independent independents
undecided moderate key major minor main important serious likely unlikely possible impossible
similar different several additional further recent current previous latest original final annual
daily weekly monthly breaking exclusive update updated updates live related advertisement
advertising sponsored opinion editorial analysis comment comments commentary column features
feature sport sports politics entertainment lifestyle travel culture style fashion contact us
privacy terms loading embed posted published written reporting editing compiled contributed read
more continue article photographer file handout screenshot courtesy via tweet tweets follow
facebook twitter whatsapp instagram newsletter inbox sign address password account according asked
given based compared due thanks far close next prior ahead apart aside rather unlike such whatever
nowadays overnight midway half nearly roughly around dear fellow ladies gentlemen memo secretaries
imagine staffer staffers orders order text transcript spoiler alert folks guys everybody sir madam
god hell heaven congratulations happy lots plenty
"""


@functools.cache
def ordinary() -> frozenset[str]:
    """Lower-case words that start sentences without naming anyone."""
    return frozenset(_CLOSED.split()) | frozenset(_OPEN.split())


@functools.cache
def closed() -> frozenset[str]:
    """Lower-case function words and everyday verbs: never part of a name's start."""
    return frozenset(_CLOSED.split())
