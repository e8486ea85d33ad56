import Testing

@testable import WatchroomCommand

/// What the process may have, where the machine has more.
@Suite struct AvailableMemoryTests {
  private func memory(
    _ files: [String: String] = [:], addressSpace: UInt64 = .max, data: UInt64 = .max
  ) -> AvailableMemory {
    AvailableMemory(
      physical: 8_000_000_000, addressSpace: addressSpace, data: data, pageSize: 4_096
    ) { files[$0] }
  }

  @Test func withoutLimitsItIsWhatTheMachineHas() {
    let unlimited = memory()
    #expect(unlimited.bytes == 8_000_000_000 && !unlimited.isLimited)
    let open = memory([
      "/proc/self/cgroup": "0::/user\n", "/sys/fs/cgroup/user/memory.max": "max\n",
      "/proc/self/statm": "100000 2000 1000 10 0 50000 0\n",
    ])
    #expect(open == unlimited)
    // Version 1 says so with the largest number of whole pages.
    let old = memory([
      "/proc/self/cgroup": "4:cpu,memory:/\n", "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
    ])
    #expect(old == unlimited)
  }

  @Test func theLeastLimitCounts() {
    #expect(memory(addressSpace: 500_000_000).bytes == 500_000_000)
    #expect(memory(addressSpace: 500_000_000, data: 400_000_000).bytes == 400_000_000)
    #expect(memory(addressSpace: 500_000_000).isLimited)
    let both = ["/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/memory.max": "300000000\n"]
    #expect(memory(both, addressSpace: 500_000_000).bytes == 300_000_000)
  }

  @Test func aGroupIsLimitedByThoseAroundIt() {
    let files = [
      "/proc/self/cgroup": "0::/shop/job 7\n", "/sys/fs/cgroup/shop/job 7/memory.max": "600000000\n",
      "/sys/fs/cgroup/shop/memory.max": "200000000\n", "/sys/fs/cgroup/memory.max": "max\n",
    ]
    #expect(memory(files).bytes == 200_000_000)
    let old = [
      "/proc/self/cgroup": "9:name=systemd:/\n4:memory:/box/9567\n1:cpu:/\n0::/\n",
      "/sys/fs/cgroup/memory/box/9567/memory.limit_in_bytes": "700000000\n",
    ]
    #expect(memory(old).bytes == 700_000_000)
    // In a container the group's own folder is not to be seen.
    let inside = [
      "/proc/self/cgroup": "4:memory:/box/9567\n", "/sys/fs/cgroup/memory/memory.limit_in_bytes": "100000000\n",
    ]
    #expect(memory(inside).bytes == 100_000_000)
  }

  /// What is mapped and not used, such as the stacks of threads, leaves less of a limit on addresses.
  @Test func whatIsMappedAlreadyCounts() {
    let files = ["/proc/self/statm": "60000 10000 1000 10 0 30000 0\n"]
    #expect(memory(files, addressSpace: 500_000_000).bytes == 500_000_000 - 50_000 * 4_096)
    #expect(memory(files, data: 500_000_000).bytes == 500_000_000 - 20_000 * 4_096)
    #expect(memory(files, addressSpace: 1_000).bytes == 0)
  }

  @Test(arguments: ["", "nonsense", "0:\n", "4:memory", "1 2\n", "::::\n0::"])
  func whatCannotBeReadIsNoLimit(text: String) {
    #expect(
      memory(["/proc/self/cgroup": text, "/proc/self/statm": text, "/sys/fs/cgroup/memory.max": text]) == memory())
  }

  @Test func aProcessHasSomeMemory() {
    #expect(AvailableMemory.ofThisProcess().bytes > 10_000_000)
  }
}
