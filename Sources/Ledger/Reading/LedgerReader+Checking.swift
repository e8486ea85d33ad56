import ContactCentre

/// An event of a ledger that cannot have happened, though its bytes are what was written.
public struct LedgerImpossibility: Equatable, Sendable {
  /// The number of the event, from 0.
  public var number: UInt64
  /// The event.
  public var event: Event
  /// Why it cannot have happened, as the end of a sentence that begins with the event.
  public var reason: String
  /// The number of the block it is in.
  public var block: UInt64
  /// The byte of the file at which that block begins.
  public var offset: UInt64
}

extension LedgerImpossibility: CustomStringConvertible {
  /// Which event cannot have happened, where it stands, and why.
  public var description: String {
    let kind = event.kind.map { "\($0)" } ?? "an event of kind \(event.rawKind)"
    return
      "event \(number) (block \(block) at byte \(offset)) cannot have happened: \(kind), "
      + "\(LedgerDamage.clock(event.time)) after the start, \(reason)"
  }
}

extension LedgerReader {
  /// Hands over the events from number `first` on, block by block, to whoever asks whether they can have happened.
  ///
  /// - Parameters:
  ///   - first: the number of the first event wanted.
  ///   - end: the number of the first that is not.
  ///   - check: throws the first of them that cannot have happened.
  public func check(
    from first: UInt64 = 0, upTo end: UInt64 = .max, _ check: (Span<Event>) throws(ImpossibleEvent) -> Void
  ) throws(LedgerError) {
    var cursor = cursor(from: first)
    var number = first
    var failure: ImpossibleEvent?
    while number < end, failure == nil,
      try cursor.advance({ events in
        let some = events.extracting(0..<Int(min(UInt64(events.count), end - number)))
        do throws(ImpossibleEvent) {
          try check(some)
          number += UInt64(some.count)
        } catch {
          failure = error
        }
      })
    {}
    if let failure { throw impossible(failure, after: number) }
  }

  /// The error that an event of the ledger cannot have happened, `number` being that of the first of those it was handed
  /// over with.
  public func impossible(_ error: ImpossibleEvent, after number: UInt64) -> LedgerError {
    let number = number + UInt64(error.place)
    let index = blocks.lastIndex { $0.kind == .events && $0.firstEvent <= number } ?? 0
    return .impossible(
      path: path,
      LedgerImpossibility(
        number: number, event: error.event, reason: error.reason, block: UInt64(index),
        offset: blocks.indices.contains(index) ? blocks[index].offset : 0))
  }
}
