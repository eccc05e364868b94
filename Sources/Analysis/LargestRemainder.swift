/// Whole percentages that sum to exactly 100, by the method of the largest remainder: every share is rounded down, and
/// the percentages left over go to those that lost most, the first of equals first.
///
/// An option for förbund that must print such rows; it moves figures by up to one percentage point.
/// - Parameter counts: parts of one base; their sum must be above 0.
public func percentagesSummingToHundred(_ counts: [Int]) -> [Int] {
    let base = counts.reduce(0, +)
    guard base > 0 else { return counts }
    var percentages = counts.map { 100 * $0 / base }
    let left = 100 - percentages.reduce(0, +)
    let order = counts.indices.sorted { a, b in
        let (lostA, lostB) = (100 * counts[a] % base, 100 * counts[b] % base)
        return lostA == lostB ? a < b : lostA > lostB
    }
    for index in order.prefix(left) { percentages[index] += 1 }
    return percentages
}
