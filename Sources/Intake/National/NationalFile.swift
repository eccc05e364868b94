public import Survey
public import Tabular

/// A file of national figures as it was understood.
public struct NationalReading: Sendable {
    public let measurement: NationalMeasurement
    public let format: FileFormat
    /// The sheet it stood in; nil where the format has none.
    public let sheet: String?
    /// The questionnaires that have no version for so early a period: their first was used.
    public let earlyInstruments: [String]
}

/// Reads the national measurement from a table with a row a figure.
///
/// - Parameters:
///   - path: CSV, .xlsx, .ods or SPSS.
///   - name: the file as the user named it.
///   - period: what the figures are of.
///   - instruments: what they may be figures of.
/// - Throws: everything that is wrong with the file.
public func nationalMeasurement(
    in path: String, name: String, period: Period, instruments: [Instrument]
) throws(Refusal) -> NationalReading {
    let digest = FileDigest()
    let search = NationalColumns()
    let found: Table?
    let file = try open(path, as: name)
    do throws(TableError) {
        found = try file.read(ReadingOptions(observe: { digest.update($0) }), choose: { search.choose($0) })
    } catch {
        throw Refusal(Place(file: name), .unreadable(error))
    }
    guard let table = found else { throw Refusal(Place(file: name), .national(.noHeadings)) }
    let reading = NationalRows(table: table, columns: search, name: name, period: period, instruments: instruments)
    let (figures, early) = try reading.figures()
    let columns = Set(search.columns.values)
    return NationalReading(
        measurement: NationalMeasurement(
            period: period, figures: figures,
            file: SourceFile(
                name: name.split(separator: "/").last.map(String.init) ?? name, sha256: digest.hexadecimal,
                size: digest.size, rows: table.rowCount, emptyRows: table.rowCount - figures.count,
                leftOut: search.headings.enumerated().filter { !columns.contains($0.offset) && !$0.element.isEmpty }
                    .map { LeftOutColumn(heading: $0.element, reason: "ingår inte i rikets siffror") })),
        format: table.format, sheet: table.sheet, earlyInstruments: early)
}

/// Finds the headings: the first row of any sheet with at least three of them.
final class NationalColumns {
    private(set) var headings: [String] = []
    private(set) var columns: [NationalColumn: Int] = [:]
    /// The measure that the heading of the share names.
    private(set) var measureOfShare: Measure?
    private(set) var row = 0
    private(set) var faults: [(column: Int?, NationalFault)] = []

    func choose(_ opening: Opening) -> Choice {
        for place in opening.rows.indices {
            let cells = opening.rows[place].cells
            guard cells.count(where: { NationalColumn(TextKey($0)) != nil }) >= 3 else { continue }
            headings = cells
            row = opening.rows[place].sheetRow
            take()
            return .read(
                headings: place..<place + 1, columns: columns.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value))
        }
        return .skip
    }

    private func take() {
        var measures: [Int] = []
        for (place, heading) in headings.enumerated() {
            if let column = NationalColumn(TextKey(heading)) {
                if let other = columns[column] {
                    faults.append((place, .columnTwice(column, other: other + 1)))
                } else {
                    columns[column] = place
                }
            } else if WrittenMeasure(heading) != nil {
                measures.append(place)
            }
        }
        // "andel positivt" is the share, with its measure said once for the whole table.
        if columns[.share] == nil, columns[.measure] != nil, measures.count == 1,
            case .one(let measure, _)? = WrittenMeasure(headings[measures[0]])
        {
            columns[.share] = measures[0]
            measureOfShare = measure
            measures = []
        }
        faults += measures.map { ($0, .measureAsHeading(headings[$0])) }
        for column in NationalColumn.allCases where column.isNeeded && columns[column] == nil {
            // Where measures stand as headings, that is what is told.
            if column == .share || column == .measure, !measures.isEmpty { continue }
            faults.append((nil, .columnMissing(column)))
        }
    }
}
