import Watchroom

/// How long the handlers of one team are signed on and busy in one run, from its first instant to a given one.
struct TeamTime {
  private let team: UInt16
  private let end: Milliseconds
  private var signedOn: [UInt16: Milliseconds] = [:]
  private var answered: [UInt16: Milliseconds] = [:]
  private(set) var staffed: Milliseconds = 0
  private(set) var busy: Milliseconds = 0
  /// When the last call of any team ended.
  private(set) var lastEnd: Milliseconds = 0

  init(team: UInt16, end: Milliseconds = .max) {
    self.team = team
    self.end = end
  }

  mutating func fold(_ events: Span<Event>) {
    for index in events.indices {
      let event = events[index]
      switch event.kind {
      case .handlerSignedOn where event.group == team: signedOn[event.resource] = event.time
      case .handlerSignedOff: signOff(event.resource, at: event.time)
      case .contactAnswered where signedOn[event.resource] != nil: answered[event.resource] = event.time
      case .handlingEnded:
        lastEnd = event.time
        guard let start = answered.removeValue(forKey: event.resource) else { continue }
        busy += max(0, min(event.time, end) - start)
      default: continue
      }
    }
  }

  /// Whoever is still signed on is so until `time`, by which all calls have ended.
  mutating func finish(at time: Milliseconds) {
    for handler in signedOn.keys { signOff(handler, at: time) }
  }

  private mutating func signOff(_ handler: UInt16, at time: Milliseconds) {
    guard let start = signedOn.removeValue(forKey: handler) else { return }
    staffed += max(0, min(time, end) - start)
  }
}
