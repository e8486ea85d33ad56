import ContactCentre
import DiscreteEvents

/// A town to tell stories in: a hub, a scene a tenth of a degree east of it, and between them a custody suite.
///
/// All lie on the parallel of 52.5° north. By the haversine formula the scene is 6,769.127 m from the hub: at 1.35 times
/// the great circle, 731.066 s at 45 km/h on blue lights and 1,174.927 s at 28 km/h. The suite is half as far from both:
/// 365.533 s and 587.464 s.
enum Town {
  static let hub = Location(latitude: 52.5, longitude: -1.9)
  static let scene = Location(latitude: 52.5, longitude: -1.8)
  static let suite = Location(latitude: 52.5, longitude: -1.85)

  /// A Monday of these grades. Incidents happen at the scene; each unit has one officer and a tour in seconds since
  /// midnight.
  static func response(
    _ grades: [Grade], units: [(Double, Double)] = [(0, 40_000)], _ incidents: [TraceRow] = []
  ) -> Response {
    var response = Response(
      grades: grades, areas: [Area(id: "scene", centre: scene)],
      hubs: [Hub(id: "hub", location: hub, officers: tours(units))], singleCrewed: 1)
    response.logs = [
      IncidentSource(
        id: "log", arrivals: .trace(incidents),
        grades: grades.map { .init(grade: $0.id, share: 1 / Double(grades.count)) })
    ]
    return response
  }

  static func tours(_ tours: [(Double, Double)]) -> Staff {
    .roster(
      tours.enumerated().map { number, tour in
        .init(handler: "officer \(number)", start: monday + seconds(tour.0), end: monday + seconds(tour.1))
      })
  }

  /// A grade attended on blue lights, half an hour at the scene, which differs from this by `change`.
  static func grade(_ id: String, scene: Double = 1_800, _ change: (inout Grade) -> Void = { _ in }) -> Grade {
    var grade = Grade(
      id: id, within: 15 * .minute, priority: id == "P1" ? 2 : id == "P2" ? 1 : 0, isBlueLight: true,
      scene: .constant(scene))
    change(&grade)
    return grade
  }

  /// An incident logged so many seconds after midnight, at the scene unless said otherwise.
  static func incident(at time: Double, _ grade: String, _ place: Location? = nil) -> TraceRow {
    var row = TraceRow(time: monday + seconds(time), outcome: grade)
    if let place { (row.latitude, row.longitude) = (place.latitude, place.longitude) }
    return row
  }

  /// What happens in the town.
  static func story(
    _ response: Response, channels: [Channel] = [], shifts: [Shift] = [], teams: [Team] = []
  ) -> [String] {
    var scenario = handMade(channels, shifts: shifts, teams: teams)
    scenario.response = response
    return incidentStory(scenario)
  }
}
