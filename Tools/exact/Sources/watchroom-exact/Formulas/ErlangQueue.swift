import Foundation

/// The queue M/M/n+M, also called Erlang A: Poisson arrivals, exponential handling and patience, n handlers, first come
/// first served. Without abandonment it is Erlang C.
///
/// Its number in system is a birth and death process, from whose equilibrium everything here follows by sums of
/// positive terms (A. Mandelbaum and S. Zeltyn, "Service engineering in action: the Palm/Erlang-A queue", 2007). The unit
/// of time is the caller's.
struct ErlangQueue {
  /// Arrivals per unit of time.
  let arrivalRate: Double
  /// Calls one handler finishes per unit of busy time.
  let serviceRate: Double
  let handlers: Int
  /// One over the mean patience; 0 if nobody gives up.
  let abandonmentRate: Double

  /// What follows in equilibrium.
  struct Answers {
    /// The share of callers who find nobody free.
    var waits = 0.0
    /// The share of callers who give up.
    var abandons = 0.0
    /// The mean wait, zeros included, however it ends.
    var meanWait = 0.0
    /// The mean number waiting.
    var meanQueue = 0.0
    /// The share of the handlers' time in which they are busy.
    var occupancy = 0.0
    /// The share of all callers who are answered within the threshold.
    var answeredInTime = 0.0
    /// The mean wait, zeros included, of those who are answered.
    var meanWaitOfAnswered = 0.0
  }

  /// The answers, with `threshold` meaning "in time". Relative error about 10⁻¹³.
  func answers(threshold: Double) -> Answers {
    let probabilities = stationary()
    let full = Double(handlers) * serviceRate
    var answers = Answers()
    var inTimeAtOnce = 0.0
    var waitOfAnswered = 0.0
    var timeSum = 0.0
    var inTime = WaitInTime(full: full, abandonmentRate: abandonmentRate, threshold: threshold)
    for (number, probability) in probabilities.enumerated() {
      guard number >= handlers else {
        inTimeAtOnce += probability
        answers.occupancy += Double(number) * probability / Double(handlers)
        continue
      }
      // Who arrives now, with `ahead` waiting, is answered after `ahead` + 1 departures of those before, if patient
      // enough: these follow one another at the rates full + i θ, for i from `ahead` down to 0.
      let ahead = Double(number - handlers)
      answers.waits += probability
      answers.occupancy += probability
      answers.meanQueue += ahead * probability
      let answered = full / (full + (ahead + 1) * abandonmentRate)
      timeSum += 1 / (full + (ahead + 1) * abandonmentRate)
      waitOfAnswered += probability * answered * timeSum
      answers.answeredInTime += probability * inTime.next()
    }
    answers.answeredInTime += inTimeAtOnce
    answers.meanWait = answers.meanQueue / arrivalRate
    answers.abandons = abandonmentRate * answers.meanWait
    answers.meanWaitOfAnswered = waitOfAnswered / (1 - answers.abandons)
    return answers
  }

  /// The equilibrium probabilities of 0, 1, 2, … callers in the system, until what is left out does not matter.
  private func stationary() -> [Double] {
    var weights = [1.0]
    var sum = 1.0
    while true {
      let number = weights.count
      let departures =
        Double(min(number, handlers)) * serviceRate + Double(max(0, number - handlers)) * abandonmentRate
      let weight = weights[number - 1] * arrivalRate / departures
      weights.append(weight)
      sum += weight
      if number > handlers, departures > arrivalRate, weight < 1e-22 * sum { break }
    }
    return weights.map { $0 / sum }
  }

  /// The probability of being answered within the threshold when 0, 1, 2, … are waiting ahead.
  ///
  /// With abandonment, e to the minus θ times the time V that those ahead and the first free handler take is a beta
  /// variable X with parameters a = full/θ and b = ahead + 1, and the wanted E[e^(−θV); V ≤ t] = E[X; X ≥ x] with
  /// x = e^(−θt), which is a/(a + b) (1 − I_x(a + 1, b)); the incomplete beta function I is a sum over b of positive terms.
  /// Without, V has an Erlang distribution.
  private struct WaitInTime {
    let full: Double
    let abandonmentRate: Double
    let threshold: Double
    private var ahead = 0.0
    private var term: Double
    private var sum = 0.0

    init(full: Double, abandonmentRate: Double, threshold: Double) {
      self.full = full
      self.abandonmentRate = abandonmentRate
      self.threshold = threshold
      term = exp(-(full + abandonmentRate) * threshold)
    }

    mutating func next() -> Double {
      sum += term
      ahead += 1
      if abandonmentRate == 0 {
        term *= full * threshold / ahead
        return 1 - sum
      }
      let a = full / abandonmentRate
      term *= (a + ahead) / ahead * -expm1(-abandonmentRate * threshold)
      return a / (a + ahead) * (1 - sum)
    }
  }
}
