/// The ways in which the positive answers of two years can fall on the first of them. Whole numbers as floating point: all are
/// far below 2^53.
///
/// Each weight follows from its neighbour's by a ratio of whole numbers, from the likeliest number on. So nothing is a
/// difference of great logarithms, and what is too unlikely to matter is never reached, however many have answered.
struct Hypergeometric {
    /// How many answered the first year, and the other.
    let size: Double
    let other: Double
    /// Positive answers of both years.
    let positive: Double

    /// Weights of a smaller part of the greatest in a sum, and all beyond them, add nothing to it.
    private static let nothing = 1e-20

    /// The probability of so many positive answers in the first year or fewer; 0 where the type has no number for it.
    func probability(ofAtMost count: Double) -> Double {
        let (least, most) = (max(0, positive - other), min(size, positive))
        let likeliest = min(max(((size + 1) * (positive + 1) / (size + other + 2)).rounded(.down), least), most)
        var (below, above) = (0.0, 0.0)
        func add(_ weight: Double, of place: Double) {
            if place <= count { below += weight } else { above += weight }
        }
        add(1, of: likeliest)
        var (place, weight) = (likeliest, 1.0)
        while place < most, weight > Self.nothing {
            weight *= (positive - place) * (size - place) / ((place + 1) * (other - positive + place + 1))
            place += 1
            add(weight, of: place)
        }
        (place, weight) = (likeliest, 1)
        while place > least, weight.isNormal, weight > Self.nothing * below || place > count {
            weight *= place * (other - positive + place) / ((positive - place + 1) * (size - place + 1))
            place -= 1
            add(weight, of: place)
        }
        return below / (below + above)
    }
}
