/// How likely each number of positive answers is, relative to the likeliest.
struct Binomial {
    let size: Int
    /// By the number of positive answers, from 0 to `size`.
    private(set) var weights: [Double]
    /// The step up from each number, at equal odds.
    private let steps: [Double]
    private var sums: [Double]

    /// Beneath it nothing is told from nothing. Products of two are still above the type's least.
    private static let nothing = 1e-150

    init(_ size: Int) {
        self.size = size
        weights = [Double](repeating: 0, count: size + 1)
        sums = weights
        steps = (0..<size).map { Double(size - $0) / Double($0 + 1) }
    }

    /// - Parameter odds: positive to not positive, above 0.
    mutating func setOdds(_ odds: Double) {
        let likeliest = min(size, Int(Double(size + 1) * (odds / (1 + odds))))
        let inverse = 1 / odds
        weights.withUnsafeMutableBufferPointer { weights in
            steps.withUnsafeBufferPointer { steps in
                weights[likeliest] = 1
                var weight = 1.0
                for count in likeliest..<size {
                    weight *= steps[count] * odds
                    if weight < Self.nothing { weight = 0 }
                    weights[count + 1] = weight
                }
                weight = 1
                for count in (0..<likeliest).reversed() {
                    weight *= inverse / steps[count]
                    if weight < Self.nothing { weight = 0 }
                    weights[count] = weight
                }
            }
        }
    }

    /// The sum of the weights of each number and all greater ones.
    mutating func sumsFromEachOn() -> [Double] {
        var sum = 0.0
        for count in (0...size).reversed() {
            sum += weights[count]
            sums[count] = sum
        }
        return sums
    }
}
