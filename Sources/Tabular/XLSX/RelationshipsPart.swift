/// Reads which other parts a part has to do with (ECMA-376 part 2, 9.3).
final class RelationshipsPart: XMLHandler {
    struct Relationship {
        /// What kind of part it leads to: the last word of the type's name, which is the same in both namespaces.
        let type: String
        /// The part's path in the archive; nil where it leads outside.
        let path: String?
    }

    private(set) var relationships: [String: Relationship] = [:]
    private let folder: String
    private let limits: Limits
    private let part: String
    private let relationship, identifier, type, target, mode, namespace: XMLName

    /// - Parameter folder: where relative targets start.
    init(_ part: String, _ names: XMLNames, folder: String, limits: Limits) {
        self.part = part
        self.folder = folder
        self.limits = limits
        relationship = names["Relationship"]
        identifier = names["Id"]
        type = names["Type"]
        target = names["Target"]
        mode = names["TargetMode"]
        namespace = names["http://schemas.openxmlformats.org/package/2006/relationships"]
    }

    func first(_ type: String) -> Relationship? {
        relationships.filter { $0.value.type == type }.min { $0.key < $1.key }?.value
    }

    override func start(_ element: XMLElement) throws(TableError) {
        guard element.name == relationship, element.namespace == namespace,
            let identifier = element.attributes[identifier], let type = element.attributes[type],
            let target = element.attributes[target]
        else { return }
        let isOutside = element.attributes[mode]?.elementsEqual("External".utf8) == true
        let word = type.reversed().prefix { $0 != UInt8(ascii: "/") }.reversed()
        relationships[String(decoding: identifier, as: UTF8.self)] = Relationship(
            type: String(decoding: word, as: UTF8.self),
            path: isOutside ? nil : Self.path(String(decoding: target, as: UTF8.self), from: folder))
        guard relationships.count <= limits.relationships else {
            throw .tooManyRelationships(part: part, limit: limits.relationships)
        }
    }

    /// The path in the archive that a target leads to; nil where it leads out of the archive.
    static func path(_ target: String, from folder: String) -> String? {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") {
            switch part {
            case ".": break
            case "..": guard parts.popLast() != nil else { return nil }
            default: parts.append(String(part))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}
