import Survey

@testable import Analysis

/// Every way in which a few respondents can have answered one question that agrees with what is shown of it.
///
/// Written without regard to how the program decides: it only tries all numbers of respondents and of answers.
struct Worlds {
    struct Cell {
        var isGroup: Bool
        var respondents: Int
        var counts: [Int]
    }

    /// The truth. Everybody in the table has a cell; nobody is in two groups.
    let cells: [Cell]
    /// By cell: whether its number of respondents is shown, and its answers.
    var isNumberShown: [Bool]
    var areAnswersShown: [Bool]
    /// Sets of cells that were given out before: how many they are together, and what they answered.
    var knownNumbers: [[Int]] = []
    var knownAnswers: [[Int]] = []

    /// How many ways to answer there are at most, so that a test can leave out what would take long.
    var most: Int {
        let hidden = cells.indices.filter { !areAnswersShown[$0] }
        return (0..<4).reduce(1) { product, answer in
            let answers = hidden.reduce(0) { $0 + cells[$1].counts[answer] }
            return product * ways(answers, hidden.count)
        } * ways(cells.indices.filter { !isNumberShown[$0] }.reduce(0) { $0 + cells[$1].respondents }, 2)
    }

    private func ways(_ things: Int, _ places: Int) -> Int {
        guard places > 1 else { return 1 }
        return (1..<places).reduce(1) { $0 * (things + $1) / $1 }
    }

    func forEach(_ body: (_ respondents: [Int], _ counts: [[Int]]) -> Void) {
        numbers { respondents in
            var counts = cells.indices.map { areAnswersShown[$0] ? cells[$0].counts : [0, 0, 0, 0] }
            answers(0, respondents, &counts) { counts in
                let agrees = knownAnswers.allSatisfy { known in
                    (0..<4).allSatisfy { answer in
                        known.reduce(0) { $0 + counts[$1][answer] - cells[$1].counts[answer] } == 0
                    }
                }
                if agrees { body(respondents, counts) }
            }
        }
    }

    func numbers(_ body: ([Int]) -> Void) {
        let hidden = cells.indices.filter { !isNumberShown[$0] }
        var numbers = cells.map(\.respondents)
        func fill(_ place: Int, _ left: Int) {
            guard place < hidden.count else {
                let agrees = knownNumbers.allSatisfy { known in
                    known.reduce(0) { $0 + numbers[$1] - cells[$1].respondents } == 0
                }
                if left == 0 && agrees { body(numbers) }
                return
            }
            let cell = hidden[place]
            // A group that is named has somebody.
            let least = cells[cell].isGroup ? 1 : 0
            for number in stride(from: least, through: left, by: 1) {
                numbers[cell] = number
                fill(place + 1, left - number)
            }
        }
        fill(0, hidden.reduce(0) { $0 + cells[$1].respondents })
    }

    private func answers(
        _ answer: Int, _ respondents: [Int], _ counts: inout [[Int]], _ body: ([[Int]]) -> Void
    ) {
        guard answer < 4 else { return body(counts) }
        let hidden = cells.indices.filter { !areAnswersShown[$0] }
        func fill(_ place: Int, _ left: Int, _ counts: inout [[Int]]) {
            guard place < hidden.count else {
                if left == 0 { answers(answer + 1, respondents, &counts, body) }
                return
            }
            let cell = hidden[place]
            let room = min(left, respondents[cell] - counts[cell].reduce(0, +))
            for number in stride(from: 0, through: room, by: 1) {
                counts[cell][answer] = number
                fill(place + 1, left - number, &counts)
            }
            counts[cell][answer] = 0
        }
        fill(0, hidden.reduce(0) { $0 + cells[$1].counts[answer] }, &counts)
    }
}

/// Somebody who reads the tables: from outside, or a respondent who knows the own cell and answer.
struct Reader: Hashable {
    let cell: Int?
    /// Nil for a respondent who did not answer.
    let answer: Int?
}

extension Worlds {
    var readers: [Reader] {
        var readers = [Reader(cell: nil, answer: nil)]
        for (place, cell) in cells.enumerated() {
            for answer in 0..<4 where cell.counts[answer] > 0 { readers.append(Reader(cell: place, answer: answer)) }
            if cell.respondents > cell.counts.reduce(0, +) { readers.append(Reader(cell: place, answer: nil)) }
        }
        return readers
    }

    /// The least and greatest value that a count of a cell can have for each reader, without the reader's own answer.
    func ranges(of asked: [(cell: Int, answers: [Int])]) -> [Reader: [ClosedRange<Int>]] {
        let readers = readers
        var least = readers.map { _ in asked.map { _ in Int.max } }
        var greatest = readers.map { _ in asked.map { _ in Int.min } }
        forEach { respondents, counts in
            for (reader, who) in readers.enumerated() {
                if let cell = who.cell {
                    if let answer = who.answer {
                        if counts[cell][answer] == 0 { continue }
                    } else if respondents[cell] <= counts[cell].reduce(0, +) {
                        continue
                    }
                }
                for (place, count) in asked.enumerated() {
                    var value = 0
                    for answer in count.answers { value += counts[count.cell][answer] }
                    if let answer = who.answer, who.cell == count.cell, count.answers.contains(answer) { value -= 1 }
                    least[reader][place] = min(least[reader][place], value)
                    greatest[reader][place] = max(greatest[reader][place], value)
                }
            }
        }
        var ranges: [Reader: [ClosedRange<Int>]] = [:]
        for (reader, who) in readers.enumerated() {
            ranges[who] = asked.indices.map { least[reader][$0]...greatest[reader][$0] }
        }
        return ranges
    }

    /// As above, of how many the respondents of each cell are.
    func rangesOfRespondents() -> [Reader: [ClosedRange<Int>]] {
        var ranges: [Reader: [ClosedRange<Int>]] = [:]
        for reader in readers {
            numbers { respondents in
                var respondents = respondents
                if let cell = reader.cell { respondents[cell] -= 1 }
                guard respondents.allSatisfy({ $0 >= 0 }) else { return }
                ranges[reader] = respondents.indices.map { place in
                    guard let known = ranges[reader]?[place] else { return respondents[place]...respondents[place] }
                    return min(known.lowerBound, respondents[place])...max(known.upperBound, respondents[place])
                }
            }
        }
        return ranges
    }
}
