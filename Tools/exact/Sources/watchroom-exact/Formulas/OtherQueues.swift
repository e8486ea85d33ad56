import Foundation

/// Erlang B: the share of callers turned away by `handlers` busy handlers when nobody can wait, for an offered load in
/// erlangs. Depends on the mean handling time only.
func erlangB(load: Double, handlers: Int) -> Double {
  var blocked = 1.0
  for number in 1...handlers { blocked = load * blocked / (Double(number) + load * blocked) }
  return blocked
}

/// Erlang C: the share of callers who must wait for one of `handlers` when nobody gives up.
func erlangC(load: Double, handlers: Int) -> Double {
  let blocked = erlangB(load: load, handlers: handlers)
  return blocked / (1 - load / Double(handlers) * (1 - blocked))
}

/// A stream of contacts for one handler: Poisson arrivals and handling times of a mean and a coefficient of variation.
struct Stream {
  let arrivalRate: Double
  let mean: Double
  let cv: Double

  var load: Double { arrivalRate * mean }
  /// The mean work left of one of this stream in hand, times the probability that one is.
  fileprivate var residual: Double { arrivalRate * mean * mean * (1 + cv * cv) / 2 }
}

/// The mean waits of streams served by one handler, the first stream before the second and so on, none interrupted.
///
/// A. Cobham, "Priority assignment in waiting line problems", 1954. A single stream gives the formula of F. Pollaczek and
/// A. Khinchine for the queue M/G/1.
func meanWaits(ofPriorities streams: [Stream]) -> [Double] {
  let residual = streams.reduce(0) { $0 + $1.residual }
  var load = 0.0
  return streams.map { stream in
    let before = load
    load += stream.load
    return residual / ((1 - before) * (1 - load))
  }
}

/// The mean waits of streams with these arrival rates served by `handlers` at one exponential rate, the first stream
/// before the second and so on, none interrupted.
///
/// O. Kella and U. Yechiali, "Waiting times in the non-preemptive priority M/M/c queue", 1985.
func meanWaits(ofPriorities arrivalRates: [Double], serviceRate: Double, handlers: Int) -> [Double] {
  let full = Double(handlers) * serviceRate
  let waits = erlangC(load: arrivalRates.reduce(0, +) / serviceRate, handlers: handlers)
  var load = 0.0
  return arrivalRates.map { rate in
    let before = load
    load += rate / full
    return waits / full / ((1 - before) * (1 - load))
  }
}

/// The probability that a Poisson number of this mean is at most `number`.
func poissonCDF(_ number: Int, mean: Double) -> Double {
  var term = exp(-mean)
  var sum = term
  for index in stride(from: 1, through: number, by: 1) {
    term *= mean / Double(index)
    sum += term
  }
  return sum
}
