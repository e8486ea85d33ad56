import ContactCentre
import DiscreteEvents

/// What only shows in several things together.
let slipsOfWholes: [Slip] = [
  Slip("channels.999.outcomes", "the shares sum to 1.4") { $0.channels[0].outcomes[0].share = 1 },
  Slip("callers", "the groups' shares of “999” sum to 1.1") {
    $0.callers.append(
      CallerGroup(id: "others", channels: [.init(channel: "999", share: 1)], callers: 1))
  },
  Slip("channels.999.front.menu", "the contained and diverted shares sum to 1.1") {
    $0.channels[0].front[0].contains = 1
  },
  Slip("channels.999.front.menu.options", "the shares sum to 1.2") {
    $0.channels[0].front[0].options.append(.init(id: "else", share: 1))
  },
  Slip("channels.999.front.menu.options.crime", "the contained and diverted shares sum to 1.2") {
    $0.channels[0].front[0].options[0].contains = 1
  },
  Slip("response.grades.P1", "the cancelled and resolved shares sum to 1.1") {
    $0.incidents.grades[0].resolved?.share = 1
  },
  Slip("response.grades.P1.units", "the shares sum to 0.5") { $0.incidents.grades[0].units = [0.5] },
  Slip("response.logs.alarms.grades", "the shares sum to 0.5") { $0.incidents.logs[0].grades[0].share = 0.5 },
  Slip("channels.desk.front", "in a circle that never ends") {
    $0.channels[2].front = [FrontStage(id: "round", divertsTo: [.init(to: "desk", share: 1)])]
  },
  Slip("response.grades.P1.regrade", "incidents may be regraded in a circle: P1 → P2 → P1") {
    $0.incidents.grades[1].regrade = .init(to: "P1", share: 1, after: .constant(1))
  },
  Slip("response.grades.P1.preempts", "may be taken back for it") { $0.incidents.grades[0].preempts = ["P1"] },
  Slip("response.areas.town", "more than 500 km from “north”") {
    $0.incidents.areas[0].centre = .init(latitude: 0, longitude: 0)
  },
  Slip("channels.101.arrivals.trace.0", "more than 500 km from “north”") {
    ($0.rows[0].latitude, $0.rows[0].longitude) = (0, 0)
  },
  Slip("response.travel.matrix", "the matrix lacks 1 journey, the first from “north” to “town”") {
    $0.incidents.travel.matrix.removeFirst()
  },
  Slip("teams", "the teams together roster") {
    $0.teams[1].staff = .intervals(heads: Array(repeating: [60_000], count: 7))
  },
  Slip("response.hubs", "the hubs together roster 60004 officers") {
    $0.incidents.minimums[0].officers = 60_000
  },
  Slip("channels", "million contacts and logged incidents would come in one run") {
    $0.profile.perYear = 1e10
    $0.calendar.days = 3_650
  },
]
