import ContactCentre
import DiscreteEvents
import Findings

/// What a chart goes along: the hours of the day, or dates.
struct Places {
  /// What one of them is.
  var word: String
  /// What they are called, in the order in which they stand.
  var names: [String]
  /// Which of them are named below a drawing.
  var marks: [Scale.Mark]
  /// Which of the figures stands where, the first of them being 0.
  var order: [Int]

  init(word: String, names: [String], marks: [Scale.Mark]) {
    self.word = word
    self.names = names
    self.marks = marks
    order = Array(names.indices)
  }

  /// The hours of the day as people read those of a run of `calendar`.
  static func hours(of calendar: ScenarioCalendar) -> Places {
    let order = calendar.hoursInOrder
    var places = Places(
      word: "Hour", names: order.map(CivilTime.clock(hour:)),
      marks: order.enumerated().filter { $0.element % 3 == 0 }.map {
        Scale.Mark(value: Double($0.offset), label: String(CivilTime.clock(hour: $0.element).prefix(2)))
      })
    places.order = order
    return places
  }

  /// `figures`, of which there is one for each place, in the order of the places.
  func arranged<Element>(_ figures: [Element]) -> [Element] { order.map { figures[$0] } }
}

extension Chart {
  /// The hours of the day as places, and which of them are named below a drawing.
  static let hours = (0..<24).map(CivilTime.clock(hour:))
  static let hourMarks = stride(from: 0, to: 24, by: 3).map {
    Scale.Mark(value: Double($0), label: String(CivilTime.clock(hour: $0).prefix(2)))
  }
}
