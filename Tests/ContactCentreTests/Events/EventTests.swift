import DiscreteEvents
import Testing

@testable import ContactCentre

@Suite struct EventTests {
  /// Every field at both ends of its range comes back, and none spills into another.
  @Test func fieldsComeBackAsTheyWentIn() {
    let wide: [UInt32] = [0, 1, 0x8000_0000, .max]
    let narrow: [UInt16] = [0, 1, 0x8000, .max]
    let small: [UInt8] = [0, 1, 0x80, .max]
    let times: [Milliseconds] = [0, 1, 1 << 47, (1 << 48) - 1]
    for kind in EventKind.allCases {
      for index in 0..<4 {
        for other in 0..<4 {
          let event = Event(
            kind, at: times[index], subject: wide[other], value: wide[index], resource: narrow[other],
            group: narrow[index], extra: wide[3 - other], detail: small[3 - index])
          #expect(event.kind == kind)
          #expect(event.time == times[index])
          #expect(event.subject == wide[other])
          #expect(event.value == wide[index])
          #expect(event.resource == narrow[other])
          #expect(event.group == narrow[index])
          #expect(event.extra == wide[3 - other])
          #expect(event.detail == small[3 - index])
          #expect(Event(word0: event.word0, word1: event.word1, word2: event.word2) == event)
        }
      }
    }
  }

  @Test func anEventIsThreeWords() {
    #expect(MemoryLayout<Event>.stride == 24)
  }

  /// The numbers of the kinds are part of the log's format.
  @Test func kindsKeepTheirNumbers() {
    let numbers = EventKind.allCases.map(\.rawValue)
    #expect(numbers == Array(1...27) + Array(32...38) + Array(40...52))
    #expect(Event(word0: 200 << 8, word1: 0, word2: 0).kind == nil)
  }

  @Test func constructorsPutEachFactWhereItIsRead() {
    let arrived = Event.contactArrived(at: 7, contact: 1, channel: 2, cell: 3, index: 4)
    #expect((arrived.kind, arrived.subject, arrived.resource) == (.contactArrived, 1, 2))
    #expect((arrived.value, arrived.extra, arrived.time) == (3, 4, 7))
    let redialled = Event.contactRedialled(at: 7, contact: 1, channel: 2, previous: 3, attempt: 4)
    #expect((redialled.kind, redialled.subject, redialled.resource) == (.contactRedialled, 1, 2))
    #expect((redialled.value, redialled.detail) == (3, 4))
    let answered = Event.contactAnswered(at: 7, contact: 1, handler: 2, work: 3)
    #expect((answered.kind, answered.subject, answered.resource, answered.value) == (.contactAnswered, 1, 2, 3))
    let ended = Event.handlingEnded(at: 7, contact: 1, handler: 2, wrapUp: 3, outcome: 4)
    #expect((ended.kind, ended.subject, ended.resource) == (.handlingEnded, 1, 2))
    #expect((ended.value, ended.detail) == (3, 4))
    let signedOn = Event.handlerSignedOn(at: 7, duty: 1, handler: 2, team: 3, length: 4, shift: 5)
    #expect((signedOn.kind, signedOn.subject, signedOn.resource) == (.handlerSignedOn, 1, 2))
    #expect((signedOn.group, signedOn.value, signedOn.extra) == (3, 4, 5))
  }

  @Test func theLongestLengthFitsBeforeEndless() {
    #expect(Event.longest + 1 == Milliseconds(Event.endless))
    let event = Event.contactQueued(at: 0, contact: 0, patience: UInt32(Event.longest))
    #expect(Milliseconds(event.value) == Event.longest)
  }

  @Test func anEventSaysWhatItIs() {
    let answer = Event.contactAnswered(at: 61_250, contact: 17, handler: 2, work: 148_220)
    #expect("\(answer)" == "contact answered at 61250 ms (value 148220, subject 17, resource 2)")
    #expect("\(Event(word0: 200 << 8, word1: 0, word2: 0))" == "event 200 at 0 ms")
  }
}
