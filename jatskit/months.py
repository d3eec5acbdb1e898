"""The names of months, in the languages that pages print their dates in."""

from __future__ import annotations

import re

#: Month names and their abbreviations, by the number of the month. Case does not count.
MONTHS: tuple[str, ...] = (
    "january jan janeiro enero ene janvier janv januar jän января янв январь gennaio gen ocak oca styczeń stycznia",
    "february feb febr fevereiro fev febrero février févr fév fevrier februar февраля февр фев февраль febbraio şubat şub luty lutego",
    "march mar março marco marzo mars märz mär марта март мар mart marzec marca",
    "april apr abril abr avril avr апреля апр апрель aprile nisan nis kwiecień kwietnia",
    "may maio mai mayo мая май maggio mayıs maj maja mei",
    "june jun junho junio juin juni июня июнь июн giugno haziran haz czerwiec czerwca",
    "july jul julho julio juillet juil juli июля июль июл luglio temmuz tem lipiec lipca",
    "august aug agosto ago août aout августа авг август ağustos ağu sierpień sierpnia",
    "september sept sep setembro set septiembre septembre сентября сент сен сентябрь settembre eylül eyl wrzesień września",
    "october oct outubro out octubre octobre oktober okt октября окт октябрь ottobre ekim eki październik października",
    "november nov novembro noviembre novembre ноября нояб ноя ноябрь kasım kas listopad listopada",
    "december dec dezembro dez diciembre dic décembre déc decembre dezember декабря дек декабрь dicembre aralık ara grudzień grudnia",
)  # fmt: skip
_NUMBER: dict[str, int] = {name: n for n, names in enumerate(MONTHS, 1) for name in names.split()}
#: An expression for a month's name, with the dot of an abbreviation; to be compiled without regard to case.
MONTH = rf"(?:{'|'.join(sorted(map(re.escape, _NUMBER), key=len, reverse=True))})(?![^\W\d_])\.?"


def month_number(name: str) -> int | None:
    """Return the number of a month from its printed name or abbreviation, or from its digits."""
    name = name.strip(" .").casefold()
    if name.isdecimal():
        return int(name) if 1 <= int(name) <= 12 else None
    return _NUMBER.get(name)
