import Survey

/// The two ways in which a file may have the answers of a loop: a column for each question and value, or a row for each
/// respondent and value.
extension LayoutReading {
    /// Whether some column is the question, asked about one of the values.
    func isLoopedColumn(_ question: Int) -> Bool { labels(of: question).isEmpty == false }

    /// The values that the question has columns for.
    private func labels(of question: Int) -> [String] {
        roles.compactMap { role in
            if case .looped(question, let label) = role { label } else { nil }
        }
    }

    private var loopedItems: [Int] { match.version.items.indices.filter { match.version.items[$0].question.isLooped } }

    /// Decides which of the two ways it is.
    mutating func settleLoop() {
        guard let members = match.members else { return }
        let plain = loopedItems.flatMap { item in roles.indices.filter { roles[$0] == .question(item) } }.sorted()
        if loopedItems.contains(where: isLoopedColumn) || areOfSeveral(plain) {
            for column in plain { refuseWithoutMember(column, members) }
        } else if !plain.isEmpty {
            settleRespondent()
            settleRowsMember(members)
        }
    }

    /// Whether several columns of one question are more than a column of codes beside one of labels.
    private func areOfSeveral(_ plain: [Int]) -> Bool {
        loopedItems.contains { item in
            let headings = plain.filter { roles[$0] == .question(item) }.map { column in
                columns[column].map(\.text).filter { !HeadingParts.tellsCodesFromLabels($0) }
            }
            return headings.count > Layout.mostOfOne
                || headings.count > 1 && headings.allSatisfy { heading in hasSomethingElse(heading, item) }
        }
    }

    /// Whether the heading is more than the question's wording.
    private func hasSomethingElse(_ heading: [String], _ item: Int) -> Bool {
        let wording = TextKey(match.version.items[item].question.text).text
        let text = TextKey(heading.joined(separator: " ")).text
        guard let range = text.firstRange(of: wording) else { return false }
        let rest = text[..<range.lowerBound] + text[range.upperBound...]
        return rest.contains(where: \.isLetter) && !HeadingParts.tellsCodesFromLabels(String(rest))
    }

    /// A column of a loop's question that does not say what it is about: proposed where it is nearly said, else refused.
    private mutating func refuseWithoutMember(_ column: Int, _ members: LoopMembers) {
        guard case .question(let item) = roles[column] else { return }
        if let doubt = loopDoubt(column, members), doubt.question == item {
            take(column, .looped(question: item, label: doubt.label), doubt.match)
            problems.append((column, inDoubt(column, item, doubt.label, doubt.match)))
            return
        }
        problems.append(
            (
                column,
                .loopedColumnWithoutMember(
                    id: match.version.items[item].question.id, number: match.version.items[item].number,
                    variable: background[members.background].name, accepted: members.labels,
                    heading: headings[column])
            ))
        leaveOut(column, Self.unknown)
    }

    /// The column that tells rows of the same respondent.
    private mutating func settleRespondent() {
        guard !roles.contains(.respondent) else { return }
        let names = [HeadingMatch.respondentTarget] + (match.instrument.loop?.respondentHeadings ?? [])
        let keys = names.map { TextKey($0) }
        // In the order of the names: the first is the surest.
        for key in keys {
            let named = open.sorted().first { column in
                columns[column].contains { cell in
                    [plainText(cell.text), HeadingParts.behindCode(plainText(cell.text))?.code ?? ""]
                        .contains { !$0.isEmpty && TextKey($0) == key }
                }
            }
            guard let named else { continue }
            take(named, .respondent, .listed)
            return
        }
        problems.append((nil, .loopRowsWithoutRespondent(accepted: names)))
    }

    /// In each row one column says what the row is about.
    private mutating func settleRowsMember(_ members: LoopMembers) {
        let place = members.background
        let name = background[place].name
        let isTold = roles.contains(.background(place)) || open.contains { found[$0]?.role == .background(place) }
        if !isTold { problems.append((nil, .loopRowsWithoutMember(variable: name))) }
        for column in open.sorted() {
            switch found[column]?.role {
            case .option(place, _), .unnamedOption(place, _), .below(place, _):
                leaveOut(column, "varje rad säger själv vilken \(name) den gäller")
            default: continue
            }
        }
    }

    // MARK: What is only likely

    struct LoopDoubt {
        let question: Int
        let label: String
        let match: Match
    }

    /// Columns that are nearly a question of the loop about nearly one of its values, and values that lack a question.
    mutating func settleLoopDoubts() {
        guard let members = match.members, loopedItems.allSatisfy({ !roles.contains(.question($0)) }) else { return }
        settleNumbered(members)
        for column in open.sorted() {
            guard let doubt = loopDoubt(column, members), !labels(of: doubt.question).contains(doubt.label) else {
                continue
            }
            take(column, .looped(question: doubt.question, label: doubt.label), doubt.match)
            problems.append((column, inDoubt(column, doubt.question, doubt.label, doubt.match)))
        }
        let met = members.labels.filter { label in loopedItems.contains { labels(of: $0).contains(label) } }
        for item in loopedItems where !labels(of: item).isEmpty {
            for label in met where !labels(of: item).contains(label) {
                let question = match.version.items[item].question
                problems.append(
                    (
                        nil,
                        .loopedColumnMissing(
                            id: question.id, number: match.version.items[item].number, text: question.text,
                            member: label)
                    ))
            }
        }
    }

    /// "stöd[SQ001]", "stöd[SQ002]" ...: as many as the values, and most likely these in order.
    private mutating func settleNumbered(_ members: LoopMembers) {
        for item in loopedItems {
            let numbered = open.sorted().filter { found[$0]?.role == .part(ofQuestion: item) }
            let isAll = numbered.count == members.labels.count
            for (place, column) in numbered.enumerated() {
                guard isAll else {
                    take(column, .question(item), found[column]?.match ?? .code)
                    refuseWithoutMember(column, members)
                    continue
                }
                take(column, .looped(question: item, label: members.labels[place]), .position)
                problems.append((column, inDoubt(column, item, members.labels[place], .position)))
            }
        }
    }

    private func inDoubt(_ column: Int, _ item: Int, _ label: String, _ match: Match) -> Problem.Fact {
        let question = self.match.version.items[item]
        return .columnInDoubt(
            heading: headings[column], match: match,
            candidates: [
                ProbableMeaning(
                    target: "\(question.question.id)=\(label)", number: question.number,
                    text: "\(question.question.text) (\(label))")
            ])
    }

    private func loopDoubt(_ column: Int, _ members: LoopMembers) -> LoopDoubt? {
        let texts = columns[column].map { plainText($0.text) }.filter { !$0.isEmpty && $0.utf8.count <= 2_000 }
        var pairs: [(String, String)] = []
        for text in texts {
            for text in [text] + (HeadingParts.behindFront(text).map { [$0] } ?? []) {
                pairs += HeadingParts.loopPairs(text).flatMap { [($0.outer, $0.inner), ($0.inner, $0.outer)] }
            }
        }
        for text in texts { pairs += texts.filter { $0 != text }.map { (text, $0) } }
        let doubt = HeadingDoubt(match)
        var best: (distance: Int, doubt: LoopDoubt)?
        for (member, question) in pairs {
            guard let label = members.nearestLabel(member) else { continue }
            for item in loopedItems {
                guard let near = doubt.nearness(of: question, to: item) else { continue }
                let distance = label.distance + near.distance
                guard distance < best?.distance ?? .max else { continue }
                let match: Match =
                    if case .abbreviated = near.match, label.distance == 0 { .abbreviated } else {
                        .nearest(distance: distance)
                    }
                best = (distance, LoopDoubt(question: item, label: label.label, match: match))
            }
        }
        return best?.doubt
    }
}
