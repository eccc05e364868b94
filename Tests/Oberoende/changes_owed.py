"""The sheet Förändringar: every question through the years, and whether its last change is more than chance gives."""

from __future__ import annotations

from cells import Change, Content
from figures import TOTAL, Hidden, Share
from instruments import CLEARLY, POSITIVE, Instrument, Question
from over_years import NotComparable, Point, point
from report import NO_EARLIER, NO_MEASUREMENT, NOT_COMPARABLE, OwedTable, Report, compared_periods, numbered, share_content

FEW = 10
"""With fewer answers the counts stand beside the shares."""


def changes_table(report: Report) -> OwedTable:
    rows: list[list[Content]] = [
        changes_row(report, survey, question)
        for survey in report.surveys
        for question in survey.asked(report.periods[0])
    ]
    several = len(report.years) > 2
    title = f"Förändringar {in_a_row(report.years) if several else compared_periods(report)}"
    header = [
        *("Respondentgrupp", "Fråga", *(f"Positivt {year}" for year in report.years)),
        *("Förändring positivt", "Slumpen"),
        *(f"Klart positivt {period}" for period in reversed(report.periods)),
        "Förändring klart positivt",
    ]
    line = report.expected_line(report.surveys[0], "total", "jämförda frågor")
    return OwedTable("Förändringar", title, [], header, [0, 1], rows, [line] if line else [])


def changes_row(report: Report, survey: Instrument, question: Question) -> list[Content]:
    def points(periods: list[int], measure: str) -> list[Point]:
        return [point(survey, question, period, measure, report.totals) for period in periods]

    line = points(report.years, POSITIVE)
    row: list[Content] = [survey.sheet, numbered(question) + few_answers(report.years, line)]
    row += map(shown_point, line)
    row += change_and_chance(report, survey, "total", TOTAL, question)
    row += map(shown_point, points(report.periods[::-1], CLEARLY))
    row.append(change_cell(report, survey, report.periods[0], "total", TOTAL, question, CLEARLY))
    if len(report.periods) == 1:
        return row
    # There may be an earlier year beside it: it is the year compared with that has nothing.
    return [NO_MEASUREMENT if cell == NO_EARLIER else cell for cell in row]


def in_a_row(years: list[int]) -> str:
    return f"{', '.join(map(str, years[:-1]))} och {years[-1]}"


def few_answers(years: list[int], line: list[Point]) -> str:
    few = [f"{p.count} av {p.base} ({year})" for year, p in zip(years, line) if isinstance(p, Share) and p.base < FEW]
    return f" Positiva svar, där färre än tio svarade: {', '.join(few)}." if few else ""


def shown_point(found: Point) -> Content:
    match found:
        case Share() | Hidden():
            return share_content(found)
        case NotComparable():
            return NOT_COMPARABLE
        case _:
            return NO_MEASUREMENT


def change_cell(
    report: Report, survey: Instrument, period: int, breakdown: str, group: str, question: Question, measure: str
) -> Content:
    pair = report.changed(survey, period, breakdown, group, question, measure)
    return pair if isinstance(pair, str) else Change(pair[1].exact - pair[0].exact)


def change_and_chance(
    report: Report, survey: Instrument, breakdown: str, group: str, question: Question, period: int | None = None
) -> list[Content]:
    """The change of the positive, and in words what chance has to do with it."""
    changed = change_cell(report, survey, period or report.periods[0], breakdown, group, question, POSITIVE)
    if isinstance(changed, str):
        return [changed, changed]
    return [changed, report.chance[survey.id, breakdown, group, question.id].value]
