import Foundation
import Testing

@testable import WatchroomCommand

/// Files that a container has by themselves from outside, which cannot be replaced.
@Suite struct MountPointsTests {
  private static let table = """
    21 1 0:20 / / rw,relatime - overlay overlay rw
    22 21 8:1 /home/results.html /out/results.html rw - ext4 /dev/sda1 rw
    23 21 8:1 /home/a\\040b /out/a\\040b\\134c rw - ext4 /dev/sda1 rw

    """

  @Test func whatIsMountedItselfIsTold() {
    #expect(MountPoints.has("/out/results.html", in: Self.table))
    #expect(MountPoints.has("/out/a b\\c", in: Self.table))
    #expect(!MountPoints.has("/out", in: Self.table) && !MountPoints.has("/home/results.html", in: Self.table))
    #expect(!MountPoints.has("/out/results.html", in: "") && !MountPoints.has("/out/results.html", in: "nothing\n"))
  }

  @Test func whatToDoIsSaid() {
    #expect(
      OutputFault(EBUSY).remedy(at: "/out/results.html", otherwise: "")
        == "it is mounted by itself and cannot be replaced: mount the folder that it is in")
  }
}
