/// Work in several parts, each of which is done whatever becomes of the others: what goes wrong is said at once, and the
/// gravest of it is how the command ends.
struct Attempts {
  private let surroundings: Surroundings
  /// How the command ends if nothing else goes wrong.
  private(set) var status = ExitStatus.done

  init(in surroundings: Surroundings) { self.surroundings = surroundings }

  /// Does one part; what came of it, or nil if it failed.
  @discardableResult
  mutating func attempt<Value>(_ part: @autoclosure () throws(Ending) -> Value) -> Value? {
    do throws(Ending) {
      return try part()
    } catch {
      fail(error)
      return nil
    }
  }

  /// Says what went wrong with a part.
  mutating func fail(_ ending: Ending) {
    surroundings.say(ending)
    heed(ending.status)
  }

  /// A part came to an end, and the command would end so because of it.
  mutating func heed(_ status: ExitStatus) { self.status = max(self.status, status) }
}
