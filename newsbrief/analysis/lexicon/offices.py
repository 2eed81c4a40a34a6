"""Titles, offices and occupations: the words that say who a person is."""

from __future__ import annotations

import functools

from newsbrief.analysis.lexicon.tables import word_set

# Honorifics and ranks that stand in front of a name and are no role by themselves.
HONORIFICS = {
    "Mr": "m", "Mister": "m", "Sir": "m", "Lord": "m", "Mrs": "f", "Ms": "f", "Miss": "f",
    "Lady": "f", "Dame": "f", "Madam": "f", "Madame": "f", "Dr": "", "Doctor": "", "Prof": "",
    "Rev": "", "Reverend": "", "Fr": "m", "Father": "m", "Sister": "f", "Brother": "m",
    "Hon": "", "Sheikh": "m", "Ayatollah": "m", "Imam": "m", "Rabbi": "", "Mullah": "m",
    "Alhaji": "m", "Alhaja": "f",
    "Monsieur": "m", "Herr": "m", "Frau": "f", "Don": "m", "Dona": "f",
}  # fmt: skip
# Short forms of offices and ranks; their full stop is part of the token.
OFFICE_ABBREVIATIONS = word_set(
    "Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Adm Maj Cpl Pvt Supt Insp Det Pres Atty "
    "Cllr Amb Sec Brig Pfc Del Ch Const"
)
# Those that the British press writes without a full stop; "Del Monte" and "Gen Z" are none.
UNSTOPPED = OFFICE_ABBREVIATIONS - word_set("Del Sec Pres Ch")
# Ranks in capitals, before a given name: "DCI Jane Roe".
RANK_LETTERS = word_set("DCI DI DS DC PC DSU DCS PCSO WPC ACC")
# The last noun of an office or occupation, in lower case.
ROLE_HEADS = word_set(
    "solicitor-general attorney-general governor-general director-general inspector-general "
    "lieutenant-general major-general lieutenant-colonel vice-admiral rear-admiral skipper "
    "dictator surgeon-general corporal coroner headteacher headmaster headmistress "
    "taoiseach tánaiste commodore brigadier footballer cricketer batsman bowler rower oarsman "
    "presenter assemblyman assemblywoman selectman alderwoman soprano tenor baritone "
    "mezzo-soprano violinist cellist organist trumpeter saxophonist bandleader ballerina sculptor "
    "architect cartoonist essayist biographer critic translator editor-in-chief tailor baker "
    "butcher barber shopkeeper grocer builder labourer cleaner waiter waitress bartender cashier "
    "janitor seamstress cook gardener caretaker chauffeur sailor conservationist environmentalist "
    "naturalist dentist vet pharmacist midwife publisher impresario sprinter wrestler fighter "
    "td cllr sp asp dsp csp collector "
    "jockey gymnast skier substitute winger defender fullback linebacker receiver catcher "
    "umpire strategist undersecretary president premier chancellor minister secretary ambassador "
    "envoy diplomat consul senator congressman congresswoman representative lawmaker legislator mp "
    "mep governor mayor councilman councilwoman councillor councilor alderman commissioner "
    "sheriff speaker leader whip chief chairman chairwoman chair chairperson chairwomen "
    "director manager head boss ceo cfo coo cto cio vp evp mvp executive founder co-founder "
    "cofounder owner entrepreneur investor "
    "banker economist analyst pollster consultant adviser advisor aide spokesman spokeswoman "
    "spokesperson official officer general admiral colonel major captain lieutenant sergeant "
    "commander commandant marshal soldier veteran pilot judge justice magistrate prosecutor "
    "attorney lawyer solicitor barrister counsel counselor clerk detective inspector "
    "superintendent constable policeman policewoman deputy trooper agent firefighter paramedic "
    "doctor physician surgeon nurse psychologist psychiatrist therapist scientist researcher "
    "physicist biologist chemist astronomer engineer epidemiologist professor lecturer scholar "
    "historian teacher principal dean student author writer novelist poet journalist reporter "
    "correspondent editor columnist commentator host anchor anchorman anchorwoman broadcaster "
    "blogger producer photographer filmmaker actor actress comedian singer rapper musician "
    "songwriter pianist guitarist artist painter designer model chef coach trainer player striker "
    "midfielder goalkeeper forward quarterback pitcher batter outfielder shortstop driver racer "
    "cyclist runner swimmer boxer golfer champion teammate referee priest bishop archbishop "
    "cardinal pope pastor rabbi imam cleric king queen prince princess duke duchess emperor "
    "sultan emir sheikh monarch candidate nominee contender challenger rival incumbent "
    "front-runner frontrunner president-elect vice-president activist organizer organiser "
    "campaigner advocate volunteer delegate donor voter lobbyist operative treasurer auditor "
    "accountant comptroller controller farmer fisherman rancher miner worker employee mechanic "
    "carpenter electrician plumber resident neighbor neighbour witness survivor victim suspect "
    "defendant gunman attacker bomber militant terrorist mother father wife husband son daughter "
    "brother sister widow widower cousin uncle aunt nephew niece grandmother grandfather grandson "
    "granddaughter stepfather stepmother stepson stepdaughter partner supervisor "
    "fiance fiancé fiancee fiancée girlfriend boyfriend friend colleague billionaire millionaire "
    "businessman businesswoman mogul tycoon developer magnate expert specialist fellow member "
    "ex-president ex-minister secretary-general chief-of-staff postmaster ombudsman regulator "
    "watchdog negotiator mediator dissident defector refugee whistleblower star legend icon hero "
    "socialite heiress nobelist laureate mathematician statistician geologist meteorologist "
    "forecaster climatologist oceanographer virologist archaeologist anthropologist sociologist "
    "philosopher theologian librarian curator conductor composer drummer bassist dancer "
    "choreographer playwright screenwriter stylist publicist spokespeople administrator seed "
    "qualifier wildcard prefect"
)
# Words that may stand before the head inside one office: "deputy prime minister".
ROLE_MODIFIERS = word_set(
    "vice deputy prime foreign first former then acting interim assistant associate senior junior "
    "chief executive managing general attorney press home lord national federal state "
    "presidential congressional senate house campaign communications political policy party "
    "majority minority opposition shadow special permanent regional local city county district "
    "police fire security intelligence military army navy naval defense defence commerce trade "
    "finance financial treasury interior justice health education energy agriculture labor labour "
    "transport transportation housing homeland environment environmental science climate veterans "
    "culture tourism development economic economy budget public affairs relations human resources "
    "staff legal medical investment research art sports football soccer basketball baseball head "
    "longtime veteran retired late elected newly democratic democrat republican conservative "
    "liberal tory socialist independent libertarian green incoming outgoing top vice-presidential "
    "gubernatorial senatorial ranking under sous co- ex- adjunct emeritus visiting lead principal "
    "honorary rear lance petty warrant wing squadron flight air policing"
)
# What ministries, departments and committees are about; joined by "and" inside one name.
PORTFOLIOS = word_set(
    "State Staff Defense Defence Commerce Trade Finance Treasury Interior Justice Health Human "
    "Services Education Energy Agriculture Labor Labour Transport Transportation Housing Urban "
    "Development Homeland Security Environment Environmental Protection Veterans Veterans' "
    "Affairs Foreign Commonwealth Culture Media Sport Tourism Economy Economic Industry "
    "Industrial Science Technology Innovation Infrastructure Water Food Drug Drugs Rural "
    "Fisheries Immigration Citizenship Customs Border Excise Revenue Pensions Work Families "
    "Children Women Equality Communities Local Government Budget Management Appropriations "
    "Judiciary Rules Ways Means Intelligence Armed Forces Relations International Securities "
    "Exchange Disease Control Prevention Investigation Alcohol Tobacco Firearms Explosives Mental "
    "Nuclear Space Aeronautics Atmospheric Oceanic Atomic Civil Liberties Rights Religious "
    "Freedom Information Communications Consumer Financial Markets Natural Resources Petroleum "
    "Mines Power Public Safety Planning Oversight Reform Standards Ethics Arts Humanities Peace "
    "Progress Responsibility Elections Investment Cooperation Insurance Emergency Disaster "
    "Strategic Studies Research Engineering Medicine Policy Crime Organized Welfare Social "
    "Business Skills Employment Prosecutions Manpower Opposition"
)
# Heads that, capitalised in front of a name, are its title and no part of another name.
TITLES = word_set(
    "lieutenant-general major-general lieutenant-colonel vice-admiral rear-admiral "
    "solicitor-general attorney-general governor-general director-general inspector-general "
    "surgeon-general corporal coroner "
    "taoiseach tánaiste commodore brigadier assemblyman assemblywoman alderman alderwoman chair "
    "president premier chancellor minister secretary ambassador senator congressman congresswoman "
    "representative governor mayor councilman councilwoman councillor commissioner sheriff "
    "speaker leader whip chief chairman chairwoman director manager ceo cfo coo cto cio vp evp "
    "general admiral colonel "
    "major captain lieutenant sergeant commander marshal judge justice prosecutor attorney "
    "counsel superintendent inspector detective constable deputy trooper officer professor coach "
    "pastor bishop archbishop cardinal pope king queen prince princess duke duchess emperor "
    "sultan emir spokesman spokeswoman spokesperson economist editor nominee candidate "
    "president-elect treasurer undersecretary solicitor adviser advisor strategist analyst host "
    "anchor envoy secretary-general mp mep td cllr sp asp dsp csp collector head founder "
    "co-founder correspondent reporter administrator prefect"
)
# What bodies are to each other as well: "its rival Brightwell Marine".
OF_BODIES = word_set("rival partner owner developer maker challenger star champion leader member")
# Words for who somebody is to somebody else: the weakest statement of a role.
RELATIONS = word_set(
    "rival opponent friend colleague partner neighbor neighbour father mother husband wife son "
    "daughter brother sister cousin uncle aunt nephew niece grandmother grandfather grandson "
    "granddaughter stepfather stepmother stepson stepdaughter supervisor girlfriend "
    "boyfriend fiance fiancé fiancee fiancée widow widower teammate contender challenger winner "
    "loser member fellow star hero icon legend resident voter donor"
)


# What stands behind a name: honours, degrees, seats.
POSTNOMINALS = word_set(
    "QC KC SC MP MEP MSP MS MLA TD MBE OBE CBE KBE DBE CMG GBE QPM BEM DSO MD PhD DPhil FRS FRSE"
)


# Occupations by their ending: "geologist", "photographer", "politician", "neuroscientist".
_ROLE_ENDINGS = ("ologist", "ographer", "ician", "chemist", "physicist", "scientist")


@functools.lru_cache(maxsize=8192)
def is_role(word: str) -> bool:
    """Whether a lower-case word can be the last noun of an office or occupation."""
    return word in ROLE_HEADS or word.endswith(_ROLE_ENDINGS)
