"""The sheet Internt bortfall: those who answered a questionnaire but not a question, and what they chose instead."""

from __future__ import annotations

from fractions import Fraction

from cells import Content, Percentage
from figures import ANSWERS, TOTAL, Count, Share
from instruments import (
    CANNOT_JUDGE,
    DONT_KNOW,
    NOT_APPLICABLE,
    NOT_RELEVANT,
    POSITIVE,
    PROTECTED,
    Instrument,
    Question,
)
from over_years import Silence, silence
from report import OwedTable, Report, compared_periods, numbered

SHEET = "Internt bortfall"
HEADER = (
    "Respondentgrupp",
    "Fråga",
    "År",
    "Svarande",
    "Svar i basen",
    "Obesvarad",
    "Vet ej",
    "Ej aktuellt",
    "Kan ej bedöma",
    "Utan svar på skalan",
)


def silence_table(report: Report) -> OwedTable:
    rows: list[list[Content]] = [
        [survey.sheet, numbered(question), period, *silence_cells(report, survey, question, period)]
        for survey in report.surveys
        for question, period in report.asked(survey, report.waves(survey))
    ]
    return OwedTable(SHEET, f"{SHEET} {compared_periods(report)}", [], list(HEADER), [0, 1, 2], rows)


def silence_cells(report: Report, survey: Instrument, question: Question, period: int) -> list[Content]:
    answers = report.figure(survey, period, "total", TOTAL, "", ANSWERS)
    figure = report.figure(survey, period, "total", TOTAL, question.id, POSITIVE)
    if not isinstance(answers, Count):
        return [PROTECTED] * 7
    if not isinstance(figure, Share):
        return [answers.count, *[PROTECTED] * 6]
    silent = silence(report.answered[survey.id, period], question)
    return [
        answers.count,
        figure.base,
        *(NOT_APPLICABLE if count is None else count for count in kinds(question, silent)),
        Percentage(Fraction(silent.all, answers.count)),
    ]


def kinds(question: Question, silent: Silence) -> list[int | None]:
    """Blank, then what the scale has an alternative for; None for what it has not."""
    counts = {DONT_KNOW: silent.dont_know, NOT_RELEVANT: silent.not_relevant, CANNOT_JUDGE: silent.cannot_judge}
    labels = question.no_answer.values()
    return [silent.blank, *(count if label in labels else None for label, count in counts.items())]
