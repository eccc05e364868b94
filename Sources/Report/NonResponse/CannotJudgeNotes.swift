import Analysis
import Survey

extension Notes {
    /// The mark on the row of a question that more than a third could not judge, in the whole of the respondent group.
    /// Both periods are told where the question can be compared, since what has changed may be who could judge.
    mutating func cannotJudge(
        _ result: QuestionResult, _ wave: GroupWave, in results: Results, on sheet: String
    ) -> [String] {
        guard let own = share(result, results, wave), own.isMany,
            let group = results.breakdowns.first?.groups.first
        else { return [] }
        let pair = group.pair(with: result.item.question.id, in: wave.period, of: results)
        var told = [pair?.later, pair?.earlier].compactMap { side in
            side.flatMap { result, wave in share(result, results, wave).map { (period: wave.period, share: $0) } }
        }
        if told.isEmpty { told = [(wave.period, own)] }
        return [mark(text(pair?.later.0.item.number ?? result.item.number, told), on: sheet)]
    }

    private func share(_ result: QuestionResult, _ results: Results, _ wave: GroupWave) -> Ratio? {
        NonResponse(result, in: wave, hasAnswers: results.hasAnswers(wave.period))?.cannotJudge
    }

    private func text(_ number: Int, _ told: [(period: Period, share: Ratio)]) -> String {
        let shares = told.map { period, share in
            "\(share.count) av \(share.base) (\(percent(share.percent))) \(period.label)"
        }
        var text =
            "Fråga \(number): av dem som svarade på skalan eller valde ”kan ej bedöma” valde \(enumeration(shares)) ”kan ej "
            + "bedöma”. De ingår inte i basen: andelarna gäller bara dem som kunde bedöma."
        // Of fewer than ten nobody can say how the share has moved.
        if told.count == 2, told[0].share.percent != told[1].share.percent, told.allSatisfy({ $0.share.base >= 10 }) {
            text +=
                " Hur många som kunde bedöma skiljer sig mellan mätningarna, och en förändring av andelen positiva kan bero "
                + "på det."
        }
        return text
    }
}

extension GroupResults {
    /// The question in the newest period beside the same in the compared one, of which `question` is one; nil where it has
    /// no other.
    fileprivate func pair(
        with question: String, in period: Period, of results: Results
    ) -> (later: (QuestionResult, GroupWave), earlier: (QuestionResult, GroupWave))? {
        guard waves.count > 1 else { return nil }
        for later in waves[0].questions {
            guard let earlier = results.former(of: later, in: self) else { continue }
            let asked = period == waves[0].period ? later : earlier
            if asked.item.question.id == question { return ((later, waves[0]), (earlier, waves[1])) }
        }
        return nil
    }
}
