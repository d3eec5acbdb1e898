"""Dates as articles print them: often only a year, sometimes a season."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from jatskit.model.text import Line, Record

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _iso_date(value: str) -> str:
    match = _ISO.fullmatch(value)
    if not match:
        raise ValueError(f"{value!r} is not a date in ISO 8601: one reads 2022, 2022-03 or 2022-03-31")
    year, month, day = match.groups("1")
    date(int(year), int(month), int(day))
    return value


#: A date in ISO 8601, extended format: a year, a month of it, or a day.
IsoDate = Annotated[Line, AfterValidator(_iso_date)]


class PartialDate(Record):
    """A year, and as much of the rest as is known (JATS `date`, `pub-date`)."""

    year: Annotated[int, Field(ge=1000, le=2999)]
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    season: Line | None = None

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.season is not None and self.month is not None:
            raise ValueError("a date has a month or a season, not both")
        if self.day is not None:
            if self.month is None:
                raise ValueError("a date with a day needs its month")
            date(self.year, self.month, self.day)
        return self

    @property
    def iso(self) -> str:
        """The date in ISO 8601, as precise as it is known: `2022`, `2022-03`, `2022-03-31`."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


class PublicationDate(PartialDate):
    """`pub-date`: when the article, or the issue that it stands in, was published.

    `type` is `@date-type` (`pub`, `collection`, `preprint`…), `format` is `@publication-format`
    (`print`, `electronic`).
    """

    type: Line | None = "pub"
    format: Line | None = None


class HistoryDate(PartialDate):
    """`history/date`: `type` is `@date-type` (`received`, `accepted`, `rev-recd`…)."""

    type: Line
