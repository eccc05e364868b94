/// The choice of what else to hide by which the fewest answers are lost: fewer rows where that is equal, and then the groups
/// that come first in `HidingProblem.order(of:)`.
///
/// It is exact where there are up to `candidatesSearched` groups to choose among. Beyond that it is the better of what is
/// found exactly among those with the fewest answers and what is found one group at a time.
struct LeastLoss {
    static let candidatesSearched = 14

    private let problem: HidingProblem
    /// Groups that may be shown or hidden, those with the fewest answers first.
    private let candidates: [Int]

    init(_ problem: HidingProblem) {
        self.problem = problem
        candidates = problem.reasons.indices.filter { problem.reasons[$0] == nil }
            .map { ($0, problem.order(of: $0)) }
            .sorted { $0.1.lexicographicallyPrecedes($1.1) }
            .map(\.0)
    }

    /// By group: whether it is hidden. Where nothing makes all safe, it is what leaves the fewest blocks that tell too much.
    func hidden() -> [Bool] {
        let forced = problem.reasons.map { $0 != nil }
        guard problem.mayTellTooMuch, !problem.isSafe(forced) else { return forced }
        let stepwise = choice(oneAtATimeFrom: forced)
        let found = problem.disclosures(stepwise.hidden)
        if found == .init() { return leastSafe(from: forced, orElse: stepwise).hidden }
        return leastOfAll(from: forced, orElse: stepwise, found).hidden
    }

    /// What is hidden beside what must be.
    private struct Choice {
        var hidden: [Bool]
        /// Answers.
        var loss = 0
        /// Answers that are lost with them.
        var beside = 0
        /// Places in `candidates`, rising.
        var chosen: [Int] = []

        /// Whether it loses less.
        func isBetter(than other: Self) -> Bool {
            let (loss, otherLoss) = ((loss, chosen.count, beside), (other.loss, other.chosen.count, other.beside))
            return loss == otherLoss ? chosen.lexicographicallyPrecedes(other.chosen) : loss < otherLoss
        }
    }

    private func add(_ candidate: Int, to choice: inout Choice) {
        let group = candidates[candidate]
        choice.hidden[group] = true
        choice.loss += problem.rows[group].base
        choice.beside += problem.answersBeside(group)
        choice.chosen.insert(candidate, at: choice.chosen.firstIndex { $0 > candidate } ?? choice.chosen.endIndex)
    }

    private func remove(_ candidate: Int, from choice: inout Choice) {
        let group = candidates[candidate]
        choice.hidden[group] = false
        choice.loss -= problem.rows[group].base
        choice.beside -= problem.answersBeside(group)
        choice.chosen.removeAll { $0 == candidate }
    }

    private var searched: Int { min(candidates.count, Self.candidatesSearched) }

    /// Branch and bound: a choice that loses more than the best one found is not built upon, since it only loses more.
    private func leastSafe(from forced: [Bool], orElse first: Choice) -> Choice {
        var (best, choice) = (first, Choice(hidden: forced))
        func search(from place: Int) {
            for next in place..<searched {
                // Those after lose as much or more.
                guard choice.loss + problem.rows[candidates[next]].base <= best.loss else { return }
                add(next, to: &choice)
                if choice.isBetter(than: best) && problem.isSafe(choice.hidden) {
                    best = choice
                } else {
                    search(from: next + 1)
                }
                remove(next, from: &choice)
            }
        }
        search(from: 0)
        return best
    }

    /// Every choice, where what was given out before tells something whatever is hidden.
    private func leastOfAll(
        from forced: [Bool], orElse first: Choice, _ found: HidingProblem.Disclosures
    ) -> Choice {
        var (best, least, choice) = (first, found.blocks, Choice(hidden: forced))
        func search(from place: Int) {
            let blocks = problem.disclosures(choice.hidden).blocks
            if blocks < least || (blocks == least && choice.isBetter(than: best)) { (best, least) = (choice, blocks) }
            for next in place..<searched {
                add(next, to: &choice)
                search(from: next + 1)
                remove(next, from: &choice)
            }
        }
        search(from: 0)
        return best
    }

    /// Hides the group that leaves the fewest ways to tell too much until none is left or none helps, and shows again what
    /// turned out not to be needed.
    private func choice(oneAtATimeFrom forced: [Bool]) -> Choice {
        var choice = Choice(hidden: forced)
        var left = Array(candidates.indices)
        var disclosures = problem.disclosures(forced)
        while disclosures > .init() {
            var best: (place: Int, left: HidingProblem.Disclosures)?
            for place in left.indices {
                add(left[place], to: &choice)
                // The first of the best: they stand with the fewest answers first.
                let after = problem.disclosures(choice.hidden)
                if best.map({ after < $0.left }) ?? true { best = (place, after) }
                remove(left[place], from: &choice)
            }
            guard let best else { break }
            add(left.remove(at: best.place), to: &choice)
            disclosures = best.left
        }
        for candidate in choice.chosen.reversed() {
            remove(candidate, from: &choice)
            if problem.disclosures(choice.hidden) > disclosures { add(candidate, to: &choice) }
        }
        return choice
    }
}
