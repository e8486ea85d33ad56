import Watchroom

extension OptionDeclaration {
  static let volumes = OptionDeclaration(
    name: "volumes", value: .path, placeholder: "FILE.csv",
    help: "instead of one load, a table of intervals, as forecast reads and writes them: start,count or "
      + "start,channel,count, or a column for each channel or time of day; perhaps with the columns handling and minutes; or one average week, "
      + "time,mon,tue,wed,thu,fri,sat,sun"
  )
  static let volumesChannel = OptionDeclaration(
    name: "channel", value: .text, placeholder: "NAME", help: "which channel of the table",
    absence: "the only one there is")
  static let shrinkage = OptionDeclaration(
    name: "shrinkage", value: .share, placeholder: "SHARE",
    help: "with --volumes, how many to roster if this share of rostered time, such as 0.28 or 28%, is not at work: "
      + "required / (1 - SHARE)")
  static let requirementTable = OptionDeclaration(
    name: "csv", value: .path, placeholder: "FILE.csv",
    help: "with --volumes, leave all intervals for a spreadsheet as well", leaves: .file(.requirements))
  static let requirementRoster = OptionDeclaration(
    name: "roster", value: .path, placeholder: "FILE.csv",
    help:
      "with --volumes, leave the heads of each interval of a week, after --shrinkage, as a roster that staff: { csv } "
      + "of a team reads",
    absence: "nowhere", leaves: .editable)
  static let requirementForce = OptionDeclaration(
    name: force.name, help: "replace the file of --roster if it is there already")
}

/// What a command line asks of a table of volumes: how many handlers each interval takes.
struct RequirementArguments {
  /// The table.
  let path: String
  /// What is to be read of it.
  let question: VolumeTable.Question
  private let patience: Double?
  private let within: Double
  private let goals: [StaffingGoal]
  private let shrinkage: Double?

  /// Options that say nothing without a table.
  private static let own = [
    OptionDeclaration.volumesChannel, .shrinkage, .requirementTable, .requirementRoster, .requirementForce, .timeZone,
  ]

  /// - Throws: where options do not go together.
  init(_ arguments: ParsedArguments, path: String, within: Double, goals: [StaffingGoal]) throws(Ending) {
    let ofOneLoad = [OptionDeclaration.calls, .handlers, .lines, .blocking]
    if let other = ofOneLoad.first(where: arguments.has) {
      throw arguments.misuse(
        "--volumes has a load for every interval and \(other.spelling) is about one: leave one out")
    }
    if goals.isEmpty {
      throw arguments.misuse("say what every interval must reach: --share 0.9 --within 10s, or --occupancy 0.85")
    }
    var minutes: Int?
    if let seconds = arguments.seconds(.per) {
      guard seconds >= 60, seconds <= 86_400, seconds.truncatingRemainder(dividingBy: 60) == 0 else {
        throw arguments.misuse("--per: an interval of --volumes is some whole minutes long, such as 30m")
      }
      minutes = Int(seconds / 60)
    }
    self.path = path
    question = VolumeTable.Question(
      channel: arguments.last(.volumesChannel), minutes: minutes, handling: arguments.seconds(.handling))
    patience = arguments.seconds(.patience)
    self.within = within
    self.goals = goals
    shrinkage = arguments.share(.shrinkage)
  }

  /// Throws if something is said that needs a table.
  static func checkAbsent(_ arguments: ParsedArguments) throws(Ending) {
    guard let option = own.first(where: arguments.has) else { return }
    throw arguments.misuse("\(option.spelling) is for --volumes, which is not given: add it")
  }

  /// What every interval of `table` takes.
  func requirements(of table: VolumeTable) -> StaffingRequirements {
    StaffingRequirements(
      volumes: table.intervals, patience: patience, within: within, goals: goals, shrinkage: shrinkage)
  }
}
