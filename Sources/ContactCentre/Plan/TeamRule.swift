/// What the simulation must know of a team at every contact, as plain data.
package struct TeamRule: BitwiseCopyable {
  /// One bit for each channel it answers.
  package var channels: UInt64
  /// Those of them of which a handler may hold several.
  package var sharedChannels: UInt64
  /// How many a handler may hold.
  package var concurrency: Int
  /// The team's first ready list: one for each number of contacts in hand from 0 to concurrency − 1.
  package var firstList: Int
  /// One bit for each special channel it may ever take: see ``RoutingTables``.
  package var special: UInt64
  /// Whether one of these leaves handlers free, so that it matters how many are ready.
  package var isCounted: Bool
  /// One bit for each channel whose contacts its handlers may have to leave for others.
  package var interruptible: UInt64
}

/// A team that answers a channel, as its router asks it: what it needs of the ``TeamRule``.
package struct RouteRule: BitwiseCopyable {
  /// The team's first ready list.
  package var firstList: Int
  /// How many a handler may hold.
  package var concurrency: Int
}
