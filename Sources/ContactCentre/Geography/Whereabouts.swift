/// Where a unit is: somewhere between two places, or at one.
@usableFromInline
package struct Whereabouts: BitwiseCopyable {
  /// Where on the Earth.
  @usableFromInline package var point: EarthPoint
  /// The place it comes from, and the one it is bound for, as numbered in ``Journeys``.
  @usableFromInline package var from: UInt16
  @usableFromInline package var to: UInt16
  /// How much of the way it has gone, 0 … 1.
  @usableFromInline package var share: Double

  /// At a place.
  @inlinable
  package init(at point: EarthPoint, place: UInt16) {
    self.point = point
    from = place
    to = place
    share = 0
  }

  /// On the way.
  @inlinable
  package init(from: Whereabouts, to: Whereabouts, share: Double) {
    point = from.point.moved(share, towards: to.point)
    // Who turns round on the way comes from where most of the way was: the matrix knows no points between places.
    self.from = share >= 1 ? to.to : from.nearer
    self.to = to.to
    self.share = share >= 1 ? 0 : share
  }

  /// Of the two places the nearer.
  @inlinable var nearer: UInt16 { share < 0.5 ? from : to }
}
