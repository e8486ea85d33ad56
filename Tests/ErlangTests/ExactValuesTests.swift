import Erlang
import Testing

/// Equilibria of M/M/n and M/M/n+M: exact values worked out by another program with 10 digits.
@Suite struct ExactValuesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// Offered calls and what they need, in the unit of time of the row.
    let demand: QueueDemand
    let handlers: Int
    /// What "in time" means.
    let within: Double
    let waiting: Double
    let abandonment: Double
    let meanWait: Double
    let meanQueueLength: Double
    let occupancy: Double
    /// The share of offered calls that are answered in time.
    let serviceLevel: Double
    let meanWaitOfAnswered: Double
    var testDescription: String { name }

    /// The exact values in the order of the properties.
    init(
      _ name: String, calls: Double, per: Double = 3_600, handling: Double, patience: Double? = nil, handlers: Int,
      within: Double, _ values: [Double]
    ) {
      self.name = name
      demand = QueueDemand(calls: calls, per: per, handling: handling, patience: patience)
      self.handlers = handlers
      self.within = within
      waiting = values[0]
      abandonment = values[1]
      meanWait = values[2]
      meanQueueLength = values[3]
      occupancy = values[4]
      serviceLevel = values[5]
      meanWaitOfAnswered = values[6]
    }
  }

  static let cases = [
    Case(
      "minutes, nobody gives up", calls: 4.2, per: 1, handling: 2, handlers: 12, within: 1.0 / 3,
      [0.1838886304, 0, 0.1021603502, 0.4290734709, 0.7, 0.8990797799, 0.1021603502]),
    Case(
      "minutes", calls: 4.2, per: 1, handling: 2, patience: 1, handlers: 12, within: 1.0 / 3,
      [0.1273722818, 0.02967890554, 0.02967890554, 0.1246514033, 0.6792247661, 0.9452695756, 0.02406007701]),
    Case(
      "100 an hour, 6 handlers", calls: 100, handling: 180, patience: 600, handlers: 6, within: 10,
      [0.4642622391, 0.05976200095, 35.85720057, 0.9960333492, 0.7835316659, 0.576605167, 33.79529157]),
    Case(
      "100 an hour, 5 handlers", calls: 100, handling: 180, patience: 600, handlers: 5, within: 10,
      [0.6857198682, 0.1251912571, 75.11475426, 2.086520952, 0.8748087429, 0.3487409182, 72.75953631]),
    Case(
      "100 an hour, 7 handlers", calls: 100, handling: 180, patience: 600, handlers: 7, within: 10,
      [0.2788014899, 0.02683936134, 16.1036168, 0.4473226889, 0.6951147419, 0.7572508725, 15.08480866]),
    Case(
      "999, 7 handlers", calls: 60, handling: 300, patience: 120, handlers: 7, within: 10,
      [0.2023112229, 0.07210991618, 8.653189942, 0.1442198324, 0.6627786313, 0.8213221416, 6.237009705]),
    Case(
      "999, 8 handlers", calls: 60, handling: 300, patience: 120, handlers: 8, within: 10,
      [0.1158715955, 0.0370309912, 4.443718945, 0.07406198241, 0.6018556305, 0.9003195216, 3.234915557]),
    Case(
      "999, 9 handlers", calls: 60, handling: 300, patience: 120, handlers: 9, within: 10,
      [0.06044333538, 0.01745925808, 2.09511097, 0.03491851617, 0.5458559677, 0.949397591, 1.552464896]),
    Case(
      "101, 30 handlers", calls: 200, handling: 600, patience: 900, handlers: 30, within: 60,
      [0.800729321, 0.1224691829, 110.2222646, 6.123459146, 0.9750342412, 0.3551371043, 111.0753744]),
    Case(
      "101, 33 handlers", calls: 200, handling: 600, patience: 900, handlers: 33, within: 60,
      [0.5961399004, 0.0668800233, 60.19202097, 3.344001165, 0.942545431, 0.5965893304, 58.64937284]),
    Case(
      "101, 36 handlers", calls: 200, handling: 600, patience: 900, handlers: 36, within: 60,
      [0.3742409292, 0.03171068765, 28.53961888, 1.585534382, 0.8965641781, 0.7948541669, 27.3393005]),
    Case(
      "101, far too few", calls: 300, handling: 600, patience: 900, handlers: 30, within: 60,
      [0.9999276511, 0.4000031239, 360.0028115, 30.0002343, 0.9999947934, 0.0005250514964, 449.7868855]),
    Case(
      "1,000 an hour, 50 handlers", calls: 1_000, handling: 180, patience: 120, handlers: 50, within: 20,
      [0.4704062102, 0.0619906256, 7.438875072, 2.066354187, 0.9380093744, 0.8070725164, 7.072084112]),
    Case(
      "100 an hour, nobody gives up", calls: 100, handling: 180, handlers: 6, within: 20,
      [0.5875164505, 0, 105.7529611, 2.937582252, 0.8333333333, 0.4742671809, 105.7529611]),
  ]

  @Test(arguments: cases)
  func agreesWithTheOtherProgram(_ exact: Case) {
    let queue = exact.demand.queue(handlers: exact.handlers)
    expectClose(queue.waiting, exact.waiting, within: 1e-9)
    expectClose(queue.abandonment, exact.abandonment, within: 1e-9)
    expectClose(queue.meanWait, exact.meanWait, within: 1e-9)
    expectClose(queue.meanQueueLength, exact.meanQueueLength, within: 1e-9)
    expectClose(queue.occupancy, exact.occupancy, within: 1e-9)
    expectClose(queue.serviceLevel(within: exact.within), exact.serviceLevel, within: 1e-9)
    expectClose(queue.meanWaitOfAnswered, exact.meanWaitOfAnswered, within: 1e-9)
  }

  /// “At least” and “at most” hold what is just as much.
  @Test func aGoalReachedExactlyIsReached() {
    let queue = ErlangA(load: 4, handlers: 5, handling: 180, patience: 300)
    #expect(StaffingGoal.serviceLevel(atLeast: queue.serviceLevel(within: 10), within: 10).isMet(by: queue))
    #expect(StaffingGoal.abandonment(atMost: queue.abandonment).isMet(by: queue))
    #expect(StaffingGoal.occupancy(atMost: queue.occupancy).isMet(by: queue))
    // One line under one erlang loses half of all calls, to the last bit.
    #expect(ErlangB(load: 1, lines: 1).blocking == 0.5 && ErlangB.fewestLines(load: 1, blocking: 0.5) == 1)
    // And where there is no line, none is held.
    #expect(ErlangB(load: 1, lines: 0).blocking == 1 && ErlangB(load: 1, lines: 0).occupancy == 0)
  }
}
