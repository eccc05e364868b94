"""What other sheets tell of rows that Data hides: shares and changes in whole per cent are intervals on the counts.

A share is rounded half up: x of n is shown as p where p = floor((200 x + n) / 2 n), so (2 p - 1) n <= 200 x < (2 p +
1) n. A change is rounded half away from zero, and with the other year known it is such an interval too. The program
writes none of this on hidden rows; if it did, the attack would use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from equations import Fact
from published import Place, Published, Unit
from rules import CLASSES, TOTAL

MINUS = "\u2212"
SHARES = {"Negativt": (0,), "Varken eller": (1,), "Positivt": (2, 3), "(Klart positivt)": (3,)}
CHANGES = {"Förändring positivt": (2, 3), "Förändring klart positivt": (3,)}
AS_MANY_AS_THERE_ARE = 10**9


def told_facts(published: Published, roles: dict[str, str]) -> list[Fact]:
    return [fact for name, rows in published.sheets.items() for fact in _of_sheet(published, roles, name)]


def _of_sheet(published: Published, roles: dict[str, str], name: str) -> Iterator[Fact]:
    role = next((r for r in sorted(roles, key=len, reverse=True) if name == r or name.startswith(f"{r} per ")), None)
    rows = published.sheets[name]
    start = next((at for at, row in enumerate(rows) if "Antal svar" in [cell.text for cell in row]), None)
    if role is None or start is None:
        return
    head = [cell.text for cell in rows[start]]
    breakdown = published.breakdown_of(roles[role], role, name)
    questions = {text: q for (survey, q), text in published.texts.items() if survey == roles[role]}
    periods = sorted({unit.period for unit in published.units() if unit.survey == roles[role]})
    for row in rows[start + 1 :]:
        cells = {heading: cell.text for heading, cell in zip(head, row)}
        question = next((q for text, q in questions.items() if text in cells.get("Fråga", "")), None)
        if question is None:
            continue
        group = "Totalt" if breakdown == TOTAL else row[0].text
        place = Place(Unit(roles[role], cells["År"]), breakdown, group, question)
        if published.counts(place) is None:
            yield from _of_row(place, cells)
        if cells["År"] in periods[1:]:
            earlier = place._replace(unit=Unit(roles[role], periods[periods.index(cells["År"]) - 1]))
            yield from _of_changes(published, place, earlier, cells)


def _of_row(place: Place, cells: dict[str, str]) -> Iterator[Fact]:
    if re.fullmatch(r"\d+", cells["Antal svar"]):
        yield _sum(place, (1, 1, 1, 1), int(cells["Antal svar"]), int(cells["Antal svar"]))
    if match := re.fullmatch(r"(\d+) av (\d+)", cells.get("Positiva svar", "")):
        yield _sum(place, (0, 0, 1, 1), int(match[1]), int(match[1]))
        yield _sum(place, (1, 1, 1, 1), int(match[2]), int(match[2]))
    for heading, classes in SHARES.items():
        if match := re.fullmatch(r"(\d+)\s*%", cells.get(heading, "")):
            yield from _share(place, classes, int(match[1]))


def _share(place: Place, classes: tuple[int, ...], percent: int) -> Iterator[Fact]:
    counted = [200 * (k in classes) for k in CLASSES]
    yield _sum(place, tuple(c - (2 * percent - 1) for c in counted), 0, AS_MANY_AS_THERE_ARE)
    yield _sum(place, tuple((2 * percent + 1) - c for c in counted), 1, AS_MANY_AS_THERE_ARE)


def _of_changes(published: Published, now: Place, then: Place, cells: dict[str, str]) -> Iterator[Fact]:
    """Where one of the two years is hidden."""
    known = published.counts(now), published.counts(then)
    if (known[0] is None) == (known[1] is None):
        return
    for heading, classes in CHANGES.items():
        if match := re.fullmatch(rf"([+{MINUS}]?)(\d+)", cells.get(heading, "")):
            change = -int(match[2]) if match[1] == MINUS else int(match[2])
            hidden, shown, sign = (now, known[1], 1) if known[0] is None else (then, known[0], -1)
            count, base = shown.of(classes), shown.base
            # sign * (S / n - count / base) * 100 lies from half a point under the change to half a point over it.
            terms = [sign * 200 * (base * (k in classes) - count) for k in CLASSES]
            low, high = (2 * change - 1) * base, (2 * change + 1) * base
            yield _sum(hidden, tuple(t - low for t in terms), 0 if change > 0 else 1, AS_MANY_AS_THERE_ARE)
            yield _sum(hidden, tuple(high - t for t in terms), 0 if change < 0 else 1, AS_MANY_AS_THERE_ARE)


def _sum(place: Place, by_class: tuple[int, ...], least: int, most: int) -> Fact:
    return Fact(place, (*by_class, 0, 0), least, most)
