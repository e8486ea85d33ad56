import Testing
import Watchroom

@testable import Findings
@testable import Reporting
@testable import Writing

@Suite struct TextReportTests {
  @Test func readsAsAPlannerExpects() {
    let result = Handmade.result()
    let text = TextReport(result, provenance: Handmade.provenance).text
    // How a digest is made is no matter of this page.
    #expect(text.replacing(result.digest, with: "(digest)") == snapshot)
  }

  @Test func oneReplicationHasNoIntervals() {
    let text = TextReport(
      Handmade.result(Handmade.scenario(expectations: []), replications: 1), provenance: Handmade.provenance
    ).text
    #expect(!text.contains("\u{B1}"))
    #expect(text.contains("Offered          2,426\n"))
    #expect(!text.contains("Expectation"))
  }

  @Test func saysThatHoursAreOfAllDays() {
    let text = TextReport(Handmade.result(Handmade.scenario(days: 7)), provenance: Handmade.provenance).text
    #expect(text.contains("\n999 by hour of day, all days together\n"))
    #expect(text.contains("\nHours 00 to 23 ") && text.contains("\n00     "))
    #expect(text.contains("Friday 29 July 2022, 07:00 (7 days)\n"))
  }

  @Test func colourAddsNothingButColour() {
    let result = Handmade.result()
    let plain = TextReport(result, provenance: Handmade.provenance).text
    let coloured = TextReport(result, provenance: Handmade.provenance, isColoured: true).text
    #expect(coloured.contains("\u{1B}[1;31mmissed\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(!plain.contains("\u{1B}"))
  }

  /// Names nobody should choose and somebody will.
  static let hostileNames = [
    String(repeating: "name", count: 50),
    "\u{1B}[2J\u{1B}]0;gone\u{7}",
    "two\nlines\r\tand a tab",
    "\u{202E}desrever\u{2066}",
    "\u{9B}31mC1",
    "👩‍👩‍👧‍👦👍🏽🇬🇧❤️" + String(repeating: "🚨", count: 60),
    "שלום עולם " + String(repeating: "مرحبا", count: 30),
    "緊急通報" + String(repeating: "警", count: 60),
    "Z" + String(repeating: "\u{301}\u{489}", count: 90) + "algo",
    "\u{301}\u{200D}\u{FEFF}",
    "",
    "a.b.c=\"d\" 'e' `f` $(g) \\",
    "\u{E000}\u{10FFFF}\u{FFFE}",
  ]

  @Test(arguments: hostileNames)
  func hostileNamesChangeNothingElse(name: String) {
    func report(_ name: String, emergency: String, team: String, expectation: String) -> String {
      let expectation = FigureExpectation(name: expectation, metric: "cost.total", bound: .atLeast(0))
      let scenario = Handmade.scenario(name: name, emergency: emergency, team: team, expectations: [expectation])
      let provenance = Provenance(scenarioDigest: name, command: ["watchroom", "run", name, "--set", name])
      return TextReport(Handmade.result(scenario), provenance: provenance).text
    }
    let text = report(name, emergency: name, team: name, expectation: name)
    let plain = report("name", emergency: "999", team: "contact", expectation: "cheap")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.filter { String($0).displayWidth > 80 } == [])
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    // Invisible formatting is what this report itself puts around a right-to-left name.
    #expect(
      text.unicodeScalars.allSatisfy {
        "\u{2068}\u{2069}".unicodeScalars.contains($0) || $0.properties.generalCategory != .format
      })
    // No name adds a line; only the command to repeat may take more than one.
    let end = lines.firstIndex { $0.hasPrefix("Digest ") }
    let plainLines = plain.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(end == plainLines.firstIndex { $0.hasPrefix("Digest ") })
    // Right-hand columns end where they would with an ordinary name as wide.
    let summary = lines.drop { !$0.hasPrefix("Channel") }.prefix(3).map { String($0).displayWidth }
    #expect(summary[1] == summary.max())
  }

  @Test func enormousNumbersStayOnThePage() {
    // No wait is longer than the 49 days an event can carry, no share more than 100%; all else may be absurd.
    // No wait is longer than the 49 days an event can carry, no share more than 100%; all else may be absurd.
    let huge = Handmade.result(seed: .max) { figure, mean in
      switch figure.unit {
      case .seconds: mean * 1e3
      case .share: mean
      case .count, .hours, .money: mean * 1e13
      }
    }
    let text = TextReport(huge, provenance: Handmade.provenance).text
    #expect(text.split(separator: "\n").filter { String($0).displayWidth > 80 } == [])
  }

  @Test func undefinedFiguresAreDashes() {
    let nothing = Handmade.result { _, _ in .nan }
    let text = TextReport(nothing, provenance: Handmade.provenance).text
    #expect(!text.lowercased().contains("nan"))
    #expect(text.contains("Offered              \u{2013}\n"))
  }
}

private let snapshot = """
  A handmade night
  ================================================================================
  From          Friday 22 July 2022, 07:00
  To            Saturday 23 July 2022, 07:00 (1 day)
  Clocks        Europe/London
  Seed          1
  Replications  3 (± is the 95% half-width of their mean)

  Service levels
  --------------------------------------------------------------------------------
  Channel  Offered  Abandoned  Mean wait        In time       Target
  999        2,426      6.25%     26.0 s  66.00% ± 2.56  90% in 10 s  missed
  online     2,426      6.25%     26.0 s       –                none

  999 (call)
  --------------------------------------------------------------------------------
  Contacts                Number         Share
  Offered         2,426.0 ± 94.2
  Contained          16.0 ±  0.6
  Diverted            4.0 ±  0.2
  Answered        2,256.0 ± 87.6
  Abandoned         150.0 ±  5.8  6.25% ± 0.24
    after 10 s                    5.00% ± 0.19
  Waiting at end      1.8 ±  0.1
  Shares leave out those contained or diverted, who needed no answer here.

  Answered within 10 s                    Share  Target
  of offered                      66.00% ± 2.56     90%  missed
  of answered                     70.00% ± 2.72
  of offered less short abandons  68.00% ± 2.64

  Waits of those answered        to 10 s        10–60 s      over 60 s
  share                    70.00% ± 2.72  20.00% ± 0.78  10.00% ± 0.39

  Time                     Mean         Median      90%      95%      99%  Longest
  Speed of answer  26.0 s ± 1.0  7.00 s ± 0.27  1:06:40  1:06:40  1:06:40  1:06:40
  Handle time      26.0 s ± 1.0  7.00 s ± 0.27     3:53     3:53     3:53     3:53
  Mean and median are averaged over replications; the rest is of all contacts.

  Outcomes          Number
  record      448.0 ± 17.4
  other     1,808.0 ± 70.2

  online (deferred)
  --------------------------------------------------------------------------------
  Contacts                Number         Share
  Offered         2,426.0 ± 94.2
  Contained          16.0 ±  0.6
  Diverted            4.0 ±  0.2
  Answered        2,256.0 ± 87.6
  Abandoned         150.0 ±  5.8  6.25% ± 0.24
  Waiting at end      1.8 ±  0.1
  Shares leave out those contained or diverted, who needed no answer here.

  Waits of those answered        to 10 s        10–60 s      over 60 s
  share                    70.00% ± 2.72  20.00% ± 0.78  10.00% ± 0.39

  Time                     Mean         Median    90%    95%    99%  Longest
  Speed of answer  26.0 s ± 1.0  7.00 s ± 0.27  10:00  10:00  10:00    10:00
  Handle time      26.0 s ± 1.0  7.00 s ± 0.27   3:53   3:53   3:53     3:53
  Review time      26.0 s ± 1.0  7.00 s ± 0.27  13:53  13:53  13:53    13:53
  Mean and median are averaged over replications; the rest is of all contacts.

  Backlog        Contacts      Mean age  Oldest
  at midnight  21.5 ± 0.8  15.0 h ± 0.6       –

  Teams
  --------------------------------------------------------------------------------
  Team         Rostered h     Staffed h      Occupancy          Cost
  contact    480.0 ± 18.6  427.5 ± 16.6  82.00% ± 3.18   8,640 ± 335
  desk       480.0 ± 18.6  427.5 ± 16.6  82.00% ± 3.18   8,640 ± 335
  All costs                                             15,840 ± 615

  999 by hour of day
  --------------------------------------------------------------------------------
  Hours 07 to 06                              Most
  Offered         ▃▄▄▄▅▅▅▅▆▆▆▇▇▇▇██▁▂▂▂▂▃▃   384.0
  Within 10 s     ▆▆▆▆▆▅▅▅▅▅▄▄▄▄▃▃ ███▇▇▇▇  100.0%
  Abandoned       ▃▄▄▄▅▅▅▅▆▆▆▇▇▇██ ▁▁▂▂▂▃▃   34.4%
  Mean wait       ▂▂▂▂▃▃▃▄▄▅▅▆▆▇▇█ ▁▁▁▁▁▁▂    2:01

  Hour       Offered   Within 10 s    Abandoned      Mean wait
  07    128.0 ±  5.0   78.1% ± 3.0  10.9% ± 0.4  12.3 s ±  0.5
  08    144.0 ±  5.6   75.0% ± 2.9  12.5% ± 0.5  16.0 s ±  0.6
  09    160.0 ±  6.2   71.9% ± 2.8  14.1% ± 0.5  20.3 s ±  0.8
  10    176.0 ±  6.8   68.8% ± 2.7  15.6% ± 0.6  25.0 s ±  1.0
  11    192.0 ±  7.5   65.6% ± 2.5  17.2% ± 0.7  30.3 s ±  1.2
  12    208.0 ±  8.1   62.5% ± 2.4  18.8% ± 0.7  36.0 s ±  1.4
  13    224.0 ±  8.7   59.4% ± 2.3  20.3% ± 0.8  42.3 s ±  1.6
  14    240.0 ±  9.3   56.3% ± 2.2  21.9% ± 0.8  49.0 s ±  1.9
  15    256.0 ±  9.9   53.1% ± 2.1  23.4% ± 0.9  56.3 s ±  2.2
  16    272.0 ± 10.6   50.0% ± 1.9  25.0% ± 1.0    1:04 ± 0:02
  17    288.0 ± 11.2   46.9% ± 1.8  26.6% ± 1.0    1:12 ± 0:03
  18    304.0 ± 11.8   43.8% ± 1.7  28.1% ± 1.1    1:21 ± 0:03
  19    320.0 ± 12.4   40.6% ± 1.6  29.7% ± 1.2    1:30 ± 0:04
  20    336.0 ± 13.0   37.5% ± 1.5  31.3% ± 1.2    1:40 ± 0:04
  21    352.0 ± 13.7   34.4% ± 1.3  32.8% ± 1.3    1:50 ± 0:04
  22    368.0 ± 14.3   31.3% ± 1.2  34.4% ± 1.3    2:01 ± 0:05
  23    384.0 ± 14.9       –            –             –
  00     16.0 ±  0.6  100.0% ± 3.9   0.0% ± 0.0  0.00 s
  01     32.0 ±  1.2   96.9% ± 3.8   1.6% ± 0.1  0.25 s ± 0.01
  02     48.0 ±  1.9   93.8% ± 3.6   3.1% ± 0.1  1.00 s ± 0.04
  03     64.0 ±  2.5   90.6% ± 3.5   4.7% ± 0.2  2.25 s ± 0.09
  04     80.0 ±  3.1   87.5% ± 3.4   6.3% ± 0.2  4.00 s ± 0.16
  05     96.0 ±  3.7   84.4% ± 3.3   7.8% ± 0.3  6.25 s ± 0.24
  06    112.0 ±  4.3   81.3% ± 3.2   9.4% ± 0.4  9.00 s ± 0.35

  online by hour of day
  --------------------------------------------------------------------------------
  Hours 07 to 06                             Most
  Offered         ▃▄▄▄▅▅▅▅▆▆▆▇▇▇▇██▁▂▂▂▂▃▃  384.0
  Abandoned       ▃▄▄▄▅▅▅▅▆▆▆▇▇▇██ ▁▁▂▂▂▃▃  34.4%
  Mean wait       ▂▂▂▂▃▃▃▄▄▅▅▆▆▇▇█ ▁▁▁▁▁▁▂   2:01

  Hour       Offered    Abandoned      Mean wait
  07    128.0 ±  5.0  10.9% ± 0.4  12.3 s ±  0.5
  08    144.0 ±  5.6  12.5% ± 0.5  16.0 s ±  0.6
  09    160.0 ±  6.2  14.1% ± 0.5  20.3 s ±  0.8
  10    176.0 ±  6.8  15.6% ± 0.6  25.0 s ±  1.0
  11    192.0 ±  7.5  17.2% ± 0.7  30.3 s ±  1.2
  12    208.0 ±  8.1  18.8% ± 0.7  36.0 s ±  1.4
  13    224.0 ±  8.7  20.3% ± 0.8  42.3 s ±  1.6
  14    240.0 ±  9.3  21.9% ± 0.8  49.0 s ±  1.9
  15    256.0 ±  9.9  23.4% ± 0.9  56.3 s ±  2.2
  16    272.0 ± 10.6  25.0% ± 1.0    1:04 ± 0:02
  17    288.0 ± 11.2  26.6% ± 1.0    1:12 ± 0:03
  18    304.0 ± 11.8  28.1% ± 1.1    1:21 ± 0:03
  19    320.0 ± 12.4  29.7% ± 1.2    1:30 ± 0:04
  20    336.0 ± 13.0  31.3% ± 1.2    1:40 ± 0:04
  21    352.0 ± 13.7  32.8% ± 1.3    1:50 ± 0:04
  22    368.0 ± 14.3  34.4% ± 1.3    2:01 ± 0:05
  23    384.0 ± 14.9      –             –
  00     16.0 ±  0.6   0.0% ± 0.0  0.00 s
  01     32.0 ±  1.2   1.6% ± 0.1  0.25 s ± 0.01
  02     48.0 ±  1.9   3.1% ± 0.1  1.00 s ± 0.04
  03     64.0 ±  2.5   4.7% ± 0.2  2.25 s ± 0.09
  04     80.0 ±  3.1   6.3% ± 0.2  4.00 s ± 0.16
  05     96.0 ±  3.7   7.8% ± 0.3  6.25 s ± 0.24
  06    112.0 ±  4.3   9.4% ± 0.4  9.00 s ± 0.35

  Expectations
  --------------------------------------------------------------------------------
  Expectation                                Value  Expected
  999 answered in 10 s    fail       66.00% ± 2.56  at least 90.00%
  the mean wait is short  pass       26.0 s ±  1.0  at most 30 s
  few are left waiting    uncertain    1.75 ± 0.07  at most 1.75

  The same again
  --------------------------------------------------------------------------------
  Engine    watchroom 0.1.0
  Scenario  fedcba9876543210
  Events    72
  Digest    (digest)

  watchroom run --seed 1 --replications 20 night.json5

  """
