"""The sheets as they should be: their order, the lines above the tables and their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cells import NO_BREAK, Content, shown
from changes_owed import change_and_chance, change_cell, changes_table
from figures import TOTAL, Share
from instruments import CLEARLY, NEGATIVE, NEITHER, POSITIVE, PROTECTED, UNKNOWN, Instrument, Question
from national_owed import SHEET as NATIONAL
from national_owed import national_table
from over_years import is_below
from report import OwedTable, Report, numbered, parts, response_cells, share_content
from response_owed import response_table
from silence_owed import SHEET as SILENCE
from silence_owed import silence_table

QUESTION_HEADER = (
    "Fråga",
    "År",
    "Antal svar",
    "Positiva svar",
    "Negativt",
    "Varken eller",
    "Positivt",
    "(Klart positivt)",
    "Förändring positivt",
    "Slumpen",
    "Förändring klart positivt",
)
FIRST_SHEETS = ("Omslag", "Innehåll", "Svarsfrekvens", SILENCE)
CHANGES = "Förändringar"
LAST_SHEETS = ("Anmärkningar", "Metod", "Data", "Källor")
SILENT = "Andelarna gäller dem som svarade; de som inte svarade kan tycka annorlunda."


@dataclass(frozen=True)
class OwedSheets:
    order: list[str]
    cover: list[str]
    tables: list[OwedTable]


def owed_sheets(report: Report) -> OwedSheets:
    return OwedSheets(sheet_order(report), list(cover_lines(report)), list(all_tables(report)))


def sheet_name(survey: Instrument, breakdown: str) -> str:
    return survey.sheet + ("" if breakdown == "total" else f" per {breakdown}")


def sheet_order(report: Report) -> list[str]:
    tables = [sheet_name(survey, name) for survey in report.surveys for name in report.tabled(survey)]
    return [*FIRST_SHEETS, *tables, CHANGES, *([NATIONAL] if report.national else []), *LAST_SHEETS]


def all_tables(report: Report) -> Iterator[OwedTable]:
    yield response_table(report)
    yield silence_table(report)
    for survey in report.surveys:
        for breakdown in report.tabled(survey):
            yield question_table(report, survey, breakdown)
    yield changes_table(report)
    if report.national:
        yield national_table(report)


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
        [*([breakdown.capitalize()] if in_groups else []), *QUESTION_HEADER],
        [0, 1, 2] if in_groups else [0, 1],
        rows,
    )


def question_rows(report: Report, survey: Instrument, breakdown: str, group: str) -> Iterator[list[Content]]:
    for question, period in report.asked(survey, report.periods_of(survey, breakdown, group)):
        yield [numbered(question), period, *row_cells(report, survey, period, breakdown, group, question)]


def row_cells(
    report: Report, survey: Instrument, period: int, breakdown: str, group: str, question: Question
) -> list[Content]:
    measures = (NEGATIVE, NEITHER, POSITIVE, CLEARLY)
    shares = [report.figure(survey, period, breakdown, group, question.id, measure) for measure in measures]
    base = shares[0].base if isinstance(shares[0], Share) else PROTECTED
    return [
        *(base, parts(shares[2]), *map(share_content, shares)),
        *change_and_chance(report, survey, breakdown, group, question, period),
        change_cell(report, survey, period, breakdown, group, question, CLEARLY),
    ]


# The lines above them.


def total_lines(report: Report, survey: Instrument) -> Iterator[str]:
    yield f"{survey.name} {answers_in_words(report, survey, 'total', TOTAL)}."
    yield from asked_lines(report, survey)


def asked_lines(report: Report, survey: Instrument) -> Iterator[str]:
    for place, period in enumerate(report.waves(survey)):
        invited, answers, rate = response_cells(report, survey, period, "total", TOTAL)
        if answers == PROTECTED:
            line = f"{period}: {PROTECTED}."
        elif invited == UNKNOWN:
            line = f"{period}: {answers} svarade; hur många som tillfrågades är okänt."
        else:
            line = f"{period}: Alla {invited} tillfrågades, {answers} svarade ({shown(rate)})."
        yield f"{line} {SILENT}" if place == 0 else line


def group_lines(report: Report, survey: Instrument, breakdown: str) -> Iterator[str]:
    yield f"{survey.name}."
    yield from asked_lines(report, survey)
    for group in report.groups(survey, breakdown):
        yield f"{group} {answers_in_words(report, survey, breakdown, group)}."
    if line := report.expected_line(survey, breakdown, "förändringar i tabellen"):
        yield f"{line} Bedömningen under Slumpen tar hänsyn till hur många de är (Holms metod)."


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
        elif not isinstance(invited, int) or not isinstance(answers, int):
            yield f"{survey.sheet}: {answers} svar, antal tillfrågade {UNKNOWN}."
        else:
            line = f"{survey.sheet}: {answers} svar av {invited} tillfrågade, {shown(rate)}."
            yield line + (f" {few_answered(survey)}" if is_below(answers, invited, survey.limit) else "")


def few_answered(survey: Instrument) -> str:
    return (
        f"Färre än {survey.limit}{NO_BREAK}% av de tillfrågade svarade. "
        "Siffrorna visar vad de som svarade tycker, och kan inte sägas gälla hela gruppen."
    )
