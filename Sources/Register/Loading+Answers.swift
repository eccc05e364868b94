import FoundationEssentials
import GRDB
import Survey

extension Loading {
    func measurement(_ found: Found, of instrument: Instrument) throws -> Measurement {
        let stored = found.stored
        let version = instrument.version(stored.version)
        let questions = try database.rows("SELECT * FROM answer_column WHERE import = ? ORDER BY place", [found.id]).map
        { row -> QuestionColumn in
            let question: String = try row.value("question")
            let codes = [UInt8](try row.value("codes") as Data)
            guard codes.count == stored.respondents else {
                throw damaged("svaren på \(question) \(stored.period.label)")
            }
            // A version that is gone is told by the analysis.
            guard let version else { return QuestionColumn(question: question, codes: codes) }
            guard let scale = version.item(question)?.question.scale else {
                throw damaged("frågan \(question) finns inte längre i formuläret")
            }
            let categories = TextList.split(try row.value("categories"))
            return QuestionColumn(
                question: question,
                codes: scale.categories.map(\.label) == categories
                    ? codes : try recoded(codes, categories, scale, question))
        }
        let groups = try database.rows("SELECT * FROM group_column WHERE import = ? ORDER BY place", [found.id]).map {
            row -> GroupColumn in
            let variable: String = try row.value("variable")
            guard let codes = (try row.value("codes") as Data).littleEndianCodes, codes.count == stored.respondents
            else {
                throw damaged("\(variable) \(stored.period.label)")
            }
            let values = TextList.split(try row.value("values"))
            let choices = try (row.optional("choices") as String?).map { text in
                guard let choices = ChoiceList.split(text, values: values.count) else {
                    throw damaged("\(variable) \(stored.period.label)")
                }
                return choices
            }
            return GroupColumn(variable: variable, values: values, codes: codes, choices: choices)
        }
        return Measurement(
            instrument: stored.instrument, version: stored.version, period: stored.period,
            answers: Answers(respondents: stored.respondents, questions: questions, groups: groups),
            invited: try invited(of: found), files: stored.files, constructed: stored.constructed,
            importedAt: stored.importedAt)
    }

    func invited(of found: Found) throws -> Invited? {
        guard let total = found.stored.invited else { return nil }
        func checked(_ number: Int) throws -> Int {
            guard (0...Invited.most).contains(number) else { throw damaged("antalet tillfrågade") }
            return number
        }
        var byGroup: [String: [String: Int]] = [:]
        for row in try database.rows("SELECT * FROM invited WHERE import = ?", [found.id]) {
            let (variable, value): (String, String) = (try row.value("variable"), try row.value("value"))
            byGroup[variable, default: [:]][value] = try checked(row.value("number"))
        }
        return Invited(total: try checked(total), byGroup: byGroup)
    }

    /// The scale has been edited since: the stored bytes follow their labels to the categories' new places.
    private func recoded(
        _ codes: [AnswerCode], _ categories: [String], _ scale: Scale, _ question: String
    ) throws -> [AnswerCode] {
        let places = categories.map { label in scale.categories.firstIndex { $0.label == label } }
        return try codes.map { code in
            if code == 0 { return 0 }
            guard places.indices.contains(Int(code) - 1), let place = places[Int(code) - 1] else {
                let label = categories.indices.contains(Int(code) - 1) ? categories[Int(code) - 1] : "\(code)"
                throw damaged("svarsalternativet \(label) för \(question) finns inte längre i formuläret")
            }
            return AnswerCode(place + 1)
        }
    }
}
