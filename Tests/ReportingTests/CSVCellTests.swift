import Findings
import Metrics
import Testing

@testable import Writing

@Suite struct CSVCellTests {
  @Test(arguments: [
    ("999", "999"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("=1+1", "=1+1"),
  ])
  func textIsWrittenAsItIs(text: String, cell: String) {
    #expect(CSVCell.written(text) == cell)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-odd", "'-odd"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
    ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("-", "'-"), ("-1-1", "'-1-1"),
    ("'-odd", "''-odd"),
  ])
  func noNameIsAFormula(name: String, cell: String) {
    #expect(CSVCell.name(name) == cell)
  }

  /// Whatever a name is, a reader gets it back from the cell that was made of it.
  @Test(arguments: ["-odd", "'-odd", "''=1", "'-5", "-5", "'quoted'", "'", "", "@a", "plain", "\tx"])
  func namesAreReadBack(name: String) {
    #expect(CSVCell.unguarded(CSVCell.name(name)) == name)
  }

  @Test(
    arguments: [
      (0.49945622620989666, "0.499456"), (2.0 / 3, "0.666667"), (0.5, "0.5"), (3, "3"), (-12.5, "-12.5"),
      (0.000_012_34, "0.000012"), (0.000_000_1, "0"), (-0.000_000_1, "0"), (-0.000_000_9, "-0.000001"),
      (124_677.083_333_333, "124677.083333"), (1_000_000, "1000000"), (999.999_999_9, "1000"), (1e20, "1e+20"),
      (.nan, ""), (.infinity, ""), (nil, ""),
    ] as [(Double?, String)])
  func numbersHaveSixDecimalsAtMost(number: Double?, cell: String) {
    #expect(CSVCell.number(number) == cell)
  }

  @Test func digitsAreThoseThatMeanSomething() {
    #expect(CSVCell.number(0.499_456_226, .share) == "0.499456")
    for unit in [Figure.Unit.seconds, .hours, .money, .count] {
      #expect(CSVCell.number(35.922_499_1, unit) == "35.922" && CSVCell.number(-0.000_4, unit) == "0")
      #expect(CSVCell.number(7, unit) == "7" && CSVCell.number(nil, unit) == "")
    }
  }

  @Test(arguments: ["999", "a=b", "", "-5", "+1.5", "-12.5%", "P1"])
  func otherNamesAndNumbersStay(name: String) {
    #expect(CSVCell.name(name) == name)
  }
}
