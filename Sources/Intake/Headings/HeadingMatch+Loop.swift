import Survey

/// The questions of a loop, of which a file may have a column for each value: "HälsoSam: Till stöd i mitt arbete".
extension HeadingMatch {
    /// The question and the value that one text stands for.
    func looped(_ text: String) -> Recognised? {
        guard members != nil else { return nil }
        for text in [text] + (HeadingParts.behindFront(text).map { [$0] } ?? []) {
            for pair in HeadingParts.loopPairs(text) {
                if let found = looped(question: pair.inner, member: pair.outer)
                    ?? looped(question: pair.outer, member: pair.inner)
                {
                    return found
                }
            }
        }
        return nil
    }

    /// The question and the value that stand in different heading rows of a column.
    func looped(_ cells: [HeadingCell], _ found: [Recognised?]) -> Recognised? {
        guard let members else { return nil }
        for recognised in found {
            if case .looped = recognised?.role { return recognised }
        }
        for (place, recognised) in found.enumerated() {
            guard let recognised, let question = loopedQuestion(recognised) else { continue }
            // A text stands over the columns to its right where it is above them. Below the wording it is another
            // column's answer.
            let others = cells.enumerated().filter { other, cell in
                other < place || other > place && !cell.isFilled
            }.map(\.element.text)
            guard let label = others.lazy.compactMap(members.label).first else { continue }
            return Recognised(.looped(question: question, label: label), recognised.match)
        }
        return nil
    }

    private func looped(question: String, member: String) -> Recognised? {
        // "1: HälsoSam" is the tool's number before a name.
        guard let label = members?.label(member), !WrittenValue.isNumeric(question),
            let found = recognise(question), let place = loopedQuestion(found)
        else { return nil }
        return Recognised(.looped(question: place, label: label), found.match)
    }

    private func loopedQuestion(_ found: Recognised) -> Int? {
        guard case .question(let place) = found.role, version.items[place].question.isLooped else { return nil }
        return place
    }
}

extension HeadingParts {
    /// Every way in which tools write a question and what it is asked about beside one another.
    static func loopPairs(_ text: String) -> [Pair] {
        [bracketed(text), inParentheses(text), underscored(text)].compactMap { $0 } + separated(text)
    }
}
