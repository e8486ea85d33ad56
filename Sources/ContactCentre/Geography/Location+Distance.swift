extension Location {
  /// Kilometres along the great circle to another point, on the sphere on which units get about.
  package func kilometres(to other: Location) -> Double {
    EarthPoint(self).metres(to: EarthPoint(other)) / 1_000
  }
}
