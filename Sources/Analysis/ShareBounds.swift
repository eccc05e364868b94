/// How low and how high a share could be among all who were asked, whatever those who did not answer think. Needs no
/// assumption.
public struct ShareBounds: Hashable, Sendable {
    /// Had none of the others answered positively.
    public let lowest: Ratio
    /// Had all of them.
    public let highest: Ratio
}

/// The bounds of a share among all who were asked: from `positive` of `invited`, to that and everybody without an answer.
///
/// - Parameters:
///   - positive: positive answers.
///   - base: substantive answers. Who gave another answer, such as "vet ej", counts with those who did not answer.
///   - invited: how many were asked.
/// - Returns: nil where nobody was asked or the numbers cannot belong together.
public func bounds(positive: Int, base: Int, invited: Int) -> ShareBounds? {
    guard base >= 0, (0...base).contains(positive), invited >= base, let lowest = Ratio(positive, of: invited),
        let highest = Ratio(positive + (invited - base), of: invited)
    else { return nil }
    return ShareBounds(lowest: lowest, highest: highest)
}
