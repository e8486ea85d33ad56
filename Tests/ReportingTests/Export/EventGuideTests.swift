import Testing
import Watchroom

@testable import Export
@testable import Writing

/// The guide to events says what is so.
@Suite struct EventGuideTests {
  private func number(_ place: RecordedPlace, of event: Event) -> UInt32 {
    switch place {
    case .subject: event.subject
    case .value: event.value
    case .resource: UInt32(event.resource)
    case .group: UInt32(event.group)
    case .extra: event.extra
    case .detail: UInt32(event.detail)
    }
  }

  private func event(_ kind: EventKind, _ place: RecordedPlace, _ number: UInt64) -> Event {
    let (word0, word1, word2): (UInt64, UInt64, UInt64) =
      switch place {
      case .subject: (0, number & 0xFFFF_FFFF, 0)
      case .value: (0, (number & 0xFFFF_FFFF) << 32, 0)
      case .resource: (0, 0, number & 0xFFFF)
      case .group: (0, 0, (number & 0xFFFF) << 16)
      case .extra: (0, 0, (number & 0xFFFF_FFFF) << 32)
      case .detail: (number & 0xFF, 0, 0)
      }
    return Event(word0: UInt64(kind.rawValue) << 8 | word0, word1: word1, word2: word2)
  }

  private func places(of kind: EventKind) -> Set<RecordedPlace> { Set(RecordedNumbers(kind).numbers.map(\.place)) }

  @Test func numbersThatAreNotNamedAreZero() throws {
    let events = try Exported.town().events + Exported.fixture().events.prefix(20_000)
    let named = Dictionary(uniqueKeysWithValues: EventKind.allCases.map { ($0, places(of: $0)) })
    var wrong: Set<String> = []
    for event in events {
      guard let kind = event.kind else { continue }
      for place in RecordedPlace.allCases where number(place, of: event) != 0 && named[kind]?.contains(place) != true {
        wrong.insert("\(kind.words): \(place)")
      }
    }
    #expect(wrong == [])
  }

  /// By what an event carries, exports say nothing that the guide does not name.
  @Test(arguments: EventKind.allCases)
  func numbersThatAreNotNamedSayNothing(kind: EventKind) throws {
    let plan = try Exported.town().plan
    var fields = EventFields(ExportNames(plan) { $0 })
    func said(_ event: Event) -> [ExportValue?] {
      fields.describe(event, Situation(plan))
      return ExportField.allCases.map { fields[$0] }
    }
    let nothing = said(event(kind, .subject, 0))
    for place in RecordedPlace.allCases where !places(of: kind).contains(place) {
      for number: UInt64 in [1, 2, 3, 4, 16, 255, 65_535, 4_294_967_295] {
        #expect(said(event(kind, place, number)) == nothing, "\(place) \(number)")
      }
    }
  }

  /// One that has been forgotten would be said to be another.
  @Test func everyKindHasAMeaningOfItsOwn() {
    let meanings = EventKind.allCases.map { RecordedNumbers($0).meaning }
    #expect(Set(meanings).count == meanings.count)
    #expect(
      EventGuide.events.map(\.name).prefix(3) == [
        "contact arrived (1)", "contact redialled (2)", "front stage entered (3)",
      ])
    #expect(EventGuide.events.contains { $0.name == "handler late (33)" })
  }

  /// Columns and attributes are those of the exports, as the guide reads the same declarations; what they may say is that
  /// every one of them is explained in words of its own.
  @Test func everyFieldAndColumnIsExplained() throws {
    for section in EventGuide.exports {
      #expect(section.entries.allSatisfy { $0.meaning.count > 3 }, "\(section.name)")
      #expect(Set(section.entries.map(\.name)).count == section.entries.count, "\(section.name)")
    }
    let csv = try Exported(plan: Exported.town().plan, events: []).csv()
    let header = { (text: String) in cells(text).first ?? [] }
    let guide = Dictionary(uniqueKeysWithValues: EventGuide.exports.map { ($0.name, $0.entries.map(\.name)) })
    #expect(guide["events.csv and NDJSON"] == header(csv.events))
    #expect(guide["incidents.csv"] == header(csv.incidents))
    let stages = header(csv.contacts).filter { $0.hasPrefix("front.") }
    #expect(!stages.isEmpty)
    let others = guide["contacts.csv"]?.filter {
      !$0.hasPrefix("caller") || !["callerGroup", "callerNumber"].contains($0)
    }
    #expect(
      others?.filter { $0 != "contactsBefore" && !$0.hasPrefix("front.") }
        == header(csv.contacts).filter { !$0.hasPrefix("front.") })
  }
}
