import Analysis
import Register
import Survey

/// What was done to the answers of a period after figures of it were given out.
struct CorrectionCauses {
    /// The latest first.
    let events: [RegisterEvent]
    let imports: [StoredImport]

    func since(_ publication: Publication, of instrument: String, in period: Period) -> [CorrectionCause] {
        let published = events.first {
            $0.kind == .published && $0.file == publication.file && $0.at == publication.publishedAt
        }
        let later = events.sorted { $0.id < $1.id }.filter { event in
            if let published { return event.id > published.id }
            guard let at = event.at, !publication.publishedAt.isEmpty else { return event.kind != .imported }
            return at > publication.publishedAt
        }
        return later.flatMap { event in
            kinds(of: event, instrument, period).map {
                CorrectionCause(instrument: instrument, period: period, at: event.at, by: event.by, kind: $0)
            }
        }
    }

    private func kinds(
        of event: RegisterEvent, _ instrument: String, _ period: Period
    ) -> [CorrectionCause.Kind] {
        let made = found(event.imports, instrument)
        let former = found(event.former, instrument)
        switch event.kind {
        case .imported, .replaced, .carriedOver:
            return made.compactMap { stored in
                if stored.countedIn == period, stored.isCarriedOver {
                    return .carriedIn(stored.id, from: stored.period)
                }
                // The same answers stood here.
                let isMoved = former.contains { $0.period == stored.period && $0.countedIn == period }
                if stored.isCarriedOver { return isMoved ? .carriedOut(stored.id, to: stored.countedIn) : nil }
                guard stored.countedIn == period else { return nil }
                return former.first { $0.countedIn == period }.map { .replaced($0.id, by: stored.id) }
                    ?? .imported(stored.id)
            }
        case .undone:
            let wasHere = made.filter { $0.countedIn == period }
            let isHere = former.contains { $0.countedIn == period } ? made : []
            return (wasHere.isEmpty ? isHere : wasHere).map { .undone($0.id) }
        case .erased, .published, .restored: return []
        }
    }

    private func found(_ ids: [Int], _ instrument: String) -> [StoredImport] {
        imports.filter { ids.contains($0.id) && $0.instrument == instrument }
    }
}
