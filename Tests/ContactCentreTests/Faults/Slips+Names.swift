import ContactCentre
import DiscreteEvents

private let noChannel = "there is no channel “typo”"
private let noTeam = "there is no team “typo”"
private let noShift = "there is no shift “typo”"
private let noGrade = "there is no grade “typo”"

/// Names that nothing has.
let slipsOfNames: [Slip] = [
  Slip("channels.999.redial.to", noChannel) { $0.channels[0].redial?.to = "typo" },
  Slip("channels.999.front.menu.divertsTo", noChannel) { $0.channels[0].front[0].divertsTo[0].to = "typo" },
  Slip("channels.999.front.menu.options.crime.divertsTo", noChannel) {
    $0.channels[0].front[0].options[0].divertsTo[0].to = "typo"
  },
  Slip("channels.999.outcomes.advice.transfer.to", noChannel) { $0.channels[0].outcomes[0].transfer?.to = "typo" },
  Slip("channels.999.outcomes.crime.followUps.statement.to", noChannel) {
    $0.channels[0].outcomes[1].followUps[0].to = "typo"
  },
  Slip("channels.999.survey.outcomes", "there is no outcome “typo”") {
    $0.channels[0].survey?.outcomes[0].outcome = "typo"
  },
  Slip("channels.999.preempts.0", noChannel) { $0.channels[0].routing.preempts = ["typo"] },
  Slip("channels.999.overflow.teams.0", noTeam) { $0.channels[0].routing.overflow?.teams = ["typo"] },
  Slip("channels.101.arrivals.trace.1.outcome", "there is no outcome “typo”") { $0.rows[1].outcome = "typo" },
  Slip("callers.frequent.channels", noChannel) { $0.callers[0].channels[0].channel = "typo" },
  Slip("surges.busy.channel", noChannel) { $0.surges[0].channel = "typo" },
  Slip("surges.busy.borrows.0", noTeam) { $0.surges[0].teams = ["typo"] },
  Slip("teams.first.answers.1", noChannel) { $0.teams[0].answers[1] = "typo" },
  Slip("teams.first.site", "there is no site “typo”") { $0.teams[0].site = "typo" },
  Slip("teams.first.minimum", noShift) { $0.teams[0].minimums[0].shift = "typo" },
  Slip("teams.first.staff", noShift) { $0.teams[0].staff = .shifts([.init(shift: "typo", heads: daily(5))]) },
  Slip("teams.fourth.staff.rotation.pattern.1", noShift) {
    $0.teams[3].staff = .rotation(.init(pattern: [nil, "typo"], firstDay: 19_723, groups: [3]))
  },
  Slip("channels.999.outcomes.crime.grade", noGrade) { $0.channels[0].outcomes[1].grade = "typo" },
  Slip("response.grades.P1.preempts.0", noGrade) { $0.incidents.grades[0].preempts = ["typo"] },
  Slip("response.grades.P1.preemptsAtScene.0", noGrade) { $0.incidents.grades[0].preemptsAtScene = ["typo"] },
  Slip("response.grades.P1.regrade.to", noGrade) { $0.incidents.grades[0].regrade?.to = "typo" },
  Slip("response.grades.P1.ringsAgain.channel", noChannel) { $0.incidents.grades[0].ringsAgain?.channel = "typo" },
  Slip("response.logs.alarms.grades", noGrade) { $0.incidents.logs[0].grades[0].grade = "typo" },
  Slip("response.logs.alarms.arrivals.trace.0.outcome", noGrade) {
    $0.incidents.logs[0].arrivals = .trace([TraceRow(time: monday, outcome: "typo")])
  },
  Slip("response.minimumOfficers", noShift) { $0.incidents.minimums[0].shift = "typo" },
  Slip("response.hubs.north.diary", noShift) {
    $0.incidents.hubs[0].diary = .shifts([.init(shift: "typo", heads: daily(1))])
  },
  Slip("response.dispatchers.staff", noShift) {
    $0.incidents.dispatchers?.staff = .shifts([.init(shift: "typo", heads: daily(1))])
  },
  Slip("response.travel.matrix.4.from", "there is no hub, area or custody suite “typo”") {
    $0.incidents.travel.matrix.append(.init(from: "typo", to: "town", routine: 1, blueLight: 1))
  },
  Slip("response.travel.matrix.4.to", "there is no hub, area or custody suite “typo”") {
    $0.incidents.travel.matrix.append(.init(from: "town", to: "typo", routine: 1, blueLight: 1))
  },
  Slip("size.teams", noTeam) { $0.sizing?.teams[0].id = "typo" },
  Slip("size.teams.first", noShift) { $0.sizing?.teams[0].limits[0].shift = "typo" },
  Slip("size.hubs", "there is no hub “typo”") { $0.sizing?.hubs[0].id = "typo" },
  // Whatever else is left out, there is nothing it could mean.
  Slip("teams.first.site", "there is no site “house”") { $0.sites = [] },
]
