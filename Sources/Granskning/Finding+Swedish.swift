import Analysis
import Survey

extension Finding {
    /// The arithmetic, in one line.
    public var arithmetic: String {
        switch fact {
        case .row(let judgement, let row, let base): arithmetic(judgement, row, base)
        case .otherBase(let stated, let bases):
            "På raden står \(stated) svar, men andelarna kräver \(bases.swedish)."
        case .ratio(let judgement, let count, let base, let share, let isRate):
            arithmetic(judgement, count, base, share, isRate)
        case .total(let total, let sum, _, _):
            sum == total ? "Delarna summerar till \(sum)." : "Delarna summerar till \(sum), inte \(total)."
        case .partsAboveTotal(let total, let sum, _):
            "De delar som redovisas är tillsammans \(sum), mer än \(total)."
        case .stands(let other, let place): "På \(place.swedish) står \(other)."
        case .change(let judgement, let points, let from, let to): arithmetic(judgement, points, from, to)
        }
    }

    private func arithmetic(_ judgement: RowJudgement, _ row: StatedRow, _ base: StatedBase) -> String {
        switch judgement {
        case .possible(let bases): "Möjligt med \(bases.swedish) svar.\(sumNote(row))"
        case .rounded(let rounding, let bases):
            "Inget antal svar\(base.swedish) ger andelarna med halva uppåt, men \(bases.swedish) svar gör det om de är "
                + "\(rounding.swedish)."
        case .impossible(let why): arithmetic(why, row, base)
        }
    }

    private func arithmetic(_ why: Contradiction, _ row: StatedRow, _ base: StatedBase) -> String {
        switch why {
        case .aboveWhole(let measure): "Andelen \(measure.swedish) är större än 100 %."
        case .clearlyAbovePositive:
            "Klart positivt (\(shown(row.clearlyPositive))) är större än positivt (\(shown(row.positive))), som det ingår i."
        case .sum(let sum):
            "Summan är \(sum.number). Avrundade andelar av samma antal summerar till mellan 99 och 101."
        case .movedToHundred(let moved):
            moved.map { figure in
                "\(figure.count) av \(figure.counts.base) är \(figure.computed.shown) \(figure.measure.swedish), inte "
                    + "\(figure.stated.shown): då summerar raden till \(sum(row, figure)), och talet ser ut att vara ändrat så att "
                    + "summan blir 100."
            }.joined(separator: " Eller: ")
        case .odd(let figures):
            figures.map(neighbours).joined(separator: " Eller: ")
        case .together: "Inget antal svar\(base.swedish) ger alla andelar på raden på en gång."
        }
    }

    private func shown(_ share: StatedShare?) -> String { share?.shown ?? "–" }

    /// What the row would sum to with the figure as it was computed.
    private func sum(_ row: StatedRow, _ moved: MovedFigure) -> String {
        let parts = [row.negative, row.neither, row.positive].compactMap { $0?.units }.reduce(0, +)
        return StatedShare(units: parts + moved.computed.units - moved.stated.units, decimals: moved.stated.decimals)
            .number
    }

    private func neighbours(_ figure: OddFigure) -> String {
        let shares = [figure.below, figure.above].compactMap { count in
            count.map { count in
                let share = Rounding.halfUp.share(count, of: figure.base, decimals: figure.stated.decimals)
                return "\(count) av \(figure.base) är \(share.shown)"
            }
        }
        return "\(figure.measure.swedish.capitalizedFirst) \(figure.stated.shown) passar inte ihop med de andra: "
            + "\(enumeration(shares))."
    }

    private func sumNote(_ row: StatedRow) -> String {
        guard let negative = row.negative, let neither = row.neither, let positive = row.positive,
            negative.decimals == neither.decimals, neither.decimals == positive.decimals
        else { return "" }
        let sum = StatedShare(
            units: negative.units + neither.units + positive.units, decimals: negative.decimals)
        return sum.units == sum.whole || sum.decimals > 2 ? "" : " Summan \(sum.number) beror på avrundningen."
    }

    private func arithmetic(
        _ judgement: RatioJudgement, _ count: Int, _ base: Int, _ share: StatedShare, _ isRate: Bool
    ) -> String {
        switch judgement {
        case .possible: "\(count) av \(base) är \(share.shown)."
        case .rounded(let rounding): "\(count) av \(base) är \(share.shown) bara om andelen är \(rounding.swedish)."
        case .impossible(let right): "\(count) av \(base) är \(right.shown), inte \(share.shown)."
        case .moreThanAll:
            isRate ? "\(count) svar är fler än de \(base) tillfrågade." : "\(count) är fler än alla \(base)."
        }
    }

    private func arithmetic(_ judgement: ChangeJudgement, _ points: Int, _ from: StatedShare, _ to: StatedShare)
        -> String
    {
        let shares = "från \(from.shown) till \(to.shown)"
        switch judgement {
        case .possible: return "Ändringen \(shares) kan vara \(signed(points)) procentenheter."
        case .betweenShown:
            return
                "\(signed(points)) är skillnaden mellan de avrundade andelarna, \(shares). De exakta skiljer sig annorlunda."
        case .impossible(let range):
            let between =
                range.count == 1
                ? signed(range.lowerBound) : "mellan \(signed(range.lowerBound)) och \(signed(range.upperBound))"
            return "Ändringen \(shares) är \(between) procentenheter, inte \(signed(points))."
        }
    }

    /// What to look up.
    public var check: String {
        switch fact {
        case .row(.possible, _, _), .ratio(.possible, _, _, _, _), .change(.possible, _, _, _): ""
        case .row(.rounded, _, _), .ratio(.rounded, _, _, _, _):
            "Avrunda om ur antalen med halva uppåt, eller skriv hur talen är avrundade."
        case .row(.impossible(.movedToHundred), _, _):
            "Hämta antalen ur enkätverktyget och skriv de avrundade talen som de blir. En rad får summera till 99 eller 101."
        case .row(.impossible(.odd), _, _), .row(.impossible(.together), _, _):
            "Hämta antalen ur enkätverktyget. Kontrollera också antalet svar."
        case .row(.impossible, _, _): "Kontrollera talen mot underlaget: ett av dem är felskrivet."
        case .otherBase:
            "Kontrollera hur många som besvarade frågan, och skriv ut det."
        case .ratio(_, _, _, _, let isRate):
            isRate
                ? "Kontrollera antalet tillfrågade och antalet svar." : "Kontrollera båda antalen och räkna om andelen."
        case .total(let total, let sum, let isColumn, _):
            sum == total
                ? ""
                : "Kontrollera \(isColumn ? "kolumnens" : "radens") delar och total. Räknas någon i flera delar, eller är "
                    + "någon inte med, ska det stå."
        case .partsAboveTotal: "Kontrollera totalen. Räknas någon i flera delar ska det stå."
        case .stands: "Kontrollera vilket som är rätt, eller skriv vad som skiljer tabellerna åt."
        case .change(.betweenShown, _, _, _): "Räkna ändringen på de exakta andelarna och avrunda en gång."
        case .change: "Räkna om ändringen ur antalen."
        }
    }
}

extension StatedBase {
    /// " upp till 32", " på 32", "".
    fileprivate var swedish: String {
        switch self {
        case .atMost(let most): " upp till \(most)"
        case .exactly(let base): " (det står \(base))"
        case .unknown: ""
        }
    }
}
