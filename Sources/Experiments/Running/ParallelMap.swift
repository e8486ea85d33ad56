import Dispatch
import Synchronization

/// What `work` makes of each number from 0 to `count` - 1, in their order: the same for any number of jobs. Blocks until all
/// is done.
///
/// Whichever worker is free takes the next number. The system runs no more of them at a time than it has processors, however
/// many jobs are allowed.
///
/// - Parameters:
///   - jobs: the most numbers worked on at once; nil for as many as the machine has processors.
///   - note: is told of each value once it is made, in any order, and of how many there are then: on the thread that made it,
///     but never on two at once.
package func parallelMap<Value: Sendable>(
  count: Int, jobs: Int?, _ work: @Sendable (Int) -> Value,
  noting note: @Sendable (_ index: Int, _ value: Value, _ done: Int) -> Void = { _, _, _ in }
) -> [Value] {
  precondition(jobs ?? 1 >= 1, "work takes one job at least")
  let next = Atomic(0)
  let made = Mutex((values: [Value?](repeating: nil, count: count), done: 0))
  DispatchQueue.concurrentPerform(iterations: min(jobs ?? count, count)) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { break }
      let value = work(index)
      made.withLock { made in
        made.values[index] = value
        made.done += 1
        note(index, value, made.done)
      }
    }
  }
  return made.withLock { $0.values.compactMap(\.self) }
}
