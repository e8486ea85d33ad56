import Reading

@testable import Records

extension ContactHistory {
  /// The history that a table `h.csv` of this text is.
  static func read(text: String) throws -> ContactHistory {
    try read("h.csv", files: MemoryFiles(["h.csv": text]))
  }

  /// The last error for which a table `h.csv` of this text is refused, as people see it; empty if it is read.
  static func refusal(ofText text: String) -> String {
    do {
      _ = try read(text: text)
      return ""
    } catch RecordsError.invalid(let problems) {
      return problems.last { $0.severity == .error }?.description ?? ""
    } catch {
      return "\(error)"
    }
  }
}
