"""What an attacker can work out, beside what may be known.

A row that is determined exactly must be of nobody or of as many as the limit, and not be unanimous (C1, C2). A
protected count must be able to be at least one greater than it is, and to be several numbers (C3): for an outsider,
and for each of those who answered, who knows the own answer. What the total's row alone tells of it is no disclosure
of the breakdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from equations import REST, Attacker, Block, Cell, Part
from people import Person, Survey
from published import Place, Unit
from rules import CLASSES, COUNTED, TOTAL, Counts

OUTSIDER = "utomstående"
NAMES = ("negativt", "varken eller", "positivt utom klart", "klart positivt")


@dataclass(frozen=True)
class Disclosure:
    unit: Unit
    breakdown: str
    group: str
    question: str
    what: str
    true: str
    worked_out: str
    by: str = OUTSIDER

    def __str__(self) -> str:
        place = (
            f"{self.unit.survey} {self.unit.period}, {self.breakdown}: {self.group}, {self.question or 'antal svar'}"
        )
        return f"{place}: {self.what} {self.worked_out} (är {self.true}), {self.by}"


@dataclass(frozen=True)
class Protected:
    """A group (or those in none) whose figures may not be worked out."""

    breakdown: str
    group: str | None
    parts: list[Part]
    size: int
    counts: Counts
    is_size_shown: bool


@dataclass
class Judge:
    attacker: Attacker
    survey: Survey
    solved: int = 0
    counts_judged: int = 0
    _bare: dict[str, Block] = field(default_factory=dict)
    other: Attacker | None = None
    """Of another edition."""
    narrowed: int = 0
    """Counts that lie closer than they should, where only those that are known exactly are told of."""

    def disclosures(self) -> Iterator[Disclosure]:
        yield from self._shown_rows()
        for block in self.attacker.blocks(self.survey.unit):
            if self._has_secrets(block):
                yield from self._of_block(block)

    # What is shown as it stands.

    def _shown_rows(self) -> Iterator[Disclosure]:
        published, survey, rules = self.attacker.published, self.survey, self.survey.rules
        unit = survey.unit
        for place in published.figures:
            if place.unit != unit:
                continue
            limit = rules.limit(place.breakdown)
            counts, size = published.counts(place), published.respondents(place)
            if place.question and counts is not None:
                if 0 < counts.base < limit or rules.is_unanimous(counts):
                    yield self._told(place, f"{tuple(counts)}")
                elif place.breakdown != TOTAL and place.question in rules.only_total:
                    yield self._told(place, f"{tuple(counts)}")
            elif not place.question and size is not None and 0 < size < limit:
                yield self._told(place, f"{size}")
        yield from self._nested()

    def _told(self, place: Place, figures: str) -> Disclosure:
        return Disclosure(
            place.unit, place.breakdown, place.group, place.question, "visas som den är", figures, figures
        )

    def _nested(self) -> Iterator[Disclosure]:
        """Groups of one variable that lie wholly in a group of another, for one who knows that they do."""
        survey, published = self.survey, self.attacker.published
        found = published.breakdowns(survey.unit)
        members: dict[tuple[str, str], set[int]] = {}
        for breakdown, groups in found.items():
            for group in groups:
                members[breakdown, group] = {
                    at for at, person in enumerate(survey.people) if group in survey.group_of(person, breakdown)
                }
        for outer, people in members.items():
            for breakdown, groups in found.items():
                inner = [g for g in groups if (breakdown, g) != outer and members[breakdown, g] <= people]
                if breakdown == outer[0] and breakdown not in survey.multiple:
                    continue
                for question in ("", *published.questions(survey.unit)):
                    yield from self._difference(outer, breakdown, inner, members, question)

    def _difference(
        self, outer: tuple[str, str], breakdown: str, inner: list[str], members: dict[tuple[str, str], set[int]],
        question: str,
    ) -> Iterator[Disclosure]:  # fmt: skip
        published, survey = self.attacker.published, self.survey

        def is_shown(breakdown: str, group: str) -> bool:
            place = Place(survey.unit, breakdown, group, question)
            return (published.counts(place) if question else published.respondents(place)) is not None

        shown = [group for group in inner if is_shown(breakdown, group)]
        if not shown or not is_shown(*outer):
            return
        together = set().union(*(members[breakdown, group] for group in shown))
        if len(together) != sum(len(members[breakdown, group]) for group in shown):
            return
        left = [survey.people[at] for at in members[outer] - together]
        limit = max(survey.rules.limit(outer[0]), survey.rules.limit(breakdown))
        what = f"utan {' och '.join(shown)} ({breakdown}), som ligger i den,"
        if (problem := self._problem(left, question, limit)) is not None:
            yield Disclosure(survey.unit, outer[0], outer[1], question, what, problem, "exakt")

    def _problem(self, people: list[Person], question: str, limit: int) -> str | None:
        """Why a row of these people may not be known."""
        if not question:
            return str(len(people)) if 0 < len(people) < limit else None
        counts = Counts(*(sum(p.answers.get(question) == k for p in people) for k in CLASSES))
        return f"{tuple(counts)}" if self._may_not_be_known(counts, limit) else None

    def _may_not_be_known(self, counts: Counts, limit: int) -> bool:
        return 0 < counts.base < limit or self.survey.rules.is_unanimous(counts)

    def _is_none_in_the_other(self, protected: Protected, block: Block, classes: tuple[int, ...] | None) -> bool:
        """Whether a row that the other edition shows, of the group or of all, says that nobody answered so."""
        if self.other is None or classes is None:
            return False
        groups = [(protected.breakdown, protected.group or ""), (TOTAL, "Totalt")]
        rows = [self.other.published.counts(Place(block.unit, *group, block.question)) for group in groups]
        return any(row is not None and row.of(classes) == 0 for row in rows)

    # What can be worked out.

    def _has_secrets(self, block: Block) -> bool:
        for breakdown in block.breakdowns():
            if breakdown in self.survey.multiple:
                return True
        return any(self._is_hidden(block, b, cell) for b, cell in block.parts) or self._is_total_hidden(block)

    def _is_hidden(self, block: Block, breakdown: str, cell: Cell) -> bool:
        if self.survey.breakdown(breakdown).size(cell) == 0:
            return False
        if not cell:
            return True
        place = Place(block.unit, breakdown, next(iter(cell)), block.question)
        published = self.attacker.published
        return (published.counts(place) if block.question else published.respondents(place)) is None

    def _is_total_hidden(self, block: Block) -> bool:
        place = Place(block.unit, TOTAL, "Totalt", block.question)
        published = self.attacker.published
        return (published.counts(place) if block.question else published.respondents(place)) is None

    def _of_block(self, block: Block) -> Iterator[Disclosure]:
        unknowns = block.unknowns
        truth = block.world(self.survey)
        if not unknowns.agrees(truth):
            yield Disclosure(
                block.unit, "/".join(block.breakdowns()), "", block.question, "stämmer inte med svaren", "", ""
            )
            return
        unknowns.add_world(truth)
        for breakdown in block.breakdowns():
            yield from self._sums(block, breakdown)
        insiders = list(self.insiders(block))
        for protected in self.protected(block):
            yield from self.counts(block, protected, insiders)
        self.solved += unknowns.solved

    def _sums(self, block: Block, breakdown: str) -> Iterator[Disclosure]:
        """Hidden parts that together are known exactly."""
        survey, unknowns, limit = self.survey, block.unknowns, self.survey.rules.limit(breakdown)
        divided = survey.breakdown(breakdown)
        # Parts with nobody in them too: a reader does not know that they have nobody.
        several = breakdown in survey.multiple
        cells = [
            cell
            for b, cell in block.parts
            if b == breakdown and (several or not cell or self._is_hidden(block, breakdown, cell))
        ]
        if not block.question:
            suspects = [
                chosen
                for number in range(1, len(cells) + 1)
                for chosen in combinations(cells, number)
                if 0 < sum(divided.size(cell) for cell in chosen) < limit
            ]
        else:
            suspects = [
                chosen
                for number in range(1, len(cells) + 1)
                for chosen in combinations(cells, number)
                if self._may_not_be_known(self._together(breakdown, chosen, block.question), limit)
            ]
        # What the total's row tells is no disclosure of the breakdown.
        suspects = [s for s in suspects if sum(map(divided.size, s)) < len(survey.people)]
        if suspects:
            unknowns.explore(4)
        told = set()
        for chosen in suspects:
            people = frozenset(cell for cell in chosen if divided.size(cell))
            if people in told:
                continue
            parts = [block.parts[breakdown, cell] for cell in chosen]
            if block.question:
                sums = [{part.answers[k]: 1 for part in parts} for k in CLASSES]
            else:
                sums = [{part.size: 1 for part in parts}]
            if all(self._is_determined(block, terms) for terms in sums):
                told.add(people)
                names = " och ".join(" + ".join(sorted(cell)) or "de utan värde" for cell in chosen if cell in people)
                true = self._together(breakdown, chosen, block.question) if block.question else (
                    sum(divided.size(cell) for cell in chosen),
                )  # fmt: skip
                yield Disclosure(block.unit, breakdown, names, block.question, "raden är", str(tuple(true)), "exakt")

    def _together(self, breakdown: str, cells: tuple[Cell, ...], question: str) -> Counts:
        divided = self.survey.breakdown(breakdown)
        return Counts(*map(sum, zip(*(divided.counts(cell, question) for cell in cells))))

    def _is_determined(self, block: Block, terms: Mapping[int, int]) -> bool:
        unknowns = block.unknowns
        vector = unknowns.vector(terms)
        seen = unknowns.worlds() @ vector
        if seen.min() != seen.max():
            return False
        return unknowns.least_of(terms) == unknowns.greatest_of(terms)

    def protected(self, block: Block) -> Iterator[Protected]:
        survey, published, rules = self.survey, self.attacker.published, self.survey.rules
        question = block.question
        if self._is_total_hidden(block):
            counts = survey.total(question)
            if (
                rules.hides(TOTAL, question, len(survey.people), counts)
                if question
                else len(survey.people) < rules.smallest
            ):
                shown = published.respondents(Place(block.unit, TOTAL, "Totalt")) is not None
                yield Protected(TOTAL, "Totalt", [block.total], len(survey.people), counts, shown)
        for breakdown in block.breakdowns():
            divided, limit = survey.breakdown(breakdown), rules.limit(breakdown)
            groups = list(dict.fromkeys(group for b, cell in block.parts if b == breakdown for group in cell))
            for group in groups:
                size, counts = divided.row(group, question)
                # A question that is shown for the whole alone is hidden whatever its answers are.
                is_primary = rules.hides(TOTAL, question, size, counts) or size < limit or 0 < counts.base < limit
                is_primary = is_primary if question else size < limit
                # Where nobody answered there is nobody to protect.
                if is_primary and (counts.base if question else size):
                    place = Place(block.unit, breakdown, group)
                    shown = published.respondents(place) is not None
                    yield Protected(breakdown, group, block.of_group(breakdown, group), size, counts, shown)
            size, counts = divided.size(REST), divided.counts(REST, question)
            if (breakdown, REST) in block.parts and (0 < counts.base < limit if question else 0 < size < limit):
                yield Protected(breakdown, None, block.of_group(breakdown, None), size, counts, False)

    def insiders(self, block: Block) -> Iterator[tuple[str, dict[int, int], Person]]:
        """What each kind of respondent knows: that there is at least one such."""
        seen = set()
        for person in self.survey.people:
            answer = person.answers.get(block.question) if block.question else 0
            cells = [(b, self.survey.group_of(person, b)) for b in block.breakdowns()]
            key = (answer, *cells)
            if key in seen:
                continue
            seen.add(key)
            known = self._known(block, person)
            told = ", ".join(f"{b} {' + '.join(sorted(cell)) or 'utan värde'}" for b, cell in cells)
            yield f"en i {told} som svarade {NAMES[answer] if answer is not None else 'inget'}", known, person

    def _known(self, block: Block, person: Person) -> dict[int, int]:
        """That there is at least one like the person."""
        cells = [(b, self.survey.group_of(person, b)) for b in block.breakdowns()]
        parts = [block.parts[place] for place in cells if place in block.parts] + [block.total]
        answer = person.answers.get(block.question)
        if not block.question:
            return {part.size: 1 for part in parts}
        return {part.silent if answer is None else part.answers[answer]: 1 for part in parts}

    def _without_rows(
        self, protected: Protected, block: Block, classes: tuple[int, ...] | None, person: Person | None
    ) -> tuple[int, int]:
        """The least and greatest if no group's row of the question were shown."""
        if block.question not in self._bare or self._bare[block.question].breakdowns() != block.breakdowns():
            self._bare[block.question] = self.attacker.without_rows(block)
        bare = self._bare[block.question]
        parts = bare.of_group(protected.breakdown, protected.group)
        if classes is None:
            terms = {part.size: 1 for part in parts}
        else:
            terms = {part.answers[k]: 1 for part in parts for k in classes}
        known = {} if person is None else self._known(bare, person)
        return bare.unknowns.least_of(terms, known), bare.unknowns.greatest_of(terms, known)

    def counts(
        self, block: Block, protected: Protected, insiders: list[tuple[str, dict[int, int], Person]],
        exact_only: bool = False,
    ) -> Iterator[Disclosure]:  # fmt: skip
        rules, unknowns = self.survey.rules, block.unknowns
        sets = COUNTED[rules.attribute] if block.question else (None,)
        for classes in sets:
            if classes is None:
                terms, true, what = {part.size: 1 for part in protected.parts}, protected.size, "antalet"
            else:
                terms = {part.answers[k]: 1 for part in protected.parts for k in classes}
                true, what = protected.counts.of(classes), " + ".join(NAMES[k] for k in classes)
                if rules.attribute == "ogynnsam" and self._in_block(block, protected.breakdown, classes) == 0:
                    continue
            vector = unknowns.vector(terms)
            self.counts_judged += 1
            for name, known, person in [(OUTSIDER, {}, None), *([] if exact_only else insiders)]:
                least, most = self._alone(protected, block, classes, person)
                wanted, width = min(true + 1, most), min(rules.uncertainty, most - least)
                values = unknowns.worlds(known) @ vector
                low, high = values.min(), values.max()
                if high < wanted or high - low < width:
                    high = unknowns.greatest_of(terms, known)
                if high - low < width or high < wanted:
                    low = unknowns.least_of(terms, known)
                if high < wanted or high - low < width:
                    # What the total and the numbers of respondents tell together is no disclosure of these rows.
                    least, most = self._without_rows(protected, block, classes, person)
                    wanted, width = min(true + 1, most), min(rules.uncertainty, most - least)
                own = person is not None and classes is not None and self._is_own(protected, block, classes, person)
                if rules.attribute == "ogynnsam" and classes is not None and high == own:
                    # That nobody, or nobody else, is negative may be told.
                    continue
                if exact_only and (low < high or (high == 0 and self._is_none_in_the_other(protected, block, classes))):
                    self.narrowed += high < wanted or high - low < width
                    continue
                if high < wanted or high - low < width:
                    group = protected.group or "de utan värde"
                    interval = f"{int(low)} till {int(high)}"
                    yield Disclosure(
                        block.unit, protected.breakdown, group, block.question, what, str(true), interval, name
                    )
                    break

    def _in_block(self, block: Block, breakdown: str, classes: tuple[int, ...]) -> int:
        """How many of those in no shown group gave such an answer."""
        if breakdown == TOTAL:
            return self.survey.total(block.question).of(classes)
        divided = self.survey.breakdown(breakdown)
        shown = {
            g
            for b, cell in block.parts
            if b == breakdown
            for g in cell
            if not self._is_hidden(block, b, frozenset((g,)))
        }
        return sum(divided.counts(cell, block.question).of(classes) for cell in divided.cells if not cell & shown)

    def _alone(
        self, protected: Protected, block: Block, classes: tuple[int, ...] | None, person: Person | None
    ) -> tuple[int, int]:
        """The least and greatest that the total's row alone allows, and how many the group's respondents are if that
        is shown.
        """
        survey = self.survey
        all_people, most = len(survey.people), 10**6
        is_in = person is not None and (
            protected.breakdown == TOTAL or self._is_in(person, protected.breakdown, protected.group)
        )
        if classes is None:
            if protected.breakdown == TOTAL:
                return 0, most
            # A group that has a name has somebody.
            least = 1 if protected.group or is_in else 0
            return least, all_people - (1 if person is not None and not is_in else 0)
        answer = person.answers.get(block.question) if person is not None else None
        own = 1 if answer in classes else 0
        size = protected.size - is_in if protected.is_size_shown else most
        if self._is_total_hidden(block):
            return own * is_in, min(most, size) + own * is_in
        total = survey.total(block.question).of(classes) - own
        people = all_people - (person is not None)
        least = max(0, size - (people - total)) if protected.is_size_shown else 0
        return least + own * is_in, min(total, size) + own * is_in

    def _is_own(self, protected: Protected, block: Block, classes: tuple[int, ...], person: Person) -> bool:
        """Whether one of those counted is the person."""
        is_in = protected.breakdown == TOTAL or self._is_in(person, protected.breakdown, protected.group)
        return is_in and person.answers.get(block.question) in classes

    def _is_in(self, person: Person, breakdown: str, group: str | None) -> bool:
        groups = self.survey.group_of(person, breakdown)
        return group in groups if group else not groups
