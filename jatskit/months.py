"""The names of months and of eras, in the languages that pages print their dates in."""

from __future__ import annotations

from collections.abc import Mapping

from jatskit.alternatives import alternatives

#: Month names and their abbreviations, by the number of the month, a low line for a blank. Case does not count.
MONTHS: tuple[str, ...] = (
    "january jan janeiro enero ene janvier janv januar jän januari января янв январь січня січень gennaio gen ocak oca styczeń stycznia "
    "يناير كانون_الثاني جانفي ژانویه",
    "february feb febr fevereiro fev febrero février févr fév fevrier februar februari февраля февр фев февраль лютого лютий febbraio şubat şub "
    "luty lutego فبراير شباط فيفري فوریه",
    "march mar março marco marzo mars märz mär maart maret марта март мар березня березень mart marzec marca مارس آذار",
    "april apr abril abr avril avr апреля апр апрель квітня квітень aprile nisan nis kwiecień kwietnia أبريل ابريل إبريل نيسان أفريل آوریل",
    "may maio mai mayo мая май травня травень maggio mayıs maj maja mei مايو أيار ماي مه",
    "june jun junho junio juin juni июня июнь июн червня червень giugno haziran haz czerwiec czerwca يونيو يونية حزيران جوان ژوئن",
    "july jul julho julio juillet juil juli июля июль июл липня липень luglio temmuz tem lipiec lipca يوليو يولية تموز جويلية ژوئیه جولای",
    "august aug agosto ago août aout augustus agustus августа авг август серпня серпень ağustos ağu sierpień sierpnia أغسطس اغسطس آب أوت آگوست اوت",
    "september sept sep setembro set septiembre septembre сентября сент сен сентябрь вересня вересень settembre eylül eyl wrzesień września "
    "سبتمبر أيلول سپتامبر",
    "october oct outubro out octubre octobre oktober okt октября окт октябрь жовтня жовтень ottobre ekim eki październik października "
    "أكتوبر اكتوبر تشرين_الأول اکتبر",
    "november nov novembro noviembre novembre nopember ноября нояб ноя ноябрь листопада листопад novembre kasım kas listopad listopada "
    "نوفمبر تشرين_الثاني نوامبر",
    "december dec dezembro dez diciembre dic décembre déc decembre dezember desember декабря дек декабрь грудня грудень dicembre aralık ara "
    "grudzień grudnia ديسمبر كانون_الأول دسامبر",
)  # fmt: skip
_NUMBER: dict[str, int] = {name.replace("_", " "): n for n, names in enumerate(MONTHS, 1) for name in names.split()}
#: An expression for a month's name, with the dot of an abbreviation; to be compiled without regard to case.
MONTH = rf"(?:{alternatives(_NUMBER)})(?![^\W\d_])\.?"

#: Eras whose years begin and months fall with the common calendar's: the year before their first, and how many they
#: have. Japan's from 1873 on, when it took that calendar; the Republic of China's.
ERAS: Mapping[str, tuple[int, int]] = {
    "令和": (2018, 99),
    "平成": (1988, 31),
    "昭和": (1925, 64),
    "大正": (1911, 15),
    "明治": (1867, 45),
    "民國": (1911, 199),
    "民国": (1911, 199),
}
_FIRST_OF_MEIJI = 6
#: An expression for a year of an era: 令和5, 平成元, 民國110.
ERA_YEAR = rf"(?:{'|'.join(ERAS)})\s{{0,2}}(?:元|\d{{1,3}})(?=\s{{0,2}}年)"

#: The months of the Persian calendar and of the Hijri one. Their dates have no year of the common calendar that is not
#: computed by a calendar's rules, so they are not read.
OTHER_MONTHS = (
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند "
    "محرم صفر ربيع_الأول ربيع_الآخر ربيع_الثاني جمادى_الأولى جمادى_الآخرة جمادى_الثانية رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة ذي_القعدة ذي_الحجة"
)


def month_number(name: str) -> int | None:
    """Return the number of a month from its printed name or abbreviation, or from its digits."""
    name = " ".join(name.strip(" .").casefold().split())
    if name.isdecimal():
        return int(name) if 1 <= int(name) <= 12 else None
    return _NUMBER.get(name)


def era_year(text: str) -> int | None:
    """Return the year of the common era that a year such as 令和5 is, or None if the era has no such year."""
    text = "".join(text.split())
    if (known := ERAS.get(text[:2])) is None:
        return None
    year = 1 if text[2:] == "元" else int(text[2:]) if text[2:].isdecimal() else 0
    if not 1 <= year <= known[1] or (text.startswith("明治") and year < _FIRST_OF_MEIJI):
        return None
    return known[0] + year
