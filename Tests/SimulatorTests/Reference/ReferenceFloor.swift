import ContactCentre
import DiscreteEvents
import Simulator

/// The contact floor told once more, for tests only: from a scenario and the list of its callers to the whole log, in the
/// most naive way there is.
///
/// It shares nothing with the simulation but the scenario, the events, the key of a random number and how a distribution
/// is drawn from. There is no calendar and there are no ready lists: before every event everybody and everything is
/// looked at, and of all that is pending what comes first by the published order happens. It is slow, and every rule
/// should be a line that can be read.
///
/// Who comes is given, as ``callers(in:seed:replication:)`` lists it: that the right callers come is tested elsewhere.
/// Incidents and units are left out, and so is a run taken up from a log.
struct ReferenceFloor {
  /// Somebody who is in the centre, or will come back.
  struct Contact {
    enum State {
      case offered, inStage, joined, waiting, awaitingCallback, handling, dialling, introducing, briefing, wrappingUp
      case left, givenUp, redialling, gone
    }
    let number: Int
    /// Everything drawn about the caller derives from this.
    let key: RandomKey
    /// What was recorded of it, on the channel it was recorded on.
    var row: TraceRow?
    var channel: Int
    var attempt = 0
    /// How often it has been diverted, handed on or followed up, those it comes from included.
    var diversions = 0
    var state = State.offered
    var frontStage = 0
    var option: Int?
    /// When what it waits for is due; nil for nothing.
    var due: Milliseconds?
    var joinedAt: Milliseconds = 0
    var hasOverflowed = false
    /// The position of the handler whose hands it is in.
    var handler = 0
    /// Undivided attention still needed, in milliseconds, as of `reckonedAt`.
    var work = 0.0
    var reckonedAt: Milliseconds = 0
    /// What its handler was doing with it when it was left for another.
    var leftWhile = State.handling
    /// The contact whose handler introduces it; what it was handed on as; how many rules of its outcome are settled.
    var introducedBy: Int?
    var handedOnAs: Int?
    var rulesSettled = 0
  }

  /// A handler on duty.
  struct Handler {
    enum State { case working, finishingForBreak, finishingForGood, onBreak(until: Milliseconds) }
    let team: Int
    let end: Milliseconds?
    let percentSlower: Int
    /// The breaks still to come, the next first.
    var breaks: [(due: Milliseconds, length: Milliseconds, cover: Int)]
    var state = State.working
    /// Contacts in hand, and those left for them.
    var inHand: [Int] = []
    var left: [Int] = []
    /// The event since which it has had as many in hand, and could take another.
    var readySince: Int
    /// The event since which the handler has been at work that may be interrupted; nil if it may not.
    var interruptibleSince: Int?
  }

  struct Surge {
    var isActive = false
    var due: Milliseconds?
  }

  struct FollowUp {
    let number: Int
    let due: Milliseconds
    let previous: Int
    let channel: Int
    let key: RandomKey
    let diversions: Int
  }

  let scenario: Scenario
  /// The first instant of the run since the Unix epoch; when nobody arrives any more, and when it ends, since then.
  let origin: Milliseconds
  let windowEnd: Milliseconds
  let end: Milliseconds
  let channelKeys: [RandomKey]

  var now: Milliseconds = 0
  var log: [Event] = []
  /// Contact n stands at place n, also when it is gone; `present` are the numbers of the others.
  var contacts: [Contact] = []
  var present: [Int] = []
  /// By channel, who waits, the first in line first.
  var queues: [[Int]]
  /// By position; nil where nobody is.
  var handlers: [Handler?] = []
  var surges: [Surge]
  var followUps: [FollowUp] = []
  var followUpsNumbered = 0
  /// Who is still to come, and who is still to begin, the next first.
  var callers: ArraySlice<ReferenceCaller>
  var duties: ArraySlice<ReferenceDuty>
  var dutiesBegun = 0

  /// The floor of a scenario without incidents before its first event.
  init(_ scenario: Scenario, callers: [ReferenceCaller], seed: UInt64, replication: Int) {
    self.scenario = scenario
    self.callers = callers[...]
    origin = scenario.calendar.start - scenario.calendar.warmUp
    windowEnd = scenario.calendar.end - origin
    end = windowEnd + scenario.calendar.drain
    let root = RandomKey(seed: seed).derived(UInt64(replication))
    channelKeys = scenario.channels.map { root.derived(named: "channels").derived(named: $0.id) }
    duties = ReferenceRoster(scenario, key: root.derived(named: "teams")).duties[...]
    queues = scenario.channels.map { _ in [] }
    surges = scenario.surges.map { _ in Surge() }
  }

  /// All that happens.
  mutating func run() -> [Event] {
    while let next = next(), next.time < end {
      now = next.time
      happen(next.what)
      noteWhoMayBeInterrupted()
    }
    return log
  }

  private mutating func happen(_ what: Occurrence.What) {
    switch what {
    case .dutyBegins: beginDuty()
    case .callerComes: arrive()
    case .contact(let number): goOn(number)
    case .handler(let position): pauseOrEnd(position)
    case .overflow(let number): overflow(number)
    case .surge(let number): turnSurge(number)
    case .followUpComes(let number): followUp(number)
    case .answer(let pair): answer(pair)
    case .settle(let number): settle(number)
    }
  }
}

/// Somebody who comes of their own accord: when, on which channel, and who it is there.
struct ReferenceCaller {
  var time: Milliseconds
  var channel: Int
  var cell: UInt32
  var index: UInt32
  /// Which of the callers who come again and again it is.
  var repeats: RepeatCaller?

  /// Who comes in a scenario: those who come to the same channels with nobody there, nothing before the queues, and nobody
  /// who tries again. What the force does changes nothing about who comes, so these are the callers whatever it does.
  static func callers(in scenario: Scenario, seed: UInt64, replication: Int) -> [ReferenceCaller] {
    var empty = scenario
    empty.teams = []
    empty.surges = []
    for index in empty.channels.indices {
      empty.channels[index].front = []
      empty.channels[index].redial = nil
      empty.channels[index].routing = Channel.Routing()
    }
    var simulation = Simulation(plan: Plan(empty), seed: seed, replication: replication)
    var callers: [ReferenceCaller] = []
    while simulation.advance({ block in
      for index in block.indices where block[index].kind == .contactArrived {
        let event = block[index]
        callers.append(
          ReferenceCaller(
            time: event.time, channel: Int(event.resource), cell: event.value, index: event.extra,
            repeats: event.repeatCaller))
      }
    }) {}
    return callers
  }
}
