import ContactCentre

/// The names a scenario gives to what events have by number, each written the way of one format once and for all.
///
/// A number the scenario does not know, as a ledger of a later version might have, is written as that number.
struct ExportNames {
  /// Words that are the same for every scenario, in the order of their places.
  enum Word: Int, CaseIterable {
    case attended, cancelled, resolved
    case response, diary
    case handled, abandoned, contained
    case noReply, dissatisfied, satisfied
    case awaited, reached, unreached
  }

  private var texts: [String] = []
  private var channels = 0..<0
  private var stages: [Range<Int>] = []
  private var outcomes: [Range<Int>] = []
  /// For each channel that has a trace, where each row's caller is; nil where the row does not say.
  private var callers: [[Int?]] = []
  private var teams = 0..<0
  private var shifts = 0..<0
  private var grades = 0..<0
  private var hubs = 0..<0
  private var suites = 0..<0
  private var logs = 0..<0
  private var groups = 0..<0
  private var surges = 0..<0
  /// By channel and stage.
  private var options: [[Range<Int>]] = []

  /// The names of a plan's scenario, each as `written` puts it.
  init(_ plan: Plan, written: (String) -> String) {
    func add(_ names: [String]) -> Range<Int> {
      let start = texts.count
      texts += names.map(written)
      return start..<texts.count
    }
    let scenario = plan.scenario
    let response = scenario.response
    _ = add(Word.allCases.map { "\($0)" })
    channels = add(scenario.channels.map(\.id))
    stages = scenario.channels.map { add($0.front.map(\.id)) }
    // What contacts turn out to be of which the scenario says nothing.
    outcomes = scenario.channels.map { add($0.outcomes.map(\.name) + ["other"]) }
    callers = scenario.channels.map { channel in
      guard case .trace(let rows) = channel.arrivals else { return [] }
      return rows.map { row in row.caller.map { add([$0]).lowerBound } }
    }
    teams = add(scenario.teamNames)
    shifts = add(scenario.shifts.map(\.id))
    grades = add(response?.grades.map(\.id) ?? [])
    hubs = add(response?.hubs.map(\.id) ?? [])
    suites = add(response?.custody?.suites.map(\.id) ?? [])
    logs = add(response?.logs.map(\.id) ?? [])
    groups = add(scenario.callers.map(\.id))
    surges = add(scenario.surges.map(\.id))
    options = scenario.channels.map { channel in channel.front.map { add($0.options.map(\.id)) } }
  }

  /// Whether there is nothing but ASCII in any of them. O(bytes).
  var areASCII: Bool { texts.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } }

  /// The text at a place.
  subscript(place: Int) -> String { texts[place] }

  func word(_ word: Word) -> ExportValue { .name(word.rawValue) }
  func channel(_ number: UInt16) -> ExportValue { Self.value(Int(number), of: channels) }
  func team(_ number: UInt16) -> ExportValue { Self.value(Int(number), of: teams) }
  func grade(_ number: UInt8) -> ExportValue { Self.value(Int(number), of: grades) }
  func hub(_ number: UInt16) -> ExportValue { Self.value(Int(number), of: hubs) }
  func suite(_ number: UInt16) -> ExportValue { Self.value(Int(number), of: suites) }
  func log(_ number: UInt16) -> ExportValue { Self.value(Int(number), of: logs) }
  func surge(_ number: UInt16) -> ExportValue { Self.value(Int(number), of: surges) }
  func group(_ number: UInt8) -> ExportValue { Self.value(Int(number), of: groups) }

  /// The name of a shift; nil for a duty that follows none.
  func shift(_ number: UInt16) -> ExportValue? {
    number == Event.noShift ? nil : Self.value(Int(number), of: shifts)
  }

  /// The name of a front stage of a channel, if it is known which channel that is.
  func stage(_ number: UInt8, of channel: UInt16?) -> ExportValue {
    Self.value(Int(number), of: Self.names(of: channel, stages))
  }

  /// The name of an option of a front stage, likewise.
  func option(_ number: UInt8, of stage: UInt8, _ channel: UInt16?) -> ExportValue {
    let stages = channel.flatMap { Int($0) < options.count ? options[Int($0)] : nil } ?? []
    return Self.value(Int(number), of: Int(stage) < stages.count ? stages[Int(stage)] : 0..<0)
  }

  /// The name of an outcome of a channel, likewise.
  func outcome(_ number: UInt8, of channel: UInt16?) -> ExportValue {
    Self.value(Int(number), of: Self.names(of: channel, outcomes))
  }

  /// What a trace calls a caller; nil where it does not say.
  func recorded(_ caller: Caller) -> ExportValue? {
    guard Int(caller.channel) < callers.count else { return nil }
    let rows = callers[Int(caller.channel)]
    return Int(caller.index) < rows.count ? rows[Int(caller.index)].map { .name($0) } : nil
  }

  private static func names(of channel: UInt16?, _ ranges: [Range<Int>]) -> Range<Int> {
    guard let channel, Int(channel) < ranges.count else { return 0..<0 }
    return ranges[Int(channel)]
  }

  private static func value(_ number: Int, of range: Range<Int>) -> ExportValue {
    number < range.count ? .name(range.lowerBound + number) : .number(number)
  }
}
