import ContactCentre
import DiscreteEvents
import Experiments
import Writing

extension ReportPage {
  /// How the first replication went: queues, handlers, incidents and units over time.
  var courseSection: PageSection? {
    guard let course, !course.moments.isEmpty else { return nil }
    let title = course.isAverageDay ? "An average day" : "How the run went"
    return PageSection("course", title) { html in
      let minutes = course.step / .minute
      let which = result.replications > 1 ? "The first of \(result.replications) replications" : "The run"
      html.element(
        "p", ["class": "note"],
        text: course.isAverageDay
          ? "\(which), \(minutes) minutes of the day at a time: the mean of what there was in them on all days."
          : "\(which), looked at every \(minutes) minutes.")
      html.charts(charts(of: course))
    }
  }

  private func charts(of course: Course) -> [Chart] {
    let moments = course.moments
    let clock = CourseClock(course, scenario)
    func layers(_ names: [(String, Bool, String)], _ values: (Course.Moment, Int) -> Double) -> [Chart.Layer] {
      names.enumerated().map { index, name in
        Chart.Layer(name: name.0, isName: name.1, values: moments.map { values($0, index) }, colour: name.2)
      }
    }
    func chart(
      _ file: String, _ name: String?, _ title: String, note: String? = nil, _ layers: [Chart.Layer],
      isStacked: Bool = true
    ) -> Chart {
      .areas(
        file: file, name: name, title: title, note: note, moments: clock.names, marks: clock.marks, layers: layers,
        isStacked: isStacked)
    }
    var charts: [Chart] = []
    let channels = scenario.channels.enumerated().map { ($1.id, true, "c\(Self.colour($0))") }
    charts.append(
      chart(
        "queues", nil, "Contacts waiting in each queue", layers(channels) { $0.waiting[$1] },
        isStacked: channels.count == 1))
    let teams = scenario.teamNames
    for (team, name) in teams.enumerated() {
      let states = [("busy", "busy"), ("finishing up", "finishing"), ("ready", "ready"), ("on a break", "resting")]
      let order = [1, 2, 0, 3]
      charts.append(
        chart(
          "handlers-\(team + 1)", name, "handlers",
          note: "Finishing up: at work in hand past the end of the tour, or into a break.",
          layers(states.map { ($0.0, false, $0.1) }) { $0.handlers[team][order[$1]] }))
    }
    guard let response = scenario.response else { return charts }
    let grades = response.grades.enumerated().map { ($1.id, true, "c\(Self.colour($0))") }
    charts.append(
      chart("incidents", nil, "Incidents to which nobody has come yet", layers(grades) { $0.unattended[$1] }))
    let order: [(name: String, colour: String, states: [Int])] = [
      ("on the way", "c2", [2, 3, 4]), ("at the scene", "busy", [5]), ("in custody", "c4", [6]),
      ("at paperwork", "c6", [7]), ("free", "ready", [0, 1]), ("on a break", "resting", [8]),
    ]
    charts.append(
      chart(
        "units", nil, "Units on duty",
        layers(order.map { ($0.name, false, $0.colour) }) { moment, index in
          order[index].states.reduce(0) { $0 + moment.units[$1] }
        }))
    return charts
  }
}

/// What the moments of a course are called, and which of them are named below a drawing.
private struct CourseClock {
  let names: [String]
  let marks: [Scale.Mark]

  init(_ course: Course, _ scenario: Scenario) {
    let calendar = scenario.calendar
    let origin = calendar.start - calendar.warmUp
    let days = course.isAverageDay ? 1 : calendar.days
    var names: [String] = []
    var marks: [Scale.Mark] = []
    for (index, moment) in course.moments.enumerated() {
      let time =
        course.isAverageDay
        ? LocalTime(moment.time, in: .utc) : LocalTime(origin + moment.time, in: calendar.zone)
      let civil = time.civil
      names.append(days > 1 ? "\(civil.dateText) \(time.clock)" : time.clock)
      guard Int(civil.timeOfDay / .minute) % (days == 1 ? 180 : 720) == 0 else { continue }
      // Of several days midnight says which one begins.
      let label = days > 1 && civil.timeOfDay == 0 ? CivilTime.shortWeekdays[civil.weekday] : time.clock
      marks.append(Scale.Mark(value: Double(index), label: label))
    }
    self.names = names
    self.marks = marks
  }
}
