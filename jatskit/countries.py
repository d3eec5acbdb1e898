"""Countries: the codes of ISO 3166-1 with the names by which affiliations call them."""

from __future__ import annotations

import re
from functools import cache

# A line for each code: the names in English first, then those that its own journals print.
_TABLE = """
AD Andorra
AE United Arab Emirates; UAE
AF Afghanistan
AG Antigua and Barbuda
AI Anguilla
AL Albania
AM Armenia
AO Angola
AQ Antarctica
AR Argentina
AS American Samoa
AT Austria; Österreich
AU Australia
AW Aruba
AX Åland Islands
AZ Azerbaijan
BA Bosnia and Herzegovina; Bosnia
BB Barbados
BD Bangladesh
BE Belgium; België; Belgique
BF Burkina Faso
BG Bulgaria
BH Bahrain
BI Burundi
BJ Benin
BL Saint Barthélemy
BM Bermuda
BN Brunei; Brunei Darussalam
BO Bolivia; Plurinational State of Bolivia
BQ Bonaire, Sint Eustatius and Saba
BR Brazil; Brasil
BS Bahamas; The Bahamas
BT Bhutan
BV Bouvet Island
BW Botswana
BY Belarus; Republic of Belarus; Беларусь
BZ Belize
CA Canada
CC Cocos Islands
CD Democratic Republic of the Congo; DR Congo; DRC
CF Central African Republic
CG Republic of the Congo; Congo
CH Switzerland; Schweiz; Suisse; Svizzera
CI Côte d'Ivoire; Ivory Coast
CK Cook Islands
CL Chile
CM Cameroon
CN China; People's Republic of China; PR China; Peoples Republic of China; 中国; 中华人民共和国
CO Colombia; Colômbia
CR Costa Rica
CU Cuba
CV Cabo Verde; Cape Verde
CW Curaçao; Curacao
CX Christmas Island
CY Cyprus
CZ Czechia; Czech Republic; Česká republika
DE Germany; Deutschland; Federal Republic of Germany; Alemania; Alemanha
DJ Djibouti
DK Denmark; Danmark
DM Dominica
DO Dominican Republic
DZ Algeria
EC Ecuador
EE Estonia
EG Egypt; Arab Republic of Egypt
EH Western Sahara
ER Eritrea
ES Spain; España; Espanha
ET Ethiopia
FI Finland; Suomi
FJ Fiji
FK Falkland Islands
FM Micronesia; Federated States of Micronesia
FO Faroe Islands
FR France; Francia; França
GA Gabon
GB United Kingdom; UK; Great Britain; England; Scotland; Wales; Northern Ireland; Reino Unido; Royaume-Uni
GD Grenada
GE Georgia
GF French Guiana
GG Guernsey
GH Ghana
GI Gibraltar
GL Greenland
GM Gambia; The Gambia
GN Guinea
GP Guadeloupe
GQ Equatorial Guinea
GR Greece; Hellas
GS South Georgia and the South Sandwich Islands
GT Guatemala
GU Guam
GW Guinea-Bissau
GY Guyana
HK Hong Kong; Hong Kong SAR
HM Heard Island and McDonald Islands
HN Honduras
HR Croatia
HT Haiti
HU Hungary
ID Indonesia
IE Ireland; Republic of Ireland
IL Israel
IM Isle of Man
IN India
IO British Indian Ocean Territory
IQ Iraq
IR Iran; Islamic Republic of Iran; Iran, Islamic Republic of
IS Iceland
IT Italy; Italia; Itália
JE Jersey
JM Jamaica
JO Jordan
JP Japan; 日本
KE Kenya
KG Kyrgyzstan; Kyrgyz Republic
KH Cambodia
KI Kiribati
KM Comoros
KN Saint Kitts and Nevis
KP North Korea; Democratic People's Republic of Korea; DPR Korea
KR South Korea; Republic of Korea; Korea, Republic of; Korea
KW Kuwait
KY Cayman Islands
KZ Kazakhstan; Republic of Kazakhstan; Казахстан
LA Laos; Lao PDR; Lao People's Democratic Republic
LB Lebanon
LC Saint Lucia
LI Liechtenstein
LK Sri Lanka
LR Liberia
LS Lesotho
LT Lithuania
LU Luxembourg
LV Latvia
LY Libya
MA Morocco
MC Monaco
MD Moldova; Republic of Moldova
ME Montenegro
MF Saint Martin
MG Madagascar
MH Marshall Islands
MK North Macedonia; Macedonia; Republic of North Macedonia
ML Mali
MM Myanmar; Burma
MN Mongolia
MO Macau; Macao
MP Northern Mariana Islands
MQ Martinique
MR Mauritania
MS Montserrat
MT Malta
MU Mauritius
MV Maldives
MW Malawi
MX Mexico; México
MY Malaysia
MZ Mozambique
NA Namibia
NC New Caledonia
NE Niger
NF Norfolk Island
NG Nigeria
NI Nicaragua
NL Netherlands; The Netherlands; Holland; Nederland
NO Norway; Norge
NP Nepal
NR Nauru
NU Niue
NZ New Zealand
OM Oman
PA Panama; Panamá
PE Peru; Perú
PF French Polynesia
PG Papua New Guinea
PH Philippines
PK Pakistan
PL Poland; Polska
PM Saint Pierre and Miquelon
PN Pitcairn
PR Puerto Rico
PS Palestine; State of Palestine; Palestinian Territory
PT Portugal
PW Palau
PY Paraguay
QA Qatar
RE Réunion; Reunion
RO Romania
RS Serbia; Republic of Serbia
RU Russia; Russian Federation; Россия; Российская Федерация
RW Rwanda
SA Saudi Arabia; Kingdom of Saudi Arabia; KSA
SB Solomon Islands
SC Seychelles
SD Sudan
SE Sweden; Sverige
SG Singapore
SH Saint Helena
SI Slovenia
SJ Svalbard and Jan Mayen
SK Slovakia; Slovak Republic
SL Sierra Leone
SM San Marino
SN Senegal
SO Somalia
SR Suriname
SS South Sudan
ST São Tomé and Príncipe; Sao Tome and Principe
SV El Salvador
SX Sint Maarten
SY Syria; Syrian Arab Republic
SZ Eswatini; Swaziland
TC Turks and Caicos Islands
TD Chad
TF French Southern Territories
TG Togo
TH Thailand
TJ Tajikistan
TK Tokelau
TL Timor-Leste; East Timor
TM Turkmenistan
TN Tunisia
TO Tonga
TR Türkiye; Turkey; Republic of Turkey
TT Trinidad and Tobago
TV Tuvalu
TW Taiwan; ROC; Taiwan, ROC; Republic of China; Taiwan, Province of China
TZ Tanzania; United Republic of Tanzania
UA Ukraine; Україна; Украина
UG Uganda
UM United States Minor Outlying Islands
US United States; United States of America; USA; US; Estados Unidos; États-Unis
UY Uruguay
UZ Uzbekistan; Republic of Uzbekistan
VA Vatican City; Holy See
VC Saint Vincent and the Grenadines
VE Venezuela; Bolivarian Republic of Venezuela
VG British Virgin Islands
VI United States Virgin Islands; US Virgin Islands
VN Vietnam; Viet Nam
VU Vanuatu
WF Wallis and Futuna
WS Samoa
YE Yemen
YT Mayotte
ZA South Africa; Republic of South Africa
ZM Zambia
ZW Zimbabwe
"""

_MARKS = re.compile(r"[.,'’]|^the ")


@cache
def names() -> dict[str, str]:
    """Return the codes by name, folded as `folded` does it."""
    return {folded(name): line[:2] for line in _TABLE.strip().splitlines() for name in line[3:].split("; ")}


@cache
def codes() -> frozenset[str]:
    """Return the two-letter codes of ISO 3166-1."""
    return frozenset(line[:2] for line in _TABLE.strip().splitlines())


def code_of(name: str) -> str | None:
    """Return the code of a country from its printed name, or None if the name is not one that is known."""
    return names().get(folded(name))


def folded(name: str) -> str:
    """Return a name without what does not tell countries apart: case, points, white space, an article."""
    text = " ".join(_MARKS.sub("", " ".join(name.casefold().replace("&", " and ").split())).split())
    return _INITIALS.sub(lambda match: match[0].replace(" ", ""), text)


# “P R China” and “U S A” after the points are gone.
_INITIALS = re.compile(r"^(?:[a-z] ){1,3}[a-z]?(?![a-z])")
