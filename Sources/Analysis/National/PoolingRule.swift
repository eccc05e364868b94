/// When a figure over several förbund may be shown: never where a förbund can be worked out from it, not even by another
/// förbund that takes away its own answers.
///
/// The rules are those of statistical disclosure control (Hundepool et al., Handbook on Statistical Disclosure Control, the
/// chapter on tables), with the förbund as the contributors and their answers as what they contribute:
///
/// - a least number of contributors (threshold rule);
/// - the largest gives at most half: the (n, k) dominance rule with n = 1, k = 50;
/// - what the two largest leave is at least a tenth of the largest: the p % rule with p = 10. The second largest, who takes
///   away its own, is then at least so far from knowing the largest;
/// - whichever förbund takes away its own, and however its own fell, at least two of the others' answers are of the kind
///   that is counted and two are not: else it could know that all the others answered alike, or all but one. This is the
///   rule for groups of people (`n − k ≤ c`, Lupp and Langsrud 2021), asked of each remainder.
///
/// The rules look at nothing but what is published and at how many answers each förbund has. A rule that looked at how they
/// fell would itself tell something, when it lets a figure through.
struct PoolingRule {
    var fewestForbund = 5
    /// Per cent of all answers.
    var mostOfOne = 50
    /// Per cent of the largest's answers.
    var leastRemainder = 10
    /// So many of the remaining answers must be of the kind counted, and so many must not.
    var leastOfEachKind = 2

    func allows(_ all: [Contribution], smallestGroup: Int) -> Bool {
        let given = all.filter { $0.answers > 0 }
        let sum = Contribution(sumOf: given)
        guard given.count >= fewestForbund, sum.answers >= smallestGroup else { return false }
        var (largest, second) = (0, 0)
        for one in given {
            if one.answers > largest {
                (largest, second) = (one.answers, largest)
            } else if one.answers > second {
                second = one.answers
            }
        }
        guard 100 * largest <= mostOfOne * sum.answers,
            100 * (sum.answers - largest - second) >= leastRemainder * largest
        else { return false }
        return [sum.positive, sum.clearlyPositive].allSatisfy { count in
            min(count, sum.answers - count) - largest >= leastOfEachKind
        }
    }
}

extension Contribution {
    init(sumOf all: some Sequence<Contribution>) {
        for one in all { self = self + one }
    }

    static func + (a: Contribution, b: Contribution) -> Contribution {
        Contribution(
            answers: a.answers + b.answers, positive: a.positive + b.positive,
            clearlyPositive: a.clearlyPositive + b.clearlyPositive)
    }

    static func - (a: Contribution, b: Contribution) -> Contribution {
        Contribution(
            answers: a.answers - b.answers, positive: a.positive - b.positive,
            clearlyPositive: a.clearlyPositive - b.clearlyPositive)
    }
}
