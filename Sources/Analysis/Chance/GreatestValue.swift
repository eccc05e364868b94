/// The greatest value of a smooth function between 0 and 1.
///
/// Looks at evenly spaced points and then, from every one that is higher than its neighbours, for the top between these by the
/// golden section; not where the parabola through the three says that it must be far below another.
///
/// - Parameter points: so many that the function has at most one top between three of them.
func greatestValue(points: Int, of function: (Double) -> Double) -> Double {
    let spacing = 1 / Double(points + 1)
    let values = [0] + (1...points).map { function(Double($0) * spacing) } + [0]
    var greatest = values.max() ?? 0
    for place in 1...points {
        let (before, value, after) = (values[place - 1], values[place], values[place + 1])
        guard value >= before, value >= after else { continue }
        let curvature = 2 * value - before - after
        let above = curvature > 0 ? (before - after) * (before - after) / (8 * curvature) : 0
        // The parabola is out by less than this: a fourfold rise, and a hundredth of the whole.
        if (value + 4 * above) * 1.01 < greatest { continue }
        let middle = Double(place) * spacing
        greatest = max(greatest, top(of: function, from: middle - spacing, to: middle + spacing))
    }
    return greatest
}

/// The greatest value that the golden section finds: each step leaves 0.618 of the interval.
private func top(of function: (Double) -> Double, from start: Double, to end: Double) -> Double {
    let part = (5.0.squareRoot() - 1) / 2
    var (low, high) = (start, end)
    var (left, right) = (high - part * (high - low), low + part * (high - low))
    var (valueLeft, valueRight) = (function(left), function(right))
    // A hundred-thousandth of the interval: near its top a smooth function is then exact to 10^-12.
    for _ in 0..<26 {
        if valueLeft > valueRight {
            (high, right, valueRight) = (right, left, valueLeft)
            left = high - part * (high - low)
            valueLeft = function(left)
        } else {
            (low, left, valueLeft) = (left, right, valueRight)
            right = low + part * (high - low)
            valueRight = function(right)
        }
    }
    return max(valueLeft, valueRight)
}
