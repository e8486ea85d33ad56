/// A histogram in the making: ``Histogram`` as plain memory, for the recorder's loop.
///
/// Must be freed by whoever made it.
struct SampleCounter {
  private typealias Page = UnsafeMutablePointer<UInt32>

  private var sum: UInt128 = 0
  private var least = UInt64.max
  private var greatest: UInt64 = 0
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

  /// Adds a length of time in milliseconds. One that is negative, which no legal log has, counts as the greatest.
  @inline(__always)
  mutating func add(_ milliseconds: Int64) {
    let value = min(UInt64(bitPattern: milliseconds), HistogramScale.greatest)
    let bin = HistogramScale.bin(of: value)
    sum &+= UInt128(value)
    least = min(least, value)
    greatest = max(greatest, value)
    page(bin &>> HistogramScale.pageBits)[bin & (HistogramScale.pageSize &- 1)] &+= 1
  }

  @inline(__always)
  private func page(_ number: Int) -> Page {
    if let page = pages[number] { return page }
    return newPage(number)
  }

  @inline(never)
  private func newPage(_ number: Int) -> Page {
    let page = Page.allocate(capacity: HistogramScale.pageSize)
    page.initialize(repeating: 0, count: HistogramScale.pageSize)
    pages[number] = page
    return page
  }

  /// What has been counted.
  var histogram: Histogram {
    let counts = (0..<HistogramScale.pageCount).map { number -> [UInt64] in
      guard let page = pages[number] else { return [] }
      return (0..<HistogramScale.pageSize).map { UInt64(page[$0]) }
    }
    guard least <= greatest else { return Histogram() }
    return Histogram(pages: counts, sum: sum, least: Int64(least), greatest: Int64(greatest))
  }
}
