"""What two workbooks with the same period tell together.

A reader takes it that as few answers as possible have come or gone between them: none where every figure is the
same, none gone where no figure is smaller. Under that the later figures are the earlier ones with what has come and
without what has gone, for every part, also for those that neither shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

import numpy
from equations import Attacker, Block, Cell
from judge import Disclosure, Judge, Protected
from people import Survey
from published import Unit
from rules import CLASSES, TOTAL, Counts
from unknowns import NoWorld, Unknowns


@dataclass
class Fine:
    """Those who are in the same part of both editions: what they were, and what has come and gone since."""

    cells: tuple[Cell, Cell]
    then: list[int]
    come: list[int]
    gone: list[int]


@dataclass
class Joined:
    unknowns: Unknowns
    blocks: tuple[Block, Block]
    fine: list[Fine]
    width: int
    """Classes and no answer; only the number where it is how many they are."""

    def world(self, surveys: tuple[Survey, Survey], breakdown: str) -> numpy.ndarray:
        world = numpy.zeros(len(self.unknowns.least), dtype=int)
        for block, survey in zip(self.blocks, surveys):
            own = block.world(survey)
            world[: len(own)] += own
        for fine in self.fine:
            then, now = (numpy.array(self.counted(survey, breakdown, fine, surveys)) for survey in surveys)
            world[fine.then] = then
            world[fine.come] = numpy.maximum(now - then, 0)
            world[fine.gone] = numpy.maximum(then - now, 0)
        return world

    def counted(self, survey: Survey, breakdown: str, fine: Fine, surveys: tuple[Survey, Survey]) -> list[int]:
        people = [p for p in survey.people if tuple(s.group_of(p, breakdown) for s in surveys) == fine.cells]
        if self.width == 1:
            return [len(people)]
        answers = [p.answers.get(self.blocks[0].question) for p in people]
        return [answers.count(k) for k in CLASSES] + [answers.count(None)]


@dataclass
class Editions:
    """An earlier workbook and a later one."""

    attackers: tuple[Attacker, Attacker]
    surveys: tuple[Survey, Survey]
    counts_judged: int = 0
    narrowed: int = 0
    solved: int = 0

    def disclosures(self) -> Iterator[Disclosure]:
        unit = self.surveys[0].unit
        for first, second in zip(*(list(self._blocks(place)) for place in (0, 1))):
            yield from self._together(unit, first, second)

    def _blocks(self, place: int) -> Iterator[tuple[str, str]]:
        """Questions and breakdowns that both have."""
        unit = self.surveys[0].unit
        shared = [set(a.published.breakdowns(unit)) for a in self.attackers]
        questions = [a.published.questions(unit) for a in self.attackers]
        for question in ("", *(q for q in questions[1] if q in questions[0])):
            for breakdown in [TOTAL, *sorted(shared[0] & shared[1])]:
                if breakdown not in self.surveys[0].multiple:
                    yield question, breakdown

    def _together(self, unit: Unit, first: tuple[str, str], second: tuple[str, str]) -> Iterator[Disclosure]:
        question, breakdown = first
        joined = self._joined(unit, question, breakdown)
        unknowns = joined.unknowns
        steps = {at: 1 for fine in joined.fine for at in (*fine.come, *fine.gone)}
        try:
            fewest = unknowns.least_of(steps)
        except NoWorld:
            return
        rows = [unknowns.equations, [(steps, fewest, fewest)]]
        tight = Unknowns()
        tight.least, tight.most = unknowns.least, unknowns.most
        tight.equations = rows[0] + rows[1]
        truth = joined.world(self.surveys, breakdown)
        if not tight.agrees(truth):
            # More has come and gone than a reader would think: what is worked out is not what is.
            return
        tight.add_world(truth)
        tight.explore(4)
        joined.unknowns = tight
        yield from self._steps(unit, question, breakdown, joined)
        yield from self._rows(unit, question, breakdown, joined)
        for place, (attacker, survey, block) in enumerate(zip(self.attackers, self.surveys, joined.blocks)):
            block.unknowns = tight
            judge = Judge(attacker, survey, other=self.attackers[1 - place])
            insiders = list(judge.insiders(block))
            for protected in judge.protected(block):
                if self._says_the_total(survey, question, protected):
                    continue
                # What a merged row tells of its parts may be told.
                exact_only = fewest > 0 or self._is_merged_in_the_other(place, breakdown, protected)
                for found in judge.counts(block, protected, insiders, exact_only):
                    yield replace(found, by=f"{found.by}, av två bilagor")
            self.counts_judged += judge.counts_judged
            self.narrowed += judge.narrowed
        self.solved += tight.solved

    def _is_merged_in_the_other(self, place: int, breakdown: str, protected: Protected) -> bool:
        merged = self.surveys[1 - place].merged.get(breakdown)
        return merged is not None and (
            protected.group in merged.values or (protected.group is None and merged.has_rest)
        )

    def _says_the_total(self, survey: Survey, question: str, protected: Protected) -> bool:
        """Whether everybody answered alike, so that how many of a group did is no more than how many they were."""
        total = survey.total(question)
        return (
            bool(question)
            and protected.breakdown != TOTAL
            and total.base in (total.negative, total.negative + total.neither)
        )

    def _joined(self, unit: Unit, question: str, breakdown: str) -> Joined:
        unknowns = Unknowns()
        blocks = []
        for attacker in self.attackers:
            groups = attacker.published.breakdowns(unit).get(breakdown, [])
            blocks.append(attacker.block(unit, question, {breakdown: groups}, unknowns))
        width = 5 if question else 1
        # A reader knows which values a merged group has from the notes.
        values = {p.groups.get(breakdown, frozenset()) for s in self.surveys for p in s.people}
        cells = {tuple(s.merged_group(value, breakdown) for s in self.surveys) for value in (*values, frozenset())}
        fine = []
        for pair in sorted(cells, key=lambda pair: tuple(map(sorted, pair))):
            if all((breakdown, cell) in block.parts for block, cell in zip(blocks, pair)):
                fine.append(Fine(pair, *([unknowns.new() for _ in range(width)] for _ in range(3))))
        for place, block in enumerate(blocks):
            for (_, cell), part in block.parts.items():
                own = [*part.answers, part.silent] if question else [part.size]
                for k, at in enumerate(own):
                    terms = {at: -1}
                    for f in fine:
                        if f.cells[place] == cell:
                            terms[f.then[k]] = 1
                            if place == 1:
                                terms[f.come[k]], terms[f.gone[k]] = 1, -1
                    unknowns.require(terms, 0, 0)
        for f in fine:
            for then, gone in zip(f.then, f.gone):
                unknowns.require({then: 1, gone: -1}, 0, 10**5)
        return Joined(unknowns, (blocks[0], blocks[1]), fine, width)

    def _steps(self, unit: Unit, question: str, breakdown: str, joined: Joined) -> Iterator[Disclosure]:
        """Few answers of which it is known exactly in what group they have come or gone, and what they were."""
        survey, unknowns = self.surveys[1], joined.unknowns
        limit = survey.rules.limit(breakdown)
        truth = unknowns.worlds()[0]
        for number in range(1, len(joined.fine) + 1):
            for chosen in combinations(joined.fine, number):
                come, gone = (
                    [{getattr(f, kind)[k]: 1 for f in chosen} for k in range(4 if question else 1)]
                    for kind in ("come", "gone")
                )
                more, fewer = ([sum(int(truth[at]) for at in terms) for terms in sums] for sums in (come, gone))
                most = max(sum(more), sum(fewer))
                others = [at for f in joined.fine if f not in chosen for at in (*f.come, *f.gone)]
                # Where all of the change is in these it is the total's.
                fewest = limit if truth[others].any() else survey.rules.smallest
                # Many that come and few that go may as well be others: only what is few on both sides is told of.
                is_unanimous = question and min(sum(more), sum(fewer)) == 0 and survey.rules.is_unanimous(
                    Counts(*(a + b for a, b in zip(more, fewer)))
                )  # fmt: skip
                if (0 < most < fewest or is_unanimous) and all(
                    self._is_determined(unknowns, terms) for terms in (*come, *gone)
                ):
                    names = " och ".join(" + ".join(sorted(f.cells[1])) or "de utan värde" for f in chosen)
                    true = f"{tuple(more)} kom, {tuple(fewer)} försvann"
                    yield Disclosure(unit, breakdown, names, question, "svaren däremellan är", true, "exakt")
                    return

    def _rows(self, unit: Unit, question: str, breakdown: str, joined: Joined) -> Iterator[Disclosure]:
        """Parts whose row is known exactly from both editions."""
        unknowns, truth = joined.unknowns, joined.unknowns.worlds()[0]
        for place, survey in enumerate(self.surveys):
            limit = survey.rules.limit(breakdown)
            for number in range(1, len(joined.fine) + 1):
                for chosen in combinations(joined.fine, number):
                    sums = []
                    for k in range(4 if question else 1):
                        terms: dict[int, int] = {f.then[k]: 1 for f in chosen}
                        if place == 1:
                            terms |= {f.come[k]: 1 for f in chosen} | {f.gone[k]: -1 for f in chosen}
                        sums.append(terms)
                    true = [int(unknowns.vector(terms) @ truth) for terms in sums]
                    if question:
                        counts = Counts(*true)
                        is_secret = 0 < counts.base < limit or survey.rules.is_unanimous(counts)
                    else:
                        is_secret = 0 < true[0] < limit
                    # What a total tells is no disclosure of the breakdown.
                    is_secret &= any(
                        f not in chosen and any(truth[at] for at in (*f.then, *f.come)) for f in joined.fine
                    )
                    if is_secret and all(self._is_determined(unknowns, terms) for terms in sums):
                        names = " och ".join(" + ".join(sorted(f.cells[place])) or "de utan värde" for f in chosen)
                        what = f"raden i {'nya' if place else 'gamla'} svaren är"
                        yield Disclosure(
                            unit, breakdown, names, question, what, str(tuple(true)), "exakt, av två bilagor"
                        )
                        return

    def _is_determined(self, unknowns: Unknowns, terms: Mapping[int, int]) -> bool:
        seen = unknowns.worlds() @ unknowns.vector(terms)
        if seen.min() != seen.max():
            return False
        return unknowns.least_of(terms) == unknowns.greatest_of(terms)
