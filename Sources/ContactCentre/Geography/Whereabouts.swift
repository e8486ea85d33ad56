/// Where a unit is: somewhere between two places, or at one.
struct Whereabouts: BitwiseCopyable {
  /// Where on the Earth.
  var point: EarthPoint
  /// The place it comes from, and the one it is bound for, as numbered in ``Journeys``.
  var from: UInt16
  var to: UInt16
  /// How much of the way it has gone, 0 … 1.
  var share: Double

  /// At a place.
  init(at point: EarthPoint, place: UInt16) {
    self.point = point
    from = place
    to = place
    share = 0
  }

  /// On the way.
  init(from: Whereabouts, to: Whereabouts, share: Double) {
    point = from.point.moved(share, towards: to.point)
    // Who turns round on the way comes from where most of the way was: the matrix knows no points between places.
    self.from = share >= 1 ? to.to : from.nearer
    self.to = to.to
    self.share = share >= 1 ? 0 : share
  }

  /// Of the two places the nearer.
  private var nearer: UInt16 { share < 0.5 ? from : to }
}
