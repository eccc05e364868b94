"""Whole numbers that are not known, what is known of them together, and the least and greatest that a sum of them
can be.

The solver is HiGHS. A solution of it is a world: figures that agree with all that is published. Worlds that have
been found are kept, for two of them that differ are proof enough that something cannot be worked out.
"""

from __future__ import annotations

from collections.abc import Mapping

import highspy
import numpy

Terms = Mapping[int, int]
"""Coefficients by unknown."""
MANY = 100_000


class NoWorld(Exception):
    """The equations contradict one another."""


class Unknowns:
    def __init__(self) -> None:
        self.least: list[int] = []
        self.most: list[int] = []
        self.equations: list[tuple[Terms, int, int]] = []
        self._solver: highspy.Highs | None = None
        self._worlds: numpy.ndarray | None = None
        self._matrix: numpy.ndarray | None = None
        self.solved = 0

    def new(self, least: int = 0, most: int = MANY) -> int:
        self.least.append(least)
        self.most.append(most)
        return len(self.least) - 1

    def require(self, terms: Terms, least: int, most: int) -> None:
        self.equations.append((terms, least, most))

    def agrees(self, world: numpy.ndarray) -> bool:
        if self._matrix is None:
            self._matrix = numpy.array([self.vector(terms) for terms, _, _ in self.equations], dtype=int)
            self._matrix.shape = (len(self.equations), len(self.least))
            self._bounds = numpy.array([(least, most) for _, least, most in self.equations], dtype=int).reshape(-1, 2)
        sums = self._matrix @ world
        return bool(
            (world >= self.least).all()
            and (world <= self.most).all()
            and (sums >= self._bounds[:, 0]).all()
            and (sums <= self._bounds[:, 1]).all()
        )

    def add_world(self, world: numpy.ndarray) -> None:
        if self._worlds is None:
            self._worlds = world[None, :]
        elif not (self._worlds == world).all(axis=1).any():
            self._worlds = numpy.vstack((self._worlds, world))

    def worlds(self, known: Mapping[int, int] | None = None) -> numpy.ndarray:
        """Those that have been found, and of them those where some unknowns are at least so large."""
        found = self._worlds if self._worlds is not None else numpy.zeros((0, len(self.least)), dtype=int)
        for at, least in (known or {}).items():
            found = found[found[:, at] >= least]
        return found

    def vector(self, terms: Terms) -> numpy.ndarray:
        vector = numpy.zeros(len(self.least))
        for at, factor in terms.items():
            vector[at] += factor
        return vector

    def least_of(self, terms: Terms, known: Mapping[int, int] | None = None) -> int:
        return self._extreme(self.vector(terms), known)

    def greatest_of(self, terms: Terms, known: Mapping[int, int] | None = None) -> int:
        return -self._extreme(-self.vector(terms), known)

    def explore(self, times: int, seed: int = 1) -> None:
        """Finds worlds far from one another."""
        rng = numpy.random.default_rng(seed)
        for _ in range(times):
            self._extreme(rng.integers(-9, 10, len(self.least)).astype(float), None)

    def _extreme(self, costs: numpy.ndarray, known: Mapping[int, int] | None) -> int:
        solver = self._solver or self._prepared()
        every = numpy.arange(len(costs), dtype=numpy.int32)
        solver.changeColsCost(len(costs), every, costs)
        for at, least in (known or {}).items():
            solver.changeColBounds(at, max(least, self.least[at]), self.most[at])
        try:
            world = self._solve(solver)
        finally:
            for at in known or {}:
                solver.changeColBounds(at, self.least[at], self.most[at])
        self.add_world(world)
        return round(float(costs @ world))

    def _solve(self, solver: highspy.Highs) -> numpy.ndarray:
        self.solved += 1
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise NoWorld(str(solver.getModelStatus()))
        found = numpy.array(solver.getSolution().col_value)
        whole = numpy.rint(found).astype(int)
        if numpy.abs(found - whole).max(initial=0) > 1e-6 or not self.agrees(whole):
            # A corner that is not of whole numbers: then they are asked for.
            count = len(found)
            every = numpy.arange(count, dtype=numpy.int32)
            kinds = numpy.full(count, int(highspy.HighsVarType.kInteger), dtype=numpy.uint8)
            solver.changeColsIntegrality(count, every, kinds)
            solver.run()
            status = solver.getModelStatus()
            found = numpy.array(solver.getSolution().col_value)
            kinds[:] = int(highspy.HighsVarType.kContinuous)
            solver.changeColsIntegrality(count, every, kinds)
            whole = numpy.rint(found).astype(int)
            if status != highspy.HighsModelStatus.kOptimal or not self.agrees(whole):
                raise NoWorld(str(status))
        return whole

    def _prepared(self) -> highspy.Highs:
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.least), len(self.equations)
        program.col_cost_ = numpy.zeros(len(self.least))
        program.col_lower_ = numpy.array(self.least, dtype=float)
        program.col_upper_ = numpy.array(self.most, dtype=float)
        program.row_lower_ = numpy.array([least for _, least, _ in self.equations], dtype=float)
        program.row_upper_ = numpy.array([most for _, _, most in self.equations], dtype=float)
        starts, places, factors = [0], [], []
        for terms, _, _ in self.equations:
            places += terms.keys()
            factors += terms.values()
            starts.append(len(places))
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = numpy.array(starts)
        program.a_matrix_.index_ = numpy.array(places)
        program.a_matrix_.value_ = numpy.array(factors, dtype=float)
        solver = highspy.Highs()
        for option, value in (("output_flag", False), ("presolve", "off"), ("threads", 1), ("mip_rel_gap", 0.0)):
            solver.setOptionValue(option, value)
        solver.passModel(program)
        self._solver = solver
        return solver
