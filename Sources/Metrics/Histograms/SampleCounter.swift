/// A histogram in the making: ``Histogram`` as plain memory, for the recorder's loop.
///
/// Must be freed by whoever made it.
struct SampleCounter {
  private typealias Page = UnsafeMutablePointer<UInt32>

  /// 64 bits are enough for one run: a hundred million waits of three years each.
  private var sum: UInt64 = 0
  private var least = UInt64.max
  private var greatest: UInt64 = 0
  /// How many were added by ``addNone()``, and are not in the pages.
  private var nones: UInt64 = 0
  /// By page number, the counts of its bins; nil until something falls into it. One run has fewer than 2³² contacts.
  private let pages: UnsafeMutablePointer<Page?>

  init() {
    pages = .allocate(capacity: HistogramScale.pageCount)
    pages.initialize(repeating: nil, count: HistogramScale.pageCount)
  }

  func free() {
    for page in 0..<HistogramScale.pageCount { pages[page]?.deallocate() }
    pages.deallocate()
  }

  /// Adds a length of time in milliseconds. One that is negative, which no legal log has, counts as a very long one.
  @inline(__always)
  mutating func add(_ milliseconds: Int64) {
    let value = UInt64(bitPattern: milliseconds)
    sum &+= value
    // Branches rather than `min` and `max`: they are hardly ever taken, and cost no store when they are not.
    if value < least { least = value }
    if value > greatest { greatest = value }
    let bin = HistogramScale.bin(of: value)
    let page = pages[bin &>> HistogramScale.pageBits] ?? Self.newPage(at: pages + bin >> HistogramScale.pageBits)
    page[bin & (HistogramScale.pageSize &- 1)] &+= 1
  }

  /// Adds a length of time of nothing at all, as ``add(_:)`` would, but with nothing to look up.
  @inline(__always)
  mutating func addNone() { nones &+= 1 }

  @inline(never)
  private static func newPage(at place: UnsafeMutablePointer<Page?>) -> Page {
    let page = Page.allocate(capacity: HistogramScale.pageSize)
    page.initialize(repeating: 0, count: HistogramScale.pageSize)
    place.pointee = page
    return page
  }

  /// What has been counted.
  var histogram: Histogram {
    if nones > 0, pages[0] == nil { _ = Self.newPage(at: pages) }
    let least = nones > 0 ? 0 : self.least
    guard least <= greatest else { return Histogram() }
    var counts = (0..<HistogramScale.pageCount).map { number -> [UInt64] in
      guard let page = pages[number] else { return [] }
      // A loop over plain memory, which the compiler turns into a few vector instructions a bin.
      return Array(unsafeUninitializedCapacity: HistogramScale.pageSize) { wide, count in
        for bin in 0..<HistogramScale.pageSize { wide.initializeElement(at: bin, to: UInt64(page[bin])) }
        count = HistogramScale.pageSize
      }
    }
    if nones > 0 { counts[0][0] += nones }
    return Histogram(
      pages: counts, sum: UInt128(sum), least: Int64(clamping: least), greatest: Int64(clamping: greatest))
  }
}
