/// Formats that are recognised only to be refused with what to do instead.
public enum ForeignFormat: Hashable, Sendable, CaseIterable {
    /// The old workbooks of Excel and whatever else lies in a Compound File, encrypted workbooks apart.
    case oldExcel
    /// A workbook of Excel or LibreOffice behind a password.
    case encryptedWorkbook
    /// Excel's binary workbook, `.xlsb`.
    case binaryExcel
    /// A text document, a presentation or a drawing.
    case otherDocument
    /// OpenDocument as a single XML file, `.fods`.
    case flatOpenDocument
    case pdf
    case picture
    case html
    /// Some other XML.
    case xml
    /// An archive that is no workbook.
    case archive
    /// SPSS's portable format, `.por`, or Stata's or SAS's file.
    case otherStatistics
    /// Numbers' or another program's database.
    case database
}
