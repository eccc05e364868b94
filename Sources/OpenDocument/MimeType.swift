/// What the first entry holds, without a line break (ODF 1.3 part 2, 3.3).
let mimeType: StaticString = "application/vnd.oasis.opendocument.spreadsheet"
