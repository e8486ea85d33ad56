import ContactCentre
import DiscreteEvents

/// Numbers that say what becomes of contacts.
let slipsOfContacts: [Slip] = [
  Slip("channels.999.priority", "nan is not") { $0.channels[0].priority = .nan },
  Slip("channels.999.redial.probability", "2 is too large") { $0.channels[0].redial?.probability = 2 },
  Slip("channels.999.redial.atMost", "-1 is negative") { $0.channels[0].redial?.atMost = -1 },
  Slip("channels.999.callback.whenWaiting", "-1 is negative") { $0.channels[0].callback?.whenWaiting = -1 },
  Slip("channels.999.callback.accepts", "2 is too large") { $0.channels[0].callback?.accepts = 2 },
  Slip("channels.999.callback.reached", "2 is too large") { $0.channels[0].callback?.reached = 2 },
  Slip("channels.999.survey.sample", "2 is too large") { $0.channels[0].survey?.sample = 2 },
  Slip("channels.999.survey.replies", "2 is too large") { $0.channels[0].survey?.replies = 2 },
  Slip("channels.999.survey.satisfied", "2 is too large") { $0.channels[0].survey?.satisfied = 2 },
  Slip("channels.999.survey.halfLife", "is too short") { $0.channels[0].survey?.halfLife = 0 },
  Slip("channels.999.survey.outcomes.advice", "-1 is negative") { $0.channels[0].survey?.outcomes[0].factor = -1 },
  Slip("channels.999.target.share", "90 is too large") { $0.channels[0].target?.share = 90 },
  Slip("channels.999.target.within", "is negative") { $0.channels[0].target?.within = -1 },
  Slip("channels.999.target.shortAbandon", "is negative") { $0.channels[0].target?.shortAbandon = -1 },
  Slip("channels.999.leavesFree", "-1 is negative") { $0.channels[0].routing.leavesFree = -1 },
  Slip("channels.999.headStart", "is negative") { $0.channels[0].routing.headStart = -1 },
  Slip("channels.999.waitWeight", "0 is too small") { $0.channels[0].routing.waitWeight = 0 },
  Slip("channels.999.overflow.after", "is too short") { $0.channels[0].routing.overflow?.after = 0 },
  Slip("channels.999.preempts", "a channel cannot preempt itself") { $0.channels[0].routing.preempts = ["999"] },
  Slip("channels.999.front.menu.contains", "-1 is negative") { $0.channels[0].front[0].contains = -1 },
  Slip("channels.999.front.menu.divertsTo.101", "nan is not") { $0.channels[0].front[0].divertsTo[0].share = .nan },
  Slip("channels.999.front.menu.options.crime.share", "nan is not") { $0.channels[0].front[0].options[0].share = .nan },
  Slip("channels.999.front.menu.options.crime.contains", "nan is not") {
    $0.channels[0].front[0].options[0].contains = .nan
  },
  Slip("channels.999.front.menu.options.crime.divertsTo.101", "nan is not") {
    $0.channels[0].front[0].options[0].divertsTo[0].share = .nan
  },
  Slip("channels.999.outcomes.advice.share", "-1 is negative") { $0.channels[0].outcomes[0].share = -1 },
  Slip("channels.999.outcomes.advice.deterred", "2 is too large") { $0.channels[0].outcomes[0].deterred = 2 },
  Slip("channels.999.outcomes.crime.followUps.statement.probability", "2 is too large") {
    $0.channels[0].outcomes[1].followUps[0].probability = 2
  },
  Slip("surges.busy.over", "is too large") { $0.surges[0].over = .max },
  Slip("surges.busy.for", "is negative") { $0.surges[0].lasting = -1 },
  Slip("surges.busy.until", "-1 is negative") { $0.surges[0].until = -1 },
  Slip("surges.busy.until", "released while too many wait") { $0.surges[0].until = 6 },
  Slip("expect.in time", "nan is not") { $0.expectations[0].bound = .atLeast(.nan) },
]
