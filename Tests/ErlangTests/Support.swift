import Foundation
import Testing

/// Expects `value` to be as near to `reference` as a share of the latter, or absolutely if `floor` is more.
func expectClose(
  _ value: Double, _ reference: Double, within share: Double, floor: Double = 0,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let isClose = value == reference || (value - reference).magnitude <= max(share * reference.magnitude, floor)
  #expect(isClose, "\(value) is not \(reference)", sourceLocation: sourceLocation)
}

/// M/M/n+M from its birth–death balance alone, with every number present summed one by one around the likeliest.
///
/// Shares nothing with what it tests: no recursion of Erlang's, no integral. Slow where the queue is long.
struct BruteForce {
  var waiting = 0.0
  var abandonment = 0.0
  var busy = 0.0
  var meanQueue = 0.0
  var serviceLevel = 0.0
  var meanWaitOfAnswered = 0.0

  /// Times in units of the mean handling time.
  init(load: Double, handlers: Int, impatience: Double, within: Double) {
    let n = Double(handlers)
    func deaths(_ number: Int) -> Double {
      min(Double(number), n) + max(0, Double(number) - n) * impatience
    }
    var likeliest = 0
    while deaths(likeliest + 1) <= load { likeliest += 1 }
    var weights = [likeliest: 1.0]
    var weight = 1.0
    var number = likeliest
    while number > 0, weight > 1e-150 {
      weight *= deaths(number) / load
      number -= 1
      weights[number] = weight
    }
    weight = 1
    number = likeliest
    while weight > 1e-150 {
      number += 1
      weight *= load / deaths(number)
      weights[number] = weight
    }
    let sum = weights.values.sorted().reduce(0, +)
    var served = 0.0
    var wait = 0.0
    var levels = AnswerInTime(handlers: n, impatience: impatience, within: within)
    var timeSum = 0.0
    var ahead = 0
    for (number, weight) in weights.sorted(by: { $0.key < $1.key }) {
      let probability = weight / sum
      busy += probability * min(Double(number), n)
      guard number >= handlers else {
        serviceLevel += probability
        served += probability
        continue
      }
      while ahead <= number - handlers {
        timeSum += 1 / (n + Double(ahead + 1) * impatience)
        levels.advance()
        ahead += 1
      }
      waiting += probability
      meanQueue += probability * (Double(number) - n)
      let answered = n / (n + Double(number - handlers + 1) * impatience)
      served += probability * answered
      wait += probability * answered * timeSum
      serviceLevel += probability * answered * levels.share
    }
    abandonment = impatience * meanQueue / load
    meanWaitOfAnswered = wait / served
  }

  /// The share of those answered that are answered in time, by how many are ahead: a negative binomial tail in logarithms.
  private struct AnswerInTime {
    let handlers: Double
    let impatience: Double
    let within: Double
    private var ahead = 0.0
    private var logTerm: Double
    private var sum = 0.0

    init(handlers: Double, impatience: Double, within: Double) {
      self.handlers = handlers
      self.impatience = impatience
      self.within = within
      logTerm = -(handlers + impatience) * within
    }

    var share: Double { 1 - sum }

    mutating func advance() {
      sum += exp(logTerm)
      ahead += 1
      logTerm += log((handlers / impatience + ahead) / ahead) + log(-expm1(-impatience * within))
    }
  }
}
