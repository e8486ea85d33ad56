import Experiments

extension PairedResult {
  /// What is to be known before its differences are read.
  package var howToRead: String {
    """
    Callers are the same under every plan, but for what a variant itself changes about them, so each difference is the \
    plan's own. Differences of shares are in percentage points.
    """
      + (base.replications == 1
        ? " This is one replication, which tells nothing of chance: no difference has an interval or a verdict." : "")
  }
}
