import ContactCentre
import DiscreteEvents

/// Numbers that say who comes.
let slipsOfDemand: [Slip] = [
  Slip("channels.999.arrivals.perYear", "nan is not a finite number") { $0.profile.perYear = .nan },
  Slip("channels.999.arrivals.hourOfDay.3", "-1 is negative") { $0.profile.hourOfDay[3] = -1 },
  Slip("channels.999.arrivals.month", "all weights are next to 0") {
    $0.profile.month = Array(repeating: 0, count: 12)
  },
  Slip("channels.999.arrivals.dayOfWeek.6", "nan is not") { $0.profile.dayOfWeek[6] = .nan },
  Slip("channels.999.arrivals.byHourOfWeek.0", "inf is not") { $0.profile.byHourOfWeek?[0] = .infinity },
  Slip("channels.999.arrivals.dayOfWeek.holiday", "-1 is negative") { $0.profile.holiday = -1 },
  Slip("channels.999.arrivals.scale", "nan is not") { $0.profile.scale = .nan },
  Slip("channels.999.arrivals.factors.heat.times", "-1 is negative") { $0.profile.factors[0].times = -1 },
  Slip("channels.999.arrivals.messages.letter.sentTo", "-1 is negative") { $0.profile.messages[0].sentTo = -1 },
  Slip("channels.999.arrivals.messages.letter.replies", "2 is too large") { $0.profile.messages[0].replies = 2 },
  Slip("channels.999.arrivals.busyness.day", "-1 is negative") { $0.profile.busyness?.day = -1 },
  Slip("channels.999.arrivals.busyness.interval", "nan is not") { $0.profile.busyness?.interval = .nan },
  Slip("channels.999.arrivals.busyness.correlation", "1 is too large") { $0.profile.busyness?.correlation = 1 },
  Slip("channels.desk.arrivals.appointments.places", "0 is too small") { $0.book.places = 0 },
  Slip("channels.desk.arrivals.appointments.booked", "2 is too large") { $0.book.booked = 2 },
  Slip("channels.desk.arrivals.appointments.shows", "nan is not") { $0.book.shows = .nan },
  Slip("channels.101.arrivals.trace.0.handling", "-1 is negative") { $0.rows[0].handling = -1 },
  Slip("channels.101.arrivals.trace.0.wrapUp", "nan is not") { $0.rows[0].wrapUp = .nan },
  Slip("channels.101.arrivals.trace.0.patience", "-1 is negative") { $0.rows[0].patience = -1 },
  Slip("channels.101.arrivals.trace.0.latitude", "91 is too large") { $0.rows[0].latitude = 91 },
  Slip("channels.101.arrivals.trace.0.longitude", "-181 is too small") { $0.rows[0].longitude = -181 },
  Slip("channels.101.arrivals.trace.0", "half of a position is missing") { $0.rows[0].longitude = nil },
  Slip("channels.101.arrivals.trace.0.front.0", "is negative") { $0.rows[0].front = [RecordedStage(duration: -1)] },
  Slip("callers.frequent.callers", "0 is too small") { $0.callers[0].callers = 0 },
  Slip("callers.frequent.deterred", "2 is too large") { $0.callers[0].deterred = 2 },
  Slip("callers.frequent.channels.999", "-1 is negative") { $0.callers[0].channels[0].share = -1 },
]
