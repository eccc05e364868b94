"""Every figure of a workbook, computed again from the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from instruments import CLEARLY, LISTED, MERGED_AS, NEGATIVE, NEITHER, POSITIVE, SMALLEST_GROUP, Question
from survey_folder import Answered, Measurement, Respondent

TOTAL = "Totalt"

SHARES: dict[str, tuple[str, ...]] = {
    NEGATIVE: (NEGATIVE,),
    NEITHER: (NEITHER,),
    POSITIVE: (POSITIVE, CLEARLY),
    CLEARLY: (CLEARLY,),
}
ANSWERS, INVITED, RATE = "svar", "tillfrågade", "svarsfrekvens"


@dataclass(frozen=True)
class Key:
    survey: str
    period: int
    breakdown: str
    group: str
    question: str
    measure: str


@dataclass(frozen=True)
class Share:
    count: int
    base: int

    @property
    def exact(self) -> Fraction:
        return Fraction(self.count, self.base)


@dataclass(frozen=True)
class Count:
    count: int


@dataclass(frozen=True)
class Hidden:
    """Too few answers."""


@dataclass(frozen=True)
class Unknown:
    """How many were invited is not known, and so no share of them."""

    count: int | None = None


Figure = Share | Count | Hidden | Unknown
Member = Callable[[Respondent], bool]


def percent(share: Fraction) -> int:
    """Whole per cent, half up."""
    return (200 * share.numerator + share.denominator) // (2 * share.denominator)


def points(change: Fraction) -> int:
    """Whole percentage points, half away from zero."""
    size = percent(abs(change))
    return size if change > 0 else -size


def shares(question: Question, respondents: list[Respondent]) -> dict[str, Figure]:
    classes = [question.scale[r.answers[question.id]] for r in respondents if _is_substantive(question, r)]
    if len(classes) < SMALLEST_GROUP:
        return dict.fromkeys(SHARES, Hidden())
    return {measure: Share(sum(c in counted for c in classes), len(classes)) for measure, counted in SHARES.items()}


def _is_substantive(question: Question, respondent: Respondent) -> bool:
    return respondent.answers.get(question.id) in question.scale


def response(count: int, invited: int | None) -> dict[str, Figure]:
    if count < SMALLEST_GROUP:
        return {measure: Hidden() for measure in (ANSWERS, INVITED, RATE)}
    if invited is None:
        return {ANSWERS: Count(count), INVITED: Unknown(), RATE: Unknown(count)}
    return {ANSWERS: Count(count), INVITED: Count(invited), RATE: Share(count, invited)}


def group_figures(
    survey: Answered, breakdown: str, group: str, members: list[Respondent], invited: int | None
) -> dict[Key, Figure]:
    """Nothing where nobody answered."""
    if not members:
        return {}
    figures = {}
    for measure, figure in response(len(members), invited).items():
        figures[Key(survey.instrument.id, survey.period, breakdown, group, "", measure)] = figure
    for question in survey.instrument.asked(survey.period):
        for measure, figure in shares(question, members).items():
            figures[Key(survey.instrument.id, survey.period, breakdown, group, question.id, measure)] = figure
    return figures


def alphabetic(text: str) -> str:
    """A key that puts å, ä and ö after z."""
    return text.lower().translate(str.maketrans("åäö", "\U0010fffd\U0010fffe\U0010ffff"))


def group_sizes(surveys: list[Answered], breakdown: str) -> dict[str, list[int]]:
    """The number of respondents of each group in each shown period: as the values are listed, else by the alphabet."""
    met = {r.groups[breakdown] for s in surveys for r in s.respondents if breakdown in r.groups}
    listed = LISTED.get(breakdown, ())
    values = sorted(met, key=lambda value: (listed.index(value) if value in listed else 0, alphabetic(value), value))
    return {value: [sum(r.groups.get(breakdown) == value for r in s.respondents) for s in surveys] for value in values}


def merged_groups(sizes: dict[str, list[int]]) -> set[str]:
    """The groups to be shown as one: those too small in any period, and the next smallest until they are enough."""

    def too_small(counts: list[int]) -> bool:
        return any(0 < count < SMALLEST_GROUP for count in counts)

    merged = {value for value, counts in sizes.items() if too_small(counts)}
    others = sorted((value for value in sizes if value not in merged), key=lambda value: sum(sizes[value]))
    while merged and others and too_small([sum(counts) for counts in zip(*(sizes[value] for value in merged))]):
        merged.add(others.pop(0))
    return merged


def shown_groups(surveys: list[Answered], breakdown: str) -> dict[str, set[str]]:
    """Name of each shown group to the values it holds. None where merging leaves one group of them all."""
    sizes = group_sizes(surveys, breakdown)
    if breakdown not in MERGED_AS:
        return {value: {value} for value in sizes}
    merged = merged_groups(sizes)
    if merged == set(sizes):
        return {}
    shown = {value: {value} for value in sizes if value not in merged}
    return shown | ({MERGED_AS[breakdown]: merged} if merged else {})


def survey_figures(surveys: list[Answered]) -> dict[Key, Figure]:
    """All figures of one questionnaire, whose periods are shown beside each other."""
    figures: dict[Key, Figure] = {}
    for survey in surveys:
        figures |= group_figures(survey, "total", TOTAL, survey.respondents, survey.invited.total)
    for breakdown in surveys[0].instrument.backgrounds:
        for group, values in shown_groups(surveys, breakdown).items():
            for survey in surveys:
                members = [r for r in survey.respondents if r.groups.get(breakdown) in values]
                invited = survey.invited.among(breakdown, values)
                figures |= group_figures(survey, breakdown, group, members, invited)
    return figures


def all_figures(measurements: list[Measurement]) -> dict[Key, Figure]:
    """The figures of the newest period's questionnaires, in it and in the periods it is compared with."""
    newest = max(measurement.period for measurement in measurements)
    by_id: dict[str, list[Answered]] = {}
    for measurement in measurements:
        for survey in measurement.surveys:
            by_id.setdefault(survey.instrument.id, []).append(survey)
    shown = [surveys for surveys in by_id.values() if any(survey.period == newest for survey in surveys)]
    return {key: figure for surveys in shown for key, figure in survey_figures(surveys).items()}
