import Reading

extension LearnedScenario {
  /// A file to be written.
  public struct File: Sendable, Equatable {
    /// Where.
    public var path: String
    /// What.
    public var text: String
  }

  /// The scenario as files: a roster for each team that follows no shifts, in the folder of the scenario and with its name at
  /// their beginning, and last the scenario itself, to be written to `path`. `source` is what the records were read from.
  public func files(path: String, source: String) -> [File] {
    let folder = FilePath.folder(of: path)
    let rostered = teams.filter(\.shifts.isEmpty)
    let rosters = Self.rosterNames(of: rostered, stem: FilePath.stem(path))
    return zip(rostered, rosters).map { File(path: folder + $1, text: Self.roster($0)) }
      + [File(path: path, text: text(rosters: rosters, source: source))]
  }

  /// Characters of a team's name that the name of its roster has.
  private static let longestWord = 40

  private static func rosterNames(of teams: [LearnedTeam], stem: String) -> [String] {
    var taken: Set<String> = []
    return teams.map { team in
      let word = String(team.name.unicodeScalars.prefix(longestWord).map { isPlain($0) ? Character($0) : "-" })
      var name = "\(stem)-\(word)-heads.csv"
      var number = 1
      // On some disks A and a are one name.
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(stem)-\(word)-\(number)-heads.csv"
      }
      return name
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  private static func roster(_ team: LearnedTeam) -> String {
    var text = "start,mon,tue,wed,thu,fri,sat,sun\n"
    for cell in 0..<48 {
      text += ([clock(cell)] + (0..<7).map { String(team.heads[$0][cell]) }).joined(separator: ",") + "\n"
    }
    return text
  }
}
