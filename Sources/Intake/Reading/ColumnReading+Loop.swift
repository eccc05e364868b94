import Survey
import Tabular

/// A question of a loop, asked about one of its values.
struct LoopPlace: Hashable, Comparable {
    /// Place in the version's items.
    let question: Int
    /// The value's place in the variable's list.
    let member: Int

    static func < (a: LoopPlace, b: LoopPlace) -> Bool { (a.question, a.member) < (b.question, b.member) }
}

/// The answers to a loop, from a column for each question and value.
extension ColumnReading {
    mutating func takeLooped(_ column: Column, _ question: Int, _ label: String) {
        guard let values = instrument.loopVariable?.values,
            let member = values.firstIndex(where: { $0.label == label })
        else { return }
        loopColumns[LoopPlace(question: question, member: member), default: []].append(coded(column, question))
    }

    /// Puts the answers to the loop, if the version has one, beside the others.
    mutating func settleLoop(_ table: borrowing Table) {
        guard let loop = instrument.loop, let variable = instrument.loopVariable,
            version.items.contains(where: { $0.question.isLooped })
        else { return }
        let filter = groups.first { $0.answers.variable == loop.variable }
        groups.removeAll { $0.answers.variable == loop.variable }
        var assembly = LoopAssembly(loop, variable, version)
        if loopColumns.isEmpty {
            byRows(&assembly, filter, table)
        } else {
            byColumns(&assembly, filter?.answers, table)
        }
        result.loopRemarks = assembly.remarks
        groups.append((filter?.column ?? loopColumns.values.joined().map(\.column.index).min() ?? 0, assembly.filter))
        loopAnswers = assembly.answers
    }

    private mutating func byColumns(
        _ assembly: inout LoopAssembly, _ filter: GroupColumn?, _ table: borrowing Table
    ) {
        var codes: [LoopPlace: [AnswerCode]] = [:]
        for (place, columns) in loopColumns.sorted(by: { $0.key < $1.key }) {
            codes[place] = merged(place, columns.reversed(), table)
        }
        let members = Set(codes.keys.map(\.member)).sorted()
        let questions = Set(codes.keys.map(\.question)).sorted()
        let known = filter.map { filter in (0...filter.lastCode).map { filter.members(ofCode: $0) } }
        for row in 0..<table.rowCount {
            var blocks: [Int: [AnswerCode]] = [:]
            for member in members {
                let answers = questions.map { codes[LoopPlace(question: $0, member: member)]?[row] ?? 0 }
                if answers.contains(where: { $0 != 0 }) { blocks[member] = answers }
            }
            let code = filter.map { Int($0.codes[row]) } ?? 0
            assembly.add(
                known: known.flatMap { $0.indices.contains(code) ? $0[code] : nil } ?? [], blocks, of: questions)
        }
    }

    private mutating func merged(
        _ place: LoopPlace, _ columns: [CodedColumn], _ table: borrowing Table
    ) -> [AnswerCode] {
        let item = version.items[place.question]
        guard let first = columns.first, let match = matches[item.question.scale.id] else { return [] }
        if columns.allSatisfy({ isCoded($0.column) }), !result.coded.contains(item) { result.coded.insert(item, at: 0) }
        if columns.count == 1 {
            if first.hasFaults, layout.matches[first.column.index]?.isDoubtful == false {
                faults.add(first.column, table, layout, first.codes) { match.unknown($0) }
            }
            return first.column.codes.answers(first.plainCodes.map { AnswerCode(truncatingIfNeeded: $0) })
        }
        let labels = item.question.scale.categories.map(\.label)
        let same = SameColumns(
            columns, table, layout, &faults, unknown: { match.unknown($0) }, words: { labels[Int($0) - 1] })
        let member = instrument.loopVariable?.values?[place.member].label ?? ""
        note(same, columns, "fråga \(item.number) om \(member)")
        return same.codes.map { AnswerCode(truncatingIfNeeded: $0) }
    }
}

extension Instrument {
    /// What the loop goes through.
    var loopVariable: BackgroundVariable? { loop.flatMap { loop in background.first { $0.id == loop.variable } } }
}
