import ContactCentre
import DiscreteEvents

/// Too many of something, or none where there must be one.
let slipsOfCounts: [Slip] = [
  // Events have room for 64 channels.
  Slip("channels", "these are 70 channels") { scenario in
    for number in scenario.channels.count..<70 {
      scenario.channels.append(Channel(id: "\(number)", handling: .constant(1)))
    }
  },
  Slip("channels.999.outcomes", "these are 300 outcomes") { scenario in
    scenario.channels[0].outcomes += (2..<300).map { .init(name: "\($0)", share: 0) }
  },
  Slip("channels.999.front", "these are 300 stages") { scenario in
    scenario.channels[0].front += (1..<300).map { .init(id: "\($0)") }
  },
  Slip("channels.999.front.menu.options", "these are 300 options") { scenario in
    scenario.channels[0].front[0].options += (1..<300).map { .init(id: "\($0)", share: 0) }
  },
  Slip("channels.999.outcomes.crime.followUps", "these are 33 follow-ups") { scenario in
    scenario.channels[0].outcomes[1].followUps += (1..<33).map {
      .init(name: "\($0)", to: "101", probability: 0, after: .constant(1))
    }
  },
  Slip("channels.999.overflow.teams", "this list is empty") { $0.channels[0].routing.overflow?.teams = [] },
  Slip("channels.999.arrivals.messages.letter.at", "this list is empty") { $0.profile.messages[0].at = [] },
  Slip("surges.busy.borrows", "this list is empty") { $0.surges[0].teams = [] },
  Slip("shifts.earlies.breaks", "these are 25 breaks") {
    $0.shifts[0].breaks = Array(repeating: .init(after: 0, length: 0), count: 25)
  },
  Slip("sites.house.closed", "these are 1001 closures") {
    $0.sites[0].closures = Array(repeating: .init(from: monday, to: monday + 1), count: 1_001)
  },
  Slip("teams.third.answers", "this list is empty") { $0.teams[2].answers = [] },
  Slip("teams.first.role.premiums", "these are 21 premiums") { scenario in
    scenario.teams[0].role.premiums += (1..<21).map { .init(id: "\($0)", extra: 0) }
  },
  Slip("teams.first.people.intakes", "these are 1001 intakes") { scenario in
    scenario.workforce.intakes += (1..<1_001).map { .init(id: "\($0)", on: 19_750, heads: 0) }
  },
  Slip("teams.fourth.staff.rotation.pattern", "this list is empty") {
    $0.teams[3].staff = .rotation(.init(pattern: [], firstDay: 19_723, groups: [3]))
  },
  Slip("teams.fourth.staff.rotation.groups", "this list is empty") {
    $0.teams[3].staff = .rotation(.init(pattern: ["earlies"], firstDay: 19_723, groups: []))
  },
  Slip("response.areas", "this list is empty") { scenario in
    scenario.incidents.travel.matrix.removeAll { $0.to == "town" }
    scenario.incidents.areas = []
  },
  Slip("response.hubs", "this list is empty") { scenario in
    scenario.incidents.travel.matrix.removeAll { $0.from == "north" || $0.to == "north" }
    scenario.incidents.hubs = []
    scenario.sizing = nil
  },
  Slip("response.custody.suites", "this list is empty") { scenario in
    scenario.incidents.travel.matrix.removeAll { $0.from == "cells" }
    scenario.incidents.custody?.suites = []
  },
  Slip("response.scene.P1.arrests", "there is no custody") { scenario in
    scenario.incidents.travel.matrix.removeAll { $0.from == "cells" }
    scenario.incidents.custody = nil
  },
  Slip("response.grades.P1.units", "these are 9 shares") {
    $0.incidents.grades[0].units = Array(repeating: 0, count: 8) + [1]
  },
  Slip("response.logs.alarms.arrivals", "incidents are not logged by appointment") {
    $0.incidents.logs[0].arrivals = $0.channels[2].arrivals
  },
]
