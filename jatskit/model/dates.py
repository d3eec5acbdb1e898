"""Dates as articles print them: often only a year, sometimes a season."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from jatskit.model.text import Line, Record


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
