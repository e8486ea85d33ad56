import ContactCentre

extension FigureList {
  /// The figures of a channel's stages before the queue: each as a whole, and each option of it.
  mutating func add(frontOf channel: Channel, _ path: [Figure.Component], index: Int) {
    func front(_ path: [Figure.Component], _ places: Range<Int>) {
      add(path + ["entered"], .estimate, .count, .front(.entered, places, channel: index))
      add(path + ["contained"], .estimate, .count, .front(.contained, places, channel: index))
      add(path + ["diverted"], .estimate, .count, .front(.diverted, places, channel: index))
    }
    var place = 0
    for stage in channel.front {
      let end = place + 1 + stage.options.count
      front(path + [.key(stage.id)], place..<end)
      for (number, option) in stage.options.enumerated() {
        front(path + [.key(stage.id), .key(option.id)], place + 1 + number..<place + 2 + number)
      }
      place = end
    }
  }

  /// The figures of a group of those who come again and again.
  mutating func add(_ group: CallerGroup, index: Int) {
    let path: [Figure.Component] = ["callers", .key(group.id)]
    add(path + ["offered"], .estimate, .count, .callers(.offered, group: index))
    add(path + ["callers"], .estimate, .count, .callers(.callers, group: index))
    add(path + ["perCaller"], .estimate, .count, .callers(.perCaller, group: index))
  }
}
