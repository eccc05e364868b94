import CLibXML2
import Foundation
import OpenDocument
import TestSupport
import Testing

@Suite struct GrammarTests {
    @Test func `every part keeps to the strict grammar of ODF 1.3`() throws {
        let folder = try TemporaryFolder()
        try Data(Samples.bytes(of: Samples.everything)).write(to: URL(fileURLWithPath: folder.file("a.ods")))
        _ = try run("/usr/bin/unzip", ["-q", folder.file("a.ods"), "-d", folder.file("a")])
        for part in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] {
            #expect(validate(folder.file("a/\(part)"), "OpenDocument-v1.3-schema.rng") == 0, "\(part)")
        }
        #expect(validate(folder.file("a/META-INF/manifest.xml"), "OpenDocument-v1.3-manifest-schema.rng") == 0)
    }

    @Test func `charts and the parts that name them keep to the strict grammar of ODF 1.3`() throws {
        let folder = try TemporaryFolder()
        try Data(Samples.bytes(of: Samples.charts)).write(to: URL(fileURLWithPath: folder.file("a.ods")))
        _ = try run("/usr/bin/unzip", ["-q", folder.file("a.ods"), "-d", folder.file("a")])
        for part in ["content.xml", "Object1/content.xml", "Object2/content.xml"] {
            #expect(validate(folder.file("a/\(part)"), "OpenDocument-v1.3-schema.rng") == 0, "\(part)")
        }
        #expect(validate(folder.file("a/META-INF/manifest.xml"), "OpenDocument-v1.3-manifest-schema.rng") == 0)
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
