import DiscreteEvents
import Testing

@testable import Metrics

/// What runs counted adds up, whichever part of it: a summary of two runs alike holds twice of all that one of them holds.
@Suite struct MergedFieldsTests {
  /// The numbers of a summary, by name; all numbers of a list together.
  private func numbers(_ summary: Any) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for (label, value) in Mirror(reflecting: summary).children {
      switch value {
      case let number as UInt64: numbers[label ?? ""] = Double(number)
      case let number as Milliseconds: numbers[label ?? ""] = Double(number)
      case let number as UInt128: numbers[label ?? ""] = Double(number)
      case let list as [Milliseconds]: numbers[label ?? ""] = Double(list.reduce(0, +))
      case let list as [HourTimes]:
        for hour in list {
          for (name, number) in self.numbers(hour) { numbers["\(label ?? "").\(name)", default: 0] += number }
        }
      default: Issue.record("“\(label ?? "")” is a number of a kind not known here")
      }
    }
    return numbers
  }

  /// Expects what `merge` makes of `nothing` and twice a summary to have double its fields, none of which is 0, but for those
  /// that are a `most`.
  private func expectDoubled<Summary>(
    _ once: Summary, from nothing: Summary, most: Set<String> = [], _ merge: (inout Summary, Summary) -> Void
  ) {
    var twice = nothing
    merge(&twice, once)
    merge(&twice, once)
    let (first, second) = (numbers(once), numbers(twice))
    for (name, number) in first {
      #expect(number > 0, "\(name) is not told from one that is forgotten")
      #expect(second[name] == (most.contains(name) ? number : 2 * number), "\(name)")
    }
  }

  @Test func teams() {
    var one = TeamSummary()
    (one.rostered, one.staffed, one.busy, one.expected, one.pauses) = (1, 2, 3, 4, 5)
    (one.kept, one.present, one.broughtIn, one.overrun, one.premiums) = (6, 7, 8, 9, [10, 11])
    one.byHour = [HourTimes(rostered: 12, staffed: 13, busy: 14), HourTimes(rostered: 15, staffed: 16, busy: 17)]
    expectDoubled(one, from: TeamSummary()) { $0.merge($1) }
  }

  @Test func hubs() {
    var one = HubSummary()
    (one.free, one.mobile, one.scene, one.custody, one.paperwork) = (1, 2, 3, 4, 5)
    (one.officers, one.broughtIn, one.overrun, one.attended, one.attendedInTime) = (6, 7, 8, 9, 10)
    expectDoubled(one, from: HubSummary()) { $0.merge($1) }
  }

  @Test func contacts() {
    var one = Tally()
    (one.offered, one.contained, one.diverted, one.answered, one.answeredInTime) = (1, 2, 3, 4, 5)
    (one.answeredIn10, one.answeredIn60, one.abandoned, one.abandonedLate) = (6, 7, 8, 9)
    (one.abandonedShort, one.waited) = (10, 11)
    expectDoubled(one, from: Tally()) { $0.merge($1) }
  }

  @Test func incidents() {
    var one = IncidentTally()
    (one.opened, one.attended, one.attendedInTime, one.cancelled) = (1, 2, 3, 4)
    (one.resolved, one.responded) = (5, 6)
    expectDoubled(one, from: IncidentTally()) { $0.merge($1) }
  }

  @Test func backlogsAndSurges() {
    var one = Backlog()
    (one.midnights, one.waited, one.age, one.oldest) = (1, 2, 3, 4)
    expectDoubled(one, from: Backlog(), most: ["oldest"]) { $0.merge($1) }
    var surge = SurgeSummary()
    (surge.times, surge.lasted) = (1, 2)
    expectDoubled(surge, from: SurgeSummary()) { $0.merge($1) }
  }
}
