import Testing

@testable import WatchroomCommand

@Suite struct ErlangTests {
  @Test func findsTheFewestHandlers() {
    let outcome = watchroom(words("erlang --calls 100/h --handling 3m --patience 10m --share 0.9 --within 10s"))
    #expect(outcome.output == fewest)
    #expect(outcome.status == .done)
    #expect(outcome.errors == "")
  }

  @Test func saysWhatSoManyHandlersDo() {
    #expect(watchroom(words("erlang --calls 100/h --handling 3m --patience 10m --handlers 7")).output == seven)
  }

  @Test func saysWhichNeighboursFall() {
    let output = watchroom(words("erlang --calls 100/h --handling 3m --occupancy 0.9")).output
    #expect(output.contains("       5    0.00%      0.00%          \u{2013}    100.00%  grows without end\n"))
    #expect(output.hasPrefix("Erlang C: at least 6 handlers\n"))
  }

  @Test func findsTheFewestLines() {
    #expect(watchroom(words("erlang --calls 100 --per 1h --handling 3m --blocking 0.01")).output == lines)
  }

  @Test func programsGetJSON() {
    #expect(
      watchroom(words("erlang --calls 100/h --handling 3m --handlers 6 --within 20 --format json")).output == json)
    #expect(watchroom(words("erlang --calls 100/h --handling 3m --lines 5 --format json")).output == linesJSON)
  }

  /// The same question in other words.
  @Test(
    arguments: [
      "--calls 100 --per 1h --handling 3m", "--calls=100/h --handling=180", "--calls 50/30m --handling 180s",
      "--calls 100/60m --handling 0.05h", "--calls 100/3600s --handling 2m60s", "--calls 100.0/1h --handling 180.0",
    ])
  func timesAreWrittenAsElsewhere(question: String) {
    let standard = watchroom(words("erlang --calls 100/h --handling 3m --patience 10m --share 0.9"))
    let output = watchroom(words("erlang \(question) --patience 600 --share 0.9 --within 10")).output
    #expect(output.split(separator: "\n").last == standard.output.split(separator: "\n").last)
  }

  /// As a scenario takes them.
  @Test func aNumberMayBeginWithItsPoint() {
    let standard = watchroom(words("erlang --calls 100/h --handling 0.5 --share 0.9"))
    #expect(standard.status == .done)
    #expect(watchroom(words("erlang --calls 100/h --handling .5 --share .9")).output == standard.output)
    #expect(QuantityText.share(".01") == .success(0.01))
    for text in [".", "9.", "..9", "-.9", "+.9", ".9e1", ".9."] {
      #expect(throws: QuantityText.Fault.self, "\(text)") { try QuantityText.share(text).get() }
    }
  }

  @Test func severalGoalsAreAllReached() {
    let question = "erlang --calls 100/h --handling 3m --patience 10m"
    for (goals, handlers) in [
      ("--share 0.9", 9), ("--abandonment 0.001", 11), ("--occupancy 0.5", 10), ("--share 0.9 --occupancy 0.5", 10),
      ("--share 0.9 --occupancy 0.5 --abandonment 0.001", 11), ("--share 0.9 --within 60s", 8),
    ] {
      let output = watchroom(words("\(question) \(goals)")).output
      #expect(output.hasPrefix("Erlang A: at least \(handlers) handlers\n"), "\(goals)")
    }
  }

  @Test func oneHandlerIsTheLeast() {
    let output = watchroom(words("erlang --calls 1/h --handling 1m --share 0.5")).output
    #expect(output.hasPrefix("Erlang C: at least 1 handler\n"))
    #expect(output.split(separator: "\n").count == 12)
  }

  @Test func immenseNumbersAreSurvived() {
    for question in [
      "--calls 1000000000 --per 36525d --handling 36525d --share 0.5",
      "--calls 100000/h --handling 1h --patience 36525d --share 0.9999 --within 0",
      "--calls 100000/h --handling 1h --patience 1ms --share 0.9",
      "--calls 0.001 --per 36525d --handling 1ms --share 0.5",
      "--calls 1000/h --handling 1h --patience 36525d --handlers 1", "--calls 1/h --handling 1ms --occupancy 0.0001",
      "--calls 100/h --handling 1ms --lines 1000000", "--calls 100000/h --handling 1h --blocking 0.0001",
    ] {
      let outcome = watchroom(words("erlang \(question)"))
      // The first is a load of a thousand million erlangs, which is refused; the rest have answers.
      #expect(outcome.status == (question.contains("1000000000") ? .commandLineWrong : .done), "\(question)")
    }
  }

  /// Seven answer 89.9987 % in time, which is not nine in ten.
  @Test func whatIsMissedByAHairDoesNotReadAsReached() {
    let text = watchroom(words("erlang --calls 77.6/h --handling 3m --share 0.9")).output
    #expect(text.contains("       7  89.999%") && text.contains("       8   95.96%"))
    let lines = watchroom(words("erlang --calls 100/h --handling 3m --blocking 0.0183837")).output
    #expect(lines.contains("Target    at most 1.83837% lost"))
  }

  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
}

private let fewest = """
  Erlang A: at least 9 handlers
  ================================================================================
  Calls     100 in 1 h
  Handling  3:00 on average
  Load      5.00 erlangs
  Patience  10:00 on average
  Target    90% in 10 s

  Handlers  In 10 s  Abandoned  Mean wait  Occupancy
         7   75.73%      2.68%     15.1 s     69.51%
         8   87.46%      1.14%     6.45 s     61.78%
         9   94.08%      0.46%     2.63 s     55.30%  <- the fewest that reach it
        10   97.43%      0.18%     1.02 s     49.91%
        11   98.97%      0.07%     0.37 s     45.42%
        12   99.62%      0.02%     0.13 s     41.66%

  """

private let seven = """
  Erlang A: with 7 handlers
  ================================================================================
  Calls     100 in 1 h
  Handling  3:00 on average
  Load      5.00 erlangs
  Patience  10:00 on average

  Answered in 10 s  75.73%  of calls offered
                    77.81%  of calls answered
  Wait at all       27.88%
  Wait over 10 s    23.84%
  Abandoned          2.68%
  Mean wait         16.1 s  of calls offered
                    15.1 s  of calls answered
  Mean queue          0.45  waiting
  Occupancy         69.51%

  """

private let lines = """
  Erlang B: at least 11 lines
  ================================================================================
  Calls     100 in 1 h
  Handling  3:00 on average
  Load      5.00 erlangs
  Target    at most 1% lost

  Lines   Lost  Mean lines taken  Occupancy
      9  3.75%              4.81     53.47%
     10  1.84%              4.91     49.08%
     11  0.83%              4.96     45.08%  <- the fewest that reach it
     12  0.34%              4.98     41.52%
     13  0.13%              4.99     38.41%
     14  0.05%              5.00     35.70%

  """

private let json = """
  {
    "schema": "watchroom/erlang/1",
    "engine": "watchroom 0.1.0",
    "formula": "C",
    "demand": { "calls": 100, "per": 3600, "handling": 180, "patience": null, "load": 5 },
    "within": 20,
    "target": null,
    "handlers": 6,
    "byHandlers": [
      {
        "handlers": 6,
        "stable": true,
        "met": null,
        "serviceLevel": { "ofOffered": 0.47426718085262165, "ofAnswered": 0.47426718085262165 },
        "waiting": 0.5875164504606128,
        "waitingLonger": 0.5257328191473783,
        "abandonmentRate": 0,
        "meanWait": 105.75296108291032,
        "meanSpeedOfAnswer": 105.75296108291032,
        "meanQueue": 2.937582252303064,
        "occupancy": 0.8333333333333334
      }
    ]
  }

  """

private let linesJSON = """
  {
    "schema": "watchroom/erlang/1",
    "engine": "watchroom 0.1.0",
    "formula": "B",
    "demand": { "calls": 100, "per": 3600, "handling": 180, "patience": null, "load": 5 },
    "target": null,
    "lines": 5,
    "byLines": [
      {
        "lines": 5,
        "met": null,
        "blocking": 0.2848678213309025,
        "carriedLoad": 3.5756608933454874,
        "occupancy": 0.7151321786690975
      }
    ]
  }

  """
