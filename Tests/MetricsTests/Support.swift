import ContactCentre
import DiscreteEvents
import Metrics

/// The summary of `events`, folded in spans of at most `block`.
func summary(of events: [Event], _ plan: Plan, block: Int = 4_096) -> Summary {
  var recorder = Recorder(plan: plan)
  var start = 0
  while start < events.count {
    let end = min(start + block, events.count)
    let part = Array(events[start..<end])
    recorder.fold(part.span)
    start = end
  }
  return recorder.finish()
}

/// Figures by name.
struct Figures {
  let catalogue: FigureCatalogue
  let values: [Double]

  init(_ plan: Plan, _ summary: Summary) {
    catalogue = FigureCatalogue(plan: plan)
    values = catalogue.figures.indices.map { [catalogue] in catalogue.value(at: $0, of: summary) }
  }

  /// The value of a figure; nil if there is none of that name or it is not a number.
  subscript(_ name: String) -> Double? {
    catalogue.index(of: name).map { values[$0] }.flatMap { $0.isNaN ? nil : $0 }
  }
}

/// Whole seconds as milliseconds.
func s(_ seconds: Int) -> Milliseconds { Milliseconds(seconds) * .second }

/// A channel that nobody comes by on their own.
func channel(
  _ id: String, _ kind: Channel.Kind = .call, front: [FrontStage] = [], outcomes: [String] = [],
  target: Channel.Target? = nil
) -> Channel {
  Channel(
    id: id, kind: kind, arrivals: .trace([]), front: front, handling: .constant(60),
    outcomes: outcomes.map { Channel.Outcome(name: $0, share: 0) }, target: target)
}

/// A team, its cost an hour given.
func team(_ id: String, _ answers: String..., costPerHour: Double = 0) -> Team {
  Team(id: id, answers: answers, staff: .intervals(heads: []), costPerHour: costPerHour)
}
