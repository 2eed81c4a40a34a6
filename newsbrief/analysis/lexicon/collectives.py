"""Nouns for governments, groups, bodies and papers: unnamed sources that are no single person."""

from __future__ import annotations

from newsbrief.analysis.lexicon.organisations import ORG_NOUNS
from newsbrief.analysis.lexicon.tables import word_set

GOVERNMENTS = word_set(
    "administration borough cabinet city county emirate government junta kingdom monarchy "
    "municipality province regime republic state"
)
# Many people under one noun, but no body that was founded and has a seat.
GROUPS = word_set(
    "audience band camp cast choir clan clergy community congregation convoy couple crew crowd "
    "defence defense delegation duo electorate elite entourage faction family gang generation "
    "household jury leadership majority management media minority mob neighborhood "
    "neighbourhood nobility opposition orchestra pair panel platoon police population posse "
    "press prosecution public quartet rest side squad staff team tribe trio troupe workforce"
)
_BODIES = word_set(
    "academy agency airport alliance army association authority bench board branch brewery brigade "
    "bureau business campaign cathedral caucus chamber chancellery charity church clinic club "
    "co-op coastguard college command commission committee confederation congress consortium "
    "constabulary consulate cooperative corps council court creche department diocese "
    "directorate division embassy enterprise exchange factory farm federation festival fleet "
    "force foundation gallery garrison guild headquarters hospice hospital hotel industry "
    "inspectorate institute institution kindergarten lab laboratory league legislature library "
    "lottery military militia mill mine ministry monastery mosque museum navy nursery "
    "observatory office order orphanage pac parish partnership pharmacy plant port presidency "
    "prison pub quango refinery regiment registry regulator resort restaurant school "
    "secretariat sector seminary senate shop society start-up startup store studio subcommittee "
    "supermarket surgery synagogue syndicate task-force taskforce temple theater theatre "
    "think-tank thinktank town treasury tribunal trust unit utility venture venue village watchdog "
    "winery zoo"
)
# What is written, shown or reckoned, and "says" so.
PAPERS = word_set(
    "account act ad advert advertisement advisory affidavit agreement alert analysis announcement "
    "app appraisal archive article assessment audit autopsy average ballot banner bill biography "
    "blog blueprint book booklet brief briefing brochure bulletin calculation caption card census "
    "certificate chart charter chatbot clause clip code column communique communiqué complaint "
    "constitution contract data dataset declaration decree diary dictionary directive disclaimer "
    "document documentary dossier draft e-mail editorial email encyclopedia enquiry entry essay "
    "estimate evidence experiment figure file filing film finding flyer footage footnote forecast "
    "graffiti graph guidance guide guideline handbook headline index indictment inquiry "
    "inscription instruction investigation invoice judgement judgment label law lawsuit leaflet "
    "letter licence license list log magazine manifesto manual map measure memo memoir memorandum "
    "menu message motion movie myth note notice novel obituary opinion outlet page pamphlet paper "
    "paperwork paragraph passage petition piece placard plan plaque podcast poem policy poll "
    "polling post poster preface profile programme projection proposal prospectus publication "
    "questionnaire readout receipt recording report research resolution response review rule "
    "rulebook ruling rumor rumour schedule screenshot script section sentence sign slogan song "
    "speech spreadsheet statement statistic statute story study subpoena suit summary summons "
    "survey tabloid tape telegram test testament testimony text textbook ticket timetable "
    "transcript treaty tweet update verdict video voicemail warning warrant webpage website writ"
)
BODIES = (_BODIES | (ORG_NOUNS - word_set("miner producer militants rebels"))) - GROUPS | {"team"}
ORGANISATIONS = (
    _BODIES | PAPERS | (ORG_NOUNS - word_set("miner producer militants rebels"))
) - GROUPS
