import Foundation
import Testing

/// The job script that runs one shard of an experiment, as Slurm would run it.
@Suite struct SlurmShardsTests {
  private static let script =
    #filePath.replacing("Tests/CommandTests/SlurmShardsTests.swift", with: "")
    + "Tools/slurm/shards.sbatch"

  /// Runs the script with these variables and a program that prints its arguments.
  private func shards(_ variables: [String: String], in folder: TemporaryFolder) throws -> (status: Int32, text: String)
  {
    try runProgram(
      "/bin/bash", [Self.script, folder["deep/out"], "run", "night.json5", "--replications", "80"],
      environment: ["PATH": "/usr/bin:/bin", "WATCHROOM": "echo"].merging(variables) { $1 })
  }

  /// What Slurm says of the last index and the number of tasks is that of the tasks that are run again.
  @Test func aTaskThatIsRunAgainIsTheSameShard() throws {
    let folder = try TemporaryFolder()
    let again = ["SLURM_ARRAY_TASK_ID": "17", "SLURM_ARRAY_TASK_MAX": "17", "SLURM_ARRAY_TASK_COUNT": "1"]
    let result = try shards(again.merging(["SHARDS": "40"]) { $1 }, in: folder)
    #expect(result.status == 0)
    #expect(
      result.text
        == "run night.json5 --replications 80 --quiet --jobs 1 --shard 17/40 --output \(folder["deep/out"])/17.partial\n"
    )
    // Where it goes is made.
    #expect(FileManager.default.fileExists(atPath: folder["deep/out"]))
  }

  @Test func nothingIsGuessed() throws {
    let folder = try TemporaryFolder()
    for variables in [["SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_MAX": "40"], ["SHARDS": "40"]] {
      let result = try shards(variables, in: folder)
      #expect(result.status != 0 && result.text.contains("--array=1-40"), "\(result.text)")
    }
    #expect(try folder.names == [])
  }
}
