import CLibXML2
import Foundation
import OpenDocument
import TestSupport
import Testing

@Suite struct GrammarTests {
    @Test(arguments: ["1.3", "1.4"])
    func `every part keeps to the strict grammar of ODF`(_ version: String) throws {
        let parts = ["content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml"]
        #expect(try refused(parts, of: Samples.everything, version) == [])
    }

    @Test(arguments: ["1.3", "1.4"])
    func `charts and the parts that name them keep to the strict grammar of ODF`(_ version: String) throws {
        let parts = ["content.xml", "Object1/content.xml", "Object2/content.xml", "META-INF/manifest.xml"]
        #expect(try refused(parts, of: Samples.charts, version) == [])
    }

    /// The parts that do not keep to the grammar of a version, which they are made to say that they are of.
    private func refused(_ parts: [String], of workbook: Workbook, _ version: String) throws -> [String] {
        let folder = try TemporaryFolder()
        try Data(Samples.bytes(of: workbook)).write(to: URL(fileURLWithPath: folder.file("a.ods")))
        _ = try run("/usr/bin/unzip", ["-q", folder.file("a.ods"), "-d", folder.file("a")])
        return try parts.filter { part in
            let file = URL(fileURLWithPath: folder.file("a/\(part)"))
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.contains(":version=\"1.3\""))
            try text.replacing(":version=\"1.3\"", with: ":version=\"\(version)\"")
                .write(to: file, atomically: true, encoding: .utf8)
            let grammar = part.hasPrefix("META-INF") ? "manifest-schema" : "schema"
            return validate(file.path, "OpenDocument-v\(version)-\(grammar).rng") != 0
        }
    }

    @Test func `the grammar refuses what is wrong`() throws {
        let folder = try TemporaryFolder()
        let wrong = "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"
        try Data(wrong.utf8).write(to: URL(fileURLWithPath: folder.file("meta.xml")))
        #expect(validate(folder.file("meta.xml"), "OpenDocument-v1.3-schema.rng") != 0)
    }

    /// - Returns: 0 if the file keeps to the grammar.
    private func validate(_ path: String, _ grammar: String) -> Int32 {
        let grammars = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../Grammar")
        let parser = xmlRelaxNGNewParserCtxt(grammars.appending(path: grammar).path)
        defer { xmlRelaxNGFreeParserCtxt(parser) }
        guard let schema = xmlRelaxNGParse(parser) else { return -1 }
        defer { xmlRelaxNGFree(schema) }
        guard let document = xmlReadFile(path, nil, 0) else { return -2 }
        defer { xmlFreeDoc(document) }
        let context = xmlRelaxNGNewValidCtxt(schema)
        defer { xmlRelaxNGFreeValidCtxt(context) }
        return xmlRelaxNGValidateDoc(context, document)
    }
}
