import Findings
import Testing
import Watchroom

@testable import Reporting
@testable import Writing

@Suite struct ComparisonTablesTests {
  /// Every figure of every variant has a row, with what the comparison says of it; a spreadsheet takes no name for a formula.
  @Test func everyDifferenceHasARow() throws {
    let result = HandmadeComparison.result(name: "=more, or less")
    let table = try #require(ComparisonTables(result).tables.first)
    #expect(table.name == "differences" && ComparisonTables.names == ["differences"])
    let lines = table.text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "variant,figure,unit,base,withVariant,difference,halfWidth,of")
    let expected = zip(result.variants, ["\"'=more, or less\"", "the same"]).flatMap { variant, name in
      variant.figures.map { compared in
        let difference = compared.difference
        let numbers = [difference.base, difference.variant, difference.difference, difference.halfWidth]
          .map { CSVCell.number($0, compared.figure.unit) }
        return (start: "\(name),\(compared.figure.name),", end: numbers.joined(separator: ",") + ",")
      }
    }
    #expect(lines.count == 1 + expected.count)
    for (line, (start, end)) in zip(lines.dropFirst(), expected) {
      #expect(line.hasPrefix(start) && line.hasSuffix("," + end))
    }
    let level = try #require(lines.first { $0.contains("channels.999.serviceLevel.ofOffered") })
    #expect(level.contains(",share,"))
    #expect(lines.contains { $0.contains("cost.total,money,") && $0.contains(",432") })
  }

  @Test func aDifferenceOfSomeReplicationsSaysOfHowMany() throws {
    let metric = "channels.999.speedOfAnswer.mean"
    let some = Handmade.result(isDefined: { figure, index in figure.name != metric || index < 2 })
    let result = PairedResult(base: Handmade.result(), variants: [("some", some)])
    let lines = try #require(ComparisonTables(result).tables.first).text.split(separator: "\n")
    #expect(lines.first { $0.hasPrefix("some,\(metric),") }?.hasSuffix(",0,0,2") == true)
    #expect(lines.filter { !$0.hasPrefix("some,\(metric),") }.dropFirst().allSatisfy { $0.hasSuffix(",") })
  }
}
