/// Incidents that wait for a unit, the one that opened first leading.
struct IncidentQueue: BitwiseCopyable {
  var head = noIncident
  var tail = noIncident
  var count: UInt32 = 0
}
