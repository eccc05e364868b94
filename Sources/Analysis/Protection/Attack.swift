/// What may be worked out of a protected part of some people whose answers together are known: the least and the greatest
/// value that each count of the part can have, for somebody from outside and for each kind of respondent, who takes the
/// own answer out first.
///
/// The people whose answers are known together are the *block*: the part, the *pool* of those whose number of respondents
/// is known only together with the part's, and the rest, whose numbers are known one by one. Each number of respondents
/// is a roof on the answers.
struct Attack {
    let part: Answered
    /// Groups of the pool beside the part: each is known to have somebody.
    var groups = Answered()
    var groupCount = 0
    /// Others of the pool: those without a value, who may be none.
    var others = Answered()
    /// The least number of respondents that the part can have: all of them where its number is known.
    let floor: Int
    /// The most that the part can have, where that is known without the pool.
    var roof = Int.max
    /// Those of the block outside the pool.
    var rest = Answered()
    /// Those outside the block: what the total alone tells is told of these too.
    let shown: Answered
    /// Groups among those outside, where the pool of the total alone is everybody; nil where the pool is the same.
    var shownGroups: Int?

    /// Whether the interval of each count is wide enough: one more than the true number is possible, and the greatest value
    /// is at least `uncertainty` above the least. Where the total alone already tells more, that is enough.
    ///
    /// - Parameter zeroIsTold: whether it may be told that nobody of the block is in the classes.
    func isWide(_ classes: Classes, uncertainty: Int, zeroIsTold: Bool) -> Bool {
        let block = part + groups + others + rest
        let inBlock = block.count(classes)
        if zeroIsTold && inBlock == 0 { return true }
        let inTotal = inBlock + shown.count(classes)
        let inPart = part.count(classes)
        let pool = part.respondents + groups.respondents + others.respondents

        /// - Parameters:
        ///   - own: 1 where the attacker's own answer is in the classes.
        ///   - place: how much the attacker takes away of the part, of the pool, of the roofs below and of the rest.
        func holds(_ own: Int, _ place: Place) -> Bool {
            let block = inBlock - own
            if zeroIsTold && block == 0 { return true }
            let truth = inPart - (place == .part ? own : 0)
            let pool = pool - (place == .outside || place == .rest ? 0 : 1)
            let floor = place == .part ? max(0, floor - 1) : floor
            let groupCount = groupCount - (place == .groups ? 1 : 0)
            let rest = rest.respondents - (place == .rest ? 1 : 0)
            let roof = place == .part && roof < .max ? roof - 1 : roof

            let now = Interval(
                sum: block, pool: pool, floor: floor, others: groupCount, rest: rest, roof: roof)
            let alone =
                if let shownGroups {
                    Interval(
                        sum: inTotal - own, pool: pool + shown.respondents, floor: floor,
                        others: groupCount + shownGroups, rest: rest, roof: roof)
                } else {
                    Interval(
                        sum: inTotal - own, pool: pool, floor: floor, others: groupCount,
                        rest: rest + shown.respondents, roof: roof)
                }
            return now.greatest >= min(truth + 1, alone.greatest) && now.width >= min(uncertainty, alone.width)
        }
        func holds(_ people: Answered, _ place: Place) -> Bool {
            let own = people.count(classes)
            return (own == 0 || holds(1, place)) && (own == people.respondents || holds(0, place))
        }
        return holds(0, .outside) && holds(part, .part) && holds(groups, .groups) && holds(others, .others)
            && holds(rest, .rest)
    }

    private enum Place { case outside, part, groups, others, rest }

    private struct Interval {
        let least: Int
        let greatest: Int
        var width: Int { greatest - least }

        /// - Parameters:
        ///   - sum: how many of the block are in the classes.
        ///   - others: the least number of respondents of the pool beside the part.
        init(sum: Int, pool: Int, floor: Int, others: Int, rest: Int, roof: Int) {
            greatest = min(sum, pool - others, roof)
            least = max(0, sum - (pool - floor + rest))
        }
    }
}
