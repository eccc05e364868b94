"""The one set of answers that every fixture holds. Nobody has given them.

The questionnaire is `personal` in its version 2021, written down apart from the program's own file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

EXTENT = {
    "6": "Helt och hållet",
    "5": "Till mycket stor del",
    "4": "Till stor del",
    "3": "Delvis",
    "2": "Till liten del",
    "1": "Inte alls",
    "8": "Vet ej",
    "9": "Ej aktuellt",
}
FREQUENCY = {
    "6": "Alltid",
    "5": "För det mesta",
    "4": "Ofta",
    "3": "Ibland",
    "2": "Sällan",
    "1": "Aldrig",
    "8": "Vet ej",
    "9": "Ej aktuellt",
}
NO_ANSWER = ("8", "9")


@dataclass(frozen=True)
class Question:
    number: int
    id: str
    text: str
    scale: dict[str, str]


_QUESTIONS = (
    ("tid", "Får stödet du ger till deltagarna ta den tid som behövs?"),
    ("planering", "Finns det en tillräcklig planering för deltagarna för vad som ska hända när de avslutat insatsen?"),
    ("lyssnar", "Upplever du att de du samverkar med hos andra myndigheter lyssnar på dig?"),
    ("tillfora", "Upplever du att de du samverkar med hos andra myndigheter vet vad du kan tillföra?"),
    ("erfarenheter", "Tas erfarenheter, kunskaper och synpunkter från deltagare systematiskt tillvara?"),
    ("rutiner", "Har ni rutiner för att samarbeta med andra aktörer i arbetet när det gäller insatser för deltagarna?"),
    (
        "strukturer",
        "Har ni strukturer för att initiera, upprätthålla och underhålla relationer mellan inblandade aktörer?",
    ),
    (
        "synsatt",
        "Omfattas det synsätt ni har angående människors resurser och möjligheter av alla i den samordnade insatsen?",
    ),
    ("arbetssatt", "Fungerar de olika arbetssätt ni har i den samordnade insatsen bra tillsammans?"),
    ("jamstalldhet", "Har ni rutiner för att arbeta med jämställdhet, jämlikhet och mångfald i insatsen?"),
    ("larande", "Avsätts tid till lärande och reflektion kopplat till jämställdhet, jämlikhet och mångfald?"),
)
QUESTIONS = tuple(
    Question(number, id, text, FREQUENCY if number <= 4 else EXTENT) for number, (id, text) in enumerate(_QUESTIONS, 1)
)

SAMMA = "SamMA-projektet"
TEAMET = "Samverkansteam, unga vuxna"
"""A label that holds a comma, as labels of real insatser do."""
MIA = "MIA Vidare"
"""Only in the answers where one person may take part in several."""
INSATSER = (SAMMA, TEAMET)
KON = ("Kvinna", "Man", "Annat")
KON_CODES = {"1": "Kvinna", "2": "Man", "3": "Annat"}


@dataclass(frozen=True)
class Answer:
    """One person's answers. A blank is the empty string, and `codes` has one code or "" a question."""

    answered: datetime
    insats: str
    kon: str
    codes: tuple[str, ...]
    comment: str

    @property
    def day(self) -> date:
        return self.answered.date()

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(q.scale.get(code, "") for q, code in zip(QUESTIONS, self.codes))

    @property
    def answered_count(self) -> int:
        return sum(code != "" for code in self.codes)


LONG = (
    "Det här är en lång kommentar, längre än de 255 tecken som en kort textvariabel i SPSS rymmer. "
    "Vi har arbetat länge med att få tid för reflektion, och det märks att både deltagare och kollegor "
    "uppskattar det. Däremot saknas ännu gemensamma rutiner när någon går vidare till en annan insats, "
    "och det är där de flesta av våra frågor uppstår."
)
COMMENTS = {
    1: 'Bra stöd; men "för kort" tid.\nVi behöver mer tid – särskilt på våren.',
    3: "=1+1",
    4: "007",
    5: LONG,
    7: "Se  ovan.",
    8: "Kostar 100 € <per> dag & person",
    10: "-",
    11: "Örjans ö, ängens å: ÅÄÖ, é och ü.",
    13: "Första raden\n\nTredje raden, efter en tom.",
}
"""By respondent. The free text is always left out, but must be read right: what stands after it depends on it."""

# One line a person: days after 4 October 2021, time, insats, kön, the codes of questions 1 to 11, a point for a blank.
_ROWS = """
0  09:12:33 S 1 65346545643
0  10:05:00 S 2 54354465534
1  08:00:07 S 1 43465564658
1  13:45:10 S 1 6.556566654
2  16:20:59 S 2 32443345432
3  07:30:00 S 1 66666666666
3  11:11:11 S 1 85964538459
4  09:00:00 T 2 54465654545
7  12:00:00 T 1 43354434332
7  14:14:14 T 2 21232123211
8  10:10:10 T 1 65565556565
9  15:00:01 T 3 ...........
10 09:09:09 T 2 9845.498321
11 17:59:59 T 1 54656645.64
11 23:59:59 - - 34545354543
"""


def _answers() -> tuple[Answer, ...]:
    rows = []
    for number, line in enumerate(_ROWS.split("\n")[1:-1], 1):
        days, clock, insats, kon, codes = line.split()
        answered = datetime.combine(date(2021, 10, 4 + int(days)), time.fromisoformat(clock))
        rows.append(
            Answer(
                answered,
                {"S": SAMMA, "T": TEAMET, "-": ""}[insats],
                KON_CODES.get(kon, ""),
                tuple("" if code == "." else code for code in codes),
                COMMENTS.get(number, ""),
            )
        )
        assert len(codes) == len(QUESTIONS)
    return tuple(rows)


ANSWERS = _answers()


def email(number: int) -> str:
    """The address of respondent `number`, from 1; the domain can never exist."""
    return f"svar{number:02}@exempel.invalid"


# The columns of the plain sheet, as this folder calls them.
COLUMNS = ("datum", "insats", "kön", *(q.id for q in QUESTIONS), "kommentar", "epost")
HEADINGS = {
    "datum": "Svarsdatum",
    "insats": "Insats",
    "kön": "Kön",
    **{q.id: q.text for q in QUESTIONS},
    "kommentar": "Är det något mer du vill säga?",
    "epost": "E-post",
}
NUMBERED = HEADINGS | {q.id: f"{q.number}. {q.text}" for q in QUESTIONS}


def rows(codes: bool = False) -> list[list[str | date]]:
    """The answers as rows of the plain columns: labels, or codes for the questions. A date is a date."""
    return [
        [a.day, a.insats, a.kon, *(a.codes if codes else a.labels), a.comment, email(number)]
        for number, a in enumerate(ANSWERS, 1)
    ]


def text_rows(codes: bool = False) -> list[list[str]]:
    return [[str(value) for value in row] for row in rows(codes)]


# Two more sets, for what the first cannot show.

ALIKE_COLUMNS = ("insats", "kön", *(q.id for q in QUESTIONS))


def _alike() -> tuple[Answer, ...]:
    """Answers of which many are the same, cell beside cell and row below row."""
    blocks = (
        (6, SAMMA, "Kvinna", "66666666666"),
        (5, TEAMET, "Man", "44443333333"),
        (1, SAMMA, "Man", "65432165432"),
        (7, SAMMA, "Kvinna", "66666655555"),
        (3, TEAMET, "Kvinna", "88888888888"),
        (2, TEAMET, "Kvinna", "..........."),
        (4, TEAMET, "Man", "1111......."),
    )
    when = datetime(2021, 10, 4, 12)
    return tuple(
        Answer(when, insats, kon, tuple("" if code == "." else code for code in codes), "")
        for count, insats, kon, codes in blocks
        for _ in range(count)
    )


ALIKE = _alike()

SEVERAL_INSATSER = (SAMMA, TEAMET, MIA)
_TOGETHER = {2: (SAMMA, TEAMET), 6: (SAMMA, MIA), 9: (TEAMET, MIA), 11: SEVERAL_INSATSER, 14: (MIA,)}


def insatser(number: int) -> tuple[str, ...]:
    """Every insats of respondent `number` where one may take part in several; else the answers are the first set."""
    own = ANSWERS[number - 1].insats
    return _TOGETHER.get(number, (own,) if own else ())
