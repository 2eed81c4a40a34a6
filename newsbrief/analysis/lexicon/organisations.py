"""The nouns that make a name an organisation, and organisations the whole world's news names."""

from __future__ import annotations

from newsbrief.analysis.lexicon.tables import word_set

# The teams of the American leagues go by their town and one of these: "Los Angeles Lakers".
_TEAMS = word_set(
    "Lakers Celtics Knicks Raptors Bulls Cavaliers Pistons Pacers Bucks Hawks Hornets Wizards "
    "Nuggets Timberwolves Blazers Warriors Clippers Mavericks Rockets Grizzlies Pelicans Spurs "
    "Yankees Mets Orioles Sox Guardians Tigers Royals Twins Astros Athletics Mariners Rangers "
    "Braves Marlins Phillies Nationals Cubs Reds Brewers Pirates Cardinals Diamondbacks Rockies "
    "Dodgers Padres Giants Patriots Dolphins Ravens Bengals Steelers Texans Colts Jaguars Titans "
    "Broncos Chiefs Raiders Chargers Cowboys Eagles Commanders Bears Packers Vikings Falcons "
    "Panthers Buccaneers 49ers Seahawks Rams"
)
# A name that ends in one of these is an organisation.
ORG_ENDS = _TEAMS | word_set(
    "Lines Works Resources Banking Chemicals Engineering Films Finance Fisheries "
    "Genetics Hospitals Instruments Leisure Machines Manufacturing Materials Microsystems Mines "
    "Mortgage Optics Packaging Pensions Products Recordings Retail Solar Steelworks Tobacco Toys "
    "Tractors Trading Trains Transport Vaccines Vehicles Wines Shipyard Shipyards "
    "Electricity ASA SE AB Oyj SpA BV Pty Tbk Bhd Marine Panel Programme Forum Taskforce Inc Inc. "
    "Corp Corp. Corporation Co Co. Company Companies Ltd Ltd. Limited LLC LLP PLC plc AG SA GmbH "
    "NV Group Holdings Partners Associates Industries Enterprises Brothers Bros Bros. Ministry "
    "Department Bureau Agency Administration Authority Commission Committee Council Board Office "
    "Service Services Secretariat Directorate Inspectorate Cabinet Congress Senate House "
    "Parliament Assembly Duma Knesset Bundestag Court Courts Tribunal Police Constabulary Army "
    "Navy Guard Guards Corps Force Forces Command Brigade Brigades Battalion Regiment Division "
    "Fleet University College School Institute Institution Academy Seminary Center Centre "
    "Laboratory Laboratories Lab Labs Observatory Museum Gallery Library Theatre Theater "
    "Orchestra Ballet Opera Hospital Clinic Bank Fund Trust Foundation Endowment Charity Society "
    "Association Federation Confederation League Union Unions Alliance Coalition Front Movement "
    "Party Caucus Campaign Network Networks News Newspaper Newspapers Times Post Tribune Herald "
    "Journal Gazette Chronicle Register Sentinel Courier Dispatch Bulletin Mirror Express Mail "
    "Guardian Telegraph Observer Globe Star-Ledger Inquirer Examiner Press Magazine Review Radio "
    "TV Television Broadcasting Media Publishing Publications Records Studios Pictures "
    "Entertainment Airlines Airways Air Railways Railway Rail Motors Automotive Electric Energy "
    "Oil Petroleum Gas Steel Chemical Pharmaceuticals Pharma Biotech Technologies Technology "
    "Systems Software Solutions Semiconductor Electronics Communications Telecom Wireless Mobile "
    "Capital Financial Securities Investments Investment Insurance Mutual Realty Properties "
    "Logistics Shipping Foods Brewing Breweries Stores Markets Supermarkets Restaurants Hotels "
    "Resorts Casinos Church Diocese Archdiocese Synod Mosque Synagogue Chamber Exchange Registry "
    "Reserve Treasury Embassy Consulate Legislature Militia Cartel Gang Club FC F.C. United "
    "Rovers Wanderers Athletic Olympics Watch International Worldwide Global Project Initiative "
    "Task Firm Chambers Conference Convention Organization Organisation Organizations "
    "Organisations Consortium Cooperative Syndicate Guild Brotherhood Resistance Rangers Workers "
    "Research Polling Strategies Teamsters Scouts Rights Unit Team Squad Ambulance Coastguard "
    "Hospice Lifeboats Accountants Advisers Advisors Aerospace Analytics Apparel Architects "
    "Aviation  Bakeries Biosciences Biotechnology Builders Buses Coaches Construction "
    "Consultancy Consultants  Consulting Contractors Couriers Cruises Dairies Developments "
    "Distillers Distillery Dynamics  Estates Farms Ferries Footwear Freight Furniture Genomics "
    "Haulage Healthcare Holidays Homes  Interiors Jewellers Lending Management Metals Minerals "
    "Mining Mortgages Payments Plastics  Recycling Renewables Robotics Solicitors Textiles "
    "Therapeutics Utilities Ventures Vineyards  Water Economics Platforms Metro Transit"
)
# Public bodies with "and" in their names: "National Search and Rescue Agency".
AND_ENDS = word_set(
    "Agency Team Unit Service Services Department Squad Authority Commission Committee Council "
    "Board Office Ministry Bureau Centre Center Directorate Association Society Institute "
    "Administration Division Force Brigade Taskforce Inspectorate"
)
# What runs a "System" that is a body: "St. Agatha Health System".
SYSTEMS = word_set("Health Hospital Hospitals School Schools Transit University Medical Library")
# A name may go on after one of these with "of", "for", "on" or "at".
OF_HEADS = word_set(
    "Panel Programme Program Forum Ministry Department Bureau Agency Administration Authority "
    "Commission Committee Subcommittee Council Board Office Secretariat Directorate House Houses "
    "Court University College School Institute Institutes Institution Academy Center Centers "
    "Centre Laboratory Museum Library Bank Fund Trust Foundation Endowment Society Association "
    "Federation Confederation League Union Alliance Coalition Front Movement Party Campaign "
    "Church Diocese Archdiocese Chamber Registry Archive Archives Conference Organization "
    "Organisation Republic Kingdom State Commonwealth Territory Federal Central Royal National "
    "Americans Citizens Doctors Lawyers Veterans Women Mothers Friends Sons Daughters Students "
    "Physicians Reporters Workers Club Guild Brotherhood Order Knights Congress Senate Assembly "
    "Parliament General Sciences Faculty Division Army Hospital Embassy Consulate Initiative "
    "Project Task Cabinet District County City Town Village Isle Gulf Strait Bay Cape Sea Coast "
    "Horn Port"
)
# Of these the heads that go on with "for" or "on": "Center for X", "Committee on Y".
FOR_HEADS = word_set(
    "Panel Programme Program Forum Committee Subcommittee Council Commission Conference Center "
    "Centers Centre Institute Foundation Society Association Coalition Alliance Campaign Fund "
    "Americans Citizens Doctors Lawyers Veterans Women Mothers Students Physicians Reporters "
    "Workers Project Initiative Agency Office Board Trust League Movement Organization "
    "Organisation Academy Network Ministry Department Secretariat"
)
# A name that ends in one of these is a happening, a law or a thing: nobody.
THING_ENDS = word_set(
    "Act Bill Law Amendment Treaty Agreement Accord Accords Deal Plan Pact Bowl Cup Series Trophy "
    "Award Awards Prize Medal Games Match Rate Open Championship Championships Grand-Prix Prix "
    "Tour Festival Show Poll Survey Election Elections Primary Caucuses Debate Summit War Wars Day "
    "Days Week Night Eve Year Hurricane Storm Tuesday Recession Depression Revolution Crisis "
    "Telescope Rover Probe Satellite Spacecraft Orbiter Shuttle Marathon Derby "
    "Spring Effect Curse Syndrome Address Disease Virus Flu Index Dialogue Report Review Order "
    "Rule Rules Doctrine Zone Test Code Constitution Declaration Time Street Game"
)
# Common nouns that call the single capitalised name after them an organisation.
ORG_NOUNS = word_set(
    "company firm corporation maker manufacturer exporter importer producer supplier retailer "
    "chain giant conglomerate group agency service network channel broadcaster station newspaper "
    "daily weekly tabloid magazine journal website site outlet publisher airline airliner carrier "
    "operator railway bank lender insurer brokerage fund developer contractor startup start-up "
    "platform app brand subsidiary unit studio label charity nonprofit non-profit organization "
    "organisation NGO union party movement coalition alliance militia militants faction rebels "
    "cartel gang club team side franchise university college institute think-tank tank hospital "
    "museum ministry department regulator watchdog court parliament legislature automaker "
    "carmaker chipmaker drugmaker brewer distributor utility refiner miner steelmaker planemaker "
    "search-engine provider"
)
# Nouns that only an organisation has: "Ford's headquarters", "a Ford spokesman".
ORG_POSSESSIONS = word_set(
    "headquarters spokesman spokeswoman spokesperson shares stock customers employees "
    "shareholders ceo board investors offices subsidiary founder owners executives profits "
    "revenue sales workers website newsroom reporters journalists members fighters militants"
)
# Those that stand behind the name of what they are: "the Green Dawn party".
CALLED = word_set("news newspaper agency company party movement charity airline union")
_GOVERNMENT = """
European Union|EU|E.U.|European Commission|European Parliament|White House|Congress|Senate|Kremlin
"""
_ORGANISATIONS = """
Reform UK|HM Revenue and Customs|Green Party|Scottish National Party|Crown Prosecution Service
Pentagon|Defense Department|Department of Defense|DoD|White House|Kremlin|Congress|Senate
House of Representatives|House|Supreme Court|Capitol|State Department|Justice Department
Treasury Department|Treasury|Homeland Security|Secret Service|National Guard|Federal Reserve|Fed
Downing Street|Whitehall|Scotland Yard|House of Commons|House of Lords|Commons|Lords|Tories|Labour
Conservatives|Liberal Democrats|Lib Dems|European Union|European Commission|European Parliament
European Central Bank|European Council|United Nations|Security Council|General Assembly|World Bank
International Monetary Fund|World Health Organization|World Trade Organization|Red Cross
Red Crescent|Amnesty International|Human Rights Watch|Greenpeace|Oxfam|Vatican|Holy See|Interpol
Europol|NATO|Nato|Unicef|UNICEF|Unesco|UNESCO|OPEC|Opec|ASEAN|FIFA|Fifa|UEFA|Uefa|African Union
Arab League|Taliban|Hamas|Hezbollah|Hizbollah|Islamic State|al-Qaeda|al-Qaida|Al Qaeda|Al-Qaeda
Boko Haram|al-Shabaab|al-Shabab|Al-Shabab|Houthis|Muslim Brotherhood|Fatah|Ku Klux Klan
Black Lives Matter|Reuters|Associated Press|Agence France-Presse|Bloomberg|Xinhua|Tass|TASS
Interfax|Al Jazeera|CNN|BBC|NBC|CBS|ABC|Fox News|MSNBC|Fox|NPR|PBS|C-SPAN|Sky News|ITV|Channel 4
New York Times|Washington Post|Wall Street Journal|Los Angeles Times|USA Today|Guardian
Financial Times|Daily Mail|Economist|Politico|Politifact|PolitiFact|BuzzFeed|Buzzfeed
Huffington Post|Vox|Axios|Breitbart|Breitbart News|Der Spiegel|Le Monde|Gallup|Nielsen|WikiLeaks
Wikileaks|Getty Images|Planned Parenthood|Mossad|Shin Bet|Republican Party|Democratic Party
Tea Party|GOP|G.O.P.|Ofgem|Ofcom|Ofsted|Ofwat|Ofqual|Acas|Defra|HMRC|DVLA|MI5|MI6|GCHQ|NHS
NHS England|Unison|Aslef|NASA|Nasa|ESA|Roscosmos|Amnesty|Save the Children
Médecins Sans Frontières|Doctors Without Borders|Christian Aid|Mencap|RSPCA|RSPB|RNLI|NSPCC|WWF
Friends of the Earth|Extinction Rebellion|Just Stop Oil|Transparency International|Frontex
Eurostat|Sinn Féin|Sinn Fein|Plaid Cymru|Fianna Fáil|Fine Gael|Likud|Bundesbank|Arsenal|Everton
Tottenham|Tottenham Hotspur|Aston Villa|West Ham|West Ham United|Crystal Palace|Manchester United
Manchester City|Newcastle United|Leeds United|Nottingham Forest|Rangers|Real Madrid
Atletico Madrid|Atlético Madrid|Real Sociedad|Real Betis|Athletic Bilbao|Bayern Munich
Borussia Dortmund|Bayer Leverkusen|RB Leipzig|Paris Saint-Germain|PSG|Juventus|Inter Milan
AC Milan|Ajax|Benfica|Inter Miami|LA Galaxy|Wolverhampton Wanderers|Brighton & Hove Albion
Leicester City|Premier League|La Liga|Serie A|Bundesliga|Champions League|NFL|NBA|MLB|NHL|NCAA
Yankees|Lakers|Met Office|Met Éireann|Met Police|Garda Síochána|An Garda Síochána|Oireachtas|Dáil
Seanad|Lok Sabha|Rajya Sabha|Aam Aadmi Party|All Progressives Congress|Eskom|Judicial Watch
General Staff|Joint Chiefs of Staff|Bus Éireann|Iarnród Éireann|Siptu|SIPTU
"""
_BUSINESSES = """
National Grid|Octopus Energy|Thames Water|Warner Bros Discovery|General Electric|American Express
Facebook|Google|Twitter|YouTube|Instagram|Apple|Microsoft|Amazon|IBM|Intel|Boeing|Airbus|Toyota
Honda|Volkswagen|BMW|Ford|General Motors|Tesla|Exxon|ExxonMobil|Chevron|Shell|BP|Gazprom|Rosneft
Huawei|Samsung|Sony|Nintendo|Netflix|Disney|Walmart|Wal-Mart|McDonald|Starbucks|Nike|Adidas
Unilever|Nestle|Nestlé|Goldman Sachs|JPMorgan|Citigroup|Wells Fargo|Barclays|HSBC|Deutsche Bank
UBS|Lloyds|Uber|SpaceX|Pfizer|AstraZeneca|Moderna|Merck|Novartis|Bayer|Siemens|Verizon|AT&T
Comcast|Time Warner|Viacom|Meta|Alphabet|Nvidia|OpenAI|Anthropic|Cisco|Qualcomm|AMD|TSMC|ASML
Lenovo|Xiaomi|TikTok|ByteDance|Tencent|Alibaba|Baidu|Spotify|Snapchat|WhatsApp|LinkedIn|Reddit
Telegram|PayPal|Airbnb|Deliveroo|DoorDash|Lyft|eBay|Etsy|Adobe|Salesforce|SAP|Ericsson|Nokia
Panasonic|Hitachi|Toshiba|Fujitsu|LG|Tesco|Sainsbury|Asda|Morrisons|Waitrose|Aldi|Lidl|Carrefour
Ikea|IKEA|Primark|Marks & Spencer|John Lewis|Debenhams|WHSmith|Walgreens|Costco|Kroger|Inditex|H&M
Gucci|Prada|LVMH|Hermès|L'Oréal|Danone|Mondelez|PepsiCo|Pepsi|Coca-Cola|Diageo|Heineken|Carlsberg
AB InBev|Burger King|KFC|Greggs|Vodafone|Telefonica|Telefónica|T-Mobile|BT|Deutsche Telekom
Openreach|Ryanair|easyJet|EasyJet|Lufthansa|Air France|KLM|British Airways|Qantas|Qatar Airways
Etihad|JetBlue|Wizz Air|Aer Lingus|Delta Air Lines|Southwest Airlines|Network Rail|Rolls-Royce
Renault|Peugeot|Citroen|Citroën|Stellantis|Fiat|Ferrari|Volvo|Nissan|Mazda|Subaru|Hyundai|Kia|Audi
Porsche|Mercedes-Benz|Daimler|Jaguar Land Rover|Rivian|BYD|Embraer|Bombardier|Lockheed Martin
Raytheon|BAE Systems|Northrop Grumman|Thales|Maersk|DHL|FedEx|UPS|TotalEnergies|Eni|Equinor|Repsol
Petrobras|Aramco|Saudi Aramco|Lukoil|Ørsted|Orsted|EDF|RWE|E.ON|Centrica|SSE|GlaxoSmithKline|GSK
Sanofi|Johnson & Johnson|Novo Nordisk|Eli Lilly|BioNTech|Morgan Stanley|JPMorgan Chase|JP Morgan
Bank of America|BlackRock|Credit Suisse|BNP Paribas|Société Générale|ING|Santander|NatWest|RBS
Aviva|Allianz|AXA|SoftBank|Mastercard|Deloitte|PwC|KPMG|EY|McKinsey|Accenture|Capita|Serco|G4S
Kantar|Ipsos|YouGov|Pew|Glencore|Rio Tinto|BHP|ArcelorMittal|Thyssenkrupp|BASF|Caterpillar
Monsanto|Starlink|Blue Origin|Warner Bros|Paramount|Lionsgate|Hulu|HBO|Substack|Patreon|GoFundMe
Pret A Manger|Wetherspoons|JD Wetherspoon|Bloomsbury|HarperCollins
"""


def _rows(table: str) -> frozenset[str]:
    return frozenset(table.strip().replace("\n", "|").split("|"))


_CLUBS = _rows("""
Galatasaray|Fenerbahce|Fenerbahçe|Besiktas|Beşiktaş|PSV|PSV Eindhoven|Feyenoord|Sporting Lisbon
Napoli|Lazio|Atalanta|Villarreal|Olympiakos|Shakhtar Donetsk|Club Brugge|Red Star Belgrade
Dynamo Kyiv|Boca Juniors|River Plate|Flamengo|Al-Hilal|Al-Nassr
""")
# Known well enough to stand without their full name.
_ACRONYMS = word_set(
    "NAACP ACLU NRA OECD UNHCR FBI CIA NSA DEA ATF IRS EPA FDA CDC FCC FTC FAA NTSB FEMA TSA DHS "
    "HUD DNC RNC AFL-CIO UAW SEIU AARP PETA IOC WADA TUC CBI DUP SNP UKIP AfD CDU CSU SPD FDP BJP "
    "ANC PLO IAEA ICC ICJ WTO ECB EIB OSCE UNRWA OCHA ICRC IFRC MSF RSF HRW LSEG NYPD LAPD PSNI "
    "PSOE IDF PKK YPG SDF FARC RAF NYSE ADNOC"
)
BUSINESSES = _rows(_BUSINESSES)
KNOWN_ORGANISATIONS = _rows(_ORGANISATIONS) | BUSINESSES | _CLUBS | _ACRONYMS
# Written as one body, meant as another's voice: the first form names the entity.
SAME_BODY = {
    "Defense Department": "Pentagon",
    "Department of Defense": "Pentagon",
    "DoD": "Pentagon",
    "Department of State": "State Department",
    "Department of Justice": "Justice Department",
    "DOJ": "Justice Department",
    "EU": "European Union",
    "UN": "United Nations",
    "AP": "Associated Press",
    "AFP": "Agence France-Presse",
    "GOP": "Republican Party",
    "House of Representatives": "House",
    "IMF": "International Monetary Fund",
    "ISIS": "Islamic State",
    "ISIL": "Islamic State",
    "Daesh": "Islamic State",
    "IS": "Islamic State",
    "WHO": "World Health Organization",
    "Fed": "Federal Reserve",
}
# Peoples of creed, party and kind; nations' peoples stand in the table of countries.
GROUPS = word_set(
    "Democrats Republicans Conservatives Liberals Tories Socialists Communists Libertarians "
    "Greens Independents Muslims Christians Jews Catholics Protestants Evangelicals Hindus "
    "Buddhists Sikhs Mormons Sunnis Shiites Shias Kurds Arabs Latinos Hispanics Latinas Blacks "
    "Whites Asians Europeans Africans Yazidis Rohingya Uighurs Uyghurs Roma Gypsies Houthis "
    "Islamists Jihadists Nazis Zionists Marxists Californians Texans Floridians Londoners "
    "Parisians Berliners Ohioans Southerners Northerners Westerners Millennials Senators "
    "Lawmakers Congressmen African-Americans Asian-Americans Mexican-Americans Tutsis Hutus "
    "Pashtuns Cossacks Tatars Chechens Basques Catalans Quakers Amish Aborigines Maori Inuit"
) | {"New Yorkers", "Native Americans", "African Americans", "Asian Americans"}
