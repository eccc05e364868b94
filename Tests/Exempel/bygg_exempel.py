"""Makes Surveys/exempel anew: constructed answers that give the published Bilaga 2 of 2021.

    python3 Tests/Exempel/bygg_exempel.py [FOLDER]

Without a folder Surveys/exempel itself is written. The seed is fixed, so the files are the same byte for byte each
time. What must come out is looked up in the published table; who answers what is drawn within those counts.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / "Oberoende"))

from instruments import CHEFSGRUPPER, INSATSER, INSTRUMENTS, KON, SMALLEST_GROUP, Instrument, Question  # noqa: E402
from instruments import CLEARLY, NEGATIVE, NEITHER, POSITIVE  # noqa: E402

PUBLISHED = TESTS / "Fixtures" / "publicerad-bilaga2-2021.csv"
FORBUND = "Samordningsförbundet Exempelbygden"
MIA, SAMMA, TEAMEN = INSATSER
KVINNA, MAN, ANNAT = KON

Row = dict[str, str]


@dataclass(frozen=True)
class Counts:
    """The answers to one question. `clearly` is a part of `positive`."""

    negative: int
    neither: int
    positive: int
    clearly: int

    @property
    def base(self) -> int:
        return self.negative + self.neither + self.positive

    def percent(self) -> tuple[int, ...]:
        parts = (self.negative, self.neither, self.positive, self.clearly)
        return tuple((200 * part + self.base) // (2 * self.base) for part in parts)

    def distance(self, published: tuple[int, ...]) -> int:
        return sum(abs(own - other) for own, other in zip(self.percent(), published))


@dataclass(frozen=True)
class Held:
    """What is known of one insats: so many of those that answered there were positive."""

    positive: int
    base: int


@dataclass
class Survey:
    """One questionnaire in one period, and how its file is to look."""

    instrument: Instrument
    period: int
    groups: dict[str, list[str]]
    """Background column to one value a respondent."""
    counts: dict[int, Counts]
    held: dict[tuple[int, str], Held] = field(default_factory=dict)


# The published rows, and the whole answers behind them.

CHEFER_BASES = {1: 11, 2: 9, 3: 10, 4: 11, 5: 10, 6: 9, 7: 10, 8: 9}


def all_counts(largest: int, bases: Iterable[int] | None = None) -> Iterator[Counts]:
    """Every possible outcome of a question, the largest base first and fewest clearly positive first."""
    for base in bases or range(largest, 0, -1):
        for negative, neither in product(range(base + 1), repeat=2):
            positive = base - negative - neither
            for clearly in range(positive + 1):
                yield Counts(negative, neither, positive, clearly)


def nearest(published: tuple[int, ...], candidates: Iterable[Counts]) -> Counts:
    """The outcome with the least sum of absolute differences; among equals the first."""
    return min(candidates, key=lambda counts: counts.distance(published))


@dataclass(frozen=True)
class PublishedRow:
    group: str
    number: int
    period: int
    figures: tuple[int, ...]
    counts: Counts

    @property
    def is_possible(self) -> bool:
        return self.counts.percent() == self.figures


def published_rows() -> list[PublishedRow]:
    rows = []
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            group, number, period = row["grupp"], int(row["fråga_nr"]), int(row["år"])
            shares = ("negativt_procent", "varken_eller_procent", "positivt_procent", "klart_positivt_procent")
            figures = tuple(int(row[name]) for name in shares)
            bases = [CHEFER_BASES[number]] if group == "chefer" else None
            counts = nearest(figures, all_counts(int(row["svar_totalt"]), bases))
            rows.append(PublishedRow(group, number, period, figures, counts))
    return rows


# Who answered.


def repeated(sizes: dict[str, int]) -> list[str]:
    return [value for value, size in sizes.items() for _ in range(size)]


def crossed(seed: str, first: dict[str, int], second: dict[str, int]) -> tuple[list[str], list[str]]:
    """Two background columns of the given sizes, the second dealt out over the first."""
    dealt = repeated(second)
    random.Random(seed).shuffle(dealt)
    return repeated(first), dealt


def with_insats(seed: str, insatser: tuple[int, int, int], kon: dict[str, int]) -> dict[str, list[str]]:
    insats, kon_column = crossed(seed, dict(zip(INSATSER, insatser)), kon)
    return {"insats": insats, "kön": kon_column}


# Who answered what.


def classes(counts: Counts, rng: random.Random) -> tuple[list[str], list[str]]:
    """The positive and the other answers to a question, each in random order."""
    positive = [CLEARLY] * counts.clearly + [POSITIVE] * (counts.positive - counts.clearly)
    others = [NEITHER] * counts.neither + [NEGATIVE] * counts.negative
    rng.shuffle(positive)
    rng.shuffle(others)
    return positive, others


def dealt_classes(survey: Survey, question: Question, rng: random.Random) -> list[str | None]:
    """The class of each respondent's answer, None for no answer, such that the total and the known insatser hold."""
    positive, others = classes(survey.counts[question.number], rng)
    dealt: list[str | None] = [None] * respondents(survey)
    free = list(range(len(dealt)))
    for (number, insats), held in survey.held.items():
        if number != question.number:
            continue
        members = [row for row in free if survey.groups["insats"][row] == insats]
        free = [row for row in free if row not in members]
        mine = [positive.pop() for _ in range(held.positive)] + [others.pop() for _ in range(held.base - held.positive)]
        for row, answer in zip(rng.sample(members, held.base), mine):
            dealt[row] = answer
    rest = positive + others
    for row, answer in zip(rng.sample(free, len(rest)), rest):
        dealt[row] = answer
    return dealt


def keeps_groups_shown(survey: Survey, dealt: list[str | None]) -> bool:
    """Whether no group that is large enough falls under the smallest group on this question."""
    for column in survey.groups.values():
        for value in set(column):
            answered = [answer is not None for answer, own in zip(dealt, column) if own == value]
            if len(answered) >= SMALLEST_GROUP > sum(answered):
                return False
    return True


def worded(question: Question, answer: str | None, rng: random.Random) -> str:
    """A category of the answer's class. The milder of two is the more common, and silence takes three forms."""
    if answer is None:
        return rng.choice(("Vet ej", "Vet ej", "Ej aktuellt", ""))
    categories = [label for label, own in question.scale.items() if own == answer]
    return rng.choices(categories, weights=(2, 3) if answer == CLEARLY else (3, 1)[: len(categories)])[0]


def respondents(survey: Survey) -> int:
    return len(next(iter(survey.groups.values())))


def answers(survey: Survey) -> list[Row]:
    """One row a respondent: question id and background name to the cell's text."""
    rows = [{name: column[i] for name, column in survey.groups.items()} for i in range(respondents(survey))]
    for question in survey.instrument.asked(survey.period):
        rng = random.Random(f"{survey.instrument.id} {survey.period} {question.id}")
        dealt = dealt_classes(survey, question, rng)
        while not keeps_groups_shown(survey, dealt):
            dealt = dealt_classes(survey, question, rng)
        for row, answer in zip(rows, dealt):
            row[question.id] = worded(question, answer, rng)
    for row in rows:
        keep_respondent(survey, row)
    random.Random(f"{survey.instrument.id} {survey.period} order").shuffle(rows)
    return rows


def keep_respondent(survey: Survey, row: Row) -> None:
    """Nobody counted as a respondent may have left every question blank."""
    questions = survey.instrument.asked(survey.period)
    if not any(row[question.id] for question in questions):
        row[questions[0].id] = "Vet ej"


def stamped(survey: Survey, rows: list[Row]) -> list[Row]:
    """The rows with a day of answer each, in the order of the days."""
    rng = random.Random(f"{survey.instrument.id} {survey.period} days")
    flow = survey.instrument.id.startswith("deltagare")
    first, length = (date(survey.period - 1, 11, 1), 364) if flow else (date(survey.period, 10, 4), 32)
    days = sorted(first + timedelta(days=rng.randrange(length)) for _ in rows)
    return [{"Svarsdatum": day.isoformat()} | row for day, row in zip(days, rows)]


# The ten questionnaires.


def published_counts(rows: list[PublishedRow], group: str, period: int) -> dict[int, Counts]:
    return {row.number: row.counts for row in rows if row.group == group and row.period == period}


def surveys(rows: list[PublishedRow]) -> list[Survey]:
    personal, styrelse, chefer = (INSTRUMENTS[id] for id in ("personal", "styrelse", "chefer"))
    return [
        Survey(
            personal,
            2020,
            with_insats("personal 2020", (8, 10, 9), {KVINNA: 18, MAN: 9}),
            published_counts(rows, "personal", 2020),
            {(7, MIA): Held(1, 8), (5, MIA): Held(4, 8)},
        ),
        Survey(
            personal,
            2021,
            with_insats("personal 2021", (8, 12, 12), {KVINNA: 21, MAN: 11}),
            published_counts(rows, "personal", 2021),
            {
                (7, MIA): Held(6, 8),
                (5, MIA): Held(8, 8),
                (5, SAMMA): Held(11, 12),
                (9, SAMMA): Held(10, 12),
            },
        ),
        Survey(styrelse, 2020, {"kön": repeated({KVINNA: 4, MAN: 3})}, published_counts(rows, "styrelse", 2020)),
        Survey(styrelse, 2021, {"kön": repeated({KVINNA: 3, MAN: 3})}, published_counts(rows, "styrelse", 2021)),
        Survey(
            chefer,
            2021,
            {"chefsgrupp": repeated(dict(zip(CHEFSGRUPPER, (4, 4, 3))))},
            published_counts(rows, "chefer", 2021),
        ),
        *deltagare(),
    ]


def deltagare() -> list[Survey]:
    """Plausible answers. "Mer redo" (3) of 2021 and the time needed (5) of avslut 2021 give published shares."""
    pagaende, avslut = INSTRUMENTS["deltagare-pagaende"], INSTRUMENTS["deltagare-avslut"]
    return [
        Survey(
            pagaende,
            2020,
            with_insats("pågående 2020", (44, 48, 39), {KVINNA: 75, MAN: 50, ANNAT: 6}),
            {
                1: Counts(8, 22, 99, 68),
                2: Counts(10, 27, 91, 59),
                3: Counts(20, 33, 78, 44),
                4: Counts(9, 19, 98, 71),
                5: Counts(7, 15, 107, 86),
                6: Counts(13, 25, 77, 51),
                7: Counts(24, 36, 67, 35),
            },
        ),
        Survey(
            pagaende,
            2021,
            with_insats("pågående 2021", (47, 54, 41), {KVINNA: 82, MAN: 53, ANNAT: 7}),
            {
                1: Counts(7, 20, 113, 81),
                2: Counts(9, 28, 102, 66),
                3: Counts(17, 33, 92, 55),
                4: Counts(8, 21, 109, 80),
                5: Counts(6, 14, 121, 98),
                6: Counts(12, 26, 88, 61),
                7: Counts(22, 37, 79, 43),
            },
        ),
        Survey(
            avslut,
            2020,
            with_insats("avslut 2020", (33, 37, 28), {KVINNA: 57, MAN: 41}),
            {
                1: Counts(6, 13, 78, 60),
                2: Counts(8, 17, 71, 52),
                3: Counts(13, 16, 69, 56),
                4: Counts(6, 14, 75, 58),
                5: Counts(9, 12, 76, 68),
                6: Counts(9, 16, 63, 46),
                7: Counts(14, 22, 60, 37),
            },
        ),
        Survey(
            avslut,
            2021,
            with_insats("avslut 2021", (35, 40, 30), {KVINNA: 58, MAN: 41, ANNAT: 6}),
            {
                1: Counts(5, 12, 87, 69),
                2: Counts(7, 16, 80, 61),
                3: Counts(12, 15, 78, 64),
                4: Counts(5, 13, 84, 67),
                5: Counts(8, 11, 86, 78),
                6: Counts(8, 15, 73, 54),
                7: Counts(13, 21, 69, 45),
            },
        ),
    ]


# The files, each as another program would have written it.

BACKGROUND_HEADINGS = {"insats": "Insats", "kön": "Kön", "chefsgrupp": "Chefsgrupp"}

REMARKS = (
    "Tack för ett bra bemötande.",
    "Lokalen ligger nära bussen, det underlättar.",
    'Vi kallade det "måndagsmötet".\nDet var bra att veta när det var.',
    "Inget att tillägga.",
    "Kallelsen kunde komma tidigare; annars bra.",
)


def headings(survey: Survey, style: str) -> dict[str, str]:
    """Row key to heading: whole texts, whole texts with the number in front, or the questions' codes."""
    backgrounds = {name: BACKGROUND_HEADINGS[name] for name in survey.groups}
    styles: dict[str, Callable[[Question], str]] = {
        "text": lambda question: question.text,
        "number": lambda question: f"{question.number}. {question.text}",
        "code": lambda question: question.id,
    }
    questions = {question.id: styles[style](question) for question in survey.instrument.asked(survey.period)}
    return {"Svarsdatum": "Svarsdatum"} | backgrounds | questions


def table(columns: dict[str, str], rows: list[Row]) -> list[list[str]]:
    return [list(columns.values())] + [[row.get(key, "") for key in columns] for row in rows]


def separated(cells: list[list[str]], separator: str, line_end: str, quote_all: bool = False) -> str:
    text = io.StringIO(newline="")
    dialect = csv.unix_dialect if quote_all else csv.excel
    csv.writer(text, dialect, delimiter=separator, lineterminator=line_end).writerows(cells)
    return text.getvalue()


def personal_file(survey: Survey) -> bytes:
    """A spreadsheet's CSV. The e-mail column must never be stored; 2020 also has what Excel leaves behind."""
    rows = stamped(survey, answers(survey))
    for i, row in enumerate(rows, 1):
        row["E-post"] = "" if i % 9 == 0 else f"svar{i:02}@exempel.invalid"
    if survey.period == 2020:
        columns = headings(survey, "text") | {"E-post": "E-post"}
        cells = [line + ["", ""] for line in table(columns, rows)]
        return (separated(cells, ";", "\r\n") + "\r\n").encode("cp1252")
    columns = headings(survey, "number") | {"E-post": "E-post"}
    return separated(table(columns, rows), ";", "\r\n").encode("utf-8-sig")


def styrelse_file(survey: Survey) -> bytes:
    """A survey program's CSV: codes as headings, everything quoted."""
    cells = table(headings(survey, "code"), stamped(survey, answers(survey)))
    return separated(cells, ",", "\n", quote_all=True).encode("utf-8")


def chefer_file(survey: Survey) -> bytes:
    """A spreadsheet's "Unicode text"."""
    cells = table(headings(survey, "text"), stamped(survey, answers(survey)))
    return b"\xff\xfe" + separated(cells, "\t", "\r\n").encode("utf-16-le")


def deltagare_file(survey: Survey) -> bytes:
    """A web questionnaire's CSV with free text; pågående 2021 also holds a form that was sent in empty."""
    rows = answers(survey)
    rng = random.Random(f"{survey.instrument.id} {survey.period} remarks")
    for row, remark in zip(rng.sample(rows, len(REMARKS)), REMARKS):
        row["Övriga synpunkter"] = remark
    if survey.instrument.id == "deltagare-pagaende" and survey.period == 2021:
        rows.insert(rng.randrange(len(rows)), {"insats": SAMMA, "kön": KVINNA})
    style = "number" if survey.instrument.id == "deltagare-pagaende" else "text"
    columns = headings(survey, style) | {"Övriga synpunkter": "Övriga synpunkter"}
    return separated(table(columns, stamped(survey, rows)), ";", "\n").encode("utf-8")


FILE_MAKERS = {
    "personal": personal_file,
    "styrelse": styrelse_file,
    "chefer": chefer_file,
    "deltagare-pagaende": deltagare_file,
    "deltagare-avslut": deltagare_file,
}

INVITED: dict[int, dict[str, int | tuple[int, int, int]]] = {
    2020: {"personal": 35, "styrelse": 13, "deltagare-pagaende": (58, 67, 55), "deltagare-avslut": 139},
    2021: {"personal": 40, "styrelse": 13, "chefer": 37, "deltagare-pagaende": (60, 71, 56), "deltagare-avslut": 146},
}


def measurement_yaml(period: int) -> str:
    lines = [
        "# Svaren i den här mappen är konstruerade. De är ingen verklig persons svar, och förbundet finns inte.",
        f"förbund: {FORBUND}",
        f"period: {period}",
        "konstruerade svar: ja",
        "enkäter:",
    ]
    for id, invited in INVITED[period].items():
        shown = "tillfragade-pagaende.csv" if isinstance(invited, tuple) else invited
        lines += [f"  {id}:", f"    filer: [{id}.csv]", f"    tillfrågade: {shown}"]
    return "\n".join(lines) + "\n"


def invited_csv(per_insats: tuple[int, ...]) -> str:
    return "insats;antal\n" + "".join(f"{insats};{count}\n" for insats, count in zip(INSATSER, per_insats))


# README, with what the published table could not have been.


def percent_row(figures: tuple[int, ...]) -> str:
    return " / ".join(str(figure) for figure in figures[:3]) + f" ({figures[3]})"


def impossible_lines(rows: list[PublishedRow]) -> str:
    lines = []
    for row in rows:
        if not row.is_possible:
            counts = row.counts
            whole = f"{counts.negative} + {counts.neither} + {counts.positive} ({counts.clearly}) av {counts.base}"
            published, near = percent_row(row.figures), percent_row(counts.percent())
            lines.append(f"| {row.group} | {row.number} | {row.period} | {published} | {near} | {whole} |")
    return "\n".join(lines)


README = """# Exempel: konstruerade svar

Svaren i mapparna `2020` och `2021` är konstruerade. De är inga verkliga personers svar, e-postadresserna är påhittade
och Samordningsförbundet Exempelbygden finns inte. Filerna skapas av `Tests/Exempel/bygg_exempel.py` och blir
desamma varje gång; ändra inte i dem för hand.

Svaren är gjorda så att tabellerna för personal, styrelse och chefer blir de som Samordningsförbundet Östra Södertörn
publicerade i årsredovisningen 2021, bilaga 2: {possible} av {all} rader stämmer på procenten när, liksom
svarsfrekvenserna 2021 (personal 32 av 40, styrelse 6 av 13, chefer 11 av 37) och det som är känt om enskilda
insatser. Antal tillfrågade 2020 står inte i källan och är påhittat. Deltagarnas svar är rimliga men påhittade. Tre
andelar 2021 är hämtade ur Samordningsförbundet Huddinge Botkyrka Salems årsredovisning 2018: ”mer redo” (65 % positivt
bland 142 pågående, 61 % klart positivt bland 105 avslut) och den tid deltagaren behövt (74 % klart positivt bland
avslut).

## Fem rader som inte går ihop

För fem publicerade rader finns inga hela svar som ger de fyra procenttalen, hur många som än besvarade frågan.
Där visar exemplet de närmaste möjliga talen: minsta sammanlagda avvikelse, därefter flest svar, därefter minst
andel klart positiva. Talen är negativt / varken eller / positivt (varav klart positivt), i procent och i svar.

| grupp | fråga | år | publicerat | närmast möjligt | svar |
|---|---|---|---|---|---|
{impossible}

## Hur filerna ser ut

De är olika med avsikt, så som exporter är det.

| fil | teckenkodning | skiljetecken | rubriker | dessutom |
|---|---|---|---|---|
| 2021/personal.csv | UTF-8 med BOM | semikolon | nummer och frågetext | e-post |
| 2020/personal.csv | Windows-1252 | semikolon | frågetext | e-post, två tomma kolumner och en tom rad sist |
| styrelse.csv | UTF-8 | komma, allt citerat | frågornas koder | |
| 2021/chefer.csv | UTF-16 med BOM | tabb | frågetext | |
| deltagare-pagaende.csv | UTF-8 | semikolon | nummer och frågetext | fritext med radbrytning; 2021 ett tomt svar |
| deltagare-avslut.csv | UTF-8 | semikolon | frågetext | fritext med radbrytning |

Chefernas enkät gjordes om till 2021 och saknas därför 2020. Personalens frågor 2, 10 och 11 och styrelsens frågor 4
och 5 ställdes inte 2020.
"""


def readme(rows: list[PublishedRow]) -> str:
    possible = sum(row.is_possible for row in rows)
    return README.format(possible=possible, all=len(rows), impossible=impossible_lines(rows))


def write_all(folder: Path) -> None:
    rows = published_rows()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.md").write_bytes(readme(rows).encode())
    for period, invited in INVITED.items():
        (folder / str(period)).mkdir(exist_ok=True)
        (folder / str(period) / "matning.yaml").write_bytes(measurement_yaml(period).encode())
        for count in invited.values():
            if isinstance(count, tuple):
                (folder / str(period) / "tillfragade-pagaende.csv").write_bytes(invited_csv(count).encode())
    for survey in surveys(rows):
        path = folder / str(survey.period) / f"{survey.instrument.id}.csv"
        path.write_bytes(FILE_MAKERS[survey.instrument.id](survey))


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else TESTS.parent / "Surveys" / "exempel")
