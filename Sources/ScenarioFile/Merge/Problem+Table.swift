import DiscreteEvents
import Reading
import Writing

extension Problem {
  /// What to say of the file at `path` where a scenario is wanted, if it is a table: of its `bytes`, which are no JSON5. Nil if
  /// it is none, as its first line tells: a header has several fields, and neither brackets nor colons, nor is it a comment.
  init?(ofTable bytes: [UInt8], _ path: String) {
    var reader = CSVReader(bytes)
    guard (try? reader.next()) == true, let first = reader.fields.first else { return nil }
    // What is separated otherwise is a table too.
    let fields = reader.fields.count > 1 ? reader.fields : first.split { Array(";\t".utf8).contains($0) }
    let names = fields.map { field in
      String(decoding: field, as: UTF8.self).split(separator: " ").joined(separator: " ").lowercased()
    }
    guard names.count > 1, names[0].first != "/", !names.contains(where: { $0.contains(where: "{}[]:".contains) })
    else { return nil }
    let isTrace = names.contains("time") && !names.contains { CivilTime.weekday(called: $0) != nil }
    let file = JSONWriter.quoted(path)
    self.init(
      place: Place(origin: .file(path), line: reader.line), path: "", message: "this is a table, not a scenario",
      remedy: isTrace
        ? "give a scenario, of which a channel names this file: channels: { NAME: { arrivals: { trace: \(file) } } }"
        : "give a scenario, of which a team names this file: teams: { NAME: { staff: { csv: \(file) } } }")
  }
}
