"""Nouns that mean a person: who may speak without a name."""

from __future__ import annotations

import functools

from newsbrief.analysis.lexicon.offices import is_role
from newsbrief.analysis.lexicon.tables import word_set

# Those that no ending tells.
_NOUNS = word_set(
    "abbess academic accomplice accountant ace actress addict adherent adolescent adult advocate "
    "agent aide airman alcoholic ally also-ran alumna alumnus anybody anyone apparatchik "
    "applicant apprentice aristocrat assistant associate athlete attendant baby bailiff baron "
    "baroness bloke boss boy bride buddy buff bureaucrat cadet candidate captive carer celebrity "
    "champ chap chaplain chef child claimant clergyman client coach comic complainant confidant "
    "confidante conscript conservative contestant convict cook cop correspondent count countess "
    "critic crook culprit curate cynic czar dad dame deacon defendant delegate democrat "
    "descendant devil diehard diplomat dissident diva dove dropout duke earl elder emigrant enemy "
    "entrant everybody everyone expat expatriate exponent fan fanatic firebrand foe folk "
    "freelance freshman friar genius gentleman girl goalie gp graduate gran grandad granddad "
    "grandma groom guard guerrilla guest guru guy hawk heavyweight heir heiress heretic hero "
    "heroine hopeful host hostage hostess icon idol immigrant in-law incumbent independent infant "
    "informant inhabitant inmate insider insurgent intellectual intern jock jockey junior juror "
    "kid kingpin knight lad lady landlady landlord lass laureate layman legend liberal local "
    "look-alike lookalike lord lunatic maestro magnate maid mam man mandarin marine mason mate "
    "matriarch medic merchant migrant militant minor mistress moderate mogul mole mom monarch "
    "monk mum mystic nan nanny native newlywed noble novice nun nurse occupant one opponent pal "
    "parent parson participant passer-by patient patriarch peasant peer people person "
    "philanthropist pilot plaintiff plumber pm postgraduate prefect president pro progressive "
    "proponent protestant psychopath pundit pupil radical rebel recruit regent relative "
    "republican resident respondent rookie royal runner-up saint sceptic seamstress seer senior "
    "servant shaman shepherd sheriff skeptic sleuth somebody someone sophomore soprano source "
    "spouse spy squire stalwart star stepmother stepson steward stewardess student superdelegate "
    "supporter surgeon surrogate suspect technocrat teen temp tenant thief toddler trainee "
    "tribesman tsar turncoat twin tyrant undergraduate upstart user valet vet veteran vicar "
    "victim vip virtuoso vp waitress warden witness woman wonk youth"
)
# Endings that do: "supporter", "narrator", "motorist", "pedestrian", "attendee", "oarsman".
_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "ee",
    "man",
    "woman",
    "year-old",
    "person",
    "phile",
    "surgeon",
    "lord",
    "naut",
)
_THINGS = word_set(
    "after agree amber anger answer antler appetizer banister banner barometer barrier beaver "
    "behavior bestseller better bigger bladder blister blockbuster blooper blunder boiler booster "
    "border boulder bumper burger cadaver calculator camcorder cancer canister canker capacitor "
    "career center centimeter chamber chandelier changeover chapter character charger chatter "
    "checklist chowder cider cinder cipher cloister cluster clutter coffee coffer colander color "
    "committee computer conditioner cooker cooler copper copter corner corridor counter cover "
    "crater crossover cucumber curser cursor cylinder dagger danger decanter decor decree degree "
    "denominator detector detonator diameter diaper dinner disaster disclaimer discover "
    "dishwasher disorder drawer dresser duster earlier easier either elevator ember encounter "
    "epicenter error escalator ether exterior factor favor feeder fender fervor fever fewer fiber "
    "filibuster filler filter finger firecracker flavor floor flounder flower flyover folder "
    "footer forever fritter frontier fuller furor further garter gender generator ginger girder "
    "glacier glimmer goatee greater guarantee halter hamburger hammer hamper hanger hangover "
    "harbor header headquarter heater heist helicopter higher hinder holster honor horror however "
    "humor icebreaker incinerator incubator indicator indoor inner inter interior jubilee jumper "
    "labor ladder languor larger laser later latter laughter lavender layer layover leather "
    "leftover letter levee lever liquor liter liver loader locker longer loudspeaker lower lumber "
    "maneuver manner manor manpower manslaughter marker marquee matter median megamerger melee "
    "merger meridian metaphor meteor meter microprocessor mirror misdemeanor misnomer moniker "
    "monitor motor mutter neither never newer newsletter newspaper number numerator offer older "
    "order other otter outdoor outer oyster pacemaker painkiller paper parameter parlor pedigree "
    "pepper percolator perimeter pincer plaster platter playlist pointer polymer poster powder "
    "power precursor printer prior processor projector propeller puncher quarter quaver radiator "
    "rather razor reactor recorder reflector refrigerator register remainder reminder resistor "
    "respirator revolver rigor river roadster roller rooster roster rotor router rubber rudder "
    "rumor saber scanner scooter screwdriver sector semester semiconductor sensor server settee "
    "sever shelter shiver shorter shortlist shoulder shower shudder shutter silver simulator "
    "skyscraper slander slaughter slipper slumber smaller sneaker soccer specter speedometer "
    "splendor splinter spoiler spree squalor stapler starter sticker stopover stroller stronger "
    "stupor succor suffer summer supercomputer superpower supper surrender sweater switchover "
    "takeover tanker taper temper tender terror thermometer three thriller thunder tiger timber "
    "tinder toffee together toner torpor tower tracker tractor trailer transfer transformer "
    "transistor tremor trigger trimester trouser tumor turnover twist twister twitter typewriter "
    "udder ulcer under upper utter valor vapor vector ventilator vigor wafer wallpaper water "
    "weather whether whisker whisper whopper winter wishlist wonder zipper juggernaut ouster"
)
_MANY = {"men": "man", "women": "woman", "children": "child", "wives": "wife", "people": "person"}


@functools.lru_cache(maxsize=8192)
def is_person(noun: str) -> bool:
    """Whether a noun in small letters means a person: "supporter", "striker", "46-year-old"."""
    noun = noun.removesuffix("-in-law")
    last = noun.rpartition("-")[2]  # "star-turned-candidate"
    if noun in _NOUNS or last in _NOUNS or is_role(noun) or is_role(last):
        return True
    return noun.endswith("year-old") or (
        len(last) > 4 and last.endswith(_ENDINGS) and last not in _THINGS
    )


@functools.lru_cache(maxsize=8192)
def are_people(noun: str) -> bool:
    """Whether a noun in small letters means several persons: "supporters", "fishermen"."""
    for many, one in _MANY.items():
        if noun.endswith(many):
            return is_person(noun.removesuffix(many) + one)
    if noun.endswith("ies"):
        return is_person(noun[:-3] + "y")
    return noun.endswith("s") and (is_person(noun[:-1]) or is_person(noun[:-2]))
