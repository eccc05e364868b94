/// A file of Tests/Fixtures.
func fixture(_ name: String, file: StaticString = #filePath) -> String {
    let path = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    return "\(path)/Fixtures/\(name)"
}
