import DiscreteEvents

/// Why a ledger could not be read or written.
public enum LedgerError: Error, Equatable, Sendable {
  /// The disk would not: exit status 74, as for ``inTheWay(path:)`` and ``nameTaken(path:)``. All others are the file's
  /// fault: 65.
  case storage(path: String, StorageFault)
  /// There is an unfinished ledger at `path`, which a new one would have taken, and which nobody is known to write.
  case inTheWay(path: String)
  /// There is something at `path` that is no ledger, where a new one would have been while it was unfinished.
  case nameTaken(path: String)
  /// The file is something else.
  case notALedger(path: String)
  /// The file ends inside its header, so that it holds no events.
  case headerIncomplete(path: String)
  /// The header is not as it was written.
  case headerDamaged(path: String)
  /// A later version of this program wrote it: `what` has number `found`, and the newest known is `known`.
  case tooNew(path: String, what: String, found: UInt32, known: UInt32)
  /// A part is not as it was written, and not because writing it was cut short.
  case damaged(path: String, LedgerDamage)
  /// An event is as it was written, but cannot have happened in a run of the scenario that the file holds.
  case impossible(path: String, LedgerImpossibility)

  /// Whether reading or writing failed, rather than what was read being wrong.
  public var isStorageFault: Bool {
    switch self {
    case .storage, .inTheWay, .nameTaken: true
    default: false
    }
  }
}

/// A part of a ledger that is not as it was written, and what is lost with it.
public struct LedgerDamage: Equatable, Sendable {
  /// What was seen.
  public enum Finding: String, Hashable, Sendable {
    case header = "its header is not as it was written"
    case checksum = "its bytes do not match their checksum"
    case unsound = "what its header says cannot be"
    case events = "its bytes are no events"
    case digest = "its events do not match their digest"
    case misplaced = "it is not the block that the index says is there"
    case short = "the file ends inside it"
    case footer = "it is not followed by the file's footer and nothing else"
  }

  /// The number of the block, from 0.
  public var block: UInt64
  /// The byte of the file at which the block begins.
  public var offset: UInt64
  /// What was seen.
  public var finding: Finding
  /// The numbers of the events that are lost with it; empty if it held none.
  public var events: Range<UInt64>
  /// Between which times they happened, since the first instant of the run; nil where that is not known.
  public var times: ClosedRange<Milliseconds>?

  /// Damage to a block.
  public init(
    block: UInt64, offset: UInt64, finding: Finding, events: Range<UInt64>, times: ClosedRange<Milliseconds>? = nil
  ) {
    self.block = block
    self.offset = offset
    self.finding = finding
    self.events = events
    self.times = times
  }
}

extension LedgerError: CustomStringConvertible {
  /// One line: which file, what is wrong with it, and what can be done.
  public var description: String {
    let remedy = remedy.map { " — \($0)" } ?? ""
    return "\(path): \(message)\(remedy)"
  }

  /// The file it is about.
  public var path: String {
    switch self {
    case .storage(let path, _), .inTheWay(let path), .nameTaken(let path), .notALedger(let path),
      .headerIncomplete(let path), .headerDamaged(let path), .tooNew(let path, _, _, _), .damaged(let path, _),
      .impossible(let path, _):
      path
    }
  }

  /// What is wrong with the file; of damage also where, and what is lost.
  public var message: String {
    switch self {
    case .storage(_, let fault): fault.description
    case .inTheWay: "this unfinished ledger is in the way"
    case .nameTaken: "there is a file of that name, which is no ledger"
    case .notALedger: "this is not a ledger"
    case .headerIncomplete: "the file ends inside its header, so it holds no events"
    case .headerDamaged: "the header (byte 0) is not as it was written"
    case .tooNew(_, let what, let found, let known):
      "its \(what) is \(found), and this program knows none above \(known)"
    case .damaged(_, let damage): damage.description
    case .impossible(_, let impossibility): impossibility.description
    }
  }

  /// What can be done; nil where the system's own words must do.
  public var remedy: String? {
    switch self {
    case .storage: nil
    case .inTheWay: "resume the run it belongs to, or remove it if nothing writes it any more"
    case .nameTaken: "name another ledger, or move it away"
    case .notALedger: "name a file that `watchroom run --ledger` wrote"
    case .headerIncomplete: "run the scenario again"
    case .headerDamaged: "take another copy of the file"
    case .tooNew: "use the version that wrote it, or a later one"
    case .damaged: "take another copy of the file, or run its scenario again"
    case .impossible: "the file is whole, so no run wrote it as it is: run its scenario again"
    }
  }
}

extension LedgerDamage: CustomStringConvertible {
  /// Which block is damaged, where it is, how that shows, and what is lost.
  public var description: String {
    let count = events.upperBound - events.lowerBound
    let loss =
      if events.isEmpty {
        "no event is lost with it"
      } else if let times {
        "\(count) events are lost with it, from number \(events.lowerBound) on, which happened from "
          + "\(Self.clock(times.lowerBound)) to \(Self.clock(times.upperBound)) after the start"
      } else {
        "\(count) events are lost with it, from number \(events.lowerBound) on"
      }
    return "block \(block) at byte \(offset) is damaged: \(finding.rawValue); \(loss)"
  }

  /// A time as days, hours, minutes and seconds.
  static func clock(_ time: Milliseconds) -> String {
    let days = time / .day
    let clock = CivilTime.clockToTheSecond(time % .day)
    return days == 0 ? clock : "\(days) d \(clock)"
  }
}
