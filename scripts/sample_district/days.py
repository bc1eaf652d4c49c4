"""The working-week calendar of 2021, read from the same table that the auditor uses."""

import csv
import datetime

AS_OF = datetime.date(2021, 12, 31)


def day(text):
    """A date from `MM-DD` of 2021 or from `YYYY-MM-DD`."""
    return datetime.date.fromisoformat(text if len(text) == 10 else "2021-" + text)


class WorkCalendar:
    """Which days are worked: weekdays, less holidays, plus make-up days (调休)."""

    def __init__(self, path):
        self.kinds = {}
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self.kinds[datetime.date.fromisoformat(row["date"])] = row["kind"]

    def works(self, date):
        kind = self.kinds.get(date)
        if kind is not None:
            return kind == "makeup-workday"
        return date.weekday() < 5

    def weeks(self):
        """The working days of each ISO week of 2021 (Monday first), cut to the year."""
        monday = datetime.date(2020, 12, 28)
        while monday <= AS_OF:
            week = [monday + datetime.timedelta(days=n) for n in range(7)]
            yield [d for d in week if d.year == 2021 and self.works(d)]
            monday += datetime.timedelta(days=7)

    def required_weeks(self):
        """The weeks that need an item of news: three working days or more."""
        return [week for week in self.weeks() if len(week) >= 3]

    def working_day_after(self, start, count):
        """The `count`-th working day after `start`; `start` itself is not counted."""
        date = start
        while count > 0:
            date += datetime.timedelta(days=1)
            if self.works(date):
                count -= 1
        return date
