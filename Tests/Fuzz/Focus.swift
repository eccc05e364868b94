import Intake
import Survey
import Tabular
import Zip

/// A way into the program for what comes from outside. Each has a folder of seeds of its name.
enum Focus: String, CaseIterable {
    case zip, xlsx, ods, csv, sav, intake, formular, slinga, tillfragade, riket, publicerat

    /// Anything may come out of it but a crash, a hang or a flood.
    func take(_ bytes: [UInt8]) {
        switch self {
        case .zip: unpack(bytes)
        // The parts of a workbook, without the archive's checksums in the way.
        case .xlsx: read(workbook(bytes, names: Self.xlsxParts))
        case .ods: read(workbook(bytes, names: Self.odsParts))
        // The table reader's blocks are larger than any input here; the tests have small ones.
        case .csv, .sav: read(bytes)
        case .intake: takeIn(bytes)
        case .slinga: WrittenFile.with(bytes, YearlyFiles.answers)
        case .tillfragade: WrittenFile.with(bytes, YearlyFiles.invited)
        case .riket: WrittenFile.with(bytes, YearlyFiles.national)
        case .publicerat: WrittenFile.with(bytes, YearlyFiles.published)
        case .formular: _ = try? Intake.instrument(from: bytes, file: "f.yaml")
        }
    }

    private func unpack(_ bytes: [UInt8]) {
        guard var archive = try? ArchiveReader(MemoryBytes(bytes)) else { return }
        for entry in archive.entries { try? archive.read(entry) { _ in true } }
    }

    private func read(_ bytes: [UInt8]) {
        guard let file = try? TableFile(MemoryBytes(bytes)) else { return }
        _ = try? file.read { opening in
            let width = opening.rows.first?.cells.count ?? 0
            // The last byte decides, so that every way is taken.
            switch (bytes.last ?? 0) % 4 {
            case 0: return .skip
            case 1: return .read(headings: 0..<max(1, opening.declaredHeadingRows ?? 1), columns: [])
            default: return .read(headings: 0..<max(1, opening.declaredHeadingRows ?? 1), columns: Array(0..<width))
            }
        }
    }

    /// A file of answers, as an import takes it.
    private func takeIn(_ bytes: [UInt8]) {
        guard let instrument = Self.instrument, let version = instrument.versions.first,
            let file = try? TableFile(MemoryBytes(bytes))
        else { return }
        do {
            _ = try answers(in: file, name: "svar.csv", to: version, of: instrument)
        } catch {
            // Whatever is wrong is put into words too.
            _ = "\(error)".utf8.count
        }
    }

    private static let instrument = try? Intake.instrument(from: Array(questionnaire.utf8), file: "f.yaml")

    private static let questionnaire = """
        id: samverkan
        namn: Enkät om samverkan
        respondentgrupp: Personal
        versioner:
          - { id: "2021", gäller från: "2021" }
        skalor:
          omfattning:
            - { kod: 4, text: Helt och hållet, klass: klart positiv }
            - { kod: 3, text: Till stor del, klass: positiv }
            - { kod: 2, text: Delvis, klass: varken eller }
            - { kod: 1, text: Inte alls, klass: negativ }
            - { kod: 9, text: Vet ej, inget svar: vet ej }
        bakgrund:
          - { id: verksamhet, värden: fria }
          - { id: kön, värden: [ { text: Kvinna, stavningar: [K] }, { text: Man, stavningar: [M] } ] }
          - id: insats
            flerval: ja
            värden: [ { text: SamMA }, { text: "Team, unga vuxna" }, { text: MIA Vidare } ]
        frågor:
          - id: stod
            text: "Får du stödet när du behöver det?"
            skala: omfattning
            versioner: { "2021": { nummer: 1 } }
          - id: malen
            text: "Är målen gemensamma för er?"
            skala: omfattning
            versioner: { "2021": { nummer: 2 } }
        """

    private static let xlsxParts = [
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
    ]
    private static let odsParts = ["content.xml", "META-INF/manifest.xml"]

    /// An archive of the parts, which a byte 1 divides in the input. The first must be there; of the others the usual
    /// ones stand in.
    private func workbook(_ bytes: [UInt8], names: [String]) -> [UInt8] {
        let parts = bytes.split(separator: 1, maxSplits: names.count - 1, omittingEmptySubsequences: false)
        var contents: [(name: String, bytes: [UInt8])] = []
        if self == .ods {
            contents.append(("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)))
        }
        for (place, name) in names.enumerated() {
            if place < parts.count, place == 0 || !parts[place].isEmpty {
                contents.append((name, Array(parts[place])))
            } else if let usual = Self.usual[name] {
                contents.append((name, Array(usual.utf8)))
            }
        }
        var archive = ArchiveWriter(to: MemorySink())
        do {
            for content in contents { try archive.add(content.name, content.bytes.span.bytes, as: .stored) }
            return try archive.finish().bytes
        } catch {
            return []
        }
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let usual = [
        "xl/workbook.xml": """
        <workbook xmlns="\(main)" xmlns:r="\(relations)"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>
        """,
        "xl/_rels/workbook.xml.rels": """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="\(relations)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Type="\(relations)/sharedStrings" Target="sharedStrings.xml"/>\
        <Relationship Id="rId3" Type="\(relations)/styles" Target="styles.xml"/></Relationships>
        """,
        "xl/sharedStrings.xml": "<sst xmlns=\"\(main)\"><si><t>a</t></si><si><t>b</t></si></sst>",
        "xl/styles.xml":
            "<styleSheet xmlns=\"\(main)\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
    ]
}
