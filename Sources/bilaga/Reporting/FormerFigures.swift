import Analysis
import Register
import Survey

/// What was given out before beside what is known now.
struct FormerFigures {
    let register: Register
    let forbund: String
    let known: KnownFigures

    typealias Found = (corrections: [Correction], causes: [CorrectionCause])

    /// What has changed since the workbooks that the register knows.
    ///
    /// The period compared with is set beside the last workbook that was about it. The period itself is set beside its latest
    /// workbook that says otherwise, so that making the same workbook twice gives the same workbook.
    func corrections(period: Period, compared: Period?) throws -> Found {
        let publications = try known.publications()
        guard !publications.isEmpty else { return ([], []) }
        var found: [(Publication, [Correction])] = []
        for instrument in known.instruments.map(\.id) {
            if let compared {
                let holding = publications.filter { $0.holds(instrument, compared) }
                let last = holding.first { $0.period == compared } ?? holding.first { $0.period != period }
                if let last { found.append((last, try differences(last, instrument, compared))) }
            }
            for former in publications where former.period == period && former.holds(instrument, period) {
                let differences = try differences(former, instrument, period)
                guard !differences.isEmpty else { continue }
                found.append((former, differences))
                break
            }
        }
        return try explained(found)
    }

    /// What has changed since a workbook that was named.
    func corrections(since publication: Publication) throws -> Found {
        let asked = publication.periods.filter { period in known.instruments.contains { $0.id == period.instrument } }
        guard !asked.isEmpty else {
            throw Failure("\(publication.file): ingen av bilagans enkäter har ett formulär här.", .badData)
        }
        return try explained(
            asked.map { (publication, try differences(publication, $0.instrument, $0.period)) })
    }

    /// The periods of the workbook are analysed side by side, as they were for it; an older one, of which it has the shares
    /// over the years alone, by itself.
    private func differences(
        _ publication: Publication, _ instrument: String, _ period: Period
    ) throws -> [Correction] {
        let reported = [publication.period, publication.compared].compactMap(\.self)
        let results = try known.results(of: reported.contains(period) ? reported : [period])
            .filter { $0.instrument.id == instrument }
        return Analysis.corrections(since: publication.only(instrument, period), now: results)
    }

    private func explained(_ found: [(Publication, [Correction])]) throws -> Found {
        let changed = found.filter { !$0.1.isEmpty }
        guard !changed.isEmpty else { return ([], []) }
        let causes = CorrectionCauses(
            events: try register.events(of: forbund), imports: try register.allImports(of: forbund))
        // The period compared with first: its figures stood in another workbook.
        let corrections = changed.flatMap(\.1).enumerated().sorted {
            ($0.element.period, $0.offset) < ($1.element.period, $1.offset)
        }
        return (
            corrections.map(\.element),
            changed.flatMap { publication, corrections in
                corrections.first.map { causes.since(publication, of: $0.instrument, in: $0.period) } ?? []
            }
        )
    }
}

extension Publication {
    fileprivate func holds(_ instrument: String, _ period: Period) -> Bool {
        periods.contains { $0.instrument == instrument && $0.period == period && !$0.isOfShares }
    }

    /// The same without other questionnaires and periods.
    fileprivate func only(_ instrument: String, _ period: Period) -> Publication {
        Publication(
            period: self.period, compared: compared, publishedAt: publishedAt, by: by, file: file, sha256: sha256,
            periods: periods.filter { $0.instrument == instrument && $0.period == period })
    }
}
