import ContactCentre
import DiscreteEvents
import Testing

@testable import ScenarioFile

/// Moments that come twice, or never, are taken as the documents say, and not in silence.
@Suite struct ClockChangeNoteTests {
  private let autumn = "calendar.start=2024-10-26T12:00"
  private let spring = "calendar.start=2024-03-30T12:00"

  private func factor(_ from: String, _ to: String) -> String {
    Fixture.least().replacing(
      "perYear: 1", with: "perYear: 1, factors: { f: { from: '\(from)', to: '\(to)', times: 2 } }")
  }

  private func closure(_ from: String, _ to: String) -> String {
    Fixture.least(top: "sites: { s: { closed: [{ from: '\(from)', to: '\(to)' }] } }")
      .replacing("answers: [\"999\"],", with: "answers: [\"999\"], site: \"s\",")
  }

  private func files(tours: [String]) -> [String: String] {
    [
      "s.json5": Fixture.least().replacing("{ byHour: [\(Fixture.byHour)] }", with: "{ csv: 'r.csv' }"),
      "r.csv": "handler,start,end\n" + tours.enumerated().map { "h\($0.offset),\($0.element)\n" }.joined(),
    ]
  }

  private func said(_ files: [String: String], _ setting: String) -> [String] {
    problems(files, settings: [setting, "calendar.days=1"]).map { "\($0.path): \($0.message) — \($0.remedy)" }
  }

  private let twice =
    "2024-10-27T01:30 comes twice, as the clocks go back — the first is taken; write the offset to say which is "
    + "meant, 2024-10-27T01:30:00+01:00 or 2024-10-27T01:30:00+00:00"
  private let never =
    "2024-03-31T01:30 never comes, as the clocks go forward — 2024-03-31T02:30:00+01:00 is taken, as long after the "
    + "change; write a time that comes, or the offset that is meant"

  @Test func startsThatComeTwiceOrNever() {
    let files = ["s.json5": Fixture.least()]
    #expect(said(files, "calendar.start=2024-10-27T01:30") == ["calendar.start: \(twice)"])
    #expect(
      said(files, "calendar.start=2024-03-31T01:30") == [
        "calendar.start: \(never); its days end at 01:30 all the same"
      ])
    #expect(said(files, "calendar.start=2024-10-27T01:30+01:00") == [])
    #expect(said(files, "calendar.start=2024-10-27T02:00") == [])
  }

  @Test func factorsAndClosuresThatComeTwiceOrNever() {
    for (text, path) in [
      (factor("2024-10-27T01:30", "2024-10-27T05:00"), "channels.999.arrivals.factors.f.from"),
      (closure("2024-10-27T01:30", "2024-10-27T05:00"), "sites.s.closed.0.from"),
    ] {
      #expect(said(["s.json5": text], autumn) == ["\(path): \(twice)"])
      #expect(said(["s.json5": text.replacing("T01:30", with: "T01:30Z")], autumn) == [])
    }
    #expect(
      said(["s.json5": factor("2024-03-31T01:30", "2024-03-31T05:00")], spring) == [
        "channels.999.arrivals.factors.f.from: \(never)"
      ])
  }

  @Test func whatHasNoLengthBecauseTheClocksGoForwardSaysSo() {
    let why = "the clocks go forward in between: "
    let ofFactor = said(["s.json5": factor("2024-03-31T01:30", "2024-03-31T02:15")], spring)
    #expect(ofFactor.contains { $0.contains(".f.to: \(why)this is not later than “from”") }, "\(ofFactor)")
    let ofClosure = said(["s.json5": closure("2024-03-31T01:30", "2024-03-31T02:15")], spring)
    #expect(ofClosure.contains { $0.contains(": \(why)it opens before it closes") }, "\(ofClosure)")
    let ofTour = said(files(tours: ["2024-03-31T01:30,2024-03-31T02:15"]), spring)
    let tour = ": \(why)this tour ends before it begins — leave it out, or let it end later"
    #expect(ofTour.contains { $0.contains(tour) }, "\(ofTour)")
    // Elsewhere the clocks are not to blame.
    for setting in [spring, autumn] {
      let other = said(files(tours: ["2024-03-31T07:30,2024-03-31T02:15"]), setting)
      let words = ": this tour ends before it begins — let the end follow the start"
      #expect(other.contains { $0.contains(words) }, "\(other)")
    }
  }

  @Test func filesSayItOnce() {
    let more = "; other times in this file may be like it"
    let tours = (0..<50).map { _ in "2024-10-26T22:00,2024-10-27T01:30" }
    let path = "teams.a.staff.csv"
    #expect(said(files(tours: tours), autumn).filter { $0.contains("comes twice") } == ["\(path): \(twice)\(more)"])
    // Nor of a night that is not simulated.
    let all = tours + ["2024-07-22T07:00,2024-07-23T07:00"]
    #expect(said(files(tours: all), "calendar.start=2024-07-22T07:00").filter { $0.contains("comes twice") } == [])
    let trace = [
      "s.json5": Fixture.least().replacing("perYear: 1", with: "trace: 't.csv'"),
      "t.csv": "time\n2024-03-31T01:30\n2024-03-31T02:40\n2024-03-31T01:50\n",
    ]
    #expect(
      said(trace, spring).filter { $0.contains("never comes") } == ["channels.999.arrivals.trace: \(never)\(more)"])
  }
}
