import Reading
import Spelling

/// What makes a file that nobody named a scenario by itself, rather than changes to another.
///
/// A scenario that is left out for a slip of the pen is one that nobody checks; so what would be one but for that is taken for
/// one, and reading it says what is wrong. Changes that touch two of its parts, as a forecast's do, are still changes.
public enum ScenarioSign: Sendable, Equatable {
  /// It extends a file.
  case extends
  /// It has calendar, channels and teams.
  case parts
  /// It would have them, or extend a file, were this key, which a scenario has not, the one that it is most like; likewise
  /// any other part it lacks.
  case misspelt(key: String, part: String)
  /// It cannot be read or understood.
  case unknown

  /// Why a file was taken for a scenario, which may have been meant to change another, and what to write then; nil if it
  /// extends a file, or nothing is known of it.
  ///
  /// - Parameters:
  ///   - base: the scenario that it may have been meant to change; nil if that is not known.
  ///   - way: how the file would write where that is, if there is a way to.
  public func remark(changing base: String? = nil, way: String? = nil) -> String? {
    let reason: String
    switch self {
    case .extends, .unknown: return nil
    case .parts: reason = "calendar, channels and teams"
    case .misspelt(let key, let part): reason = "“\(key.prefix(40))”, which is much like “\(part)”"
    }
    let reference =
      if let way { "extends: \"\(way)\"" } else {
        "extends:" + (base.map { " with the way from there to \($0)" } ?? "")
      }
    return
      "this has \(reason), so it is taken for a scenario by itself; if it is meant to change \(base ?? "another"), "
      + "write \(reference) in it"
  }
}

extension ScenarioReader {
  /// What makes the file at `path` a scenario by itself; nil if nothing does.
  public static func sign(of path: String, files: some FileReading = DiskFiles()) -> ScenarioSign? {
    guard let members = members(path, files: files) else { return .unknown }
    let names = Set(members.map(\.name))
    if names.contains(extends) { return .extends }
    let missing = parts.filter { !names.contains($0) }
    if missing.isEmpty { return .parts }
    let known = ScenarioFormat.scenario.keys.map(\.name)
    let meant = members.filter { !known.contains($0.name) }.map {
      (key: $0.name, part: nearestName(to: $0.name, among: known))
    }
    if let key = meant.first(where: { $0.part == extends })?.key { return .misspelt(key: key, part: extends) }
    guard missing.allSatisfy({ part in meant.contains { $0.part == part } }),
      let key = meant.first(where: { $0.part == missing[0] })?.key
    else { return nil }
    return .misspelt(key: key, part: missing[0])
  }

  /// Warnings of the keys that a scenario has not, of a file that was taken for changes to one. None if it has no key that a
  /// scenario has: it is something else then, such as targets.
  public static func unknownKeys(of path: String, files: some FileReading = DiskFiles()) -> [Problem] {
    guard let members = members(path, files: files) else { return [] }
    let known = ScenarioFormat.scenario.keys.map(\.name)
    let unknown = members.filter { !known.contains($0.name) }
    if unknown.count == members.count { return [] }
    let log = ProblemLog()
    for member in unknown {
      log.warning(
        member.namePlace, ScenarioPath([member.name]), "there is no key “\(member.name.prefix(60))” in a scenario",
        suggestion(for: member.name, among: known, noun: "keys"))
    }
    return log.problems
  }

  private static let extends = "extends"

  /// What a scenario has that extends no other.
  private static let parts = ["calendar", "channels", "teams"]

  /// What the object says that a file holds, or all the objects of a list, as changes may be one; nil if it cannot be read, or
  /// holds something else.
  private static func members(_ path: String, files: some FileReading) -> [JSONTree.Member]? {
    guard let bytes = try? files.read(path, limit: FileLimits.scenarioBytes),
      let tree = try? JSON5Parser.parse(bytes, origin: .file(path))
    else { return nil }
    var objects = [tree]
    if case .array(let patches) = tree.value, !patches.isEmpty { objects = patches }
    var members: [JSONTree.Member] = []
    for object in objects {
      guard case .object(let own) = object.value else { return nil }
      members += own
    }
    return members
  }
}
