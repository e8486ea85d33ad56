/// Equilibria of M/M/n and M/M/n+M worked out by another program, to ten digits.
struct GoldenValues {
  let name: String
  let callsPerHour: Double
  /// Mean handling time in seconds.
  let handling: Double
  /// Mean patience in seconds; nil where nobody gives up.
  let patience: Double?
  let handlers: Int
  /// What "in time" means, in seconds.
  let within: Double
  /// How many seconds the unit is that the waits below are in.
  var unit = 1.0
  /// In the order of ``names``.
  let values: [Double]
  /// How close the formulas must come, as a share of the value.
  var tolerance = 1e-9

  static let names = [
    "waits", "abandons", "mean wait", "mean queue", "occupancy", "answered in time", "mean wait of answered",
  ]

  var queue: ErlangQueue {
    ErlangQueue(
      arrivalRate: callsPerHour / 3_600, serviceRate: 1 / handling, handlers: handlers,
      abandonmentRate: patience.map { 1 / $0 } ?? 0)
  }

  /// The greatest relative distance of the formulas from the values; a not a number among the values is no value.
  var distance: Double {
    let answers = queue.answers(threshold: within)
    let own = [
      answers.waits, answers.abandons, answers.meanWait / unit, answers.meanQueue, answers.occupancy,
      answers.answeredInTime, answers.meanWaitOfAnswered / unit,
    ]
    return zip(own, values).map { own, value in
      value.isNaN ? 0 : own == value ? 0 : abs(own - value) / abs(value)
    }.max() ?? 0
  }

  static let all = [
    GoldenValues(
      name: "MMC of ContactCenters, in minutes", callsPerHour: 252, handling: 120, patience: nil, handlers: 12,
      within: 20, unit: 60,
      values: [0.1838886304, 0, 0.1021603502, 0.4290734709, 0.7, 0.8990797799, 0.1021603502]),
    GoldenValues(
      name: "MMCAb of ContactCenters, in minutes", callsPerHour: 252, handling: 120, patience: 60, handlers: 12,
      within: 20, unit: 60,
      values: [0.1273722818, 0.02967890554, 0.02967890554, 0.1246514033, 0.6792247661, 0.9452695756, 0.02406007701]),
    GoldenValues(
      name: "100 calls an hour, 6 handlers", callsPerHour: 100, handling: 180, patience: 600, handlers: 6, within: 10,
      values: [0.4642622391, 0.05976200095, 35.85720057, 0.9960333492, 0.7835316659, 0.576605167, 33.79529157]),
    GoldenValues(
      name: "100 calls an hour, 5 handlers", callsPerHour: 100, handling: 180, patience: 600, handlers: 5, within: 10,
      values: [0.6857198682, 0.1251912571, 75.11475426, 2.086520952, 0.8748087429, 0.3487409182, 72.75953631]),
    GoldenValues(
      name: "100 calls an hour, 7 handlers", callsPerHour: 100, handling: 180, patience: 600, handlers: 7, within: 10,
      values: [0.2788014899, 0.02683936134, 16.1036168, 0.4473226889, 0.6951147419, 0.7572508725, 15.08480866]),
    GoldenValues(
      name: "999, 60 an hour, 7 handlers", callsPerHour: 60, handling: 300, patience: 120, handlers: 7, within: 10,
      values: [0.2023112229, 0.07210991618, 8.653189942, 0.1442198324, 0.6627786313, 0.8213221416, 6.237009705]),
    GoldenValues(
      name: "999, 60 an hour, 8 handlers", callsPerHour: 60, handling: 300, patience: 120, handlers: 8, within: 10,
      values: [0.1158715955, 0.0370309912, 4.443718945, 0.07406198241, 0.6018556305, 0.9003195216, 3.234915557]),
    GoldenValues(
      name: "999, 60 an hour, 9 handlers", callsPerHour: 60, handling: 300, patience: 120, handlers: 9, within: 10,
      values: [0.06044333538, 0.01745925808, 2.09511097, 0.03491851617, 0.5458559677, 0.949397591, 1.552464896]),
    GoldenValues(
      name: "101, 200 an hour, 30 handlers", callsPerHour: 200, handling: 600, patience: 900, handlers: 30, within: 60,
      values: [0.800729321, 0.1224691829, 110.2222646, 6.123459146, 0.9750342412, 0.3551371043, 111.0753744]),
    GoldenValues(
      name: "101, 200 an hour, 33 handlers", callsPerHour: 200, handling: 600, patience: 900, handlers: 33, within: 60,
      values: [0.5961399004, 0.0668800233, 60.19202097, 3.344001165, 0.942545431, 0.5965893304, 58.64937284]),
    GoldenValues(
      name: "101, 200 an hour, 36 handlers", callsPerHour: 200, handling: 600, patience: 900, handlers: 36, within: 60,
      values: [0.3742409292, 0.03171068765, 28.53961888, 1.585534382, 0.8965641781, 0.7948541669, 27.3393005]),
    GoldenValues(
      name: "101 overloaded, 300 an hour, 30 handlers", callsPerHour: 300, handling: 600, patience: 900, handlers: 30,
      within: 60,
      values: [0.9999276511, 0.4000031239, 360.0028115, 30.0002343, 0.9999947934, 0.0005250514964, 449.7868855]),
    GoldenValues(
      name: "1,000 an hour, 50 handlers", callsPerHour: 1000, handling: 180, patience: 120, handlers: 50, within: 20,
      values: [0.4704062102, 0.0619906256, 7.438875072, 2.066354187, 0.9380093744, 0.8070725164, 7.072084112]),
    GoldenValues(
      name: "nobody gives up, 100 an hour, 6 handlers", callsPerHour: 100, handling: 180, patience: nil, handlers: 6,
      within: 20,
      values: [0.5875164505, 0, 105.7529611, 2.937582252, 0.8333333333, 0.4742671809, 105.7529611]),
    // Known to five or six digits only.
    GoldenValues(
      name: "48 calls a minute, 50 handlers", callsPerHour: 2_880, handling: 60, patience: 120, handlers: 50,
      within: 20,
      values: [.nan, 0.030912, 3.7095, .nan, .nan, 0.943019, 3.6159], tolerance: 2e-5),
  ]
}
