"""What a workbook tells, before it is laid out in sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from cells import Content, Percentage
from chance import Answers, Verdict, expected_by_chance, verdicts
from figures import (
    ANSWERS,
    INVITED,
    RATE,
    TOTAL,
    Count,
    Figure,
    Hidden,
    Key,
    Share,
    Given,
    Hides,
    Table,
    all_tables,
    nothing_given,
    rules_alone,
    total_table,
)
from instruments import INSTRUMENTS, POSITIVE, PROTECTED, UNKNOWN, Instrument, Question
from national import NationalFigures
from over_years import shown_years
from promises import Promise
from survey_folder import Answered, Measurement

NOT_COMPARABLE, NO_EARLIER, EARLIER_PERIOD = "[ej jämförbar]", "[tidigare saknas]", "[jämförelseår]"
NO_MEASUREMENT = "[ingen mätning]"


Family = dict[tuple[str, str, str, str], tuple[Answers, Answers]]
"""Changes by questionnaire, breakdown, group and question."""


@dataclass(frozen=True)
class Report:
    """All figures, with the period reported on and the one before, if there is any."""

    figures: dict[Key, Figure]
    periods: list[int]
    """Newest first."""
    years: list[int] = field(default_factory=list)
    """Oldest first: those of Förändringar."""
    totals: dict[Key, Figure] = field(default_factory=dict)
    """Of everybody in each of the years."""
    answered: dict[tuple[str, int], Answered] = field(default_factory=dict)
    """By questionnaire and year."""
    national: NationalFigures = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)
    """What the figures are of, before anything is hidden."""
    older: list[Table] = field(default_factory=list)
    """Of everybody in the years before."""

    @property
    def surveys(self) -> list[Instrument]:
        met = {key.survey for key in self.figures}
        return [instrument for id, instrument in INSTRUMENTS.items() if id in met]

    def figure(
        self, survey: Instrument, period: int, breakdown: str, group: str, question: str, measure: str
    ) -> Figure | None:
        return self.figures.get(Key(survey.id, period, breakdown, group, question, measure))

    def groups(self, survey: Instrument, breakdown: str) -> list[str]:
        """In the order in which they are shown."""
        return next((list(t.invited) for t in self.tables if t.is_of(survey.id, breakdown)), [])

    def periods_of(self, survey: Instrument, breakdown: str, group: str) -> list[int]:
        """Those in which somebody in the group answered."""
        return [p for p in self.periods if self.figure(survey, p, breakdown, group, "", ANSWERS)]

    def breakdowns(self, survey: Instrument) -> list[str]:
        """The total, and those of which something is shown of some group."""
        return ["total", *(name for name in survey.backgrounds if self._shows(survey, name, ("", *ids(survey))))]

    def tabled(self, survey: Instrument) -> list[str]:
        """The total, and the breakdowns of which some group's answers are shown."""
        return ["total", *(name for name in survey.backgrounds if self._shows(survey, name, ids(survey)))]

    def _shows(self, survey: Instrument, breakdown: str, questions: Iterable[str]) -> bool:
        figures = (
            self.figure(survey, period, breakdown, group, question, POSITIVE if question else ANSWERS)
            for group in self.groups(survey, breakdown)
            for period in self.periods
            for question in questions
        )
        return any(figure and not isinstance(figure, Hidden) for figure in figures)

    def waves(self, survey: Instrument) -> list[int]:
        return self.periods_of(survey, "total", TOTAL)

    def asked(self, survey: Instrument, periods: list[int]) -> list[tuple[Question, int]]:
        """Each question with its periods; those that only an earlier one has at the end."""
        asked = {period: survey.asked(period) for period in periods}
        ids = dict.fromkeys(question.id for questions in asked.values() for question in questions)
        return [(q, period) for id in ids for period, questions in asked.items() for q in questions if q.id == id]

    def changed(
        self, survey: Instrument, period: int, breakdown: str, group: str, question: Question, measure: str
    ) -> str | tuple[Share, Share]:
        """The figure of the period before and the period's, or the words for why they are not compared."""
        if period != self.periods[0]:
            return EARLIER_PERIOD
        earlier = [p for p in self.waves(survey) if p < period]
        if not earlier:
            return NOT_COMPARABLE if survey.is_declared_new(question, period) else NO_EARLIER
        former = survey.forerunner(question, earlier[0])
        if former is None:
            return NOT_COMPARABLE
        if earlier[0] not in self.periods_of(survey, breakdown, group):
            return NO_EARLIER
        now = self.figure(survey, period, breakdown, group, question.id, measure)
        then = self.figure(survey, earlier[0], breakdown, group, former.id, measure)
        if isinstance(now, Share) and isinstance(then, Share):
            return then, now
        return PROTECTED

    @cached_property
    def families(self) -> dict[tuple[str, str], Family]:
        """The changes that are read together, by questionnaire and breakdown: each table of groups, and all totals."""
        families: dict[tuple[str, str], Family] = {}
        for survey in self.surveys:
            for breakdown in self.breakdowns(survey):
                family = families.setdefault(family_name(survey, breakdown), {})
                for group in self.groups(survey, breakdown):
                    if self.periods[0] in self.periods_of(survey, breakdown, group):
                        family |= self._changes(survey, breakdown, group)
        return families

    def _changes(self, survey: Instrument, breakdown: str, group: str) -> Family:
        changes: Family = {}
        for question in survey.asked(self.periods[0]):
            pair = self.changed(survey, self.periods[0], breakdown, group, question, POSITIVE)
            if isinstance(pair, tuple):
                then, now = (Answers(share.count, share.base) for share in pair)
                changes[survey.id, breakdown, group, question.id] = (then, now)
        return changes

    @cached_property
    def chance(self) -> dict[tuple[str, str, str, str], Verdict]:
        """By questionnaire, breakdown, group and question."""
        found: dict[tuple[str, str, str, str], Verdict] = {}
        for family in self.families.values():
            found |= dict(zip(family, verdicts(list(family.values()))))
        return found

    def expected_line(self, survey: Instrument, breakdown: str, compared: str) -> str | None:
        """What is said of how many changes chance alone would make; `compared` is what they are called."""
        tested, expected = expected_by_chance(list(self.families[family_name(survey, breakdown)].values()))
        if tested < 2:
            return None
        return (
            f"Av {tested} {compared} väntas {expected} se ut som en förändring av slumpen allena,"
            " om var och en bedöms för sig."
        )


def ids(survey: Instrument) -> list[str]:
    return list(dict.fromkeys(question.id for question in survey.questions))


def family_name(survey: Instrument, breakdown: str) -> tuple[str, str]:
    return ("", "total") if breakdown == "total" else (survey.id, breakdown)


def report_of(
    measurements: list[Measurement],
    promises: dict[str, Promise],
    national: NationalFigures | None = None,
    hides: Hides = rules_alone,
    given: Given = nothing_given,
) -> Report:
    """On the newest, compared with the next."""
    measurements = sorted(measurements, key=lambda measurement: measurement.period, reverse=True)
    periods = [measurement.period for measurement in measurements]
    answered = {(s.instrument.id, s.period): s for measurement in measurements for s in measurement.surveys}
    tables = all_tables(measurements[:2], promises, given)
    totals = [total_table(survey, promises[id]) for (id, _), survey in answered.items()]
    return Report(
        {key: figure for table in tables for key, figure in table.figures(hides).items()},
        periods[:2],
        shown_years(periods),
        {key: figure for table in totals for key, figure in table.figures(hides).items()},
        answered,
        national or {},
        tables,
        [table for table in totals if table.division.period not in periods[:2]],
    )


@dataclass(frozen=True)
class OwedTable:
    sheet: str
    title: str
    lines: list[str]
    """The first lines between the title and the table."""
    header: list[str]
    keys: list[int]
    """The columns that say what a row is about."""
    rows: list[list[Content]]
    said: list[str] = field(default_factory=list)
    """What else stands above the table."""
    marks: list[int] = field(default_factory=list)
    """The columns that hold nothing but marks of notes."""


def numbered(question: Question) -> str:
    return f"{question.number}. {question.text}"


def compared_periods(report: Report) -> str:
    return " jämfört med ".join(map(str, report.periods))


def share_content(figure: Figure | None) -> Content:
    return Percentage(figure.exact) if isinstance(figure, Share) else PROTECTED


def parts(figure: Figure | None) -> Content:
    """ "4 av 9" """
    return f"{figure.count} av {figure.base}" if isinstance(figure, Share) else PROTECTED


def response_content(figure: Figure | None) -> Content:
    match figure:
        case Share():
            return Percentage(figure.exact)
        case Count():
            return figure.count
        case Hidden():
            return PROTECTED
        case _:
            return UNKNOWN


def response_cells(report: Report, survey: Instrument, period: int, breakdown: str, group: str) -> list[Content]:
    """Tillfrågade, svar, svarsfrekvens."""
    figures = [report.figure(survey, period, breakdown, group, "", m) for m in (INVITED, ANSWERS, RATE)]
    return [response_content(figure) for figure in figures]
