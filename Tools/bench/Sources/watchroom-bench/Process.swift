import Glibc

/// What the operating system says of this process.
enum Process {
  /// Seconds of processor time spent so far, in this program and in the system on its behalf.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory this program has held at once, in kilobytes; nil where the system does not say.
  ///
  /// Asked of /proc because the usual way, `getrusage`, counts what the parent held before this program began.
  static var peakKilobytes: Int? {
    guard let file = fopen("/proc/self/status", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 256)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if line.hasPrefix("VmHWM:") { return Int(line.dropFirst(6).filter(\.isNumber)) }
    }
    return nil
  }
}
