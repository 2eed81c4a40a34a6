"""States, provinces and large cities, and the common nouns that make a name a place."""

from __future__ import annotations

import functools

from newsbrief.analysis.lexicon.tables import word_set

_STATES = """
Alabama,Ala|Alaska|Arizona,Ariz|Arkansas,Ark|California,Calif|Colorado,Colo|Connecticut,Conn
Delaware,Del|Florida,Fla|Georgia,Ga|Hawaii|Idaho|Illinois,Ill|Indiana,Ind|Iowa|Kansas,Kan
Kentucky,Ky|Louisiana,La|Maine|Maryland,Md|Massachusetts,Mass|Michigan,Mich|Minnesota,Minn
Mississippi,Miss|Missouri,Mo|Montana,Mont|Nebraska,Neb|Nevada,Nev|New Hampshire,N.H.
New Jersey,N.J.|New Mexico,N.M.|New York,N.Y.|North Carolina,N.C.|North Dakota,N.D.|Ohio
Oklahoma,Okla|Oregon,Ore|Pennsylvania,Pa|Rhode Island,R.I.|South Carolina,S.C.|South Dakota,S.D.
Tennessee,Tenn|Texas,Tex|Utah|Vermont,Vt|Virginia,Va|Washington,Wash|West Virginia,W.Va
Wisconsin,Wis|Wyoming,Wyo|District of Columbia,D.C.,DC|Puerto Rico
"""
_REGIONS = """
Alberta|British Columbia|Manitoba|Ontario|Quebec|Saskatchewan|Nova Scotia|New Brunswick
Newfoundland|Queensland|New South Wales|Tasmania|Victoria|Western Australia|South Australia
Bavaria|Saxony|Catalonia|Andalusia|Basque Country|Brittany|Normandy|Provence|Corsica|Sicily
Sardinia|Lombardy|Tuscany|Crimea|Donbas|Donetsk|Luhansk|Kherson|Zaporizhzhia|Siberia|Chechnya
Dagestan|Kashmir|Punjab|Sindh|Balochistan|Kerala|Gujarat|Maharashtra|Tamil Nadu|Uttar Pradesh
Bihar|West Bengal|Assam|Xinjiang|Tibet|Guangdong|Sichuan|Hubei|Hebei|Henan|Hunan|Yunnan|Fujian
Zhejiang|Jiangsu|Shandong|Inner Mongolia|Gaza|Gaza Strip|West Bank|Golan Heights|Sinai|Kurdistan
Helmand|Kandahar|Darfur|Tigray|Somaliland|Transvaal|KwaZulu-Natal|Gauteng|Western Cape|Kent|Essex
Cornwall|Devon|Dorset|Norfolk|Suffolk|Surrey|Sussex|Yorkshire|Lancashire|Cheshire|Cumbria
Lincolnshire|Oxfordshire|Hampshire|Ulster|Wessex|Europe|Africa|Asia|South America|North America
Latin America|Central America|Middle East|Far East|Southeast Asia|South Asia|Central Asia
East Asia|Eastern Europe|Western Europe|Caribbean|Balkans|Arctic|Antarctica|Scandinavia
Mediterranean|Atlantic|Pacific|Indian Ocean|Black Sea|Red Sea|Baltic Sea|South China Sea
Persian Gulf|Gulf of Mexico|Strait of Hormuz|Horn of Africa|Sahel|Sahara|Amazon|Andes|Alps
Himalayas|Oval Office|West Wing|Rose Garden|Ground Zero|National Mall|Midwest|New England
West Coast|East Coast|Deep South|Silicon Valley|Bay Area|Long Island|Wall Street|Capitol Hill
Times Square|Broadway|Hollywood|Manhattan|Brooklyn|Queens|Bronx|Staten Island|Harlem|Cape Cod
Bermuda|Guam|Gibraltar|Guantanamo|Guantánamo Bay|Okinawa
"""
_CITIES = """
New York City|New York|Los Angeles|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego
Dallas|San Jose|Austin|Jacksonville|Fort Worth|Columbus|Charlotte|San Francisco|Indianapolis
Seattle|Denver|Boston|El Paso|Nashville|Detroit|Oklahoma City|Portland|Las Vegas|Memphis
Louisville|Baltimore|Milwaukee|Albuquerque|Tucson|Fresno|Sacramento|Mesa|Kansas City|Atlanta|Omaha
Colorado Springs|Raleigh|Miami|Long Beach|Virginia Beach|Oakland|Minneapolis|Tulsa|Tampa|Arlington
New Orleans|Wichita|Cleveland|Bakersfield|Honolulu|Anaheim|Aurora|Santa Ana|St. Louis|St. Paul
Riverside|Corpus Christi|Pittsburgh|Lexington|Anchorage|Cincinnati|Toledo|Newark|Plano|Orlando
Buffalo|Fort Wayne|Jersey City|Laredo|Madison|Lubbock|Reno|Baton Rouge|Des Moines|Salt Lake City
Tallahassee|Montgomery|Birmingham|Little Rock|Hartford|Providence|Albany|Harrisburg|Annapolis
Richmond|Charleston|Savannah|Boise|Spokane|Tacoma|Olympia|Salem|Concord|Manchester|Burlington
Topeka|Lansing|Springfield|Cedar Rapids|Davenport|Akron|Dayton|Youngstown|Flint|Ann Arbor
Grand Rapids|Green Bay|Fort Lauderdale|Palm Beach|Ferguson|Flagstaff|Santa Fe|Cheyenne|Billings
Fargo|Sioux Falls|Syracuse|Rochester|Scranton|Wilmington|Greensboro|Knoxville|Chattanooga|Durham
Greenville|Asheville|Norfolk|Roanoke|Charlottesville|Cambridge|Toronto|Montreal|Vancouver|Calgary
Edmonton|Winnipeg|Halifax|Quebec City|Glasgow|Aberdeen|Leeds|Liverpool|Sheffield|Bristol|Leicester
Nottingham|Newcastle|Southampton|Portsmouth|Brighton|Plymouth|York|Oxford|Coventry|Hull|Swansea
Dundee|Inverness|Derry|Cork|Galway|Limerick|Croydon|Marseille|Lyon|Nice|Toulouse|Bordeaux|Lille
Nantes|Strasbourg|Calais|Cannes|Hamburg|Munich|Cologne|Frankfurt|Stuttgart|Dresden|Leipzig
Düsseldorf|Dusseldorf|Bremen|Hanover|Bonn|Milan|Naples|Turin|Venice|Florence|Genoa|Palermo|Bologna
Barcelona|Seville|Valencia|Bilbao|Porto|Amsterdam|Rotterdam|Antwerp|Ghent|Zurich|Geneva|Basel
Davos|Salzburg|Krakow|Gdansk|Istanbul|Izmir|St. Petersburg|Kazan|Novosibirsk|Vladivostok|Sochi
Kharkiv|Odesa|Odessa|Lviv|Mariupol|Bakhmut|Thessaloniki|Dubai|Jeddah|Mecca|Medina|Aleppo|Homs
Raqqa|Idlib|Mosul|Basra|Fallujah|Kirkuk|Erbil|Isfahan|Shiraz|Mashhad|Aden|Haifa|Hebron|Nablus
Jenin|Bethlehem|Rafah|Khan Younis|Gaza City|Benghazi|Alexandria|Giza|Casablanca|Marrakesh|Lagos
Kano|Maiduguri|Mombasa|Goma|Johannesburg|Cape Town|Durban|Soweto|Mumbai|Bombay|Kolkata|Chennai
Bangalore|Bengaluru|Hyderabad|Ahmedabad|Pune|Jaipur|Lucknow|Srinagar|Karachi|Lahore|Peshawar
Quetta|Rawalpindi|Herat|Kunduz|Mazar-i-Sharif|Jalalabad|Shanghai|Guangzhou|Shenzhen|Wuhan|Chengdu
Chongqing|Tianjin|Nanjing|Xi'an|Hangzhou|Harbin|Urumqi|Lhasa|Macau|Osaka|Kyoto|Nagoya|Yokohama
Hiroshima|Nagasaki|Fukushima|Sapporo|Busan|Incheon|Ho Chi Minh City|Saigon|Da Nang|Chiang Mai
Phuket|Mandalay|Bali|Surabaya|Cebu|Davao|Mindanao|Sydney|Melbourne|Brisbane|Perth|Adelaide|Darwin
Hobart|Auckland|Wellington|Christchurch|Sao Paulo|São Paulo|Rio de Janeiro|Rio|Salvador|Recife
Porto Alegre|Medellin|Medellín|Cali|Cartagena|Guayaquil|Cusco|Valparaiso|Cordoba|Rosario|Tijuana
Juarez|Ciudad Juarez|Monterrey|Guadalajara|Cancun|Acapulco|Oaxaca|San Juan|Zanzibar|Timbuktu
Srebrenica|Fukuoka|Kingston upon Hull
Bishop Auckland|Bishop's Stortford|King's Lynn|Milton Keynes|St Albans|St Andrews|St Helens
Bury St Edmunds|Stoke-on-Trent|Wolverhampton|Northampton|Luton|Middlesbrough|Sunderland|Wigan
Rotherham|Doncaster|Barnsley|Huddersfield|Bradford|Bolton|Blackpool|Blackburn|Burnley|Carlisle
Ipswich|Norwich|Peterborough|Colchester|Basildon|Southend-on-Sea|Bournemouth|Poole|Swindon
Gloucester|Cheltenham|Exeter|Torquay|Bath|Slough|Watford|Stevenage|Scunthorpe|Grimsby|Harrogate
Scarborough|Whitby|Hartlepool|Darlington|Gateshead|South Shields|Wrexham|Merthyr Tydfil|Paisley
Stirling|Kilmarnock|Londonderry|Newry|Waterford|Council Bluffs|Carson City|Jefferson City
Fort Collins|Fort Myers|Cedar Falls|Grand Forks|Rock Hill|Chapel Hill|Bowling Green|Sioux City
Iowa City|Rapid City|Traverse City|Panama City|Atlantic City|Ocean City|Dodge City|Coral Gables
Santa Barbara|Santa Monica|Santa Cruz|Palo Alto|San Bernardino|Coeur d'Alene|Walla Walla
Prince George|Prince Rupert|Thunder Bay|Moose Jaw|Gold Coast|Alice Springs|Wagga Wagga
"""
# Nouns that end (or, for a few, open) the name of a place: "Dover Street", "Lake Tahoe".
PLACE_ENDS = word_set(
    "Shoal Reef Atoll Glacier Plateau Basin Ridge Dam Reservoir Lagoon Balcony Building Room Lawn "
    "Tavern Pub Cafe Café Restaurant Diner Street Avenue Road Boulevard Lane Drive Square Park "
    "Plaza River Lake Bay Beach Sea Ocean Gulf Strait Channel Canal Island Islands Isle Peninsula "
    "Cape Mountain Mountains Mount Hill Hills Valley Desert Forest Canyon Creek Falls Coast "
    "Province County Parish District Region Territory Village Town City Township Borough Heights "
    "Harbor Harbour Port Airport Station Terminal Bridge Tunnel Tower Towers Stadium Arena Field "
    "Ballpark Gardens Garden Cemetery Memorial Cathedral Hotel Hall Palace Castle Prison Jail "
    "Camp Base Highway Freeway Interstate Turnpike Border Crossing Oblast Prefecture Governorate "
    "Raceway Speedway Circuit Oval Racecourse Velodrome"
)
PLACE_STARTS = word_set("Lake Mount Mt. Mt Cape Fort Ft. Camp Port Rio Gulf Strait Bay County")
COMPASS = word_set(
    "north south east west northern southern eastern western northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern central downtown upstate rural "
    "North South East West Northern Southern Eastern Western Central Upper Lower Downtown"
)


@functools.cache
def states() -> dict[str, str]:
    """Written form of a US state, abbreviations among them (without their stop), to its name."""
    rows = [row.split(",") for row in _STATES.strip().replace("\n", "|").split("|")]
    return {form: row[0] for row in rows for form in row}


@functools.cache
def cities() -> frozenset[str]:
    """Cities and regions of the world: places that act only rarely."""
    return frozenset((_REGIONS.strip() + "|" + _CITIES.strip()).replace("\n", "|").split("|"))


# Small nouns after a name that make it a place: "Jajarkot district".
PLACE_NOUNS = word_set(
    "district province city town village county region state island river airport neighborhood "
    "neighbourhood suburb prefecture valley peninsula municipality oblast parish"
)
