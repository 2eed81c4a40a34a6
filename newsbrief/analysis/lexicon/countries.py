"""Countries with their other names, adjectives, peoples and capitals."""

from __future__ import annotations

import functools
from typing import NamedTuple

# name and other names | adjectives | peoples | seats of government
_TABLE = """
United States,US,U.S.,USA,U.S.A.,United States of America,America|American|Americans|Washington
United Kingdom,UK,U.K.,Britain,Great Britain|British|Britons,Brits|London,Downing Street,Westminster
China,People's Republic of China,People’s Republic of China|Chinese||Beijing
Russia,Russian Federation|Russian|Russians|Moscow
France|French||Paris
Germany|German|Germans|Berlin
Japan|Japanese||Tokyo
India|Indian|Indians|New Delhi,Delhi
Italy|Italian|Italians|Rome
Spain|Spanish|Spaniards|Madrid
Portugal|Portuguese||Lisbon
Canada|Canadian|Canadians|Ottawa
Mexico|Mexican|Mexicans|Mexico City
Brazil|Brazilian|Brazilians|Brasilia,Brasília
Argentina|Argentine,Argentinian|Argentines,Argentinians|Buenos Aires
Chile|Chilean|Chileans|Santiago
Colombia|Colombian|Colombians|Bogota,Bogotá
Venezuela|Venezuelan|Venezuelans|Caracas
Peru|Peruvian|Peruvians|Lima
Ecuador|Ecuadorian,Ecuadorean|Ecuadorians|Quito
Bolivia|Bolivian|Bolivians|La Paz
Paraguay|Paraguayan|Paraguayans|Asuncion,Asunción
Uruguay|Uruguayan|Uruguayans|Montevideo
Cuba|Cuban|Cubans|Havana
Haiti|Haitian|Haitians|Port-au-Prince
Dominican Republic|Dominican|Dominicans|Santo Domingo
Jamaica|Jamaican|Jamaicans|Kingston
Bahamas|Bahamian|Bahamians|Nassau
Trinidad and Tobago|Trinidadian|Trinidadians|Port of Spain
Guatemala|Guatemalan|Guatemalans|Guatemala City
Honduras|Honduran|Hondurans|Tegucigalpa
El Salvador|Salvadoran|Salvadorans|San Salvador
Nicaragua|Nicaraguan|Nicaraguans|Managua
Costa Rica|Costa Rican|Costa Ricans|
Panama|Panamanian|Panamanians|Panama City
Guyana|Guyanese||
Ireland,Republic of Ireland|Irish||Dublin
Scotland|Scottish|Scots|Edinburgh
Wales|Welsh||Cardiff
England|English||
Northern Ireland|Northern Irish||Belfast
Netherlands,Holland|Dutch||The Hague
Belgium|Belgian|Belgians|Brussels
Luxembourg|||
Switzerland|Swiss||Bern
Austria|Austrian|Austrians|Vienna
Poland|Polish|Poles|Warsaw
Czech Republic,Czechia|Czech|Czechs|Prague
Slovakia|Slovak|Slovaks|Bratislava
Hungary|Hungarian|Hungarians|Budapest
Romania|Romanian|Romanians|Bucharest
Bulgaria|Bulgarian|Bulgarians|Sofia
Greece|Greek|Greeks|Athens
Cyprus|Cypriot|Cypriots|Nicosia
Malta|Maltese||Valletta
Turkey,Türkiye,Turkiye|Turkish|Turks|Ankara
Ukraine|Ukrainian|Ukrainians|Kyiv,Kiev
Belarus|Belarusian,Belarussian|Belarusians|Minsk
Moldova|Moldovan|Moldovans|Chisinau
Lithuania|Lithuanian|Lithuanians|Vilnius
Latvia|Latvian|Latvians|Riga
Estonia|Estonian|Estonians|Tallinn
Finland|Finnish|Finns|Helsinki
Sweden|Swedish|Swedes|Stockholm
Norway|Norwegian|Norwegians|Oslo
Denmark|Danish|Danes|Copenhagen
Iceland|Icelandic|Icelanders|Reykjavik
Greenland|Greenlandic|Greenlanders|Nuuk
Serbia|Serbian|Serbs,Serbians|Belgrade
Croatia|Croatian|Croats,Croatians|Zagreb
Slovenia|Slovenian|Slovenes|Ljubljana
Bosnia,Bosnia and Herzegovina|Bosnian|Bosnians|Sarajevo
Kosovo|Kosovar|Kosovars|Pristina
North Macedonia,Macedonia|Macedonian|Macedonians|Skopje
Montenegro|Montenegrin|Montenegrins|Podgorica
Albania|Albanian|Albanians|Tirana
Georgia|Georgian|Georgians|Tbilisi
Armenia|Armenian|Armenians|Yerevan
Azerbaijan|Azerbaijani,Azeri|Azerbaijanis|Baku
Kazakhstan|Kazakh|Kazakhs|Astana
Uzbekistan|Uzbek|Uzbeks|Tashkent
Turkmenistan|Turkmen||Ashgabat
Kyrgyzstan|Kyrgyz||Bishkek
Tajikistan|Tajik|Tajiks|Dushanbe
Mongolia|Mongolian|Mongolians|Ulaanbaatar
Soviet Union,USSR|Soviet|Soviets|
Afghanistan|Afghan|Afghans|Kabul
Pakistan|Pakistani|Pakistanis|Islamabad
Bangladesh|Bangladeshi|Bangladeshis|Dhaka
Sri Lanka|Sri Lankan|Sri Lankans|Colombo
Nepal|Nepali,Nepalese|Nepalis|Kathmandu
Bhutan|Bhutanese||
Maldives|Maldivian|Maldivians|
Myanmar,Burma|Burmese||Naypyidaw,Yangon
Thailand|Thai|Thais|Bangkok
Vietnam|Vietnamese||Hanoi
Laos|Laotian,Lao|Laotians|Vientiane
Cambodia|Cambodian|Cambodians|Phnom Penh
Malaysia|Malaysian|Malaysians|Kuala Lumpur
Singapore|Singaporean|Singaporeans|
Indonesia|Indonesian|Indonesians|Jakarta
Philippines|Philippine,Filipino|Filipinos|Manila
East Timor|Timorese||Dili
Brunei|Bruneian||
Taiwan|Taiwanese||Taipei
Hong Kong|Hong Konger|Hong Kongers|
South Korea|South Korean|South Koreans|Seoul
North Korea|North Korean|North Koreans|Pyongyang
Korea|Korean|Koreans|
Australia|Australian|Australians|Canberra
New Zealand|New Zealander|New Zealanders|
Papua New Guinea|Papuan||Port Moresby
Fiji|Fijian|Fijians|Suva
Samoa|Samoan|Samoans|
Tonga|Tongan|Tongans|
Solomon Islands|||Honiara
Vanuatu|||
Israel|Israeli|Israelis|Jerusalem,Tel Aviv
Palestine|Palestinian|Palestinians|Ramallah
Lebanon|Lebanese||Beirut
Syria|Syrian|Syrians|Damascus
Jordan|Jordanian|Jordanians|Amman
Iraq|Iraqi|Iraqis|Baghdad
Iran,Islamic Republic|Iranian|Iranians|Tehran
Saudi Arabia|Saudi,Saudi Arabian|Saudis|Riyadh
Yemen|Yemeni|Yemenis|Sanaa,Sana'a
Oman|Omani|Omanis|Muscat
United Arab Emirates,UAE,U.A.E.,Emirates|Emirati|Emiratis|Abu Dhabi
Qatar|Qatari|Qataris|Doha
Kuwait|Kuwaiti|Kuwaitis|Kuwait City
Bahrain|Bahraini|Bahrainis|Manama
Egypt|Egyptian|Egyptians|Cairo
Libya|Libyan|Libyans|Tripoli
Tunisia|Tunisian|Tunisians|Tunis
Algeria|Algerian|Algerians|Algiers
Morocco|Moroccan|Moroccans|Rabat
Sudan|Sudanese||Khartoum
South Sudan|South Sudanese||Juba
Ethiopia|Ethiopian|Ethiopians|Addis Ababa
Eritrea|Eritrean|Eritreans|Asmara
Somalia|Somali|Somalis|Mogadishu
Djibouti|Djiboutian||
Kenya|Kenyan|Kenyans|Nairobi
Uganda|Ugandan|Ugandans|Kampala
Tanzania|Tanzanian|Tanzanians|Dodoma
Rwanda|Rwandan|Rwandans|Kigali
Burundi|Burundian|Burundians|
Congo,Democratic Republic of Congo,Democratic Republic of the Congo,DRC|Congolese||Kinshasa
Central African Republic|||Bangui
Chad|Chadian|Chadians|
Cameroon|Cameroonian|Cameroonians|Yaounde
Gabon|Gabonese||Libreville
Nigeria|Nigerian|Nigerians|Abuja
Niger|Nigerien|Nigeriens|Niamey
Mali|Malian|Malians|Bamako
Burkina Faso|Burkinabe||Ouagadougou
Ghana|Ghanaian|Ghanaians|Accra
Ivory Coast,Côte d’Ivoire,Cote d'Ivoire|Ivorian|Ivorians|Abidjan
Senegal|Senegalese||Dakar
Gambia|Gambian|Gambians|Banjul
Guinea|Guinean|Guineans|Conakry
Sierra Leone|Sierra Leonean|Sierra Leoneans|Freetown
Liberia|Liberian|Liberians|Monrovia
Togo|Togolese||Lome
Benin|Beninese||
Mauritania|Mauritanian|Mauritanians|Nouakchott
Zambia|Zambian|Zambians|Lusaka
Zimbabwe|Zimbabwean|Zimbabweans|Harare
Malawi|Malawian|Malawians|Lilongwe
Mozambique|Mozambican|Mozambicans|Maputo
Angola|Angolan|Angolans|Luanda
Namibia|Namibian|Namibians|Windhoek
Botswana|Botswanan|Botswanans|Gaborone
Lesotho|||
Eswatini,Swaziland|Swazi||
Madagascar|Malagasy||Antananarivo
Mauritius|Mauritian||
South Africa|South African|South Africans|Pretoria
Vatican,Holy See|||
Monaco|||
"""


class Countries(NamedTuple):
    """Look-ups from a written form to the country's first name in the table."""

    names: dict[str, str]
    adjectives: dict[str, str]
    peoples: dict[str, str]
    capitals: dict[str, str]


@functools.cache
def demonyms() -> frozenset[str]:
    """What calls one of a people, and nobody's name: "New Zealander", "Frenchman"."""
    plurals = (people for people in countries().peoples if people.endswith("ers"))
    return frozenset(people.removesuffix("s") for people in plurals) | _DEMONYMS


_DEMONYMS = frozenset(
    f"{stem}{end}"
    for stem in ("French", "Dutch", "English", "Irish", "Northern Irish", "Welsh", "Scots")
    for end in ("man", "woman")
) | {"Spaniard", "Briton"}


@functools.cache
def countries() -> Countries:
    found = Countries({}, {}, {}, {})
    for line in _TABLE.strip().split("\n"):
        cells = line.split("|")
        country = cells[0].split(",", 1)[0]
        for column, cell in zip(found, cells, strict=True):
            for form in cell.split(",") if cell else ():
                column[form] = country
    return found
