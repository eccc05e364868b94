import Survey
import Tabular

extension ColumnReading {
    mutating func takeQuestion(_ column: Column, _ place: Int, _ table: borrowing Table) {
        let item = version.items[place]
        let coded = coded(column, place)
        if layout.roles.count(where: { $0 == .question(place) }) > 1 {
            severalQuestions[place, default: []].append(coded)
            return
        }
        if let match = matches[item.question.scale.id], coded.hasFaults,
            layout.matches[column.index]?.isDoubtful == false
        {
            faults.add(column, table, layout, coded.codes) { match.unknown($0) }
        } else if isCoded(column) {
            result.coded.insert(item, at: 0)
        }
        let codes = coded.plainCodes.map { AnswerCode(truncatingIfNeeded: $0) }
        questions.append((column.index, QuestionColumn(question: item.question.id, codes: column.codes.answers(codes))))
    }

    /// A column whose texts have been looked up as answers to a question.
    mutating func coded(_ column: Column, _ place: Int) -> CodedColumn {
        let scale = version.items[place].question.scale
        let match = matches[scale.id] ?? AnswerMatch(scale)
        matches[scale.id] = match
        let coded = CodedColumn(column, codes: column.values.map { match.code(of: $0).map(UInt16.init) }) { code in
            scale.categories[Int(code) - 1].label
        }
        tell(coded)
        let contradiction = column.values.first { match.contradictsItself($0) }
        if let contradiction {
            contradictions.insert(place)
            result.contradiction = (contradiction, contradictions.count)
        }
        return coded
    }

    func isCoded(_ column: Column) -> Bool {
        column.values.count > 1 && column.values.dropFirst().allSatisfy(WrittenValue.isNumeric)
    }

    mutating func mergeQuestion(_ place: Int, _ columns: [CodedColumn], _ table: borrowing Table) {
        let item = version.items[place]
        guard let match = matches[item.question.scale.id] else { return }
        let labels = item.question.scale.categories.map(\.label)
        let same = SameColumns(
            columns, table, layout, &faults, unknown: { match.unknown($0) }, words: { labels[Int($0) - 1] })
        note(same, columns, "fråga \(item.number)")
        if columns.allSatisfy({ isCoded($0.column) }) { result.coded.insert(item, at: 0) }
        questions.append(
            (
                columns[0].column.index,
                QuestionColumn(
                    question: item.question.id, codes: same.codes.map { AnswerCode(truncatingIfNeeded: $0) })
            ))
    }
}
