/// What is known about plans near a centre: how far each target is met there, and what each head more or fewer does.
///
/// Between neighbours measured by simulation a target's slack is taken to be a sum over levers of concave steps: the first
/// head up and the first down as measured, and each further one as much less, or more, than the one before as these two
/// differ. That is what service levels do near their targets; where it is wrong, the simulation of what the model
/// proposes says so, and the next centre is there.
struct HeadModel {
  /// By target, the slack at the centre.
  let slacks: [Double]
  /// By lever and target, the change of the first head more, and that of the first head fewer (a loss is negative).
  let steps: [[(up: Double, down: Double)]]

  /// By what a step may shrink from one head to the next.
  private static let decays = 0.55...1.0

  /// The change of the slack of target `target` that `change` heads of `lever` make.
  func change(_ lever: Int, by change: Int, of target: Int) -> Double {
    let (up, down) = steps[lever][target]
    if change == 0 || !slacks[target].isFinite { return 0 }
    let loss = -down
    let ratio = up > 0 && loss > 0 ? min(max(up / loss, Self.decays.lowerBound), Self.decays.upperBound) : 1
    var step = change > 0 ? up : -loss
    var sum = 0.0
    for _ in 0..<abs(change) {
      sum += step
      step = change > 0 ? step * ratio : step / ratio
    }
    return sum
  }
}
