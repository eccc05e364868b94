"""What the sheets on several years should say: each question through the years, and what the silent could change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from chance import Answers
from figures import ANSWERS, TOTAL, Figure, Hidden, Key, Share
from instruments import CANNOT_JUDGE, DONT_KNOW, NOT_RELEVANT, POSITIVE, Instrument, Question
from survey_folder import Answered

MOST_PERIODS = 5


@dataclass(frozen=True)
class NotComparable:
    """Another question was asked then."""


@dataclass(frozen=True)
class NoMeasurement:
    """The questionnaire was not answered then."""


Point = Share | Hidden | NotComparable | NoMeasurement


def points(
    survey: Instrument, question: Question, periods: list[int], measure: str, figures: dict[Key, Figure]
) -> list[Point]:
    """A question of the newest period in each of the periods, which are oldest first."""
    return [point(survey, question, period, measure, figures) for period in periods]


def point(survey: Instrument, question: Question, period: int, measure: str, figures: dict[Key, Figure]) -> Point:
    if Key(survey.id, period, "total", TOTAL, "", ANSWERS) not in figures:
        return NoMeasurement()
    former = survey.forerunner(question, period)
    if former is None:
        return NotComparable()
    match figures.get(Key(survey.id, period, "total", TOTAL, former.id, measure)):
        case Share() as share:
            return share
        case _:
            return Hidden()


def last_change(line: list[Point]) -> tuple[Answers, Answers] | None:
    """The newest figure and the one before it, if there are two."""
    shares = [Answers(point.count, point.base) for point in line if isinstance(point, Share)]
    return (shares[-2], shares[-1]) if len(shares) > 1 and isinstance(line[-1], Share) else None


def bounds(positive: int, base: int, invited: int) -> tuple[Fraction, Fraction] | None:
    """The lowest and highest share of all that were asked that can be positive, whatever the silent think."""
    if invited < base or invited == 0:
        return None
    return Fraction(positive, invited), Fraction(positive + invited - base, invited)


def is_below(answers: int, invited: int, limit: int) -> bool:
    """Whether fewer answered than `limit` per cent of those asked."""
    return 100 * answers < limit * invited


@dataclass(frozen=True)
class Silence:
    """Those who answered the questionnaire but not the question."""

    dont_know: int
    not_relevant: int
    cannot_judge: int
    blank: int

    @property
    def all(self) -> int:
        return self.dont_know + self.not_relevant + self.cannot_judge + self.blank


def silence(survey: Answered, question: Question) -> Silence:
    given = Counter(respondent.answers.get(question.id, "") for respondent in survey.respondents)
    return Silence(given[DONT_KNOW], given[NOT_RELEVANT], given[CANNOT_JUDGE], given[""])


def many_cannot_judge(survey: Answered, question: Question) -> bool:
    """More than a third of those who answered the questionnaire."""
    return 3 * silence(survey, question).cannot_judge > len(survey.respondents)


def shown_years(periods: Iterable[int]) -> list[int]:
    """The newest five, oldest first."""
    return sorted(set(periods))[-MOST_PERIODS:]


def positive_line(survey: Instrument, question: Question, periods: list[int], figures: dict[Key, Figure]) -> list[Point]:
    return points(survey, question, periods, POSITIVE, figures)
