/// A list of whole numbers that stands for a ``Summary``, being written or read.
///
/// One function goes through the fields of each part, whichever way they go, so that writing and reading cannot disagree.
struct SummaryWords {
  /// The numbers: all that were written so far, or all there are to read.
  private(set) var words: [UInt128]
  /// The next to read; nil while writing.
  private var place: Int?
  /// Whether everything read made sense.
  private(set) var isSound = true
  /// What all counts and times that are still to be read may come to together.
  private var room: UInt64

  /// Nothing yet, to be written to.
  init() {
    words = []
    room = 0
  }

  /// These numbers, to be read, of which all counts and times together may come to `limit`.
  init(reading words: [UInt128], limit: UInt64) {
    self.words = words
    place = 0
    room = limit
  }

  /// Whether all there was to read was read, and made sense.
  var isReadToItsEnd: Bool { isSound && place == words.count }

  private mutating func pass(_ number: inout UInt128) {
    guard let place else { return words.append(number) }
    guard place < words.count else { return isSound = false }
    number = words[place]
    self.place = place + 1
  }

  mutating func pass(_ number: inout UInt64) {
    var word = UInt128(number)
    pass(&word)
    number = narrowed(word)
  }

  /// A sum of `count` lengths of time.
  mutating func pass(_ sum: inout UInt128, of count: UInt64) {
    pass(&sum)
    if place != nil, sum > UInt128(count) * UInt128(Self.longest) { isSound = false }
  }

  /// A length of time, or another number that is not negative.
  mutating func pass(_ number: inout Int64) {
    var word = UInt128(UInt64(bitPattern: number))
    pass(&word)
    number = Int64(bitPattern: narrowed(word))
  }

  mutating func pass(_ number: inout Int) {
    var word = Int64(number)
    pass(&word)
    number = Int(word)
  }

  /// Lengths of time, as many as there are.
  mutating func pass(_ numbers: inout [Int64]) {
    var count = numbers.count
    pass(&count)
    // A count is not believed, only followed as far as there are numbers.
    if let place {
      guard isSound, count <= words.count - place else { return isSound = false }
      numbers = Array(repeating: 0, count: count)
    }
    for index in numbers.indices { pass(&numbers[index]) }
  }

  mutating func pass(_ histogram: inout Histogram) {
    guard place != nil else {
      for word in histogram.words { words.append(word) }
      return
    }
    var count: UInt64 = 0
    pass(&count)
    // A count is not believed, only followed as far as there are numbers.
    guard isSound, let place, count <= UInt64(words.count - place),
      let read = Histogram(words: words[place..<(place + Int(count))], limit: room, longest: Self.longest)
    else { return isSound = false }
    room -= read.count
    histogram = read
    self.place = place + Int(count)
  }

  /// The longest of times, in milliseconds: what a floating-point number still holds exactly, 285 thousand years.
  private static let longest: UInt64 = 1 << 53

  /// A count or a time, of which too much makes no sense.
  private mutating func narrowed(_ word: UInt128) -> UInt64 {
    let number = UInt64(truncatingIfNeeded: word)
    guard place != nil else { return number }
    guard word <= UInt128(room) else {
      isSound = false
      return 0
    }
    room -= number
    return number
  }
}

extension Histogram {
  /// How many numbers follow, and then nothing, or: sum, least, greatest, and for every bin that is not empty how many bins
  /// after the one before (for the first, plus one) and its count.
  fileprivate var words: [UInt128] {
    guard let least, let greatest else { return [0] }
    var words = [sum, UInt128(least), UInt128(greatest)]
    var last = -1
    for (bin, count) in filledBins {
      words += [UInt128(bin - last), UInt128(count)]
      last = bin
    }
    return [UInt128(words.count)] + words
  }

  /// The sample that ``words``, without the first, stand for; nil if they stand for none, or for one of more than `limit`
  /// times or of longer ones than `longest`.
  fileprivate init?(words: ArraySlice<UInt128>, limit: UInt64, longest: UInt64) {
    self.init()
    if words.isEmpty { return }
    let words = Array(words)
    guard words.count >= 5, words.count % 2 == 1, words[1] <= words[2], words[2] <= UInt128(longest) else {
      return nil
    }
    var bins: [(bin: Int, count: UInt64)] = []
    var bin = -1
    var room = UInt128(limit)
    for place in stride(from: 3, to: words.count, by: 2) {
      let (step, count) = (words[place], words[place + 1])
      guard step >= 1, step <= UInt128(HistogramScale.binCount), count >= 1, count <= room else {
        return nil
      }
      bin += Int(step)
      guard bin < HistogramScale.binCount else { return nil }
      room -= count
      bins.append((bin, UInt64(count)))
    }
    let total = UInt128(limit) - room
    guard bins[0].bin == HistogramScale.bin(of: UInt64(words[1])), bin == HistogramScale.bin(of: UInt64(words[2])),
      (words[1] * total...words[2] * total).contains(words[0])
    else {
      return nil
    }
    self.init(bins: bins, sum: words[0], least: Int64(words[1]), greatest: Int64(words[2]))
  }
}
