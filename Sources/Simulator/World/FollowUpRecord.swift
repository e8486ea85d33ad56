import DiscreteEvents

/// A contact that is to come of one that is over.
struct FollowUpRecord: NumberedRecord {
  /// The key of who will come.
  var key: UInt64
  /// When, as it stands in the calendar; ``Calendar/never`` for nobody.
  var moment: Calendar.Moment
  /// Its number.
  var number: UInt32
  /// The contact it comes of.
  var contact: UInt32
  /// The incident that was about, or ``noIncident``.
  var incident: UInt32
  var channel: UInt16
  /// See ``ContactRecord/diversions``: what that of the contact will be.
  var diversions: UInt8

  /// When it comes.
  var due: Milliseconds { Calendar.time(of: moment) }

  /// Whether nobody comes.
  var isGone: Bool { moment == Calendar.never }

  static var gone: FollowUpRecord {
    FollowUpRecord(
      key: 0, moment: Calendar.never, number: .max, contact: noContact, incident: noIncident, channel: 0, diversions: 0)
  }
}

extension NumberedRing where Record == FollowUpRecord {
  /// Those that are pending, in the order of their numbers. O(n log n) in the size of the ring.
  var pending: [FollowUpRecord] {
    (0...Int(mask)).map { records[$0] }.filter { !$0.isGone }.sorted { $0.number < $1.number }
  }
}
