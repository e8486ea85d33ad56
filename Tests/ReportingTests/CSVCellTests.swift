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
  ])
  func noNameIsAFormula(name: String, cell: String) {
    #expect(CSVCell.name(name) == cell)
  }

  @Test(arguments: ["999", "a=b", "", "-5", "+1.5", "-12.5%", "P1"])
  func otherNamesAndNumbersStay(name: String) {
    #expect(CSVCell.name(name) == name)
  }
}
