import ContactCentre
import Experiments
import Foundation
import Metrics
import Reading
import ScenarioFile
import Writing

// The file of a partial result, `watchroom/partial/1`: a JSON value on each line.
//
//   { "schema": "watchroom/partial/1", "engine": …, "kind": "run" | "compare", "shard": [2, 4], "seed": "1",
//     "replications": 100, "plans": 1, "command": [ … ] }
//   then for each plan:
//   { "name": …, "digest": …, "scenario": "the whole scenario as one text", "files": [ [path, base64], … ],
//     "summary": "whole numbers", "replications": how many lines follow }
//   [ "number", "fingerprint: its lanes and the count of events", [ values of the estimated figures, null where undefined ] ]
//   and at the end:
//   { "sha256": "of all bytes before this line" }
//
// Numbers that may be longer than a floating-point number holds are texts. Values are written with the shortest digits that
// read back as the same number.
extension PartialResult {
  /// The schema the file follows, as it says itself.
  public static let schema = "watchroom/partial/1"

  /// The file. The same partial result always gives the same bytes. O(replications × figures).
  public var text: String {
    var lines: [JSONValue] = [
      .members([
        "schema": .string(Self.schema), "engine": .string(engine), "kind": .string(isComparison ? "compare" : "run"),
        "shard": .array([.integer(shard.number), .integer(shard.count)]), "seed": .string(String(seed)),
        "replications": .integer(replications), "plans": .integer(parts.count),
        "command": .array(command.map(JSONValue.string)),
      ])
    ]
    for part in parts { lines += Self.lines(part) }
    let body = lines.map { JSONWriter.line($0) + "\n" }.joined()
    let digest: JSONValue = .members(["sha256": .string(SHA256.hexadecimal(of: Array(body.utf8)))])
    return body + JSONWriter.line(digest) + "\n"
  }

  private static func lines(_ part: Part) -> [JSONValue] {
    let head: JSONValue = .members([
      "name": .string(part.name), "digest": .string(part.read.digest), "scenario": .string(part.read.resolvedText),
      "files": .array(
        part.read.files.map { .array([.string($0.path), .string(Data($0.bytes).base64EncodedString())]) }),
      "summary": .string((part.records.summary?.words ?? []).map(String.init).joined(separator: " ")),
      "replications": .integer(part.records.count),
    ])
    let records = zip(part.records.range, zip(part.records.samples, part.records.digests)).map { number, record in
      let (values, digest) = record
      let lanes = digest.lanes
      return JSONValue.array([
        .integer(number), .string([lanes.0, lanes.1, lanes.2, digest.count].map(String.init).joined(separator: " ")),
        .array(values.map(JSONValue.number)),
      ])
    }
    return [head] + records
  }
}
