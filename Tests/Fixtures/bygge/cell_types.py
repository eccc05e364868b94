"""Columns that show every type of cell beside the answers. All of them are left out of what is imported."""

from __future__ import annotations

from datetime import datetime, time

from .svar import ANSWERS, NO_ANSWER, Answer

EXTRA_COLUMNS = ("ifyllt", "klar", "antal", "klockslag", "inlämnad", "medel", "fel")
EXTRA_HEADINGS = ("Andel ifyllt", "Klar", "Antal svar", "Klockslag", "Inlämnad", "Medelvärde", "Felcell")
ERRORS = {2: "#N/A", 5: "#DIV/0!"}
"""Error cells by respondent."""


def extra_values(answer: Answer) -> tuple[float, bool, int, time, datetime, float | None]:
    """Share answered (two decimals), whether all are, how many, time, date and time, mean (one decimal)."""
    count = answer.answered_count
    scores = [int(code) for code in answer.codes if code and code not in NO_ANSWER]
    mean = round(sum(scores) / len(scores), 1) if scores else None
    return (
        round(count / len(answer.codes), 2),
        count == len(answer.codes),
        count,
        answer.answered.time(),
        answer.answered,
        mean,
    )


def extra_texts(number: int) -> list[str]:
    """The texts that every format must give for them, for respondent `number`."""
    share, complete, count, clock, submitted, mean = extra_values(ANSWERS[number - 1])
    return [
        plain(share),
        "TRUE" if complete else "FALSE",
        str(count),
        clock.isoformat(),
        submitted.isoformat(" "),
        "" if mean is None else plain(mean),
        ERRORS.get(number, ""),
    ]


def plain(number: float) -> str:
    """The shortest decimal text, without a point where it is whole."""
    return str(int(number)) if number == int(number) else repr(number)
