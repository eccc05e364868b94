public import Survey
import Tabular

/// A workbook that was given out, as far as its sheet Data tells.
public struct PublishedWorkbook: Equatable, Sendable {
    public let forbund: String
    /// Of the file, lower-case hexadecimal.
    public let sha256: String
    /// Without the files that the figures came from, which the sheet does not tell.
    public let periods: [PublishedPeriod]
}

/// Reads the figures of a bilaga back from its file.
///
/// - Parameters:
///   - path: the file, in any format that has the sheet Data as a bilaga has it.
///   - name: what to call it in messages.
///   - instruments: those known; they tell which version a period's figures are of.
/// - Throws: `Refusal` for a file that is no bilaga or does not hold together.
public func publishedWorkbook(
    path: String, name: String, instruments: [Instrument]
) throws(Refusal) -> PublishedWorkbook {
    let file = try open(path, as: name)
    let digest = FileDigest()
    var sheet: String?
    let table: Table?
    do {
        table = try file.read(ReadingOptions(observe: digest.update)) { opening in
            guard let columns = PublishedColumns(opening) else { return .skip }
            sheet = opening.sheet?.name
            return .read(headings: columns.headings, columns: columns.places)
        }
    } catch {
        throw Refusal(Place(file: name), .unreadable(error))
    }
    guard let table else { throw Refusal(Place(file: name), .published(.noBilaga)) }
    guard table.rowCount <= mostRows else {
        throw Refusal(Place(file: name), .published(.tooManyRows(found: table.rowCount, most: mostRows)))
    }
    var figures = PublishedFigures(file: name, sheet: sheet)
    for row in 0..<table.rowCount { figures.add(PublishedRow(table, row: row)) }
    let periods = try figures.periods(instruments)
    return PublishedWorkbook(forbund: figures.forbund ?? "", sha256: digest.hexadecimal, periods: periods)
}

/// The SHA-256 of a file, lower-case hexadecimal.
public func fileDigest(path: String, name: String) throws(Refusal) -> String {
    let digest = FileDigest()
    do {
        var source = try FileSource(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try source.read(into: buffer)
            if count == 0 { return digest.hexadecimal }
            digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    } catch {
        throw Refusal(Place(file: name), .unreadable(.unreadable(error)))
    }
}

/// A bilaga of ten questionnaires, three breakdowns and a hundred groups each has fewer.
private let mostRows = 1_000_000
