import DiscreteEvents

/// A sample of lengths of time, in milliseconds, small enough to keep and exact to merge.
///
/// Count, sum, least and greatest are exact. Quantiles are exact where the sample lies below 2,048 ms and off by at most
/// 0.05 % of the value elsewhere (the promise made to users is 0.1 %). Merging the histograms of two samples gives the
/// histogram of the two samples together, bit for bit, in any order.
///
/// Takes 2 KB for each page of 256 neighbouring bins that something fell into; a sample of calls up to half an hour
/// long fills about forty.
public struct Histogram: Sendable, Equatable {
  /// How many numbers the sample has.
  public private(set) var count: UInt64 = 0
  /// Their sum, in milliseconds.
  public private(set) var sum: UInt128 = 0
  /// The least of them, in milliseconds; nil for an empty sample.
  public private(set) var least: Milliseconds?
  /// The greatest of them, in milliseconds; nil for an empty sample.
  public private(set) var greatest: Milliseconds?
  /// Counts by page and bin of the page; a page nothing fell into is empty, and the last one never is.
  private var pages: [[UInt64]] = []

  /// An empty sample.
  public init() {}

  /// The histogram of counts made elsewhere, by page: every page that is not empty has something in it.
  init(pages: [[UInt64]], sum: UInt128, least: Milliseconds, greatest: Milliseconds) {
    self.pages = pages
    while self.pages.last?.isEmpty == true { self.pages.removeLast() }
    guard !self.pages.isEmpty else { return }
    count = self.pages.reduce(0) { $0 + $1.reduce(0, &+) }
    self.sum = sum
    self.least = least
    self.greatest = greatest
  }

  /// The histogram of counts by bin, ascending, none of them 0.
  init(bins: [(bin: Int, count: UInt64)], sum: UInt128, least: Milliseconds, greatest: Milliseconds) {
    var pages: [[UInt64]] = []
    for (bin, count) in bins {
      let page = bin >> HistogramScale.pageBits
      while pages.count <= page { pages.append([]) }
      if pages[page].isEmpty { pages[page] = Array(repeating: 0, count: HistogramScale.pageSize) }
      pages[page][bin & (HistogramScale.pageSize - 1)] = count
    }
    self.init(pages: pages, sum: sum, least: least, greatest: greatest)
  }

  /// The bins that something fell into, ascending, and how much. O(pages).
  var filledBins: [(bin: Int, count: UInt64)] {
    pages.enumerated().flatMap { number, page in
      page.indices.lazy.filter { page[$0] > 0 }.map { (number << HistogramScale.pageBits + $0, page[$0]) }
    }
  }

  /// Adds one number; a negative one counts as 0. O(1).
  public mutating func add(_ milliseconds: Milliseconds) {
    let value = max(milliseconds, 0)
    let bin = HistogramScale.bin(of: UInt64(value))
    let page = bin >> HistogramScale.pageBits
    count += 1
    sum += UInt128(value)
    least = min(least ?? value, value)
    greatest = max(greatest ?? value, value)
    while pages.count <= page { pages.append([]) }
    if pages[page].isEmpty { pages[page] = Array(repeating: 0, count: HistogramScale.pageSize) }
    pages[page][bin & (HistogramScale.pageSize - 1)] += 1
  }

  /// Adds the numbers of another sample. O(pages of `other`).
  public mutating func merge(_ other: Histogram) {
    count += other.count
    sum += other.sum
    least = [least, other.least].compactMap(\.self).min()
    greatest = [greatest, other.greatest].compactMap(\.self).max()
    while pages.count < other.pages.count { pages.append([]) }
    for (index, page) in other.pages.enumerated() where !page.isEmpty {
      if pages[index].isEmpty {
        pages[index] = page
      } else {
        // Over plain memory, for the same reason as in ``value(atRank:)``.
        pages[index].withUnsafeMutableBufferPointer { sum in
          page.withUnsafeBufferPointer { page in
            for bin in 0..<HistogramScale.pageSize { sum[bin] &+= page[bin] }
          }
        }
      }
    }
  }

  /// The mean, in milliseconds; not a number for an empty sample. O(1).
  public var mean: Double { count == 0 ? .nan : Double(sum) / Double(count) }

  /// The number below which the share `probability` (0 … 1) of the sample lies, in milliseconds; not a number for an
  /// empty sample, and for a probability that is none. O(pages).
  ///
  /// Linear between the two neighbouring ranks (definition 7 of Hyndman and Fan, 1996; the usual one of R and NumPy),
  /// each rank being read as the middle of its bin, but never outside least … greatest. Both ranks are off by at most
  /// 0.05 %, hence so is any value between them.
  public func quantile(_ probability: Double) -> Double {
    guard count > 0, !probability.isNaN else { return .nan }
    let place = min(max(probability, 0), 1) * Double(count - 1)
    let lower = min(UInt64(place), count - 1)
    let fraction = place - Double(lower)
    let low = value(atRank: lower)
    return fraction > 0 && lower + 1 < count ? low + fraction * (value(atRank: lower + 1) - low) : low
  }

  /// How many numbers fell into bins before `bin`.
  func counts(below bin: Int) -> UInt64 {
    let page = bin >> HistogramScale.pageBits
    let whole = pages.prefix(page).reduce(0) { $0 + $1.reduce(0, &+) }
    guard page < pages.count, !pages[page].isEmpty else { return whole }
    return whole + pages[page].prefix(bin & (HistogramScale.pageSize - 1)).reduce(0, &+)
  }

  /// The number of rank `rank`, counted from 0, of a sample that has so many.
  private func value(atRank rank: UInt64) -> Double {
    guard let least, let greatest else { return .nan }
    // The ends are known exactly, whatever their bins' width.
    if rank == 0 { return Double(least) }
    if rank == count - 1 { return Double(greatest) }
    var before: UInt64 = 0
    for (index, page) in pages.enumerated() {
      // The sum of a page needs no branch, so all but the page wanted are passed over at the speed of memory.
      let inPage = page.reduce(0, &+)
      guard rank < before + inPage else {
        before += inPage
        continue
      }
      for bin in page.indices {
        before += page[bin]
        if rank < before {
          let middle = HistogramScale.middle(of: index << HistogramScale.pageBits + bin)
          return min(max(middle, Double(least)), Double(greatest))
        }
      }
    }
    return Double(greatest)
  }
}
