public import Survey

/// The figures that a workbook gives out of the older years, which have no tables: how all who answered fell on the classes.
///
/// - Parameter results: the tables, whose periods are given out whole.
public func publishedPeriods(of histories: [History], besides results: [Results]) -> [PublishedPeriod] {
    histories.flatMap { history in
        let shown = results.filter { $0.instrument.id == history.instrument.id }.flatMap(\.waves).map(\.period)
        return history.origins.filter { !shown.contains($0.period) }.compactMap { origin -> PublishedPeriod? in
            let questions = history.published(in: origin)
            guard questions.contains(where: { $0.counts != nil }) else { return nil }
            return PublishedPeriod(
                instrument: history.instrument.id, version: origin.version.id, period: origin.period,
                files: origin.files, constructed: origin.constructed, importedAt: origin.importedAt,
                groups: [
                    PublishedGroup(
                        variable: nil, name: "Totalt", answers: nil, invited: nil,
                        questions: questions)
                ])
        }
    }
}

extension History {
    fileprivate func published(in origin: WaveOrigin) -> [PublishedQuestion] {
        guard let place = periods.firstIndex(of: origin.period), let newest = origins.last?.version else { return [] }
        return questions.compactMap { question in
            guard question.points.indices.contains(place),
                case .comparable(let asked) = instrument.lineage(
                    of: question.item, in: newest, backTo: origin.version)
            else { return nil }
            switch question.points[place] {
            case .figure(let counts):
                return PublishedQuestion(question: asked.question.id, counts: PublishedCounts(counts))
            case .protected: return PublishedQuestion(question: asked.question.id, counts: nil)
            case .notComparable, .noMeasurement: return nil
            }
        }
    }
}
