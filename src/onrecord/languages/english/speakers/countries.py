"""Countries, US states and what English calls their people and capitals.

``COUNTRIES``: name | demonyms and adjectives | capital and other names by which its government is called.
Fields hold comma-separated values. Everything else here is derived from it or from ``STATES``.
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

COUNTRIES = """
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Angola|Angolan|Luanda
Argentina|Argentine,Argentinian,Argentinean|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani,Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian,Belarussian|Minsk
Belgium|Belgian|
Bolivia|Bolivian|La Paz
Bosnia and Herzegovina|Bosnian|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasilia,Brasília
Britain|British,Briton|London,United Kingdom,UK,U.K.,Great Britain,Downing Street,Whitehall
Bulgaria|Bulgarian|Sofia
Burkina Faso|Burkinabe|Ouagadougou
Burundi|Burundian|Bujumbura
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaounde
Canada|Canadian|Ottawa
Central African Republic|Central African|Bangui
Chad|Chadian|N'Djamena
Chile|Chilean|Santiago
China|Chinese|Beijing,Zhongnanhai
Colombia|Colombian|Bogota,Bogotá
Congo|Congolese|Kinshasa
Costa Rica|Costa Rican|San Jose
Croatia|Croatian,Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic|Czech|Prague,Czechia
Denmark|Danish,Dane|Copenhagen
Dominican Republic|Dominican|Santo Domingo
Ecuador|Ecuadorean,Ecuadorian|Quito
Egypt|Egyptian|Cairo
El Salvador|Salvadoran,Salvadorean|San Salvador
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis Ababa
Finland|Finnish,Finn|Helsinki
France|French|Paris,Élysée,Elysee
Gabon|Gabonese|Libreville
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|Guatemala City
Guinea|Guinean|Conakry
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian|Budapest
Iceland|Icelandic,Icelander|Reykjavik
India|Indian|New Delhi,Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran,Teheran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem,Tel Aviv
Italy|Italian|Rome
Ivory Coast|Ivorian|Abidjan,Côte d'Ivoire
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh,Kazakhstani|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian,Lao|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourgish|
Macedonia|Macedonian|Skopje,North Macedonia
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala Lumpur,Putrajaya
Mali|Malian|Bamako
Malta|Maltese|Valletta
Mauritania|Mauritanian|Nouakchott
Mexico|Mexican|Mexico City
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|Ulan Bator
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar|Burmese|Naypyidaw,Burma
Namibia|Namibian|Windhoek
Nepal|Nepalese,Nepali|Kathmandu
Netherlands|Dutch|The Hague,Holland
New Zealand|New Zealander|Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja
North Korea|North Korean|Pyongyang,DPRK
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palestine|Palestinian|Ramallah
Panama|Panamanian|Panama City
Paraguay|Paraguayan|Asuncion
Peru|Peruvian|Lima
Philippines|Philippine,Filipino|Manila,Malacañang
Poland|Polish,Pole|Warsaw
Portugal|Portuguese|Lisbon
Puerto Rico|Puerto Rican|
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia|Russian|Moscow,Kremlin,Russian Federation
Rwanda|Rwandan|Kigali
Saudi Arabia|Saudi,Saudi Arabian|Riyadh
Senegal|Senegalese|Dakar
Serbia|Serbian,Serb|Belgrade
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean|
Slovakia|Slovak,Slovakian|Bratislava
Slovenia|Slovenian,Slovene|Ljubljana
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea|South Korean|Seoul,Blue House
South Sudan|South Sudanese|Juba
Soviet Union|Soviet|USSR,U.S.S.R.
Spain|Spanish,Spaniard|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish,Swede|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Tunisia|Tunisian|Tunis
Turkey|Turkish,Turk|Ankara,Türkiye
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv,Kiev
United Arab Emirates|Emirati|Abu Dhabi,UAE,U.A.E.
United States|American|Washington,U.S.,US,USA,U.S.A.,White House,America,United States of America
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Vatican|Vatican|Holy See
Venezuela|Venezuelan|Caracas,Miraflores
Vietnam|Vietnamese|Hanoi
Yemen|Yemeni|Sanaa,Sana'a
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
"""

# name|demonym|abbreviations (postal, Associated Press)
STATES = """
Alabama|Alabamian|AL,Ala.
Alaska|Alaskan|AK
Arizona|Arizonan|AZ,Ariz.
Arkansas|Arkansan|AR,Ark.
California|Californian|CA,Calif.
Colorado|Coloradan|CO,Colo.
Connecticut||CT,Conn.
Delaware|Delawarean|DE,Del.
Florida|Floridian|FL,Fla.
Georgia|Georgian|GA,Ga.
Hawaii|Hawaiian|HI
Idaho|Idahoan|ID
Illinois|Illinoisan|IL,Ill.
Indiana|Hoosier|IN,Ind.
Iowa|Iowan|IA
Kansas|Kansan|KS,Kan.
Kentucky|Kentuckian|KY,Ky.
Louisiana|Louisianan|LA,La.
Maine|Mainer|ME
Maryland|Marylander|MD,Md.
Massachusetts||MA,Mass.
Michigan|Michigander|MI,Mich.
Minnesota|Minnesotan|MN,Minn.
Mississippi|Mississippian|MS,Miss.
Missouri|Missourian|MO,Mo.
Montana|Montanan|MT,Mont.
Nebraska|Nebraskan|NE,Neb.
Nevada|Nevadan|NV,Nev.
New Hampshire||NH,N.H.
New Jersey||NJ,N.J.
New Mexico||NM,N.M.
New York|New Yorker|NY,N.Y.
North Carolina||NC,N.C.
North Dakota||ND,N.D.
Ohio|Ohioan|OH
Oklahoma|Oklahoman|OK,Okla.
Oregon|Oregonian|OR,Ore.
Pennsylvania|Pennsylvanian|PA,Pa.,Penn.
Rhode Island||RI,R.I.
South Carolina||SC,S.C.
South Dakota||SD,S.D.
Tennessee|Tennessean|TN,Tenn.
Texas|Texan|TX,Tex.
Utah|Utahn|UT
Vermont|Vermonter|VT,Vt.
Virginia|Virginian|VA,Va.
Washington State||WA,Wash.
West Virginia||WV,W.Va.
Wisconsin|Wisconsinite|WI,Wis.
Wyoming||WY,Wyo.
"""

# Places that are no country or state but occur everywhere in news; keeps them from being taken for people.
CITIES = frozenset(
    """
    new-york-city los-angeles chicago houston phoenix philadelphia san-antonio san-diego dallas austin
    san-francisco seattle denver boston detroit nashville portland las-vegas baltimore milwaukee atlanta
    miami cleveland orlando tampa brooklyn manhattan queens bronx long-island capitol-hill silicon-valley
    wall-street st-louis new-orleans pittsburgh cincinnati indianapolis charlotte sacramento des-moines
    salt-lake-city oklahoma-city kansas-city virginia-beach palm-beach mar-a-lago camp-david guantanamo-bay
    brussels geneva frankfurt munich hamburg milan naples barcelona zurich amsterdam rotterdam edinburgh
    glasgow belfast manchester birmingham liverpool st-petersburg crimea donetsk luhansk kharkiv odessa aleppo
    raqqa mosul basra gaza west-bank benghazi kandahar karachi lahore mumbai kolkata hong-kong shanghai
    guangzhou shenzhen osaka sydney melbourne toronto montreal vancouver quebec istanbul dubai
    johannesburg cape-town lagos rio-de-janeiro sao-paulo middle-east latin-america south-america
    north-america central-america western-hemisphere eastern-europe western-europe europe asia africa
    antarctica caribbean pacific atlantic mediterranean arctic balkans district-of-columbia scotland wales
    england northern-ireland northeast midwest ground-zero d.c. washington,-d.c.
    """.split(),
)


def _rows(table: str) -> list[list[list[str]]]:
    return [
        [[v for v in cell.split(",") if v] for cell in row.split("|")] for row in table.split("\n") if row
    ]


# any name, demonym or capital, in lower case -> the country's or state's name
NATION_OF: dict[str, str] = {
    word.casefold(): row[0][0] for row in _rows(COUNTRIES) for cell in row for word in cell
}
STATE_OF: dict[str, str] = {
    word.casefold(): row[0][0] for row in _rows(STATES) for cell in row for word in cell
}
DEMONYMS = frozenset(word.casefold() for row in _rows(COUNTRIES) + _rows(STATES) for word in row[1])
PLACES = frozenset(
    {word.casefold() for row in _rows(COUNTRIES) for word in row[0] + row[2]}
    | {word.casefold() for row in _rows(STATES) for word in row[0] + row[2]}
    | {city.replace("-", " ") for city in CITIES},
)
