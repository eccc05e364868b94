"""The figures of the sheet Data: those of the tables, and what the other sheets say besides."""

from __future__ import annotations

from collections.abc import Iterator

from figures import ANSWERS, INVITED, SHARES, TOTAL, Count, Figure, Hidden, Key, Share
from instruments import CANNOT_JUDGE, DONT_KNOW, NOT_RELEVANT, POSITIVE, Instrument
from national import National
from national_owed import national_data
from over_years import NotComparable, NoMeasurement, bounds, point, silence
from report import Report
from silence_owed import kinds

BLANK, ALL_SILENT = "obesvarad", "internt bortfall"
KINDS = (BLANK, DONT_KNOW.lower(), NOT_RELEVANT.lower(), CANNOT_JUDGE.lower())
LOWEST, HIGHEST = "positivt lägst", "positivt högst"


class NotOnScale:
    """The question's scale has no such alternative."""


Owed = Figure | NotOnScale | National


def all_data(report: Report) -> dict[Key, Owed]:
    others = (silent_figures(report), limits(report), older_figures(report), national_data(report).items())
    return {**report.figures, **{key: figure for part in others for key, figure in part}}


def silent_figures(report: Report) -> Iterator[tuple[Key, Figure | NotOnScale]]:
    for survey in report.surveys:
        for question, period in report.asked(survey, report.waves(survey)):
            answers = report.figure(survey, period, "total", TOTAL, "", ANSWERS)
            figure = report.figure(survey, period, "total", TOTAL, question.id, POSITIVE)
            silent = silence(report.answered[survey.id, period], question)
            for measure, count in zip((*KINDS, ALL_SILENT), (*kinds(question, silent), silent.all)):
                key = Key(survey.id, period, "total", TOTAL, question.id, measure)
                if not isinstance(answers, Count) or not isinstance(figure, Share):
                    yield key, Hidden()
                else:
                    yield key, NotOnScale() if count is None else Share(count, answers.count)


def limits(report: Report) -> Iterator[tuple[Key, Figure]]:
    """Between what the shares of all that were asked must lie."""
    for survey in report.surveys:
        for breakdown in ("total", *survey.backgrounds):
            for group in report.groups(survey, breakdown):
                for period in report.periods_of(survey, breakdown, group):
                    yield from group_limits(report, survey, period, breakdown, group)


def group_limits(
    report: Report, survey: Instrument, period: int, breakdown: str, group: str
) -> Iterator[tuple[Key, Figure]]:
    invited = report.figure(survey, period, breakdown, group, "", INVITED)
    for question in (survey.main_question(id, period) for id in survey.main):
        figure = question and report.figure(survey, period, breakdown, group, question.id, POSITIVE)
        if question and isinstance(figure, Share) and isinstance(invited, Count):
            if bounds(figure.count, figure.base, invited.count):
                silent = invited.count - figure.base
                for measure, count in ((LOWEST, figure.count), (HIGHEST, figure.count + silent)):
                    key = Key(survey.id, period, breakdown, group, question.id, measure)
                    yield key, Share(count, invited.count)


def older_figures(report: Report) -> Iterator[tuple[Key, Figure]]:
    """Of the years before those of the tables."""
    for survey in report.surveys:
        for question in survey.asked(report.periods[0]):
            for year in report.years:
                former = survey.forerunner(question, year)
                if year in report.periods or former is None:
                    continue
                for measure in SHARES:
                    found = point(survey, question, year, measure, report.totals)
                    if not isinstance(found, NotComparable | NoMeasurement):
                        yield Key(survey.id, year, "total", TOTAL, former.id, measure), found
