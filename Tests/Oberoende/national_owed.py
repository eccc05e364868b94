"""The sheet Jämförelse med riket: own shares beside the national ones of the very same question, group and measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cells import Change, Content, Percentage
from figures import Key, Share
from instruments import CLEARLY, NEGATIVE, NEITHER, POSITIVE, PROTECTED, UNKNOWN, Question
from national import National
from report import OwedTable, Report, numbered

SHEET = "Jämförelse med riket"
HEADER = (
    "Respondentgrupp",
    "Grupp",
    "Fråga",
    "Mått",
    "Egen andel",
    "Riket",
    "Skillnad",
    "Egna svar",
    "Rikets svar",
    "Antal förbund",
)
ORDER = (POSITIVE, CLEARLY, NEITHER, NEGATIVE)


@dataclass(frozen=True)
class Matched:
    """A national figure that there is an own one for."""

    key: Key
    question: Question
    own: Share | None
    national: National


def matched(report: Report) -> Iterator[Matched]:
    now = report.periods[0]
    for survey in report.surveys:
        for breakdown in ("total", *survey.backgrounds):
            for group in report.groups(survey, breakdown):
                if now not in report.periods_of(survey, breakdown, group):
                    continue
                for measure in ORDER:
                    for question in survey.asked(now):
                        figure = report.national.get((survey.id, question.id, group, measure))
                        if figure:
                            own = report.figure(survey, now, breakdown, group, question.id, measure)
                            key = Key(survey.id, now, breakdown, group, question.id, measure)
                            yield Matched(key, question, own if isinstance(own, Share) else None, figure)


def national_table(report: Report) -> OwedTable:
    sheets = {survey.id: survey.sheet for survey in report.surveys}
    rows = [
        [sheets[m.key.survey], m.key.group, numbered(m.question), m.key.measure, *cells(m)] for m in matched(report)
    ]
    return OwedTable(SHEET, f"{SHEET} {report.periods[0]}", [], list(HEADER), [0, 1, 2, 3], rows)


def cells(m: Matched) -> list[Content]:
    return [
        Percentage(m.own.exact) if m.own else PROTECTED,
        Percentage(m.national.share),
        Change(m.own.exact - m.national.share) if m.own else PROTECTED,
        m.own.base if m.own else PROTECTED,
        UNKNOWN if m.national.answers is None else m.national.answers,
        UNKNOWN if m.national.forbund is None else m.national.forbund,
    ]


def national_data(report: Report) -> dict[Key, National]:
    return {replace(m.key, measure=f"{m.key.measure} riket"): m.national for m in matched(report)}


