import Foundation
import Testing

@testable import Calibration

@Suite struct SearchTests {
  @Test func linearFunctionsAreSolvedAtOnce() throws {
    let parameters = [parameter("a", 0...10, start: 5), parameter("b", 0...10, start: 5)]
    let found = try #require(
      search(parameters, [aim(11, 0.1), aim(1, 0.1)]) { [$0[0] + 2 * $0[1], $0[0] - $0[1]] })
    // 13/3 and 10/3, but for being drawn to the start a little.
    #expect(abs(found.values[0] - 13 / 3.0) < 0.01 && abs(found.values[1] - 10 / 3.0) < 0.01)
    #expect(found.isSettled)
  }

  @Test func curvedFunctionsAreSolvedInSteps() throws {
    let parameters = [
      parameter("a", 0.1...10, start: 8, isLogarithmic: true), parameter("b", 0...10, start: 9),
    ]
    let found = try #require(
      search(parameters, [aim(2, 0.01), aim(0.5, 0.01)]) { [$0[0] * $0[1], exp(-$0[1] / $0[0])] })
    // a·b = 2 and b = a·ln 2.
    let half = 0.693_147_180_559_945_3
    let a = (2 / half).squareRoot()
    #expect(abs(found.values[0] - a) < 0.01 && abs(found.values[1] - a * half) < 0.01)
  }

  @Test func nothingLeavesItsRange() throws {
    let parameters = [parameter("a", 0...1, start: 0.5), parameter("b", 0...4, start: 2)]
    let found = try #require(search(parameters, [aim(5, 0.1), aim(1, 0.1)]) { [$0[0] + $0[1], $0[0] - $0[1] + 3] })
    // The sum would like more of a than there may be.
    #expect(found.values[0] == 1 && found.values[1] > 3 && found.values[1] <= 4)
  }

  @Test func wholeNumbersAreFoundAndTheRestMakesTheBestOfThem() throws {
    let parameters = [parameter("heads", 1...12, start: 9, isWhole: true), parameter("b", 0...10, start: 5)]
    let found = try #require(search(parameters, [aim(7.4, 0.1), aim(4.2, 0.5)]) { [$0[0] + $0[1], $0[0]] })
    #expect(found.values[0] == 4 && abs(found.values[1] - 3.4) < 0.05)
  }

  /// From either of them, the other lies the whole range away.
  @Test(arguments: [3.0, 4], [3.0, 4])
  func ofTwoWholeNumbersTheBetterIsFound(start: Double, best: Double) throws {
    let parameters = [parameter("heads", 3...4, start: start, isWhole: true)]
    let found = try #require(search(parameters, [aim(best, 0.1)]) { $0 })
    #expect(found.values == [best] && found.isSettled)
  }

  /// A number of heads is whole, and so are those that a factor makes of several; the factor itself need not be.
  @Test func onlyWholeValuesAreRounded() {
    let space = SearchSpace(parameters: [
      parameter("heads", 2...6, start: 4, isWhole: true),
      parameter("factor", 0.5...1.5, start: 1, role: .factor, isWhole: true, at: [4, 9]),
    ])
    #expect(space.values(at: [0.3, 0.25]) == [3, 0.75])
  }

  /// Steps on a flat are doubled many times: not for ever, and not past the limit.
  @Test(arguments: [6, 12, 30]) func flatParametersAreLookedAtNoMoreThanTheLimitSays(limit: Int) throws {
    var looked = 0
    let flats = (1...4).map { parameter("flat\($0)", 0...10, start: 5) }
    let found = search(flats, [aim(1, 0.1)], limit: limit) { _ in
      looked += 1
      return [3]
    }
    #expect(found != nil && looked <= limit)
  }

  @Test func whatCannotBeReachedDoesNotSpoilTheRest() throws {
    let parameters = [parameter("a", 0...10, start: 5)]
    let found = try #require(
      search(parameters, [aim(3, 0.1), aim(3, 0.1), aim(3, 0.1), aim(500, 1)]) { [$0[0], $0[0], $0[0], $0[0]] })
    #expect(abs(found.values[0] - 3) < 0.2)
  }

  @Test func limitsArePassedOnlyFromOneSide() throws {
    let limit = Aim(target: 0, centre: 4, scale: 1, allowsLess: true, allowsMore: false, weight: 1)
    let parameters = [parameter("a", 0...10, start: 8)]
    let above = try #require(search(parameters, [limit]) { $0 })
    #expect(above.values[0] < 4 && above.values[0] > 2.5)
    let below = try #require(search([parameter("a", 0...10, start: 1)], [limit]) { $0 })
    #expect(below.values[0] == 1)
  }

  @Test func whatNoAimSpeaksOfStaysWhereItStarts() throws {
    let parameters = [parameter("a", 0...10, start: 5), parameter("idle", 0...10, start: 7)]
    let found = try #require(search(parameters, [aim(2, 0.1)]) { [$0[0]] })
    #expect(found.values[1] == 7)
    let determination = Determination(found.model, size: 2, luck: [0])
    #expect(determination.shares[0] > 0.97 && determination.shares[1] < 1e-9)
    #expect(determination.loose.first?.parts.map(\.parameter) == [1])
  }

  /// A figure of few cases does not move with every step, but that does not say that it never does.
  @Test func aFlatSpotIsSteppedOver() throws {
    let parameters = [parameter("a", 0...10, start: 5)]
    let found = try #require(search(parameters, [aim(4, 0.1)]) { [($0[0] / 2).rounded(.down)] })
    #expect((8..<10).contains(found.values[0]) && found.distances == [0], "\(found.values)")
    #expect(Determination(found.model, size: 1, luck: [0]).shares[0] > 0.5)
  }

  /// Towards the middle of its range nothing moves; on the other side something does.
  @Test func whereOneSideIsFlatTheOtherIsTried() throws {
    let parameters = [parameter("a", 0...10, start: 2), parameter("b", 0...10, start: 5)]
    let found = try #require(search(parameters, [aim(0, 0.1), aim(3, 0.1)]) { [min(1, $0[0].rounded(.down)), $0[1]] })
    #expect(found.values[0] < 1 && abs(found.values[1] - 3) < 0.05, "\(found.values)")
  }

  /// What is only reported does not end the search for a step that tells something.
  @Test func aFigureWithoutWeightMovesNothing() throws {
    let parameters = [parameter("a", 0...10, start: 5)]
    let found = try #require(
      search(parameters, [aim(4, 0.1), aim(0, weight: 0)]) { [($0[0] / 2).rounded(.down), $0[0]] })
    #expect(found.distances[0] == 0, "\(found.values)")
  }

  /// Steps that make no scenario say nothing of a slope; those to the other side do.
  @Test func wherePointsAreNoScenarioTheOtherSideIsTried() throws {
    let parameters = [parameter("a", 0...10, start: 4)]
    let found = try #require(search(parameters, [aim(1, 0.1)]) { $0[0] > 4 ? nil : $0 })
    #expect(abs(found.values[0] - 1) < 0.05, "\(found.values)")
  }

  /// Whatever nothing depends on takes all the steps there are once, and few of them again.
  @Test func whatMattersToNothingTakesFewSteps() throws {
    let parameters = [parameter("a", 0...10, start: 5), parameter("idle", 0...10, start: 5)]
    var looked: Set<[Double]> = []
    let found = try #require(
      search(parameters, [aim(2, 0.1)]) { values in
        looked.insert(values)
        return [values[0]]
      })
    // The start, a slope, ten steps to both ends, and as few trials and slopes as a linear function takes.
    #expect(found.isSettled && looked.count < 40, "\(looked.count)")
  }

  @Test func whatLuckMovesTellsLess() {
    func likely(_ luck: Double) -> ClosedRange<Double> {
      let model = LinearModel(aims: [aim(1)], point: [0.5], distances: [0], slopes: [[16]])
      return Determination(model, size: 1, luck: [luck]).likely[0]
    }
    // Two standard deviations of a tolerance's half over the slope; with as much luck again, √2 times as many.
    #expect(abs(likely(0).lowerBound - (0.5 - 1 / 16.0)) < 1e-9 && abs(likely(0).upperBound - (0.5 + 1 / 16.0)) < 1e-9)
    #expect(abs(likely(0.25).upperBound - (0.5 + 2.0.squareRoot() / 16)) < 1e-9)
  }

  /// Three times the variance of two runs, and what single runs cannot say is nothing.
  @Test func luckIsHowFarRunsLieApart() {
    #expect(Aim.luck([1, 3]) == 6 && Aim.luck([2]) == 0 && Aim.luck([]) == 0 && Aim.luck([1, .nan]) == 0)
    #expect(Aim.luck([0, 2, 4]) == 8)
  }

  /// The end of its range bounds what a parameter may be, and is no more certain for that.
  @Test func whatIsOpenIsTheWholeRangeFromWhereverItIsFound() {
    for place in [0, 0.3, 1] {
      let model = LinearModel(aims: [aim(1)], point: [place], distances: [0], slopes: [[0]])
      let determination = Determination(model, size: 1, luck: [0])
      #expect(determination.likely == [0...1] && determination.shares == [0])
    }
  }

  /// A limit that is kept tells nothing of what keeps it; one that is missed does.
  @Test func onlyALimitThatIsMissedTellsAnything() {
    func share(_ distance: Double) -> Double {
      let limit = Aim(target: 0, centre: 1, scale: 1, allowsLess: true, allowsMore: false, weight: 1)
      let model = LinearModel(aims: [limit], point: [0.5], distances: [distance], slopes: [[4]])
      return Determination(model, size: 1, luck: [0]).shares[0]
    }
    #expect(share(-2) < 1e-9 && share(2) > 0.4)
  }

  @Test func whatCannotBeToldApartIsSaid() throws {
    let parameters = [parameter("a", 0...10, start: 5), parameter("b", 0...10, start: 5)]
    let found = try #require(search(parameters, [aim(7, 0.1)]) { [$0[0] + $0[1]] })
    let loose = Determination(found.model, size: 2, luck: [0]).loose
    #expect(loose.count == 1)
    let parts = try #require(loose.first?.parts)
    // As one rises, the other falls as much.
    #expect(parts.count == 2 && abs(parts[0].weight + parts[1].weight) < 1e-6)
  }

  @Test func pointsThatAreNoScenarioAreAvoided() throws {
    let parameters = [parameter("a", 0...10, start: 2)]
    let found = try #require(search(parameters, [aim(9, 0.1)]) { $0[0] > 6 ? nil : $0 })
    #expect(found.values[0] > 3 && found.values[0] <= 6)
    #expect(search(parameters, [aim(9)]) { _ in nil } == nil)
  }

  @Test func aSearchEndsWhenItHasLookedAtEnough() throws {
    let parameters = [parameter("a", 0...10, start: 2), parameter("b", 0...10, start: 2)]
    var looked = 0
    let found = try #require(
      search(parameters, [aim(9, 0.01)], limit: 8) { values in
        looked += 1
        return [values[0] * values[1] * values[0]]
      })
    // The start, two slopes, four trials, and slopes at the end.
    #expect(looked == 9 && !found.isSettled)
  }
}
