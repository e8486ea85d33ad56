import ContactCentre
import DiscreteEvents

/// Things that are there twice.
let slipsOfDoubles: [Slip] = [
  Slip("channels.101", "two channels are called “101”") { $0.channels.append($0.channels[1]) },
  Slip("shifts.earlies", "two shifts are called “earlies”") { $0.shifts.append($0.shifts[0]) },
  Slip("teams.first", "two teams are called “first”") { $0.teams.append($0.teams[0]) },
  Slip("surges.busy", "two surges are called “busy”") { $0.surges.append($0.surges[0]) },
  Slip("sites.house", "two sites are called “house”") { $0.sites.append($0.sites[0]) },
  Slip("callers.frequent", "two groups are called “frequent”") { $0.callers.append($0.callers[0]) },
  Slip("expect.in time", "two expectations are called") { $0.expectations.append($0.expectations[0]) },
  Slip("channels", "the name of a channel is empty") {
    $0.channels.append(Channel(id: "", handling: .constant(1)))
  },
  Slip("sites", "the name of a site is not usable") { $0.sites.append(Site(id: "two\nlines")) },
  Slip("channels.999.front.menu", "two stages are called “menu”") { $0.channels[0].front.append(.init(id: "menu")) },
  Slip("channels.999.outcomes.crime", "two outcomes are called “crime”") {
    $0.channels[0].outcomes.append(.init(name: "crime", share: 0))
  },
  Slip("channels.999.survey.outcomes", "“advice” is listed twice") {
    $0.channels[0].survey?.outcomes.append(.init(outcome: "advice", factor: 2))
  },
  Slip("channels.999.preempts", "“101” is listed twice") { $0.channels[0].routing.preempts = ["101", "101"] },
  Slip("channels.999.overflow.teams", "“second” is listed twice") {
    $0.channels[0].routing.overflow?.teams = ["second", "second"]
  },
  Slip("channels.999.front.menu.options.crime", "two options are called “crime”") {
    $0.channels[0].front[0].options.append(.init(id: "crime", share: 0))
  },
  Slip("channels.999.outcomes.crime.followUps.statement", "two follow-ups are called “statement”") {
    $0.channels[0].outcomes[1].followUps.append($0.channels[0].outcomes[1].followUps[0])
  },
  Slip("surges.busy.borrows", "“second” is listed twice") { $0.surges[0].teams = ["second", "second"] },
  Slip("channels.999.arrivals.factors.heat", "two factors are called “heat”") {
    $0.profile.factors.append($0.profile.factors[0])
  },
  Slip("channels.999.arrivals.messages.letter", "two messages are called “letter”") {
    $0.profile.messages.append($0.profile.messages[0])
  },
  Slip("callers.frequent.channels", "“999” is listed twice") {
    $0.callers[0].channels.append(.init(channel: "999", share: 0))
  },
  Slip("calendar.holidays", "“19730” is listed twice") { $0.calendar.holidays = [19_730, 19_730] },
  Slip("teams.first.answers", "“101” is listed twice") { $0.teams[0].answers.append("101") },
  Slip("teams.first.minimum", "“earlies” is listed twice") { $0.teams[0].minimums.append($0.teams[0].minimums[0]) },
  Slip("teams.first.role.premiums.nights", "two premiums are called “nights”") {
    $0.teams[0].role.premiums.append($0.teams[0].role.premiums[0])
  },
  Slip("teams.first.people.intakes.spring", "two intakes are called “spring”") {
    $0.workforce.intakes.append($0.workforce.intakes[0])
  },
  Slip("teams.first.staff", "“earlies” is listed twice") {
    $0.teams[0].staff = .shifts([.init(shift: "earlies", heads: daily(1)), .init(shift: "earlies", heads: daily(2))])
  },
  Slip("response.grades.P2", "two grades are called “P2”") { $0.incidents.grades.append($0.incidents.grades[1]) },
  Slip("response.logs.alarms", "two logs are called “alarms”") { $0.incidents.logs.append($0.incidents.logs[0]) },
  Slip("response.areas.town", "two areas are called “town”") {
    $0.incidents.travel.matrix = []
    $0.incidents.areas.append($0.incidents.areas[0])
  },
  Slip("response.hubs.north", "two hubs are called “north”") {
    $0.incidents.travel.matrix = []
    $0.incidents.hubs.append($0.incidents.hubs[0])
  },
  Slip("response.custody.suites.cells", "two custody suites are called “cells”") {
    $0.incidents.travel.matrix = []
    $0.incidents.custody?.suites.append(.init(id: "cells", location: .init(latitude: 52.5, longitude: -1.9)))
  },
  Slip("response.travel.matrix", "“north” is listed twice") {
    $0.incidents.custody?.suites.append(.init(id: "north", location: .init(latitude: 52.5, longitude: -1.9)))
  },
  Slip("response.travel.matrix", "the journey between “north” and “town” is listed twice") {
    $0.incidents.travel.matrix.append(.init(from: "town", to: "north", routine: 1, blueLight: 1))
  },
  Slip("response.minimumOfficers", "“earlies” is listed twice") {
    $0.incidents.minimums.append($0.incidents.minimums[0])
  },
  Slip("response.grades.P1.preempts", "“P2” is listed twice") { $0.incidents.grades[0].preempts = ["P2", "P2"] },
  Slip("response.grades.P1.preemptsAtScene", "“P2” is listed twice") {
    $0.incidents.grades[0].preemptsAtScene = ["P2", "P2"]
  },
  Slip("response.logs.alarms.grades", "“P1” is listed twice") {
    $0.incidents.logs[0].grades = [.init(grade: "P1", share: 0.5), .init(grade: "P1", share: 0.5)]
  },
  Slip("size.teams", "“first” is listed twice") { $0.sizing?.teams.append(.init(id: "first")) },
  Slip("size.teams.first", "“earlies” is listed twice") { $0.sizing?.teams[0].limits.append(.init(shift: "earlies")) },
]
