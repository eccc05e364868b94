"""The sheet Svarsfrekvens: who was asked and answered, and between what limits the shares of all that were asked must lie."""

from __future__ import annotations

from cells import Change, Content, Percentage
from figures import ANSWERS, INVITED, RATE, Count, Hidden, Share
from instruments import NOT_APPLICABLE, POSITIVE, PROTECTED, UNKNOWN, Instrument
from over_years import bounds
from report import (
    EARLIER_PERIOD,
    NO_EARLIER,
    NOT_COMPARABLE,
    OwedTable,
    Report,
    compared_periods,
    parts,
    response_cells,
    share_content,
)

HEADER = ("Respondentgrupp", "Indelning", "Grupp", "År", "Tillfrågade", "Svar", "Svarsfrekvens", "Förändring")
MAIN_HEADER = ("Huvudfråga", "Positiva svar", "Positivt", "Lägsta möjliga", "Högsta möjliga")
REMARK = "Anmärkning"


def response_table(report: Report) -> OwedTable:
    slots = max(1, *(len(survey.main) for survey in report.surveys), 1)
    rows: list[list[Content]] = [
        response_row(report, survey, period, breakdown, group, slots)
        for survey in report.surveys
        for breakdown in report.breakdowns(survey)
        for group in report.groups(survey, breakdown)
        for period in report.periods_of(survey, breakdown, group)
    ]
    header = [*HEADER, *(name + ("" if slot == 0 else f" {slot + 1}") for slot in range(slots) for name in MAIN_HEADER)]
    title = f"Svarsfrekvens {compared_periods(report)}"
    return OwedTable("Svarsfrekvens", title, [], [*header, REMARK], [0, 1, 2, 3], rows, marks=[len(header)])


def response_row(
    report: Report, survey: Instrument, period: int, breakdown: str, group: str, slots: int
) -> list[Content]:
    row: list[Content] = [survey.sheet, breakdown, group, period]
    row += response_cells(report, survey, period, breakdown, group)
    row.append(rate_change(report, survey, period, breakdown, group))
    for slot in range(slots):
        id = survey.main[slot] if slot < len(survey.main) else None
        row += main_cells(report, survey, period, breakdown, group, id)
    return [*row, ""]


def rate_change(report: Report, survey: Instrument, period: int, breakdown: str, group: str) -> Content:
    if period != report.periods[0]:
        return EARLIER_PERIOD
    now = report.figure(survey, period, breakdown, group, "", RATE)
    if isinstance(now, Hidden):
        return PROTECTED
    earlier = [p for p in report.periods_of(survey, breakdown, group) if p < period]
    if not earlier:
        return NO_EARLIER
    then = report.figure(survey, earlier[0], breakdown, group, "", RATE)
    if isinstance(then, Hidden):
        return PROTECTED
    if isinstance(now, Share) and isinstance(then, Share):
        return Change(now.exact - then.exact)
    return UNKNOWN


def main_cells(
    report: Report, survey: Instrument, period: int, breakdown: str, group: str, id: str | None
) -> list[Content]:
    if id is None:
        return [NOT_APPLICABLE] * 5
    question = survey.main_question(id, period)
    if question is None:
        return [NOT_COMPARABLE] * 5
    figure = report.figure(survey, period, breakdown, group, question.id, POSITIVE)
    name = f"Fråga {question.number}"
    answers = report.figure(survey, period, breakdown, group, "", ANSWERS)
    if not isinstance(figure, Share) or not isinstance(answers, Count):
        return [name, *[PROTECTED] * 4]
    limits = limits_of(report, survey, period, breakdown, group, figure)
    shown = [Percentage(limit) for limit in limits] if limits else [UNKNOWN] * 2
    return [name, parts(figure), share_content(figure), *shown]


def limits_of(report: Report, survey: Instrument, period: int, breakdown: str, group: str, figure: Share):
    invited = report.figure(survey, period, breakdown, group, "", INVITED)
    return bounds(figure.count, figure.base, invited.count) if isinstance(invited, Count) else None
