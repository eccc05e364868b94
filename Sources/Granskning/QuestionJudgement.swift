import Analysis

extension QuestionTable {
    /// Each row, each change and each group of rows.
    func judged() -> (findings: [Finding], groups: [RowGroup]) {
        var findings: [Finding] = []
        var groups: [RowGroup] = []
        for members in grouped {
            // Where the rows tell different numbers, each tells of its own question.
            let isOfQuestion = Set(members.compactMap(\.ownBase)).count > 1
            var common: Bases?
            var possible = 0
            for row in members {
                let judged = finding(of: row, isOfQuestion: isOfQuestion)
                findings += judged.findings
                guard let bases = judged.bases else { continue }
                possible += 1
                common = common?.intersection(bases) ?? bases
            }
            // Where each row tells its own number of answers, nothing is learnt from what they have in common.
            if isOwn || !headings.years.isEmpty { continue }
            groups.append(
                RowGroup(
                    sheet: sheet, name: members.first?.group ?? "", year: members.first?.year, rows: members.count,
                    possible: possible, common: common ?? Bases()))
        }
        findings += changes()
        return (findings.sorted { ($0.place.row, $0.place.column) < ($1.place.row, $1.place.column) }, groups)
    }

    private var grouped: [[QuestionRow]] {
        struct Key: Hashable {
            let group: String
            let year: Int?
        }
        var places: [Key: Int] = [:]
        var groups: [[QuestionRow]] = []
        for row in rows {
            let key = Key(group: row.group, year: row.year)
            if let place = places[key] {
                groups[place].append(row)
            } else {
                places[key] = groups.count
                groups.append([row])
            }
        }
        return groups
    }

    func base(of row: QuestionRow) -> StatedBase {
        guard let base = row.ownBase ?? row.headingBase else { return .unknown }
        return isOwn ? .exactly(base) : .atMost(base)
    }

    private func place(of row: QuestionRow, column: Int? = nil) -> FigurePlace {
        FigurePlace(sheet: sheet, row: row.sheetRow, column: (column ?? row.cells.column) + 1)
    }

    private func finding(of row: QuestionRow, isOfQuestion: Bool) -> (findings: [Finding], bases: Bases?) {
        let base = base(of: row)
        guard let judgement = row.cells.row.judged(of: base) else { return ([], nil) }
        func finding(_ fact: Finding.Fact) -> Finding {
            Finding(place: place(of: row), subject: row.subject, stated: row.cells.stated, fact: fact)
        }
        guard case .possible(let bases) = judgement else {
            return ([finding(.row(judgement, row.cells.row, base))], nil)
        }
        if case .atMost(let most) = base, isOfQuestion, row.ownBase == most, !bases.contains(most) {
            return ([finding(.otherBase(most, bases))], bases)
        }
        return ([finding(.row(judgement, row.cells.row, base))], bases)
    }

    // MARK: Changes

    private func changes() -> [Finding] {
        var findings: [Finding] = []
        var former: [String: [QuestionRow]] = [:]
        for row in rows where row.year != nil { former["\(row.group)\n\(row.question)", default: []].append(row) }
        for row in rows where !row.cells.changes.isEmpty {
            let earlier = former["\(row.group)\n\(row.question)", default: []].filter {
                ($0.year ?? 0) < (row.year ?? 0)
            }
            guard earlier.count == 1, let earlier = earlier.first else { continue }
            for change in row.cells.changes {
                guard let from = PossibleShares(change.measure, in: earlier.cells.row, of: base(of: earlier)),
                    let to = PossibleShares(change.measure, in: row.cells.row, of: base(of: row)),
                    let first = earlier.cells.row[change.measure], let second = row.cells.row[change.measure],
                    let judgement = StatedShare.judged(change: change.points, from: from, to: to)
                else { continue }
                findings.append(
                    Finding(
                        place: place(of: row, column: change.column), subject: row.subject,
                        stated: signed(change.points), fact: .change(judgement, change.points, from: first, to: second))
                )
            }
        }
        return findings
    }
}
