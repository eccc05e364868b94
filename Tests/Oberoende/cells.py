"""What a cell of a finished sheet holds, beside what it should hold."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from figures import percent, points
from ods_reader import Cell

NO_BREAK = "\u00a0"
MINUS = "\u2212"


@dataclass
class Outcome:
    """Of a comparison: how many figures are equal, and a line for each difference."""

    equal: int
    differences: list[str]


@dataclass(frozen=True)
class Percentage:
    share: Fraction


@dataclass(frozen=True)
class Change:
    exact: Fraction


Content = Percentage | Change | int | str
"""What a cell should hold: a share, a change in percentage points, a whole number, or a text."""


def as_text(cell: Cell) -> str:
    if isinstance(cell.value, float):
        return f"{cell.value:g}"
    return (cell.value or "").strip()


def shown_share(share: Fraction) -> float:
    """The ratio, or the number next above it where 100 times the ratio would be rounded down in binary: 0.575."""
    exact = float(share)
    return exact if math.floor(100 * exact + 0.5) == percent(share) else math.nextafter(exact, 1)


def signed(number: int) -> str:
    return f"+{number}" if number > 0 else f"{MINUS}{-number}" if number < 0 else "0"


def shown(content: Content) -> str:
    """What the reader sees."""
    match content:
        case Percentage():
            return f"{percent(content.share)}{NO_BREAK}%"
        case Change():
            return signed(points(content.exact))
        case _:
            return str(content)


def value(content: Content) -> float | str:
    """What programs read."""
    match content:
        case Percentage():
            return shown_share(content.share)
        case Change():
            return float(points(content.exact))
        case int():
            return float(content)
        case str():
            return content


def problem(cell: Cell, owed: Content) -> str | None:
    if cell.text != shown(owed):
        return f"visar {cell.text!r}, men ska visa {shown(owed)!r}"
    if cell.value != value(owed):
        return f"talet är {cell.value!r}, men ska vara {value(owed)!r}"
    return None
