/// "2, 6 och 8".
func enumeration(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " och " + last
}

/// "80 %", with the no-break space that Swedish typography asks for.
func percent(_ number: Int) -> String { "\(number)\u{A0}%" }

/// "+9", "−3" with U+2212, "0".
func signed(_ number: Int) -> String {
    number > 0 ? "+\(number)" : number < 0 ? "\u{2212}\(-number)" : "0"
}

/// "Fråga 2", "Frågorna 2, 6 och 8", "Frågorna 1–5 och 8".
func questions(_ numbers: [Int]) -> String {
    "\(numbers.count == 1 ? "Fråga" : "Frågorna") \(enumeration(runs(numbers.sorted())))"
}

/// Three or more numbers in a row as their first and last.
private func runs(_ numbers: [Int]) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
        if let last = runs.last, last.upperBound + 1 == number {
            runs[runs.count - 1] = last.lowerBound...number
        } else {
            runs.append(number...number)
        }
    }
    return runs.flatMap { run in
        run.count < 3 ? run.map(String.init) : ["\(run.lowerBound)–\(run.upperBound)"]
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
