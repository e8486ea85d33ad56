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

extension VariantResult {
  /// On how few replications some of the figures people read first rest; nil where each is defined in all or in none.
  package var pairsRemark: String? {
    Headlines(self).fewestPairs(of: self).map {
      """
      Not every replication defines all of these under both plans: some differences rest on \($0) of \(result.replications) \
      only.
      """
    }
  }
}
