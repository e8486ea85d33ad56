import Writing

extension Quantity {
  /// That a figure is defined in `count` replications alone, as the end of a clause: ` in 2 of 256 replications`. Empty if that
  /// is nil, as where all of them define it, or none.
  static func portion(_ count: Int?, of replications: Int) -> String {
    count.map { " in \($0) of \(Quantity.counted(replications, "replication"))" } ?? ""
  }
}
