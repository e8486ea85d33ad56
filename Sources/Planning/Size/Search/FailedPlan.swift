/// A plan that a simulation found to miss targets. Whatever has no more heads anywhere misses them too.
struct FailedPlan {
  let heads: [Int]
  /// The targets it missed.
  let missed: Set<Int>
}
