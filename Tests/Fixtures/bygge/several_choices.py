"""The insats as a multiple choice: a column for each option, or all options in one cell. One label holds a comma."""

from __future__ import annotations

from collections.abc import Callable

from .case import INFERRED, KNOWN_CODE, KNOWN_SOURCE, SEVERAL, TRUTH, Case
from .folder import Folder, csv_bytes
from .svar import ANSWERS, INSATSER, QUESTIONS, SEVERAL_INSATSER, insatser

TOOL = "by hand"
QUESTION = "Vilken insats arbetar du i?"
MARKS: dict[str, tuple[str, Callable[[str, bool], str], str, str]] = {
    "10": ("1 or 0, blank where the question was not answered", lambda _, chosen: str(int(chosen)), "[{}]", KNOWN_CODE),
    "ja-blank": ("Ja or blank", lambda _, chosen: "Ja" if chosen else "", " [{}]", KNOWN_SOURCE),
    "etikett": ("the label itself or blank", lambda option, chosen: option if chosen else "", " - {}", KNOWN_CODE),
}
"""By trait: what it is, how a column tells whether the option was chosen, and how its heading names the option."""


def one_column_each(options: tuple[str, ...], chosen: list[tuple[str, ...]], mark, heading: str) -> list[list[str]]:
    rows = [[*(QUESTION + heading.format(option) for option in options), "Kön", *(q.text for q in QUESTIONS)]]
    for answer, own in zip(ANSWERS, chosen):
        rows.append([*(mark(option, option in own) if own else "" for option in options), answer.kon, *answer.labels])
    return rows


def one_cell(chosen: list[tuple[str, ...]], joined: Callable[[tuple[str, ...]], str]) -> list[list[str]]:
    rows = [[QUESTION, "Kön", *(q.text for q in QUESTIONS)]]
    return rows + [[joined(own), a.kon, *a.labels] for a, own in zip(ANSWERS, chosen)]


def make(folder: Folder) -> list[Case]:
    cases = []
    questions = ("kön", *(q.id for q in QUESTIONS))

    def save(name: str, rows: list[list[str]], traits: str, columns, expected: str, known: str) -> None:
        folder.path(name).write_bytes(csv_bytes(rows))
        cases.append(
            Case(
                name,
                TOOL,
                "multiple choice",
                traits,
                known,
                (*columns, *questions),
                encoding="utf-8-sig",
                separator=";",
                expected=expected,
            )
        )

    single = [(a.insats,) if a.insats else () for a in ANSWERS]
    several = [insatser(number) for number in range(1, len(ANSWERS) + 1)]
    for trait, (meaning, mark, heading, known) in MARKS.items():
        for prefix, options, chosen, expected in (
            ("flerval-en", INSATSER, single, TRUTH),
            ("flerval-flera", SEVERAL_INSATSER, several, SEVERAL),
        ):
            who = "nobody in more than one" if expected == TRUTH else "some in several"
            columns = tuple(f"insats:{place}" for place in range(1, len(options) + 1))
            rows = one_column_each(options, chosen, mark, heading)
            save(f"{prefix}-{trait}.csv", rows, f"a column for each option: {meaning}; {who}", columns, expected, known)

    one = ("insatser",)
    save(
        "flerval-cell-komma.csv",
        one_cell(several, ", ".join),
        "joined by ', ', where a label holds the same",
        one,
        SEVERAL,
        KNOWN_CODE,
    )
    save(
        "flerval-cell-semikolon.csv",
        one_cell(several, lambda own: "".join(f"{o};" for o in own)),
        "each followed by ';' in the cell",
        one,
        SEVERAL,
        INFERRED,
    )
    save("flerval-cell-radbrytning.csv", one_cell(several, "\n".join), "joined by line breaks", one, SEVERAL, INFERRED)
    save(
        "flerval-cell-omvand.csv",
        one_cell(several, lambda own: ",".join(reversed(own))),
        "joined by ',' without space, in another order than the options have",
        one,
        SEVERAL,
        INFERRED,
    )
    save(
        "flerval-cell-en.csv",
        one_cell(single, ", ".join),
        "nobody in more than one, so that nothing is joined",
        ("insats",),
        TRUTH,
        INFERRED,
    )
    return cases
