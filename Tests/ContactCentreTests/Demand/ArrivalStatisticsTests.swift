import DiscreteEvents
import Testing

@testable import ContactCentre

/// Whether contacts come as the profile says. Seeds are fixed and bounds so wide that only a fault crosses them.
@Suite struct ArrivalStatisticsTests {
  private func tape(
    _ profile: ArrivalProfile, days: Int, interval: Milliseconds = .hour, seed: UInt64 = 1
  ) -> [TapePlace] {
    let scenario = Scenario(
      name: "tape", calendar: ScenarioCalendar(start: monday, days: days, interval: interval),
      channels: [Channel(id: "999", arrivals: .profile(profile), handling: .constant(0))])
    var tape = DemandTape(plan: Plan(scenario), keys: [RandomKey(seed: seed)])
    var places: [TapePlace] = []
    while tape.nextMoment != Calendar.never {
      places.append(tape.next)
      tape.advance()
    }
    return places
  }

  /// How many come in each of `bins`.
  private func counts(_ places: [TapePlace], _ bins: Int, _ bin: (Milliseconds) -> Int) -> [Double] {
    var counts = Array(repeating: 0.0, count: bins)
    for place in places { counts[bin(place.time)] += 1 }
    return counts
  }

  /// Counts that are Poisson with these means leave a chi-square that is neither too large nor too small: each side has a
  /// chance of one in a billion.
  private func expectPoisson(_ counts: [Double], _ means: [Double], _ name: String = "") {
    let square = zip(counts, means).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
    let below = PortableMath.regularizedGammaP(Double(counts.count) / 2, square / 2)
    #expect(below > 1e-9 && below < 1 - 1e-9, "\(name): chi-square \(square) of \(counts.count)")
  }

  /// Sum of weights over their mean, so that they say how many times the average each is.
  private func relative(_ weights: [Double]) -> [Double] {
    let mean = weights.reduce(0, +) / Double(weights.count)
    return weights.map { $0 / mean }
  }

  /// Enough callers that one in a hundred too many would show.
  @Test func theVolumeIsThatOfTheProfile() {
    let count = Double(tape(ArrivalProfile(perYear: 8_000 * 365), days: 50).count)
    #expect(abs(count - 400_000) < 6 * 400_000.0.squareRoot())
  }

  @Test func hoursHaveTheirShareOfTheDay() {
    let weights = (0..<24).map { Double(1 + $0 * $0 % 11) }
    let places = tape(ArrivalProfile(perYear: 600 * 365, hourOfDay: weights), days: 60)
    expectPoisson(
      counts(places, 24) { Int($0 / .hour % 24) }, relative(weights).map { $0 * 600 * 60 / 24 })
  }

  @Test func weekdaysHaveTheirShareOfTheWeek() {
    let weights = [1, 1, 1, 1, 1.5, 2, 0.5]
    let places = tape(ArrivalProfile(perYear: 300 * 365, dayOfWeek: weights), days: 84)
    expectPoisson(counts(places, 7) { Int($0 / .day % 7) }, relative(weights).map { $0 * 300 * 12 })
  }

  @Test func monthsAreRelativeToAnAverageOneAndTheVolumeIsThatOf365AverageDays() {
    let weights = (0..<12).map { Double(10 + $0) }
    // 2024 is a leap year: its 366 days bring more than the volume of 365.
    let places = tape(ArrivalProfile(perYear: 100 * 365, month: weights), days: 366)
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    expectPoisson(
      counts(places, 12) { ZoneRules.utc.civilTime(at: monday + $0).month - 1 },
      zip(relative(weights), lengths).map { $0 * 100 * Double($1) })
  }

  @Test func hoursOfTheWeekReplaceHoursAndDays() {
    let weights = (0..<168).map { Double(1 + $0 * 31 % 17) }
    let profile = ArrivalProfile(
      perYear: 400 * 365, hourOfDay: (0..<24).map { Double($0) }, dayOfWeek: [9, 1, 1, 1, 1, 1, 1],
      byHourOfWeek: weights)
    expectPoisson(
      counts(tape(profile, days: 140), 168) { Int($0 / .hour % 168) }, relative(weights).map { $0 * 400 * 20 / 24 })
  }

  /// Weights are relative: only what they are to one another counts.
  @Test func scaledWeightsAreTheSameWeights() {
    let hours = (0..<24).map { Double(1 + $0 % 4) }
    let base = ArrivalProfile(perYear: 50 * 365, hourOfDay: hours)
    let scaled = ArrivalProfile(
      perYear: 50 * 365, hourOfDay: hours.map { $0 * 8 }, dayOfWeek: daily(4).map(Double.init),
      month: Array(repeating: 0.5, count: 12))
    let places = tape(base, days: 30)
    #expect(places == tape(scaled, days: 30) && places.count > 1_000)
  }

  @Test func hoursWithoutWeightHaveNobody() {
    var hours = Array(repeating: 0.0, count: 24)
    hours[9] = 1
    let places = tape(ArrivalProfile(perYear: 200 * 365, hourOfDay: hours), days: 10)
    #expect(places.count > 1_700 && places.allSatisfy { $0.time / .hour % 24 == 9 })
  }

  @Test func withoutBusynessCountsAreAsDispersedAsPoisson() {
    let places = tape(ArrivalProfile(perYear: 480 * 365), days: 60)
    for (length, mean) in [(Milliseconds.hour, 20.0), (5 * .minute, 5.0 / 3), (.day, 480)] {
      let bins = Int(60 * Milliseconds.day / length)
      expectPoisson(
        counts(places, bins) { Int($0 / length) }, Array(repeating: mean, count: bins), "\(length) ms")
    }
  }

  @Test func contactsComeAtAnyMillisecondOfACellAlikeAndInOrder() {
    let places = tape(ArrivalProfile(perYear: 3_000 * 365), days: 10)
    #expect(zip(places, places.dropFirst()).allSatisfy { ($0.time, $0.index) < ($1.time, $1.index) })
    #expect(places.allSatisfy { Milliseconds($0.cell) == (monday + $0.time) / (5 * .minute) })
    let mean = Double(places.count)
    expectPoisson(counts(places, 60) { Int($0 % (5 * .minute) / 5_000) }, Array(repeating: mean / 60, count: 60))
    expectPoisson(counts(places, 100) { Int($0 % 100) }, Array(repeating: mean / 100, count: 100))
    // Those of one cell are numbered without gaps, so that nobody's identity depends on anybody else.
    let byCell = Dictionary(grouping: places, by: \.cell)
    #expect(byCell.values.allSatisfy { $0.map(\.index).sorted() == Array(0..<UInt32($0.count)) })
  }

  /// With a mean of m a day and a coefficient of variation c, the variance of a day's count is m + m²c².
  @Test func daysVaryAsBusynessSays() {
    let days = 1_500
    var profile = ArrivalProfile(perYear: 100 * 365)
    profile.busyness = .init(day: 0.3)
    let counts = counts(tape(profile, days: days), days) { Int($0 / .day) }
    let (mean, variance) = moments(counts)
    #expect(abs(mean - 100) < 6 * (1_000.0 / Double(days)).squareRoot())
    #expect(abs(variance / 1_000 - 1) < 0.25)
    // Days are busy independently of one another.
    let neighbours = covariance(zip(counts, counts.dropFirst()).map { ($0 - mean, $1 - mean) }) / variance
    #expect(abs(neighbours) < 6 / Double(days).squareRoot())
  }

  @Test func intervalsVaryAsBusynessSaysAndFollowTheirNeighbours() {
    let days = 250
    var profile = ArrivalProfile(perYear: 20 * 24 * 365)
    profile.busyness = .init(interval: 0.5, correlation: 0.6)
    let counts = counts(tape(profile, days: days), days * 24) { Int($0 / .hour) }
    let (mean, variance) = moments(counts)
    // Of the hours, about half as many are as good as independent.
    #expect(abs(mean - 20) < 6 * (120 / (0.2 * Double(counts.count))).squareRoot())
    #expect(abs(variance / (20 + 400 * 0.25) - 1) < 0.25)
    let pairs = counts.indices.dropLast()
    let within = pairs.filter { $0 % 24 != 23 }.map { (counts[$0] - mean, counts[$0 + 1] - mean) }
    let across = pairs.filter { $0 % 24 == 23 }.map { (counts[$0] - mean, counts[$0 + 1] - mean) }
    // The factors' own covariance; carried from normal to gamma, a correlation of 0.6 becomes a little less.
    #expect(abs(covariance(within) / 100 - 0.58) < 0.15)
    #expect(abs(covariance(across)) < 6 * 120 / Double(days).squareRoot())
  }

  @Test func dayAndIntervalFactorsMultiply() {
    let days = 400
    var profile = ArrivalProfile(perYear: 50 * 24 * 365)
    profile.busyness = .init(day: 0.4, interval: 0.3)
    let counts = counts(tape(profile, days: days), days * 24) { Int($0 / .hour) }
    let (_, variance) = moments(counts)
    // (1 + 0.4²)(1 + 0.3²) − 1.
    #expect(abs(variance / (50 + 2_500 * 0.2644) - 1) < 0.3)
  }

  private func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
  }

  private func covariance(_ pairs: [(Double, Double)]) -> Double {
    pairs.reduce(0) { $0 + $1.0 * $1.1 } / Double(pairs.count)
  }
}
