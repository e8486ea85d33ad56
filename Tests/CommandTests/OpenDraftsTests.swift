import Dispatch
import Foundation
import Testing

@testable import WatchroomCommand

/// The process is about to end because somebody wants it to, and its other threads go on until then.
///
/// Each test is a process of its own, in which nothing can be written afterwards.
@Suite struct OpenDraftsTests {
  /// Waits so many seconds at the most.
  static func wait(_ seconds: Double, for semaphore: DispatchSemaphore) -> DispatchTimeoutResult {
    semaphore.wait(timeout: .now() + seconds)
  }

  @Test func nothingIsMadeOrNamedAfterTheRemoval() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder(["old.csv": "old", "other.csv": "old"])
      let drafts = DiskDrafts()
      #expect(try drafts.makeFolder(folder["out"]))
      let (out, late, other, third) = (folder["out"], folder["b.csv"], folder["other.csv"], folder["c.csv"])
      let new = try drafts.begin(folder["out/a.csv"])
      let again = try drafts.begin(folder["old.csv"])
      try again.write("new")
      OpenDrafts.removeAllForGood()
      #expect(try folder.names == ["old.csv", "other.csv"])
      let steps: [@Sendable () throws -> Void] = [
        { try new.finish() }, { try again.finish() },
        { _ = try drafts.makeFolder(out) }, { _ = try drafts.begin(late) },
        { try DiskStorage().write("new", to: other, replacing: true) },
        { try DiskStorage().write("new", to: third, replacing: false) },
      ]
      let ended = DispatchSemaphore(value: 0)
      for step in steps {
        Thread.detachNewThread {
          try? step()
          ended.signal()
        }
      }
      // They wait: what they would say of it, or end with, is not so.
      #expect(OpenDraftsTests.wait(0.5, for: ended) == .timedOut)
      #expect(try folder.names == ["old.csv", "other.csv"])
      #expect(try folder.text("old.csv") == "old" && folder.text("other.csv") == "old")
    }
  }

  @Test func whatIsNamedTogetherIsNamedBefore() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      let drafts = DiskDrafts()
      #expect(try drafts.makeFolder(folder["out"]))
      let (first, second) = (try drafts.begin(folder["out/a"]), try drafts.begin(folder["out/b"]))
      let hasBegun = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        try? drafts.together { () throws(Ending) in
          try NamedDraft("a", first, remedy: "").finish()
          hasBegun.signal()
          Thread.sleep(forTimeInterval: 0.3)
          try NamedDraft("b", second, remedy: "").finish()
        }
      }
      #expect(OpenDraftsTests.wait(60, for: hasBegun) == .success)
      OpenDrafts.removeAllForGood()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder["out"]).sorted() == ["a", "b"])
    }
  }
}
