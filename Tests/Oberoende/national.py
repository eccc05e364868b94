"""The file of national figures: a row a figure, and the measure is part of what it is a figure of."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path


@dataclass(frozen=True)
class National:
    share: Fraction
    count: int | None
    answers: int | None
    forbund: int | None


NationalFigures = dict[tuple[str, str, str, str], National]
"""By questionnaire, question, group and measure."""


def read_national(path: Path) -> NationalFigures:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {
            (row["enkät"], row["fråga"], row["grupp"], row["mått"]): National(
                share_of(row), number(row.get("antal")), number(row["antal svar"]), number(row["antal förbund"])
            )
            for row in csv.DictReader(file, delimiter=";")
        }


def number(text: str | None) -> int | None:
    return int(text) if text else None


def share_of(row: dict[str, str]) -> Fraction:
    """The counts where they are told, else the printed percentage."""
    if row.get("antal"):
        return Fraction(int(row["antal"]), int(row["antal svar"]))
    return Fraction(row["andel"].removesuffix("%").strip().replace(",", ".")) / 100
