internal import CLibXML2

/// An element of a part, with the prefixes as the part has them.
struct Element {
    enum Node {
        case element(Element)
        case text(String)
    }

    let name: String
    let attributes: [String: String]
    let nodes: [Node]

    /// The root of a part; nil if it is not well-formed.
    init?(parsing bytes: [UInt8]) {
        let document = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                xmlReadMemory($0.baseAddress, Int32($0.count), nil, nil, Int32(XML_PARSE_NONET.rawValue))
            }
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else { return nil }
        self.init(root)
    }

    private init(_ node: xmlNodePtr) {
        name = Element.qualified(node.pointee.name, node.pointee.ns)
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let each = attribute {
            // Without a DTD there are no entities, and a value is one text at most.
            let value = each.pointee.children?.pointee.content
            attributes[Element.qualified(each.pointee.name, each.pointee.ns)] = value.map { String(cString: $0) } ?? ""
            attribute = each.pointee.next
        }
        self.attributes = attributes
        var nodes: [Node] = []
        var child = node.pointee.children
        while let each = child {
            switch each.pointee.type {
            case XML_ELEMENT_NODE: nodes.append(.element(Element(each)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = each.pointee.content { nodes.append(.text(String(cString: content))) }
            default: break
            }
            child = each.pointee.next
        }
        self.nodes = nodes
    }

    private static func qualified(_ name: UnsafePointer<xmlChar>?, _ space: UnsafeMutablePointer<xmlNs>?) -> String {
        let local = name.map { String(cString: $0) } ?? ""
        guard let prefix = space?.pointee.prefix else { return local }
        return "\(String(cString: prefix)):\(local)"
    }

    subscript(_ attribute: String) -> String? { attributes[attribute] }

    var children: [Element] {
        nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

    func child(_ name: String) -> Element? { children.first { $0.name == name } }

    /// Every element of the name below this one, in the order of the document.
    func descendants(_ name: String) -> [Element] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }

    /// The text in it, with the white space that has elements of its own (ODF 1.3 part 3, 6.1).
    var text: String {
        nodes.map { node in
            switch node {
            case .text(let text): text
            case .element(let element):
                switch element.name {
                case "text:s": String(repeating: " ", count: element["text:c"].flatMap { Int($0) } ?? 1)
                case "text:tab": "\t"
                case "text:line-break": "\n"
                default: element.text
                }
            }
        }.joined()
    }
}
