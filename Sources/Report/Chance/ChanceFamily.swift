import Analysis
import Survey

/// Changes that are judged together: the more they are, the more of them look like changes by chance alone.
///
/// Only shares that are shown are in it, so a verdict tells nothing that the table does not.
struct ChanceFamily: Sendable {
    /// Which change it is about.
    struct Key: Hashable, Sendable {
        let instrument: String
        let group: String
        let question: String
    }

    let judgement: ChanceJudgement
    private let verdicts: [Key: ChanceVerdict]

    /// The whole of every respondent group: one family for all questions of the workbook.
    init(totalsOf results: [Results]) {
        self.init(
            results.flatMap { results in
                results.breakdowns.first.map { Self.comparisons(results, $0) } ?? []
            })
    }

    /// The groups of one table.
    init(_ results: Results, _ breakdown: Breakdown) {
        self.init(Self.comparisons(results, breakdown))
    }

    private init(_ members: [(key: Key, comparison: Comparison)]) {
        judgement = judgeChance(members.map(\.comparison), exactUpTo: 0)
        verdicts = Dictionary(
            zip(members.map(\.key), judgement.verdicts), uniquingKeysWith: { first, _ in first })
    }

    /// Nil where nothing is compared.
    func verdict(_ result: QuestionResult, of group: GroupResults, in instrument: Instrument) -> ChanceVerdict? {
        guard case .changed = result.development else { return nil }
        return verdicts[Key(instrument: instrument.id, group: group.name, question: result.item.question.id)]
    }

    private static func comparisons(_ results: Results, _ breakdown: Breakdown) -> [(key: Key, comparison: Comparison)]
    {
        breakdown.groups.flatMap { group in
            (group.waves.first?.questions ?? []).compactMap { result in
                // Answers of one person about several things are not independent of one another.
                guard !result.item.question.isLooped, case .changed = result.development,
                    let later = result.counts.figure?.share(.positive),
                    let earlier = results.former(of: result, in: group)?.counts.figure?.share(.positive)
                else { return nil }
                let key = Key(
                    instrument: results.instrument.id, group: group.name, question: result.item.question.id)
                return (key, Comparison(earlier: earlier, later: later))
            }
        }
    }
}
