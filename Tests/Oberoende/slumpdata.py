"""Writes random mätning folders, FOLDER/2020 and FOLDER/2021, with whatever real exports may hold.

    python3 slumpdata.py SEED FOLDER
    python3 slumpdata.py FIRST..LAST FOLDER             a folder a seed: FOLDER/SEED/2020, FOLDER/SEED/2021
    python3 slumpdata.py FIRST..LAST FOLDER 2020..2024  the same with more years, of which some can be missing

The same seed gives the same files. FOLDER/formular, which the seeds share, has the questionnaires: the program's own and
one whose respondents may choose several insatser.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from instruments import (
    CHEFSGRUPPER,
    CLEARLY,
    DONT_KNOW,
    HEADINGS,
    INSATSER,
    INSTRUMENTS,
    KON,
    LISTED,
    MULTIPLE,
    POSITIVE,
    REFERRED_TO,
    SPELLINGS,
    Instrument,
    Question,
)
from survey_folder import TOTAL_ROWS, option_heading

NAMES_OF_INSATSER = (*INSATSER, "HälsoSam", "Lyra", "Stöd & arbete <18–24>")
NAMES_OF_CHEFSGRUPPER = (*CHEFSGRUPPER, "Ledningsgrupp Öst", "Arbetsutskott", "Ägargrupp")
PROJECT = Path(__file__).resolve().parents[2]
FORBUND = "Samordningsförbundet Slumpbygden"
LARGEST = 60
OFTEN_MANY = {"chefsgrupp", "insatser"}
REMARKS = (
    "",
    "",
    "",
    "Bra.",
    "Rad ett\nrad två",
    "Rad ett\r\nrad två",
    'Ett "citat", med komma; och semikolon',
    "= 1 + 1",
)

Row = dict[str, str]
"""By question or background; several chosen values are separated by BETWEEN."""
BETWEEN = "|"
IN_ONE_CELL: tuple[Callable[[list[str]], str], ...] = (
    "; ".join,
    ", ".join,
    ";".join,
    lambda values: "".join(f"{value};" for value in values),
)
IN_COLUMNS = (("1", "0"), ("Ja", ""), ("Ja", "Nej"), ("", ""))
"""What stands in a value's own column where it was chosen, nothing for the value itself, and where it was not."""

Spelling = Callable[[random.Random, str], str]


@dataclass(frozen=True)
class Dialect:
    encode: Callable[[str], bytes]
    separator: str
    line_end: str
    quote_all: bool
    heading: Callable[[Question], str]
    answer: Callable[[random.Random, Question, str], str]
    is_careless: bool
    """Whether values are spelled in all the ways that are accepted."""


def utf16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")


ENCODERS: tuple[Callable[[str], bytes], ...] = (
    lambda text: text.encode("utf-8"),
    lambda text: text.encode("utf-8-sig"),
    lambda text: text.encode("cp1252"),
    utf16,
)
QUESTION_HEADINGS: tuple[Callable[[Question], str], ...] = (
    lambda q: q.text,
    lambda q: f"{q.number}. {q.text}",
    lambda q: q.id,
    lambda q: q.text.upper().rstrip("?"),
    lambda q: "  ".join(q.text.split(" ")),
    lambda q: str(q.number),
    lambda q: f"Q{q.number}",
    lambda q: f"Fråga {q.number}",
    lambda q: f"Q{q.number}: {q.text}",
    lambda q: f"fråga {q.number}) {q.text}",
    lambda q: f"{q.number} – ”{q.text}”",
)
WRITINGS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    lambda text: f" {text} ",
    lambda text: "  ".join(text.split(" ")),
    lambda text: f"{text}.",
)


def as_label(rng: random.Random, question: Question, answer: str) -> str:
    return answer


def as_code(rng: random.Random, question: Question, answer: str) -> str:
    return next((code for code, label in question.codes.items() if label == answer), "")


def as_anything(rng: random.Random, question: Question, answer: str) -> str:
    if not answer:
        return rng.choice(("", " "))
    written = rng.choice(WRITINGS)(rng.choice((answer, *SPELLINGS.get(answer, ()))))
    return rng.choice((answer, written, as_code(rng, question, answer)))


def random_dialect(rng: random.Random) -> Dialect:
    return Dialect(
        rng.choice(ENCODERS),
        rng.choice(";,\t"),
        rng.choice(("\n", "\r\n")),
        rng.random() < 0.3,
        rng.choice(QUESTION_HEADINGS),
        rng.choice((as_label, as_label, as_code, as_anything)),
        rng.random() < 0.4,
    )


def random_size(rng: random.Random, instrument: Instrument) -> int:
    """Often few, so that the limits of protection are met; where groups are merged enough for some of them to stay."""
    if not OFTEN_MANY.isdisjoint(instrument.backgrounds):
        return rng.choice((rng.randint(1, 12), rng.randint(15, LARGEST), rng.randint(15, LARGEST)))
    return rng.choice((rng.randint(1, 12), rng.randint(4, 30), rng.randint(1, LARGEST)))


def random_groups(rng: random.Random) -> dict[str, list[tuple[str, float]]]:
    """Values and weights of each background; some values are rare and some are not there at all."""

    def weighted(values: tuple[str, ...]) -> list[tuple[str, float]]:
        chosen = rng.sample(values, rng.randint(1, len(values)))
        return [(value, rng.choice((0.1, 0.5, 1, 3))) for value in chosen]

    return {
        "insats": weighted(NAMES_OF_INSATSER),
        "insatser": weighted(REFERRED_TO),
        "kön": weighted(KON),
        "chefsgrupp": weighted(NAMES_OF_CHEFSGRUPPER),
    }


def random_rows(rng: random.Random, instrument: Instrument, period: int, size: int) -> list[Row]:
    """Rows by question id and background; each question has its own rate of silence."""
    groups = random_groups(rng)
    silence = {q.id: rng.choice((0.0, 0.1, 0.3, 0.9)) for q in instrument.asked(period)}
    mood = {q.id: rng.choice((0.1, 1, 1, 8)) for q in instrument.asked(period)}
    rows = []
    for _ in range(size):
        row = {name: random_value(rng, name, groups[name]) for name in instrument.backgrounds}
        row |= {name: "" for name in instrument.backgrounds if rng.random() < 0.03}
        blank = rng.random() < 0.05
        for question in instrument.asked(period):
            row[question.id] = "" if blank else random_answer(rng, question, silence[question.id], mood[question.id])
        rows.append(row)
    if not any(is_respondent(row, instrument, period) for row in rows):
        rows[0][instrument.asked(period)[0].id] = DONT_KNOW
    return rows


def random_value(rng: random.Random, background: str, weighted: list[tuple[str, float]]) -> str:
    number = rng.choice((1, 1, 2, 3)) if background in MULTIPLE else 1
    chosen = rng.choices([value for value, _ in weighted], [weight for _, weight in weighted], k=number)
    return BETWEEN.join(dict.fromkeys(chosen))


def chosen_values(row: Row, background: str) -> list[str]:
    return [value for value in row[background].split(BETWEEN) if value]


def random_answer(rng: random.Random, question: Question, silence: float, mood: float) -> str:
    """`mood` is how much likelier a positive answer is than another."""
    if rng.random() < silence:
        return rng.choice((*question.no_answer.values(), ""))
    weights = [mood if meaning in (POSITIVE, CLEARLY) else 1 for meaning in question.scale.values()]
    return rng.choices(list(question.scale), weights)[0]


def is_respondent(row: Row, instrument: Instrument, period: int) -> bool:
    return any(row[q.id] for q in instrument.asked(period))


def encoded(rng: random.Random, instrument: Instrument, period: int, rows: list[Row], met: set[str]) -> bytes:
    """The rows as a file of some program, with the columns in any order beside what such programs add."""
    dialect = random_dialect(rng)
    questions = {q.id: q for q in instrument.asked(period)}
    columns = [("Svarsdatum", "Svarsdatum")]
    kept = [name for name in instrument.backgrounds if any(row[name] for row in rows) or rng.random() < 0.5]
    in_columns = {name: rng.choice(IN_COLUMNS) for name in kept if name in MULTIPLE and rng.random() < 0.5}
    for name in kept:
        heading = rng.choice((name, *HEADINGS[name]))
        options = [(f"{name}{BETWEEN}{value}", option_heading(heading, value)) for value in LISTED.get(name, ())]
        columns += options if name in in_columns else [(name, heading)]
    columns += [(q.id, dialect.heading(q)) for q in questions.values()]
    columns += [("Övriga synpunkter", "Övriga synpunkter")]
    if rng.random() < 0.3:
        rng.shuffle(columns)
    in_one_cell = rng.choice(IN_ONE_CELL)
    extra = {"Svarsdatum": f"{period}-10-04"}
    cells = [[heading for _, heading in columns]]
    for row in rows:
        filled = row | extra | {"Övriga synpunkter": rng.choice(REMARKS)}
        filled |= {id: dialect.answer(rng, q, row[id]) for id, q in questions.items()}
        for name in kept:
            if name in in_columns:
                filled |= ticked(name, chosen_values(row, name), *in_columns[name])
            elif name in MULTIPLE:
                filled[name] = in_one_cell(chosen_values(row, name)) if row[name] else ""
            else:
                filled[name] = written_value(rng, dialect, name, row[name], met)
        cells.append([filled[key] for key, _ in columns])
    padding = [""] * rng.choice((0, 0, 0, 2))
    text = io.StringIO(newline="")
    quoting = csv.unix_dialect if dialect.quote_all else csv.excel
    writer = csv.writer(text, quoting, delimiter=dialect.separator, lineterminator=dialect.line_end)
    writer.writerows(line + padding for line in cells)
    return dialect.encode(text.getvalue() + dialect.line_end * rng.choice((0, 0, 1, 3)))


def ticked(background: str, chosen: list[str], yes: str, no: str) -> Row:
    """The cells of a column a value."""
    return {f"{background}{BETWEEN}{value}": (yes or value) if value in chosen else no for value in LISTED[background]}


def written_value(rng: random.Random, dialect: Dialect, background: str, value: str, met: set[str]) -> str:
    """A group in one of the ways to write it; one that is not listed first as it is to be shown."""
    is_first = background not in LISTED and value not in met
    met.add(value)
    if is_first or not dialect.is_careless or not value:
        return value
    return rng.choice(WRITINGS)(rng.choice((value, *SPELLINGS.get(value, ()))))


def invited_line(rng: random.Random, folder: Path, instrument: Instrument, rows: list[Row]) -> str | None:
    """What matning.yaml says of the invited: a number, a file with a number a group, or nothing."""
    kind = rng.choice(("number", "number", "file", "unknown"))
    if kind == "unknown":
        return None
    if kind == "number":
        return str(len(rows) + rng.randint(0, 20))
    background = rng.choice((instrument.backgrounds[0], *instrument.backgrounds))
    name = f"tillfragade-{instrument.id}.csv"
    counts = {value: rng.randint(0, 9) for value in sorted({v for row in rows for v in chosen_values(row, background)})}
    if not counts:
        return None
    for row in rows:
        # Those without a group are somebody's too, so that no more answer than were asked.
        for value in chosen_values(row, background) or [next(iter(counts))]:
            counts[value] += 1
    if background in MULTIPLE:
        counts[rng.choice(TOTAL_ROWS)] = max(len(rows), *counts.values()) + rng.randint(0, 9)
    lines = [f"{rng.choice(HEADINGS[background])};antal", *(f"{value};{count}" for value, count in counts.items())]
    (folder / name).write_bytes(("\n".join(lines) + "\n").encode())
    return name


def write_survey(rng: random.Random, folder: Path, instrument: Instrument, period: int) -> list[str]:
    """Writes a questionnaire's files, now and then two, and gives its lines of matning.yaml."""
    rows = random_rows(rng, instrument, period, random_size(rng, instrument))
    cut = rng.randint(1, len(rows) - 1) if len(rows) > 1 and rng.random() < 0.15 else len(rows)
    parts = [rows[:cut], rows[cut:]] if cut < len(rows) else [rows]
    names = [instrument.id + suffix + ".csv" for suffix in ("", "-2")[: len(parts)]]
    met: set[str] = set()
    for name, part in zip(names, parts):
        for background in instrument.backgrounds:
            if rng.random() < 0.06:
                part[:] = [row | {background: ""} for row in part]
        (folder / name).write_bytes(encoded(rng, instrument, period, part, met))
    lines = [f"  {instrument.id}:", f"    filer: [{', '.join(names)}]"]
    respondents = [row for part in parts for row in part if is_respondent(row, instrument, period)]
    invited = invited_line(rng, folder, instrument, respondents)
    return lines + ([f"    tillfrågade: {invited}"] if invited else [])


def forbund(seed: str) -> str:
    return f"{FORBUND} {seed}"


def write_period(rng: random.Random, folder: Path, period: int, fewest: int, seed: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    possible = [i for i in INSTRUMENTS.values() if period >= i.since]
    chosen = rng.sample(possible, rng.randint(fewest, len(possible)))
    lines = ["# Slumpade svar, inga verkliga personers.", f"förbund: {forbund(seed)}", f"period: {period}", "enkäter:"]
    for instrument in chosen:
        lines += write_survey(rng, folder, instrument, period)
    (folder / "matning.yaml").write_bytes(("\n".join(lines) + "\n").encode())


def write_data_set(seed: str, folder: Path, years: range) -> None:
    """Of more than two years the last is always there, and some of the others."""
    rng = random.Random(f"bilaga {seed}")
    for period in years:
        if len(years) == 2 or period == years[-1] or rng.random() < 0.8:
            write_period(rng, folder / str(period), period, 1 if len(years) == 2 else 3, seed)
    if len(years) > 2 and rng.random() < 0.6:
        write_carried_over(rng, folder, years[-2], seed)


def write_carried_over(rng: random.Random, folder: Path, period: int, seed: str) -> None:
    """Answers to one questionnaire that are counted in the next year: FOLDER/2023-till-2024."""
    place = folder / f"{period}-till-{period + 1}"
    place.mkdir()
    instrument = rng.choice([i for i in INSTRUMENTS.values() if is_answerable_later(i, period)])
    rows = random_rows(rng, instrument, period, rng.randint(1, 12))
    (place / f"{instrument.id}.csv").write_bytes(encoded(rng, instrument, period, rows, set()))
    lines = [f"förbund: {forbund(seed)}", f"period: {period}", "enkäter:"]
    lines += [f"  {instrument.id}:", f"    filer: [{instrument.id}.csv]"]
    if rng.random() < 0.5:
        lines.append(f"    tillfrågade: {len(rows) + rng.randint(0, 5)}")
    (place / "matning.yaml").write_bytes(("\n".join(lines) + "\n").encode())


def is_answerable_later(instrument: Instrument, period: int) -> bool:
    """Whether every question goes on in the next year."""
    formers = [instrument.forerunner(question, period) for question in instrument.asked(period + 1)]
    return all(question in formers for question in instrument.asked(period))


OTHER_PROMISES = {
    "personal": ("{ slå ihop till: Övriga insatser }", "dölj"),
    "deltagare-avslut": ("nästan alla: ogynnsam\n", "nästan alla: ogynnsam\nminsta osäkerhet: 3\n"),
    "styrelse": ("små grupper: slå ihop", "små grupper: dölj"),
    "chefer": ("nästan alla: ingen", "nästan alla: ogynnsam"),
}
"""What is changed in the questionnaires, so that every rule is met."""


def write_instruments(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in [*PROJECT.glob("Surveys/formular/*.yaml"), Path(__file__).with_name("remittenter.yaml")]:
        text = file.read_text(encoding="utf-8")
        old, new = OTHER_PROMISES.get(file.stem, ("", ""))
        if old not in text:
            raise ValueError(f"{file}: {old!r}")
        (folder / file.name).write_text(text.replace(old, new) if old else text, encoding="utf-8")


def interval(text: str) -> range:
    first, _, last = text.partition("..")
    return range(int(first), int(last) + 1)


def main(seeds: str, folder: str, years: str = "2020..2021") -> None:
    write_instruments(Path(folder) / "formular")
    if ".." not in seeds:
        write_data_set(seeds, Path(folder), interval(years))
        return
    for seed in interval(seeds):
        write_data_set(str(seed), Path(folder) / str(seed), interval(years))


if __name__ == "__main__":
    main(*sys.argv[1:])
