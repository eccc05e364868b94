/// What of some people can be told apart by subtracting groups of another breakdown, or overlapping groups of the same one,
/// that lie among them.
struct Isolation {
    let problems: [HidingProblem]
    /// By division and group.
    let hidden: [[Bool]]

    /// In how many places too few, or people who answered too much alike, are told apart.
    func count(_ nested: [NestedGroups]) -> Int {
        outers(nested).reduce(0) { $0 + (isolates($1) ? 1 : 0) }
    }

    /// People whose answers together are known, and the groups of a breakdown that lie among them.
    struct Outer {
        let division: Int
        /// Nil for a group that is shown.
        let block: Int?
        let people: Answered
        let innerDivision: Int
        var inner: Set<Int>
    }

    /// The groups that are shown, and for those that are hidden the blocks they are known in.
    private func outers(_ nested: [NestedGroups]) -> [Outer] {
        var outers: [Outer] = []
        for nested in nested {
            let (division, group) = (nested.outer.division, nested.outer.group)
            let problem = problems[division]
            guard hidden[division][group] else {
                outers.append(
                    Outer(
                        division: division, block: nil, people: problem.rows[group], innerDivision: nested.division,
                        inner: nested.inner))
                continue
            }
            // Of overlapping groups the hidden are not known together.
            guard !problem.canOverlap, let block = problem.cells.first(where: { $0.groups.contains(group) })?.block
            else { continue }
            let same = outers.firstIndex {
                $0.division == division && $0.block == block && $0.innerDivision == nested.division
            }
            if let same {
                outers[same].inner.formUnion(nested.inner)
            } else {
                let cells = problem.hiddenCells(of: block, hidden[division])
                guard cells.count < problem.cells.count else { continue }
                outers.append(
                    Outer(
                        division: division, block: block, people: cells.reduce(Answered()) { $0 + $1.answered },
                        innerDivision: nested.division, inner: nested.inner))
            }
        }
        return outers
    }

    private func isolates(_ outer: Outer) -> Bool {
        let problem = problems[outer.innerDivision]
        let isShown = hidden[outer.innerDivision].map { !$0 }
        func tells(without groups: Set<Int>) -> Bool {
            let subtracted = problem.cells.reduce(into: Answered()) { sum, cell in
                if !groups.isDisjoint(with: cell.groups) { sum += cell.answered }
            }
            let rest = outer.people - subtracted
            return subtracted.base > 0 && !(problem.mayTell(rest) && problems[outer.division].mayTell(rest))
        }
        var known = outer.inner.filter { isShown[$0] }
        // Overlapping groups can be subtracted one at a time, but not all of them for certain.
        if problem.canOverlap { return tells(without: known) || known.contains { tells(without: [$0]) } }
        // A block of hidden groups that all lie among these people is known too.
        for block in 0..<problem.blockCount {
            let groups = problem.hiddenCells(of: block, hidden[outer.innerDivision]).map(\.groups.first)
            if groups.allSatisfy({ $0.map(outer.inner.contains) ?? false }) {
                known.formUnion(groups.compactMap(\.self))
            }
        }
        return tells(without: known)
    }
}
