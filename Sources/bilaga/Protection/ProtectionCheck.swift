import Analysis
import Report
import Survey

extension ProtectionAudit {
    /// Of a bilaga that is about to be written.
    ///
    /// - Parameter given: the workbooks that have been given out before.
    init(_ bilaga: Report.Bilaga, given: [Publication]) {
        self = auditProtection(of: bilaga.results, histories: bilaga.histories, given: given)
    }

    /// The periods of questionnaires that protected figures could be worked out of, each once.
    var failedPeriods: [(instrument: Instrument, period: Period)] {
        var failed: [(instrument: Instrument, period: Period)] = []
        for finding in failures
        where !failed.contains(where: { $0.instrument.id == finding.instrument.id && $0.period == finding.period }) {
            failed.append((finding.instrument, finding.period))
        }
        return failed
    }

    /// Ends the command where something protected could be worked out of the bilaga.
    ///
    /// - Parameter forbund: whose bilaga it is, where there are several.
    func refuse(_ forbund: String? = nil) throws {
        guard let refusal else { return }
        throw Failure((forbund.map { "\($0): " } ?? "") + refusal, .internal)
    }
}
