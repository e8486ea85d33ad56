import Reading
import Testing

/// Rows and the lines that they are on.
@Suite struct CSVReaderTests {
  private func rows(_ text: String) throws -> [(fields: [String], line: Int)] {
    var reader = CSVReader(Array(text.utf8))
    var rows: [(fields: [String], line: Int)] = []
    while try reader.next() {
      rows.append((reader.fields.map { String(decoding: $0, as: UTF8.self) }, reader.line))
    }
    return rows
  }

  /// A row is on the line on which it begins, however many of them the rows before it took.
  @Test(arguments: ["\n", "\r\n"])
  func linesInsideAFieldAreCounted(end: String) throws {
    let found = try rows(["a,\"x", "y", "z\",b", "", "c,d,\"\"\"e\"\"\""].joined(separator: end))
    #expect(found.map(\.line) == [1, 5])
    #expect(found.map(\.fields) == [["a", "x\(end)y\(end)z", "b"], ["c", "d", "\"e\""]])
  }
}
