/// Where an incident is in its life.
enum IncidentState: UInt8 {
  /// Not known: not yet come, or over.
  case gone
  /// Will open when due.
  case coming
  /// Has just opened, or been regraded; how many units it wants, and for how long, must be decided at this very instant.
  case unassessed
  /// Its appointment must be made at this very instant.
  case unbooked
  /// Waits for the hour of its appointment.
  case booked
  /// Wants units, or has them.
  case open
  /// Is over but for standing down who is on the way; decided at this very instant.
  case closing
}
