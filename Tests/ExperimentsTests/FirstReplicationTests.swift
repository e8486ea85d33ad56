import ContactCentre
import DiscreteEvents
import Experiments
import Simulator
import Testing

@Suite struct FirstReplicationTests {
  private func run(_ keeping: FirstReplication.Keeping, replications: Int = 3, jobs: Int = 2) -> ExperimentResult {
    Experiment(
      plan: ResponseExperimentTests.plan, seed: 7, replications: replications, jobs: jobs, keeping: keeping
    )
    .run()
  }

  @Test func whatIsKeptChangesNoFigure() {
    let plain = run(.nothing)
    #expect(plain.firstReplication == nil)
    for keeping in [FirstReplication.Keeping.course, .events] {
      for jobs in [1, 2] {
        let result = run(keeping, jobs: jobs)
        #expect(result.digest == plain.digest)
        #expect(result.summary == plain.summary)
        #expect(result.estimates == plain.estimates)
        #expect((result.firstReplication?.events != nil) == (keeping == .events))
      }
    }
  }

  @Test func itIsTheFirstReplicationWhole() throws {
    let plan = ResponseExperimentTests.plan
    var simulation = Simulation(plan: plan, seed: 7, replication: 0)
    var recorder = CourseRecorder(plan: plan)
    var events: [Event] = []
    while simulation.advance({ block in
      recorder.fold(block)
      for index in block.indices { events.append(block[index]) }
    }) {}
    let course = recorder.finish()
    for replications in [1, 3] {
      let first = try #require(run(.events, replications: replications).firstReplication)
      #expect(first.events == events)
      #expect(first.course == course)
    }
    #expect(run(.course).firstReplication?.course == course)
    #expect(course.moments.contains { $0.attended.reduce(0, +) > 0 } && !course.spots.isEmpty)
  }

  @Test func itIsKeptWhileBatchesGoOn() {
    let experiment = Experiment(
      plan: ExperimentTests.plan(), seed: 7, replications: 2, jobs: 2, keeping: .course)
    let result = experiment.run(until: Precision(halfWidth: 0.001, most: 20))
    #expect(result.replications == 20)
    #expect(result.firstReplication?.course.moments.isEmpty == false)
  }
}
