import Testing
import Watchroom

@testable import Reporting

@Suite struct TextReportTests {
  @Test func readsAsAPlannerExpects() {
    #expect(TextReport(Handmade.result(), provenance: Handmade.provenance).text == snapshot)
  }

  @Test func oneReplicationHasNoIntervals() {
    let text = TextReport(Handmade.result(replications: 1, expectations: []), provenance: Handmade.provenance).text
    #expect(!text.contains("\u{B1}"))
    #expect(text.contains("Offered          2,426\n"))
    #expect(!text.contains("Expectation"))
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
    let scenario = Handmade.scenario(name: name, emergency: name, team: name)
    let expectation = Handmade.expectation(name)
    let provenance = Provenance(scenarioDigest: name, command: ["watchroom", "run", name, "--set", name])
    let text = TextReport(Handmade.result(scenario, expectations: [expectation]), provenance: provenance).text
    let plain = TextReport(
      Handmade.result(expectations: [expectation]), provenance: Provenance(scenarioDigest: "", command: ["watchroom"])
    ).text
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
    let huge = Handmade.result(seed: .max, expectations: []) { figure, estimate in
      let factor =
        switch figure.unit {
        case .seconds: 1e3
        case .share: 1.0
        case .count, .hours, .money: 1e13
        }
      return Estimate(mean: estimate.mean * factor, halfWidth: estimate.halfWidth.map { $0 * factor })
    }
    let text = TextReport(huge, provenance: Handmade.provenance).text
    #expect(text.split(separator: "\n").filter { String($0).displayWidth > 80 } == [])
  }

  @Test func undefinedFiguresAreDashes() {
    let nothing = Handmade.result(expectations: []) { _, _ in Estimate(mean: .nan, halfWidth: .nan) }
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
  Replications  20 (± is the 95% half-width of their mean)

  Service levels
  --------------------------------------------------------------------------------
  Channel  Offered  Abandoned  Mean wait        In time       Target
  999        2,426      6.25%     26.0 s  66.00% ± 1.03  90% in 10 s  missed
  online     2,426      6.25%     26.0 s       –                none

  999 (call)
  --------------------------------------------------------------------------------
  Contacts                Number         Share
  Offered         2,426.0 ± 37.9
  Contained          16.0 ±  0.3
  Diverted            4.0 ±  0.1
  Answered        2,256.0 ± 35.3
  Abandoned         150.0 ±  2.3  6.25% ± 0.10
    after 10 s                    5.00% ± 0.08
  Waiting at end      1.8 ±  0.0

  Answered within 10 s                    Share  Target
  of offered                      66.00% ± 1.03     90%  missed
  of answered                     70.00% ± 1.09
  of offered less short abandons  68.00% ± 1.06
  Shares of offered leave out those contained or diverted.

  Waits of those answered        to 10 s        10–60 s      over 60 s
  share                    70.00% ± 1.09  20.00% ± 0.31  10.00% ± 0.16

  Time                     Mean         Median   90%   95%   99%  Longest
  Speed of answer  26.0 s ± 0.4  7.00 s ± 0.11  1:02  2:10  5:55  1:06:40
  Handle time      26.0 s ± 0.4  7.00 s ± 0.11  1:02  2:10  5:55  1:06:40

  Outcomes          Number
  record      448.0 ±  7.0
  other     1,808.0 ± 28.3

  online (deferred)
  --------------------------------------------------------------------------------
  Contacts                Number         Share
  Offered         2,426.0 ± 37.9
  Contained          16.0 ±  0.3
  Diverted            4.0 ±  0.1
  Answered        2,256.0 ± 35.3
  Abandoned         150.0 ±  2.3  6.25% ± 0.10
  Waiting at end      1.8 ±  0.0

  Waits of those answered        to 10 s        10–60 s      over 60 s
  share                    70.00% ± 1.09  20.00% ± 0.31  10.00% ± 0.16

  Time                     Mean         Median   90%   95%   99%  Longest
  Speed of answer  26.0 s ± 0.4  7.00 s ± 0.11  1:02  2:10  5:55  1:06:40
  Handle time      26.0 s ± 0.4  7.00 s ± 0.11  1:02  2:10  5:55  1:06:40
  Review time      26.0 s ± 0.4  7.00 s ± 0.11  1:02  2:10  5:55  1:06:40

  Teams
  --------------------------------------------------------------------------------
  Team        Rostered h    Staffed h      Occupancy          Cost
  contact    480.0 ± 7.5  427.5 ± 6.7  82.00% ± 1.28   8,640 ± 135
  desk       480.0 ± 7.5  427.5 ± 6.7  82.00% ± 1.28   8,640 ± 135
  All costs                                           15,840 ± 248

  999 by hour of day
  --------------------------------------------------------------------------------
  Hours 00 to 23                              Most
  Offered         ▁▂▂▂▂▃▃▃▄▄▄▅▅▅▅▆▆▆▇▇▇▇██   384.0
  Within 10 s     ███▇▇▇▇▆▆▆▆▆▅▅▅▅▅▄▄▄▄▃▃   100.0%
  Abandoned       ▁▁▂▂▂▃▃▃▄▄▄▅▅▅▅▆▆▆▇▇▇██    34.4%
  Mean wait       ▁▁▁▁▁▁▂▂▂▂▂▃▃▃▄▄▅▅▆▆▇▇█     2:01

  Hour      Offered   Within 10 s    Abandoned      Mean wait
  00     16.0 ± 0.3  100.0% ± 1.6   0.0% ± 0.0  0.00 s ± 0.00
  01     32.0 ± 0.5   96.9% ± 1.5   1.6% ± 0.0  0.25 s ± 0.00
  02     48.0 ± 0.8   93.8% ± 1.5   3.1% ± 0.0  1.00 s ± 0.02
  03     64.0 ± 1.0   90.6% ± 1.4   4.7% ± 0.1  2.25 s ± 0.04
  04     80.0 ± 1.3   87.5% ± 1.4   6.3% ± 0.1  4.00 s ± 0.06
  05     96.0 ± 1.5   84.4% ± 1.3   7.8% ± 0.1  6.25 s ± 0.10
  06    112.0 ± 1.8   81.3% ± 1.3   9.4% ± 0.1  9.00 s ± 0.14
  07    128.0 ± 2.0   78.1% ± 1.2  10.9% ± 0.2  12.3 s ±  0.2
  08    144.0 ± 2.3   75.0% ± 1.2  12.5% ± 0.2  16.0 s ±  0.3
  09    160.0 ± 2.5   71.9% ± 1.1  14.1% ± 0.2  20.3 s ±  0.3
  10    176.0 ± 2.8   68.8% ± 1.1  15.6% ± 0.2  25.0 s ±  0.4
  11    192.0 ± 3.0   65.6% ± 1.0  17.2% ± 0.3  30.3 s ±  0.5
  12    208.0 ± 3.3   62.5% ± 1.0  18.8% ± 0.3  36.0 s ±  0.6
  13    224.0 ± 3.5   59.4% ± 0.9  20.3% ± 0.3  42.3 s ±  0.7
  14    240.0 ± 3.8   56.3% ± 0.9  21.9% ± 0.3  49.0 s ±  0.8
  15    256.0 ± 4.0   53.1% ± 0.8  23.4% ± 0.4  56.3 s ±  0.9
  16    272.0 ± 4.3   50.0% ± 0.8  25.0% ± 0.4    1:04 ± 0:01
  17    288.0 ± 4.5   46.9% ± 0.7  26.6% ± 0.4    1:12 ± 0:01
  18    304.0 ± 4.8   43.8% ± 0.7  28.1% ± 0.4    1:21 ± 0:01
  19    320.0 ± 5.0   40.6% ± 0.6  29.7% ± 0.5    1:30 ± 0:01
  20    336.0 ± 5.3   37.5% ± 0.6  31.3% ± 0.5    1:40 ± 0:02
  21    352.0 ± 5.5   34.4% ± 0.5  32.8% ± 0.5    1:50 ± 0:02
  22    368.0 ± 5.8   31.3% ± 0.5  34.4% ± 0.5    2:01 ± 0:02
  23    384.0 ± 6.0       –            –             –

  online by hour of day
  --------------------------------------------------------------------------------
  Hours 00 to 23                             Most
  Offered         ▁▂▂▂▂▃▃▃▄▄▄▅▅▅▅▆▆▆▇▇▇▇██  384.0
  Abandoned       ▁▁▂▂▂▃▃▃▄▄▄▅▅▅▅▆▆▆▇▇▇██   34.4%
  Mean wait       ▁▁▁▁▁▁▂▂▂▂▂▃▃▃▄▄▅▅▆▆▇▇█    2:01

  Hour      Offered    Abandoned      Mean wait
  00     16.0 ± 0.3   0.0% ± 0.0  0.00 s ± 0.00
  01     32.0 ± 0.5   1.6% ± 0.0  0.25 s ± 0.00
  02     48.0 ± 0.8   3.1% ± 0.0  1.00 s ± 0.02
  03     64.0 ± 1.0   4.7% ± 0.1  2.25 s ± 0.04
  04     80.0 ± 1.3   6.3% ± 0.1  4.00 s ± 0.06
  05     96.0 ± 1.5   7.8% ± 0.1  6.25 s ± 0.10
  06    112.0 ± 1.8   9.4% ± 0.1  9.00 s ± 0.14
  07    128.0 ± 2.0  10.9% ± 0.2  12.3 s ±  0.2
  08    144.0 ± 2.3  12.5% ± 0.2  16.0 s ±  0.3
  09    160.0 ± 2.5  14.1% ± 0.2  20.3 s ±  0.3
  10    176.0 ± 2.8  15.6% ± 0.2  25.0 s ±  0.4
  11    192.0 ± 3.0  17.2% ± 0.3  30.3 s ±  0.5
  12    208.0 ± 3.3  18.8% ± 0.3  36.0 s ±  0.6
  13    224.0 ± 3.5  20.3% ± 0.3  42.3 s ±  0.7
  14    240.0 ± 3.8  21.9% ± 0.3  49.0 s ±  0.8
  15    256.0 ± 4.0  23.4% ± 0.4  56.3 s ±  0.9
  16    272.0 ± 4.3  25.0% ± 0.4    1:04 ± 0:01
  17    288.0 ± 4.5  26.6% ± 0.4    1:12 ± 0:01
  18    304.0 ± 4.8  28.1% ± 0.4    1:21 ± 0:01
  19    320.0 ± 5.0  29.7% ± 0.5    1:30 ± 0:01
  20    336.0 ± 5.3  31.3% ± 0.5    1:40 ± 0:02
  21    352.0 ± 5.5  32.8% ± 0.5    1:50 ± 0:02
  22    368.0 ± 5.8  34.4% ± 0.5    2:01 ± 0:02
  23    384.0 ± 6.0      –             –

  Expectations
  --------------------------------------------------------------------------------
  Expectation                                Value  Expected
  999 answered in 10 s    fail       66.00% ± 1.00  at least 90.00%
  the mean wait is short  pass       26.0 s ±  1.5  at most 30 s
  few are left waiting    uncertain     1.8 ±  0.5  at most 2

  The same again
  --------------------------------------------------------------------------------
  Engine    watchroom 0.1.0
  Scenario  fedcba9876543210
  Events    1,234,567
  Digest    0123456789abcdef

  watchroom run --seed 1 --replications 20 night.json5

  """
