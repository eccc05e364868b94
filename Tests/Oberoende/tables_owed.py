"""The sheets with tables as they should be: their order, the lines above them and their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cells import Change, Content, Percentage, shown
from figures import ANSWERS, INVITED, RATE, TOTAL, Count, Figure, Hidden, Key, Share
from instruments import CLEARLY, INSTRUMENTS, NEGATIVE, NEITHER, POSITIVE, PROTECTED, UNKNOWN, Instrument, Question

NOT_COMPARABLE, NO_EARLIER, EARLIER_PERIOD = "[ej jämförbar]", "[tidigare saknas]", "[jämförelseår]"

RESPONSE_HEADER = ("Respondentgrupp", "Indelning", "Grupp", "År", "Tillfrågade", "Svar", "Svarsfrekvens")
QUESTION_HEADER = ("Fråga", "År", "Antal svar", "Negativt", "Varken eller", "Positivt", "(Klart positivt)")
CHANGE_HEADER = ("Förändring positivt", "Förändring klart positivt")
FIRST_SHEETS = ("Omslag", "Innehåll", "Svarsfrekvens")
LAST_SHEETS = ("Förändringar", "Anmärkningar", "Metod", "Data", "Källor")


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


@dataclass(frozen=True)
class Report:
    """All figures, with the period reported on and the one before, if there is any."""

    figures: dict[Key, Figure]
    periods: list[int]
    """Newest first."""

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
        keys = (key for key in self.figures if (key.survey, key.breakdown) == (survey.id, breakdown))
        return list(dict.fromkeys(key.group for key in keys))

    def periods_of(self, survey: Instrument, breakdown: str, group: str) -> list[int]:
        """Those in which somebody in the group answered."""
        return [p for p in self.periods if self.figure(survey, p, breakdown, group, "", ANSWERS)]

    def breakdowns(self, survey: Instrument) -> list[str]:
        """The total, and those that have a group with enough answers in some period."""
        return ["total", *(name for name in survey.backgrounds if self._has_figures(survey, name))]

    def _has_figures(self, survey: Instrument, breakdown: str) -> bool:
        return any(
            isinstance(self.figure(survey, period, breakdown, group, "", ANSWERS), Count)
            for group in self.groups(survey, breakdown)
            for period in self.periods
        )

    def waves(self, survey: Instrument) -> list[int]:
        return self.periods_of(survey, "total", TOTAL)


def sheet_name(survey: Instrument, breakdown: str) -> str:
    return survey.sheet + ("" if breakdown == "total" else f" per {breakdown}")


def sheet_order(report: Report) -> list[str]:
    tables = [sheet_name(survey, name) for survey in report.surveys for name in report.breakdowns(survey)]
    return [*FIRST_SHEETS, *tables, *LAST_SHEETS]


def compared_periods(report: Report) -> str:
    return " jämfört med ".join(map(str, report.periods))


def numbered(question: Question) -> str:
    return f"{question.number}. {question.text}"


@dataclass(frozen=True)
class OwedSheets:
    order: list[str]
    cover: list[str]
    tables: list[OwedTable]


def owed_sheets(report: Report) -> OwedSheets:
    return OwedSheets(sheet_order(report), list(cover_lines(report)), list(all_tables(report)))


def all_tables(report: Report) -> Iterator[OwedTable]:
    yield response_table(report)
    for survey in report.surveys:
        for breakdown in report.breakdowns(survey):
            yield question_table(report, survey, breakdown)
    yield change_table(report)


# Svarsfrekvens.


def response_table(report: Report) -> OwedTable:
    rows: list[list[Content]] = [
        [survey.sheet, breakdown, group, period, *response_cells(report, survey, period, breakdown, group)]
        for survey in report.surveys
        for breakdown in report.breakdowns(survey)
        for group in report.groups(survey, breakdown)
        for period in report.periods_of(survey, breakdown, group)
    ]
    title = f"Svarsfrekvens {compared_periods(report)}"
    return OwedTable("Svarsfrekvens", title, [], list(RESPONSE_HEADER), [0, 1, 2, 3], rows)


def response_cells(report: Report, survey: Instrument, period: int, breakdown: str, group: str) -> list[Content]:
    figures = [report.figure(survey, period, breakdown, group, "", m) for m in (INVITED, ANSWERS, RATE)]
    return [response_content(figure) for figure in figures]


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


# The tables of questions.


def question_table(report: Report, survey: Instrument, breakdown: str) -> OwedTable:
    in_groups = breakdown != "total"
    name = sheet_name(survey, breakdown)
    rows = [
        [*([group] if in_groups else []), *row]
        for group in report.groups(survey, breakdown)
        for row in question_rows(report, survey, breakdown, group)
    ]
    return OwedTable(
        name,
        f"{name} {' och '.join(map(str, report.waves(survey)))}",
        list(group_lines(report, survey, breakdown) if in_groups else total_lines(report, survey)),
        [*([breakdown.capitalize()] if in_groups else []), *QUESTION_HEADER, *CHANGE_HEADER],
        [0, 1, 2] if in_groups else [0, 1],
        rows,
    )


def question_rows(report: Report, survey: Instrument, breakdown: str, group: str) -> Iterator[list[Content]]:
    periods = report.periods_of(survey, breakdown, group)
    for question in survey.questions:
        for period in periods:
            if question in survey.asked(period):
                yield [numbered(question), period, *row_cells(report, survey, period, breakdown, group, question)]


def row_cells(
    report: Report, survey: Instrument, period: int, breakdown: str, group: str, question: Question
) -> list[Content]:
    measures = (NEGATIVE, NEITHER, POSITIVE, CLEARLY)
    shares = [report.figure(survey, period, breakdown, group, question.id, measure) for measure in measures]
    base = shares[0].base if isinstance(shares[0], Share) else PROTECTED
    changes = [change(report, survey, period, breakdown, group, question, m) for m in (POSITIVE, CLEARLY)]
    return [base, *map(share_content, shares), *changes]


def share_content(figure: Figure | None) -> Content:
    return Percentage(figure.exact) if isinstance(figure, Share) else PROTECTED


def change(
    report: Report, survey: Instrument, period: int, breakdown: str, group: str, question: Question, measure: str
) -> Content:
    """The change since the period before, or the words for why there is none."""
    if period != report.periods[0]:
        return EARLIER_PERIOD
    if is_new(survey, question, period):
        return NOT_COMPARABLE
    earlier = [p for p in report.periods_of(survey, breakdown, group) if p < period]
    if not earlier:
        return NO_EARLIER
    now = report.figure(survey, period, breakdown, group, question.id, measure)
    then = report.figure(survey, earlier[0], breakdown, group, question.id, measure)
    if isinstance(now, Share) and isinstance(then, Share):
        return Change(now.exact - then.exact)
    return PROTECTED


def is_new(survey: Instrument, question: Question, period: int) -> bool:
    """Whether the questionnaire of the period declares the question new, so that it cannot be compared."""
    return max(question.since, survey.since) == period


# The lines above them.


def total_lines(report: Report, survey: Instrument) -> Iterator[str]:
    yield f"{survey.name} {answers_in_words(report, survey, 'total', TOTAL)}."
    for period in report.waves(survey):
        invited, answers, rate = response_cells(report, survey, period, "total", TOTAL)
        if answers == PROTECTED:
            yield f"{period}: {PROTECTED}."
        elif invited == UNKNOWN:
            yield f"{period}: {answers} svarade. Antal tillfrågade: {UNKNOWN}."
        else:
            yield f"{period}: {invited} tillfrågades och {answers} svarade ({shown(rate)})."


def group_lines(report: Report, survey: Instrument, breakdown: str) -> Iterator[str]:
    yield f"{survey.name}."
    for group in report.groups(survey, breakdown):
        yield f"{group} {answers_in_words(report, survey, breakdown, group)}."


def answers_in_words(report: Report, survey: Instrument, breakdown: str, group: str) -> str:
    """ "(32 svar 2021, 27 svar 2020)" """
    parts = []
    for period in report.periods_of(survey, breakdown, group):
        answers = response_cells(report, survey, period, breakdown, group)[1]
        parts.append(f"{answers} {period}" if answers == PROTECTED else f"{answers} svar {period}")
    return f"({', '.join(parts)})"


def cover_lines(report: Report) -> Iterator[str]:
    """What the cover says of each questionnaire."""
    for survey in report.surveys:
        invited, answers, rate = response_cells(report, survey, report.periods[0], "total", TOTAL)
        if answers == PROTECTED:
            yield f"{survey.sheet}: {PROTECTED}."
        elif invited == UNKNOWN:
            yield f"{survey.sheet}: {answers} svar, antal tillfrågade {UNKNOWN}."
        else:
            yield f"{survey.sheet}: {answers} svar av {invited} tillfrågade, {shown(rate)}."


# Förändringar.


def change_table(report: Report) -> OwedTable:
    measures = (POSITIVE, CLEARLY)
    now = str(report.periods[0])
    before = str(report.periods[1]) if len(report.periods) > 1 else "tidigare"
    halves = [
        [f"{name.capitalize()} {before}", f"{name.capitalize()} {now}", f"Förändring {name}"] for name in measures
    ]
    rows: list[list[Content]] = [
        [
            survey.sheet,
            numbered(question),
            *change_cells(report, survey, question, POSITIVE),
            *change_cells(report, survey, question, CLEARLY),
        ]
        for survey in report.surveys
        for question in survey.asked(report.periods[0])
    ]
    title = f"Förändringar {compared_periods(report)}"
    return OwedTable("Förändringar", title, [], ["Respondentgrupp", "Fråga", *halves[0], *halves[1]], [0, 1], rows)


def change_cells(report: Report, survey: Instrument, question: Question, measure: str) -> list[Content]:
    """Before, now and the change; where nothing can be compared its words stand before too."""
    now = report.periods[0]
    changed = change(report, survey, now, "total", TOTAL, question, measure)
    earlier: Content = changed
    if changed not in (NOT_COMPARABLE, NO_EARLIER):
        before = report.waves(survey)[1]
        earlier = share_content(report.figure(survey, before, "total", TOTAL, question.id, measure))
    return [earlier, share_content(report.figure(survey, now, "total", TOTAL, question.id, measure)), changed]
