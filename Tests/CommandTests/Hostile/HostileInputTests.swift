import Foundation
import Testing
import Watchroom

/// What the fuzzer found worth keeping: one input for each way through a parser, and whatever once made one fall.
@Suite struct HostileInputTests {
  @Test("What nobody should trust is taken or refused, and never traps", arguments: HostileInput.allCases)
  func isTakenOrRefused(_ input: HostileInput) throws {
    var taken = 0
    let inputs = try kept(in: "\(input.rawValue).txt") + kept(in: "Crashes/\(input.rawValue).txt")
    for (place, bytes) in inputs {
      #expect(throws: Never.self, "\(place)") { taken += try input.feed(bytes) ? 1 : 0 }
    }
    // What refuses everything, for a reason of its own, is not tested at all.
    #expect(taken > 0 && taken < inputs.count, "of \(inputs.count) inputs \(taken) are taken")
  }

  /// The inputs of a file of the corpus, one a line in Base64, and where each stands; none if there is no such file.
  private func kept(in name: String) throws -> [(place: String, bytes: [UInt8])] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus/\(name)")
    guard FileManager.default.fileExists(atPath: file.path()) else { return [] }
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.enumerated().map { number, line in
      ("\(name), line \(number + 1)", try Array(#require(Data(base64Encoded: String(line)))))
    }
  }
}
