import Reading
import Testing

@testable import Records

/// Tables that are not in UTF-8.
@Suite struct EncodingTests {
  private static let rows = [
    "arrival,channel,wait,outcome,agent", "2022-03-07T09:00,999,5,answered,Moeller",
    "2022-03-07T09:05,999,5,answered,M",
  ]

  /// The rows, with a ü of Windows-1252 in the last.
  private static let latin: [UInt8] = Array(rows.joined(separator: "\n").utf8) + [0xFC] + Array("ller\n".utf8)

  private static func utf16(bigEndian: Bool, mark: Bool) -> [UInt8] {
    let text = (mark ? "\u{FEFF}" : "") + rows.joined(separator: "\r\n") + "\r\n"
    return text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  /// What is said of records of these bytes, however they are handed over.
  private func said(_ bytes: [UInt8]) -> [String] {
    let all = [1 << 20, 7, 1].map { size -> [String] in
      do throws(RecordsError) {
        _ = try ContactRecords.read(
          "r.csv", files: SmallPieces(files: MemoryFiles(bytes: ["r.csv": bytes]), size: size))
        return []
      } catch {
        guard case .invalid(let problems) = error else { return ["\(error)"] }
        return problems.map(\.description)
      }
    }
    #expect(all.allSatisfy { $0 == all[0] }, "\(all)")
    return all[0]
  }

  @Test func whatIsNoUTF8IsSaidOnceWithItsPlace() {
    #expect(
      said(Self.latin) == [
        "r.csv:3:5: error: this is not UTF-8 — save the file as UTF-8, which spreadsheets call CSV UTF-8"
      ])
  }

  @Test(arguments: [true, false], [true, false])
  func whatIsUTF16IsSaidOnce(bigEndian: Bool, mark: Bool) {
    #expect(
      said(Self.utf16(bigEndian: bigEndian, mark: mark)) == [
        "r.csv:1: error: this is UTF-16, not UTF-8 — save it as CSV UTF-8"
      ])
  }

  @Test func oneNULByteIsNoUTF16() {
    #expect(
      said(Array((Self.rows.joined(separator: "\n") + "\u{0}ller\n").utf8)) == [
        "r.csv:3:5: error: there is a NUL byte here, which no text has — the file may be damaged, or cut off: export it anew"
      ])
  }

  @Test func aWorkbookIsNoTable() {
    #expect(
      said([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x0A, 0x41]) == [
        "r.csv:1: error: this is a workbook or another packed file, not CSV — save it as CSV UTF-8"
      ])
  }

  @Test func historiesAndSpecialDaysToo() {
    let history: [UInt8] = Array("date,M".utf8) + [0xFC, 0x0A]
    let days: [UInt8] = [0xFE, 0xFF, 0x00, 0x41]
    let files = MemoryFiles(bytes: ["h.csv": history, "d.csv": days])
    #expect {
      try ContactHistory.read("h.csv", files: files)
    } throws: { error in
      guard case RecordsError.invalid(let problems) = error else { return false }
      return problems.map(\.place.description) == ["h.csv:1:2"]
    }
    #expect {
      try SpecialDays.read(others: "d.csv", files: files)
    } throws: { error in
      guard case RecordsError.invalid(let problems) = error else { return false }
      return problems.map(\.message) == ["this is UTF-16, not UTF-8"]
    }
  }

  @Test func goodUTF8IsRead() throws {
    let text = "\u{FEFF}" + Self.rows.joined(separator: "\n") + "\u{FC}ller\n"
    let records = try ContactRecords.read("r.csv", files: SmallPieces(files: MemoryFiles(["r.csv": text]), size: 3))
    #expect(records.rowsUsed == 2 && records.agents == 2 && records.warnings.isEmpty)
  }
}
