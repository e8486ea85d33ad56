import ContactCentre
import DiscreteEvents

private func handling(_ path: String, _ message: String, _ distribution: Distribution) -> Slip {
  Slip("channels.999.handling\(path)", message) { $0.channels[0].handling = distribution }
}

/// Distributions that nothing can be drawn from.
let slipsOfDistributions: [Slip] = [
  handling("", "nan is not a finite number", .constant(.nan)),
  handling("", "-60 is negative", .constant(-60)),
  handling("", "is too large", .constant(1e300)),
  handling(".exponential.mean", "-5 is negative", .exponential(mean: -5)),
  handling(".exponential.mean", "0 is too small", .exponential(mean: 0)),
  handling(".exponential.mean", "inf is not a finite number", .exponential(mean: .infinity)),
  handling(".uniform.min", "-1 is negative", .uniform(min: -1, max: 1)),
  handling(".uniform", "max is less than min", .uniform(min: 2, max: 1)),
  handling(".lognormal.sigma", "-1 is negative", .lognormal(mu: 5, sigma: -1)),
  handling(".lognormal.mu", "is no time", .lognormal(mu: 500, sigma: 1)),
  handling(".lognormal.mu", "is no time", .lognormal(mu: .nan, sigma: 1)),
  handling(".gamma.mean", "0 is too small", .gamma(mean: 0, cv: 1)),
  handling(".gamma.cv", "is too small", .gamma(mean: 1, cv: 1e-12)),
  handling(".weibull.mean", "0 is too small", .weibull(mean: 0, shape: 1)),
  handling(".weibull.shape", "0 is too small", .weibull(mean: 1, shape: 0)),
  handling(".mixture", "this list is empty", .mixture([])),
  handling(".mixture", "all weights are 0", .mixture([.init(weight: 0, distribution: .constant(1))])),
  handling(".mixture.0.weight", "-1 is negative", .mixture([.init(weight: -1, distribution: .constant(1))])),
  handling(".mixture.0", "-1 is negative", .mixture([.init(weight: 1, distribution: .constant(-1))])),
  handling(
    String(repeating: ".mixture.0", count: 8) + ".mixture", "more than 8 deep",
    (0..<9).reduce(.constant(1)) { inner, _ in .mixture([.init(weight: 1, distribution: inner)]) }),
  handling(".empirical.values", "this list is empty", .empirical(values: [])),
  handling(".empirical.values.0", "-1 is negative", .empirical(values: [-1, 3])),
  handling(".empirical.values", "not in order", .empirical(values: [2, 1])),
  handling(".empirical.quantiles", "this list is empty", .quantiles([])),
  handling(".empirical.quantiles.0", "2 is too large", .quantiles([.init(probability: 2, value: 1)])),
  handling(".empirical.quantiles.0", "-1 is negative", .quantiles([.init(probability: 0, value: -1)])),
  handling(
    ".empirical.quantiles", "the curve does not rise",
    .quantiles([.init(probability: 0.5, value: 1), .init(probability: 0.5, value: 2)])),
  handling("", "only patience may be endless", .never),
  Slip("channels.999.patience", "nan is not") { $0.channels[0].patience = .constant(.nan) },
  Slip("channels.999.wrapUp", "nan is not") { $0.channels[0].wrapUp = .constant(.nan) },
  Slip("channels.999.redial.after", "nan is not") { $0.channels[0].redial?.after = .constant(.nan) },
  Slip("channels.999.callback.dialling", "nan is not") { $0.channels[0].callback?.dialling = .constant(.nan) },
  Slip("channels.999.front.menu.takes", "nan is not") { $0.channels[0].front[0].takes = .constant(.nan) },
  Slip("channels.999.front.menu.options.crime.takes", "nan is not") {
    $0.channels[0].front[0].options[0].takes = .constant(.nan)
  },
  Slip("channels.999.outcomes.crime.opens", "nan is not") { $0.channels[0].outcomes[1].opens = .constant(.nan) },
  Slip("channels.999.outcomes.crime.handling", "nan is not") { $0.channels[0].outcomes[1].handling = .constant(.nan) },
  Slip("channels.999.outcomes.crime.wrapUp", "nan is not") { $0.channels[0].outcomes[1].wrapUp = .constant(.nan) },
  Slip("channels.999.outcomes.advice.transfer.warm", "nan is not") {
    $0.channels[0].outcomes[0].transfer?.warm = .constant(.nan)
  },
  Slip("channels.999.outcomes.crime.followUps.statement.after", "nan is not") {
    $0.channels[0].outcomes[1].followUps[0].after = .constant(.nan)
  },
  Slip("channels.999.arrivals.messages.letter.after", "nan is not") { $0.profile.messages[0].after = .constant(.nan) },
  Slip("channels.desk.arrivals.appointments.lateness", "nan is not") { $0.book.lateness = .constant(.nan) },
  Slip("teams.first.role.lateness", "nan is not") { $0.teams[0].role.lateness = .constant(.nan) },
  Slip("response.grades.P1.appointment", "nan is not") { $0.incidents.grades[0].appointment = .constant(.nan) },
  Slip("response.grades.P1.cancelled.after", "nan is not") {
    $0.incidents.grades[0].cancelled?.after = .constant(.nan)
  },
  Slip("response.grades.P1.resolved.after", "nan is not") { $0.incidents.grades[0].resolved?.after = .constant(.nan) },
  Slip("response.grades.P1.regrade.after", "nan is not") { $0.incidents.grades[0].regrade?.after = .constant(.nan) },
  Slip("response.grades.P1.ringsAgain.after", "nan is not") {
    $0.incidents.grades[0].ringsAgain?.after = .constant(.nan)
  },
  Slip("response.scene.P1.takes", "nan is not") { $0.incidents.grades[0].scene = .constant(.nan) },
  Slip("response.scene.P1.paperwork", "nan is not") { $0.incidents.grades[0].paperwork = .constant(.nan) },
  Slip("response.travel.mobilisation", "nan is not") { $0.incidents.travel.mobilisation = .constant(.nan) },
  Slip("response.custody.takes", "nan is not") { $0.incidents.custody?.takes = .constant(.nan) },
  Slip("response.dispatchers.takes", "nan is not") { $0.incidents.dispatchers?.takes = .constant(.nan) },
]
