"""The five questionnaires as plain tables, written down apart from the program's own instrument files, and one that is
made up: remittenter.yaml, whose respondents may choose several insatser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

PROTECTED, UNKNOWN, NOT_APPLICABLE = "[skyddad]", "[uppgift saknas]", "[ej tillämpligt]"
SMALLEST_GROUP = 5

NEGATIVE, NEITHER, POSITIVE, CLEARLY = "negativt", "varken eller", "positivt", "klart positivt"

EXTENT = {
    "Helt och hållet": CLEARLY,
    "Till mycket stor del": CLEARLY,
    "Till stor del": POSITIVE,
    "Delvis": NEITHER,
    "Till liten del": NEGATIVE,
    "Inte alls": NEGATIVE,
}
FREQUENCY = {
    "Alltid": CLEARLY,
    "För det mesta": CLEARLY,
    "Ofta": POSITIVE,
    "Ibland": NEITHER,
    "Sällan": NEGATIVE,
    "Aldrig": NEGATIVE,
}
DONT_KNOW, NOT_RELEVANT, CANNOT_JUDGE = "Vet ej", "Ej aktuellt", "Kan ej bedöma"
NO_ANSWER = {"8": DONT_KNOW, "9": NOT_RELEVANT}
SPELLINGS = {
    "Vet ej": ("Vet inte", "Ingen uppfattning"),
    "Ej aktuellt": ("Inte aktuellt", "Ej relevant"),
    "Kan ej bedöma": ("Kan inte bedöma",),
    "Kvinna": ("Kvinnor", "K"),
    "Man": ("Män", "M"),
    "Annat": ("Annat eller ej angivet", "Annan könstillhörighet", "Vill inte ange", "Ej angivet"),
}
"""What else the questionnaires accept for a label, in any case, spacing and punctuation."""

INSATSER = ("MIA Vidare Östra Södertörn", "SamMA-projektet", "Samverkansteamen för unga vuxna")
KON = ("Kvinna", "Man", "Annat")
CHEFSGRUPPER = ("Styrgrupp", "Beredningsgrupp", "Samverkansgrupp")
REFERRED_TO = (
    "MIA Vidare",
    "Lyra",
    "Lyra norr",
    "HälsoSam",
    "Arbete, studier och hälsa",
    "Stöd & arbete <18–24>",
    "Åttan",
)
LISTED = {"kön": KON, "insatser": REFERRED_TO}
"""The backgrounds whose values the questionnaires list; the values of the others are those that the files have."""
MULTIPLE = {"insatser"}
"""The backgrounds of which a respondent may choose several values, and then belongs to each of those groups."""
HEADINGS = {
    "insatser": ("Insatser", "Vilka insatser har du remitterat till"),
    "insats": ("Insats", "Vilken insats deltar du i", "Verksamhet"),
    "kön": ("Kön", "Juridiskt kön", "Könstillhörighet", "Är du"),
    "chefsgrupp": ("Chefsgrupp", "Grupp", "Samverkansgrupp"),
}


@dataclass(frozen=True)
class Question:
    number: int
    id: str
    text: str
    scale: dict[str, str]
    since: int = 0
    """The first period that holds the question in this wording."""
    until: int = 9999
    """The last one that does."""
    no_answer: dict[str, str] = field(default_factory=lambda: NO_ANSWER)
    """Code to label of what is chosen by those who do not answer the question."""
    former: str = ""
    """The id of the question before `since` whose figures may be set beside this one's; none where it is new."""

    @property
    def codes(self) -> dict[str, str]:
        """Code to label: 6 is the most positive."""
        labels = dict(zip("654321", self.scale))
        return labels | self.no_answer

    def labels(self) -> dict[str, str]:
        """Folded code, label or spelling to label."""
        known = dict(self.codes)
        for label in self.codes.values():
            known |= {folded(text): label for text in (label, *SPELLINGS.get(label, ()))}
        return known


@dataclass(frozen=True)
class Instrument:
    id: str
    sheet: str
    name: str
    questions: tuple[Question, ...]
    """A question whose wording or place is changed stands here once for each."""
    backgrounds: tuple[str, ...]
    versions: tuple[int, ...] = (2020, 2021)
    """The first period of each."""
    main: tuple[str, ...] = ("strukturer",)
    """Ids of the questions that stand for the whole questionnaire."""
    limit: int = 50
    """Per cent of those asked: below it something is said."""

    @property
    def since(self) -> int:
        return self.versions[0]

    def version(self, period: int) -> int:
        return max(first for first in self.versions if first <= period)

    def asked(self, period: int) -> list[Question]:
        """The questions of the version that holds in a period."""
        return sorted((q for q in self.questions if q.since <= period <= q.until), key=lambda q: q.number)

    def forerunner(self, question: Question, period: int) -> Question | None:
        """What a question was in an earlier period; None where its figures may not be set beside that one's."""
        found: Question | None = question
        while found and found.since > period:
            last = found.since - 1
            found = next((q for q in self.questions if q.id == found.former and q.since <= last <= q.until), None)
        return found

    def main_question(self, id: str, period: int) -> Question | None:
        """What it was in a period, if that can be set beside what it is."""
        newest = next(q for q in self.questions if q.id == id and q.until == self.questions[-1].until)
        return self.forerunner(newest, period)

    def is_declared_new(self, question: Question, period: int) -> bool:
        """Whether the version of the period says that the question cannot be compared with any before."""
        return question.since == self.version(period) and not question.former


@cache
def folded(text: str) -> str:
    """A text without case, spacing and punctuation, for comparing headings."""
    return re.sub(r"[\W_]+", "", text.lower())


def _questions(
    *rows: tuple[str, str], frequency: tuple[int, ...] = (), new: tuple[int, ...] = ()
) -> tuple[Question, ...]:
    return tuple(
        Question(number, id, text, FREQUENCY if number in frequency else EXTENT, 2021 if number in new else 0)
        for number, (id, text) in enumerate(rows, 1)
    )


_STRUCTURES = "Har ni strukturer för att initiera, upprätthålla och underhålla relationer mellan inblandade aktörer?"
_STATISTICS = "Används könsuppdelad statistik i planering, beslut och prioriteringar?"

PERSONAL = Instrument(
    "personal",
    "Personal",
    "Indikatorenkät för personal i insatser",
    _questions(
        ("tid", "Får stödet du ger till deltagarna ta den tid som behövs?"),
        (
            "planering",
            "Finns det en tillräcklig planering för deltagarna för vad som ska hända när de avslutat insatsen?",
        ),
        ("lyssnar", "Upplever du att de du samverkar med hos andra myndigheter lyssnar på dig?"),
        ("tillfora", "Upplever du att de du samverkar med hos andra myndigheter vet vad du kan tillföra?"),
        ("erfarenheter", "Tas erfarenheter, kunskaper och synpunkter från deltagare systematiskt tillvara?"),
        (
            "rutiner",
            "Har ni rutiner för att samarbeta med andra aktörer i arbetet när det gäller insatser för deltagarna?",
        ),
        ("strukturer", _STRUCTURES),
        (
            "synsatt",
            "Omfattas det synsätt ni har angående människors resurser och möjligheter"
            " av alla i den samordnade insatsen?",
        ),
        ("arbetssatt", "Fungerar de olika arbetssätt ni har i den samordnade insatsen bra tillsammans?"),
        ("jamstalldhet", "Har ni rutiner för att arbeta med jämställdhet, jämlikhet och mångfald i insatsen?"),
        ("larande", "Avsätts tid till lärande och reflektion kopplat till jämställdhet, jämlikhet och mångfald?"),
        frequency=(1, 2, 3, 4),
        new=(2, 10, 11),
    ),
    ("insats", "kön"),
)

STYRELSE = Instrument(
    "styrelse",
    "Styrelse",
    "Indikatorenkät för styrelseledamöter",
    _questions(
        ("strukturer", _STRUCTURES),
        (
            "strategi",
            "Har ni en strategi för hur ni arbetar med uppföljning och utvärdering"
            " av de samordnade rehabiliteringsinsatserna?",
        ),
        (
            "uppfoljning",
            "Använder ni uppföljning och utvärdering som underlag för att utveckla"
            " de samordnade rehabiliteringsinsatserna?",
        ),
        ("konsstatistik", _STATISTICS),
        (
            "verksamhetsplanering",
            "Har styrelsen integrerat jämställdhet, jämlikhet och mångfald i förbundets verksamhetsplanering?",
        ),
        new=(4, 5),
    ),
    ("kön",),
)

CHEFER = Instrument(
    "chefer",
    "Chefer",
    "Indikatorenkät för chefer i samverkan",
    _questions(
        ("erfarenheter", "Tas erfarenheter, såsom kunskaper och synpunkter, från deltagare systematiskt tillvara?"),
        ("medverkan", "Medverkar individer med samordnade rehabiliteringsbehov i utvecklingen av insatser?"),
        (
            "samarbete",
            "Har er samverkansgrupp ett strukturerat samarbete med aktörer utöver de som är medlemmar"
            " i samordningsförbundet?",
        ),
        (
            "strukturer",
            "Har ni strukturer för att initiera, upprätthålla och underhålla relationer"
            " mellan de samverkande myndigheterna?",
        ),
        (
            "anvandning",
            "Används erfarenheter från förbundsfinansierade insatser som underlag för fortsatt utveckling"
            " av samordnad arbetslivsinriktad rehabilitering?",
        ),
        (
            "forebyggande",
            "Har erfarenheter från er samverkan lett till att förebyggande insatser utvecklats med avsikten"
            " att samordnad rehabilitering inte ska behöva bli aktuell?",
        ),
        ("konsstatistik", _STATISTICS),
        (
            "samverkan",
            "Har ni integrerat jämställdhet, jämlikhet och mångfald i den samverkan som stöds av samordningsförbundet?",
        ),
        new=(1, 2, 3, 4, 5, 6, 7, 8),
    ),
    ("chefsgrupp", "kön"),
    versions=(2021,),
)

DELTAGARE_PAGAENDE = Instrument(
    "deltagare-pagaende",
    "Deltagare pågående",
    "Indikatorenkät för deltagare i pågående insats",
    _questions(
        ("nytta", "Har du nytta av insatsen?"),
        ("hantera", "Får du stöd i att utveckla sätt att hantera din situation?"),
        ("redo", "Känner du dig mer redo att kunna arbeta eller studera?"),
        ("medbestämmande", "Är du med och bestämmer över det stöd du får?"),
        ("tid", "Får stödet ta den tid som behövs?"),
        ("myndigheter", "Stödjer insatsen dig i kontakterna med myndigheter och vården?"),
        ("makt", "Har du fått ökad makt över din situation?"),
        frequency=(5,),
    ),
    ("insats", "kön"),
    main=("redo",),
)

DELTAGARE_AVSLUT = Instrument(
    "deltagare-avslut",
    "Deltagare avslut",
    "Indikatorenkät för deltagare som avslutar en insats",
    _questions(
        ("nytta", "Har du haft nytta av insatsen?"),
        ("hantera", "Har du fått stöd i att utveckla sätt att hantera din situation?"),
        ("redo", "Känner du dig mer redo att kunna arbeta eller studera?"),
        ("medbestämmande", "Har du varit med och bestämt över det stöd du fått?"),
        ("tid", "Har stödet fått ta den tid du behövt?"),
        ("myndigheter", "Har insatsen stött dig i kontakterna med myndigheter och vården?"),
        ("makt", "Har du fått ökad makt över din situation?"),
        frequency=(5,),
    ),
    ("insats", "kön"),
    main=("redo",),
)

WITH_JUDGING = NO_ANSWER | {"7": CANNOT_JUDGE}

REMITTENTER = Instrument(
    "remittenter",
    "Remittenter",
    "Enkät till remittenter",
    (
        Question(1, "kontakt", "Är det lätt att komma i kontakt med insatsen?", EXTENT, until=2021),
        Question(1, "nå", "Är insatsen lätt att nå?", EXTENT, since=2022, until=2023, former="kontakt"),
        Question(3, "nå", "Är insatsen lätt att nå?", EXTENT, since=2024, former="nå"),
        Question(2, "rätt", "Får de som du remitterar rätt stöd?", EXTENT, until=2022),
        Question(2, "stöd", "Får de som remitteras det stöd de behöver?", EXTENT, since=2023, no_answer=WITH_JUDGING),
        Question(3, "återkoppling", "Får du veta hur det gick för dem?", EXTENT, since=2021, until=2022, no_answer=WITH_JUDGING),
        Question(1, "återkoppling", "Får du veta hur det gick för dem?", EXTENT, since=2024, no_answer=WITH_JUDGING),
    ),
    ("insatser", "kön"),
    versions=(2020, 2021, 2022, 2023, 2024),
    main=("nå", "stöd"),
    limit=80,
)

INSTRUMENTS = {i.id: i for i in (PERSONAL, STYRELSE, CHEFER, DELTAGARE_PAGAENDE, DELTAGARE_AVSLUT, REMITTENTER)}
