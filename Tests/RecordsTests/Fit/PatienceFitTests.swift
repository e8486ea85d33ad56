import DiscreteEvents
import Testing

@testable import Records

@Suite struct PatienceFitTests {
  /// Callers of this patience who would be answered after waits of another distribution.
  ///
  /// - Parameter clock: what the clock that measured their waits tells apart, in seconds.
  private func fit(
    _ patience: Distribution, _ offered: Distribution, _ count: Int = 4_000, clock: Double? = nil
  ) -> PatienceFit {
    let waits = zip(draws(patience, count), draws(offered, count, seed: 2)).map { patience, offered in
      let wait = min(patience, offered)
      return ChannelRecords.Wait(
        seconds: clock.map { (wait / $0).rounded(.down) * $0 } ?? wait, isAbandoned: patience < offered)
    }
    let abandoned = waits.count(where: \.isAbandoned)
    return PatienceFit(waits, abandoned: abandoned, answered: count - abandoned)
  }

  /// The product over moments of giving up of (1 − 1 / those still waiting), by hand.
  @Test func kaplanAndMeierByHand() {
    // 40 callers; one gives up at 10 s, one is answered at 20 s, one gives up at 30 s; the others are answered at 60 s.
    var waits = (0..<37).map { _ in ChannelRecords.Wait(seconds: 60, isAbandoned: false) }
    waits += [.init(seconds: 30, isAbandoned: true), .init(seconds: 10, isAbandoned: true)]
    waits += [.init(seconds: 20, isAbandoned: false), .init(seconds: 0, isAbandoned: false)]
    let table = WaitTable(waits)
    #expect(table.survival.map(\.time) == [10, 30])
    expectClose(table.survival[0].share, 39.0 / 40, within: 1e-12)
    expectClose(table.survival[1].share, 39.0 / 40 * 37 / 38, within: 1e-12)
    #expect(table.events == 2 && table.total == 37 * 60 + 60)
  }

  /// Who is answered at the moment at which another gives up was still waiting then.
  @Test func whoIsAnsweredAtThatMomentWasWaiting() {
    var waits = (0..<38).map { _ in ChannelRecords.Wait(seconds: 60, isAbandoned: false) }
    waits += [.init(seconds: 30, isAbandoned: false), .init(seconds: 30, isAbandoned: true)]
    expectClose(WaitTable(waits).survival[0].share, 39.0 / 40, within: 1e-12)
  }

  @Test func aCurveIsDrawnWhileThirtyWait() {
    func survival(_ count: Int) -> Int {
      let waits = (0..<count).map { ChannelRecords.Wait(seconds: Double(10 + $0), isAbandoned: $0 == 0) }
      return WaitTable(waits).survival.count
    }
    #expect(survival(30) == 1 && survival(29) == 0)
  }

  /// A family with a parameter more nearly always comes a little nearer; the plain one gives way only to a clear gain.
  @Test func exponentialPatienceIsSeldomTakenForAnother() {
    let families = (1...20).map { number in
      let patience = draws(.exponential(mean: 300), 2_000, seed: UInt64(100 + number))
      let offered = draws(.exponential(mean: 60), 2_000, seed: UInt64(200 + number))
      let waits = zip(patience, offered).map {
        ChannelRecords.Wait(seconds: min($0, $1), isAbandoned: $0 < $1)
      }
      return PatienceFit(waits, abandoned: waits.count(where: \.isAbandoned), answered: 0).family
    }
    #expect(families.count { $0 == "exponential" } >= 19, "\(families)")
  }

  @Test func exponentialPatienceComesBack() {
    let fit = fit(.exponential(mean: 300), .exponential(mean: 60))
    #expect(fit.family == "exponential")
    expectClose(fit.distribution.mean, 300, within: 0.1)
    #expect(fit.distance < 0.05)
  }

  @Test(arguments: [0.6, 1.8])
  func weibullPatienceComesBack(shape: Double) {
    let fit = fit(.weibull(mean: 300, shape: shape), .exponential(mean: 200))
    #expect(fit.family == "Weibull")
    expectClose(fit.distribution.mean, 300, within: 0.12)
    guard case .weibull(_, let found) = fit.distribution else { return }
    expectClose(found, shape, within: 0.1)
  }

  /// Many give up in the first instants, whom a clock of milliseconds tells apart and one of seconds does not.
  @Test(arguments: [(0.001, 0.03), (0.1, 0.06), (1, 0.1)])
  func impatientCallersAreReadOffAnyClock(clock: Double, tolerance: Double) {
    let fit = fit(.weibull(mean: 240, shape: 0.5), .exponential(mean: 200), 20_000, clock: clock)
    #expect(fit.family == "Weibull")
    guard case .weibull(_, let found) = fit.distribution else { return }
    expectClose(found, 0.5, within: tolerance)
    if clock < 0.01 { expectClose(fit.distribution.mean, 240, within: 0.05) }
  }

  @Test func twoKindsOfCallerAreToldApart() {
    let truth = Distribution.mixture([
      .init(weight: 0.3, distribution: .exponential(mean: 20)),
      .init(weight: 0.7, distribution: .exponential(mean: 900)),
    ])
    let fit = fit(truth, .exponential(mean: 300))
    #expect(fit.family == "two exponentials")
    for time in [10.0, 60, 300, 900] {
      #expect((fit.share(waiting: time) - 1 + truth.cumulative(time)).magnitude < 0.03)
    }
  }

  @Test func fewAbandonmentsGiveAMeanOnly() {
    let waits = (0..<400).map { ChannelRecords.Wait(seconds: Double($0 % 20), isAbandoned: $0 % 40 == 13) }
    let fit = PatienceFit(waits, abandoned: 10, answered: 390)
    #expect(fit.family == "exponential")
    expectClose(fit.distribution.mean, 3_800 / 10, within: 1e-9)
  }

  @Test func whoNeverGivesUpIsEndlesslyPatient() {
    let fit = PatienceFit([.init(seconds: 5, isAbandoned: false)], abandoned: 0, answered: 1)
    #expect(fit.distribution == .never && fit.family == "never")
    #expect(PatienceFit([.init(seconds: 0, isAbandoned: true)], abandoned: 1, answered: 0).distribution.mean > 0)
  }
}
