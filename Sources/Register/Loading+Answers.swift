import FoundationEssentials
import GRDB
import Survey

extension Loading {
    /// An import's answers as they were stored.
    func measurement(_ stored: StoredImport, of instrument: Instrument) throws -> Measurement {
        Measurement(
            instrument: stored.instrument, version: stored.version, period: stored.period,
            answers: Answers(
                respondents: stored.respondents,
                questions: try columns(
                    "SELECT * FROM answer_column WHERE import = ? ORDER BY place", stored, instrument,
                    count: stored.respondents),
                groups: try groups(stored), loop: try loop(stored, instrument)),
            invited: try invited(of: stored), files: stored.files, constructed: stored.constructed,
            importedAt: stored.importedAt)
    }

    func invited(of stored: StoredImport) throws -> Invited? {
        guard let total = stored.invited else { return nil }
        func checked(_ number: Int) throws -> Int {
            guard (0...Invited.most).contains(number) else { throw damaged(.invited(stored.period)) }
            return number
        }
        var byGroup: [String: [String: Int]] = [:]
        for row in try database.rows("SELECT * FROM invited WHERE import = ?", [stored.id]) {
            let (variable, value): (String, String) = (try row.value("variable"), try row.value("value"))
            byGroup[variable, default: [:]][value] = try checked(row.value("number"))
        }
        return Invited(total: try checked(total), byGroup: byGroup)
    }

    /// - Parameter count: how many codes a column must have.
    private func columns(
        _ query: String, _ stored: StoredImport, _ instrument: Instrument, count: Int
    ) throws -> [QuestionColumn] {
        let version = instrument.version(stored.version)
        return try database.rows(query, [stored.id]).map { row in
            let question: String = try row.value("question")
            let codes = [UInt8](try row.value("codes") as Data)
            let categories = TextList.split(try row.value("categories"))
            // A question that is in no version has no categories.
            guard codes.count == count, categories.isEmpty || Int(codes.max() ?? 0) <= categories.count else {
                throw damaged(.answers(question: question, stored.period))
            }
            // A version that is gone is told by the analysis.
            guard let version else { return QuestionColumn(question: question, codes: codes) }
            guard let scale = version.item(question)?.question.scale else { throw damaged(.lostQuestion(question)) }
            switch scale.recoded(codes, from: categories) {
            case .success(let codes): return QuestionColumn(question: question, codes: codes)
            case .failure(let lost): throw damaged(.lostCategory(lost.label, question: question))
            }
        }
    }

    private func groups(_ stored: StoredImport) throws -> [GroupColumn] {
        try database.rows("SELECT * FROM group_column WHERE import = ? ORDER BY place", [stored.id]).map { row in
            let variable: String = try row.value("variable")
            let damage = damaged(.group(variable: variable, stored.period))
            let values = TextList.split(try row.value("values"))
            let choices = try (row.optional("choices") as String?).map { text in
                guard let choices = ChoiceList.split(text, values: values.count) else { throw damage }
                return choices
            }
            guard let codes = (try row.value("codes") as Data).littleEndianCodes(of: UInt16.self),
                codes.count == stored.respondents
            else { throw damage }
            let column = GroupColumn(variable: variable, values: values, codes: codes, choices: choices)
            guard codes.max() ?? 0 <= column.lastCode else { throw damage }
            return column
        }
    }

    private func loop(_ stored: StoredImport, _ instrument: Instrument) throws -> LoopAnswers? {
        guard let row = try database.rows("SELECT * FROM loop_block WHERE import = ?", [stored.id]).first else {
            return nil
        }
        let variable: String = try row.value("variable")
        let values = TextList.split(try row.value("values"))
        guard let respondents = (try row.value("respondents") as Data).littleEndianCodes(of: UInt32.self),
            let members = (try row.value("members") as Data).littleEndianCodes(of: UInt16.self),
            respondents.count == members.count,
            respondents.allSatisfy({ Int($0) < stored.respondents }),
            zip(respondents, respondents.dropFirst()).allSatisfy({ $0 <= $1 }),
            members.allSatisfy({ $0 > 0 && Int($0) <= values.count }),
            Set(zip(respondents, members).map { UInt64($0) << 16 | UInt64($1) }).count == members.count
        else { throw damaged(.loop(variable: variable, stored.period)) }
        return LoopAnswers(
            variable: variable, values: values, respondents: respondents, members: members,
            questions: try columns(
                "SELECT * FROM loop_column WHERE import = ? ORDER BY place", stored, instrument,
                count: members.count))
    }
}
