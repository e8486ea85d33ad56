import Watchroom

/// What one run came to.
struct Outcome {
  let digest: EventDigest
  let contacts: Int
  let summary: Summary?

  /// Runs the first replication, doing what the options say and nothing else.
  init(of plan: Plan, _ options: Options) {
    var simulation = Simulation(plan: plan, seed: options.seed, replication: 0)
    var observer = Observer(plan: plan, makesFigures: options.makesFigures)
    if options.keepsLog {
      var log = EventLog()
      while simulation.advance(keptIn: &log, { observer.take($0) }) {}
    } else {
      while simulation.advance({ observer.take($0) }) {}
    }
    self = observer.finish()
  }

  fileprivate init(digest: EventDigest, contacts: Int, summary: Summary?) {
    self.digest = digest
    self.contacts = contacts
    self.summary = summary
  }

  /// Each number as name=value.
  func lines(plan: Plan) -> [String] {
    var lines = ["contacts=\(contacts)", "events=\(digest.count)", "digest=\(digest.hexadecimal)"]
    guard let summary else { return lines }
    let catalogue = FigureCatalogue(plan: plan)
    for channel in plan.scenario.channels {
      for (name, figure) in [
        ("inTime", "serviceLevel.ofOffered"), ("abandoned", "abandonmentRate"), ("wait", "speedOfAnswer.mean"),
      ] {
        guard let index = catalogue.index(of: "channels.\(channel.id).\(figure)") else { continue }
        lines.append("\(channel.id).\(name)=\(catalogue.value(at: index, of: summary))")
      }
    }
    return lines
  }
}

/// Sees every event once, as the command does: the fingerprint always, figures if wanted.
private struct Observer: ~Copyable {
  private var digest = EventDigest()
  private var recorder: Recorder?
  /// The contacts numbered so far.
  private var contacts = 0

  init(plan: Plan, makesFigures: Bool) {
    recorder = makesFigures ? Recorder(plan: plan) : nil
  }

  mutating func take(_ events: Span<Event>) {
    digest.fold(events)
    recorder?.fold(events)
    // Contacts are numbered as they come, so the last to arrive in a block says how many there have been.
    for index in events.indices.reversed() {
      let event = events[index]
      guard event.kind == .contactArrived || event.kind == .contactRedialled else { continue }
      contacts = Int(event.subject) + 1
      break
    }
  }

  consuming func finish() -> Outcome {
    Outcome(digest: digest, contacts: contacts, summary: recorder?.finish())
  }
}
