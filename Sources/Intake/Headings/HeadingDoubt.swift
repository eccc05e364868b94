import Survey

/// A column that is probably a question or a background, but not beyond doubt: proposed to the user, never used unasked.
struct Doubt: Equatable {
    let role: Recognised.Role
    let match: Match
    /// What else it may be, the likeliest first.
    let others: [Recognised.Role]
}

/// Looks for columns that stand for what no column was recognised as: near wordings, wordings that a tool cut off, and
/// numbered subquestions.
struct HeadingDoubt {
    private let match: HeadingMatch
    private let questions: [Wording]
    private let backgrounds: [[Wording]]

    /// So many columns are looked at; no questionnaire has more.
    private static let mostColumns = 300
    /// Letters. A shorter beginning of a wording says nothing.
    private static let shortestCut = 6
    private static let shortestCutUnmarked = 20

    private struct Wording {
        let key: TextKey
        let compared: ComparedText
        let id: TextKey

        init(_ text: String, id: String) {
            key = TextKey(text)
            compared = ComparedText(key)
            self.id = TextKey(id)
        }
    }

    private struct Pair {
        let column: Int
        let role: Recognised.Role
        let match: Match
        let order: (distance: Int, column: Int, place: Int)
    }

    init(_ match: HeadingMatch) {
        self.match = match
        questions = match.version.items.map { Wording($0.question.text, id: $0.question.id) }
        backgrounds = match.instrument.background.map { variable in
            ([variable.name] + variable.headings).map { Wording($0, id: variable.id) }
        }
    }

    /// What each of the columns probably is.
    ///
    /// - Parameters:
    ///   - columns: those that were not recognised, with their texts in the heading rows.
    ///   - missing: what no column was recognised as.
    func doubts(
        _ columns: [(column: Int, texts: [String])], questions missing: [Int], backgrounds missingBackgrounds: [Int]
    ) -> [Int: Doubt] {
        if missing.isEmpty, missingBackgrounds.isEmpty { return [:] }
        let columns = columns.prefix(Self.mostColumns)
        var pairs: [Pair] = []
        for (column, texts) in columns {
            let leaves = leaves(of: texts)
            for place in missing {
                guard let found = likeness(of: leaves, to: questions[place]) else { continue }
                pairs.append(
                    Pair(
                        column: column, role: .question(place), match: found.match,
                        order: (found.distance, column, place)))
            }
            for place in missingBackgrounds {
                let found = backgrounds[place].compactMap { strictLikeness(of: leaves, to: $0) }
                    .min { $0.distance < $1.distance }
                guard let found else { continue }
                pairs.append(
                    Pair(
                        column: column, role: .background(place), match: found.match,
                        order: (found.distance, column, questions.count + place)))
            }
        }
        if pairs.isEmpty, missing.count == questions.count { return byPosition(columns) }
        return proposals(pairs.sorted { $0.order < $1.order })
    }

    /// How far a text is from a question's wording; nil where it is not near.
    func nearness(of text: String, to question: Int) -> (distance: Int, match: Match)? {
        likeness(of: leaves(of: [text]), to: questions[question])
    }

    /// The likeliest first, each column and each question once.
    private func proposals(_ pairs: [Pair]) -> [Int: Doubt] {
        var doubts: [Int: Doubt] = [:]
        var taken: [Recognised.Role] = []
        for pair in pairs where doubts[pair.column] == nil && !taken.contains(pair.role) {
            let others = pairs.filter {
                // Much farther off is no candidate beside a near one.
                $0.column == pair.column && $0.role != pair.role && $0.order.distance <= 2 * pair.order.distance + 1
            }
            doubts[pair.column] = Doubt(role: pair.role, match: pair.match, others: others.map(\.role))
            taken.append(pair.role)
        }
        return doubts
    }

    /// "Q1[SQ001]", "Q1[SQ002]", "Q2[SQ001]" ...: where there are as many as questions, they are most likely these in order.
    private func byPosition(_ columns: some Sequence<(column: Int, texts: [String])>) -> [Int: Doubt] {
        var numbered: [Int] = []
        var last: [String: Int] = [:]
        for (column, texts) in columns {
            guard let code = texts.lazy.compactMap(HeadingParts.numbered).first else { continue }
            guard code.number == last[code.prefix, default: 0] + 1 else { return [:] }
            last[code.prefix] = code.number
            numbered.append(column)
        }
        guard numbered.count == questions.count else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: zip(numbered, 0...).map { column, place in
                (column, Doubt(role: .question(place), match: .position, others: []))
            })
    }

    /// What may be the wording in a heading, with whatever a tool puts around it.
    private func leaves(of texts: [String]) -> [(text: String, code: String?)] {
        var leaves: [(text: String, code: String?)] = []
        func add(_ text: String, _ code: String?) {
            if !leaves.contains(where: { $0.text == text }) { leaves.append((text, code)) }
        }
        for text in texts where !text.isEmpty && text.utf8.count <= 2_000 {
            let plain = plainText(text)
            let behind = HeadingParts.behindCode(plain)
            let rest = behind?.rest ?? HeadingParts.behindNumber(plain)
            add(plain, nil)
            if let rest { add(rest, behind?.code) }
            for part in [rest ?? plain] {
                if let inner = HeadingParts.bracketed(part)?.inner { add(inner, behind?.code) }
                if let inner = HeadingParts.separated(part).last?.inner { add(inner, behind?.code) }
            }
        }
        return leaves
    }

    private func likeness(
        of leaves: [(text: String, code: String?)], to wording: Wording
    ) -> (distance: Int, match: Match)? {
        var best: (distance: Int, match: Match)?
        for leaf in leaves {
            if isBeginning(leaf.text, of: wording.key) { return (0, .abbreviated) }
            let compared = ComparedText(leaf.text)
            let isNamed = leaf.code.map { TextKey($0) == wording.id } ?? false
            // A tool's code that is the question's leaves only the wording in doubt.
            let most = isNamed ? 200 : compared.mostChanges
            let distance =
                compared.distance(to: wording.compared, atMost: most)
                ?? compared.distance(to: ComparedText(wording.id), atMost: compared.scalars.count / 4)
            if let distance, distance < best?.distance ?? .max { best = (distance, .nearest(distance: distance)) }
        }
        return best
    }

    /// For a background little may differ: a file may well lack it, and have something else of a like name.
    private func strictLikeness(
        of leaves: [(text: String, code: String?)], to wording: Wording
    ) -> (distance: Int, match: Match)? {
        for leaf in leaves where isBeginning(leaf.text, of: wording.key) { return (0, .abbreviated) }
        return leaves.compactMap { leaf in
            let compared = ComparedText(leaf.text)
            guard compared.scalars.count >= 5 else { return nil }
            return compared.distance(to: wording.compared, atMost: max(1, compared.scalars.count / 6))
        }.min().map { ($0, .nearest(distance: $0)) }
    }

    /// Whether the text is a wording that was cut off: with dots behind it, or long enough to be no accident.
    private func isBeginning(_ text: String, of wording: TextKey) -> Bool {
        let isMarked = text.hasSuffix("..") || text.hasSuffix("…")
        let key = TextKey(text).text
        guard key.count >= (isMarked ? Self.shortestCut : Self.shortestCutUnmarked) else { return false }
        return wording.text.utf8.count > key.utf8.count && wording.text.hasPrefix(key)
    }
}
