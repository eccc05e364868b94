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


def total_figures(survey: Answered) -> dict[Key, Figure]:
    return group_figures(survey, "total", TOTAL, survey.respondents, survey.invited.total)


def alphabetic(text: str) -> str:
    """A key that puts å, ä and ö after z."""
    return text.lower().translate(str.maketrans("åäö", "\U0010fffd\U0010fffe\U0010ffff"))


def members(survey: Answered, breakdown: str, values: set[str]) -> list[Respondent]:
    """Those who have any of the values, each once."""
    return [r for r in survey.respondents if r.groups.get(breakdown, frozenset()) & values]


def met_values(surveys: list[Answered], breakdown: str) -> list[str]:
    """The values that somebody has in some shown period: as they are listed, else by the alphabet."""
    met = {value for s in surveys for r in s.respondents for value in r.groups.get(breakdown, ())}
    listed = LISTED.get(breakdown, ())
    return sorted(met, key=lambda value: (listed.index(value) if value in listed else 0, alphabetic(value), value))


def merged_groups(surveys: list[Answered], breakdown: str) -> set[str]:
    """The groups to be shown as one: those too small in any period, and the next smallest until they are enough."""

    def sizes(values: set[str]) -> list[int]:
        """In the periods that have any."""
        return [size for size in (len(members(s, breakdown, values)) for s in surveys) if size]

    def too_small(values: set[str]) -> bool:
        return any(size < SMALLEST_GROUP for size in sizes(values))

    met = met_values(surveys, breakdown)
    merged = {value for value in met if too_small({value})}
    others = sorted((value for value in met if value not in merged), key=lambda value: min(sizes({value})))
    while merged and others and too_small(merged):
        merged.add(others.pop(0))
    return merged


def shown_groups(surveys: list[Answered], breakdown: str) -> dict[str, set[str]]:
    """Name of each shown group to the values it holds. None where merging leaves one group of them all."""
    values = met_values(surveys, breakdown)
    if breakdown not in MERGED_AS:
        return {value: {value} for value in values}
    merged = merged_groups(surveys, breakdown)
    if merged == set(values):
        return {}
    shown = {value: {value} for value in values if value not in merged}
    return shown | ({MERGED_AS[breakdown]: merged} if merged else {})


def survey_figures(surveys: list[Answered]) -> dict[Key, Figure]:
    """All figures of one questionnaire, whose periods are shown beside each other."""
    figures: dict[Key, Figure] = {}
    for survey in surveys:
        figures |= total_figures(survey)
    for breakdown in surveys[0].instrument.backgrounds:
        for group, values in shown_groups(surveys, breakdown).items():
            for survey in surveys:
                invited = survey.invited.among(breakdown, values)
                figures |= group_figures(survey, breakdown, group, members(survey, breakdown, values), invited)
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
