import ContactCentre
import DiscreteEvents

/// Numbers that say who goes to incidents.
let slipsOfResponse: [Slip] = [
  Slip("response.grades.P2.within", "is too short") { $0.incidents.grades[1].within = 0 },
  Slip("response.grades.P1.target", "90 is too large") { $0.incidents.grades[0].target = 90 },
  Slip("response.grades.P1.priority", "nan is not") { $0.incidents.grades[0].priority = .nan },
  Slip("response.grades.P1.units.0", "nan is not") { $0.incidents.grades[0].units[0] = .nan },
  Slip("response.grades.P1.leavesFree", "-1 is negative") { $0.incidents.grades[0].leavesFree = -1 },
  Slip("response.grades.P1.cancelled.share", "nan is not") { $0.incidents.grades[0].cancelled?.share = .nan },
  Slip("response.grades.P1.resolved.share", "nan is not") { $0.incidents.grades[0].resolved?.share = .nan },
  Slip("response.grades.P1.regrade.share", "nan is not") { $0.incidents.grades[0].regrade?.share = .nan },
  Slip("response.grades.P1.ringsAgain.probability", "nan is not") {
    $0.incidents.grades[0].ringsAgain?.probability = .nan
  },
  Slip("response.grades.P1.ringsAgain.atMost", "-1 is negative") { $0.incidents.grades[0].ringsAgain?.atMost = -1 },
  Slip("response.scene.P1.arrests", "2 is too large") { $0.incidents.grades[0].arrests = 2 },
  Slip("response.areas.town.latitude", "nan is not") { $0.incidents.areas[0].centre.latitude = .nan },
  Slip("response.hubs.north.longitude", "181 is too large") { $0.incidents.hubs[0].location.longitude = 181 },
  Slip("response.areas.town.squareKilometres", "-1 is negative") { $0.incidents.areas[0].squareKilometres = -1 },
  Slip("response.areas.town.weight", "nan is not") { $0.incidents.areas[0].weight = .nan },
  Slip("response.areas", "all weights are 0") { $0.incidents.areas[0].weight = 0 },
  Slip("response.crews.single", "2 is too large") { $0.incidents.singleCrewed = 2 },
  Slip("response.minimumOfficers.earlies", "-1 is negative") { $0.incidents.minimums[0].officers = -1 },
  Slip("response.logs.alarms.grades.P1", "nan is not") { $0.incidents.logs[0].grades[0].share = .nan },
  Slip("response.hubs.north.costPerHour", "-1 is negative") { $0.incidents.hubs[0].costPerHour = -1 },
  Slip("response.travel.blueLight", "0 is too small") { $0.incidents.travel.blueLightSpeed = 0 },
  Slip("response.travel.routine", "nan is not") { $0.incidents.travel.routineSpeed = .nan },
  Slip("response.travel.detour", "0.5 is too small") { $0.incidents.travel.detour = 0.5 },
  Slip("response.travel.hourOfDay.5", "0 is too small") { $0.incidents.travel.hourOfDay[5] = 0 },
  Slip("response.travel.variation", "is too small") { $0.incidents.travel.variation = 1e-12 },
  Slip("response.travel.matrix.0.routine", "-1 is negative") { $0.incidents.travel.matrix[0].routine = -1 },
  Slip("response.travel.matrix.0.blueLight", "nan is not") { $0.incidents.travel.matrix[0].blueLight = .nan },
]
