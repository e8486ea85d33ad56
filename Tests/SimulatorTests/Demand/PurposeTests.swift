import ContactCentre
import Testing

@testable import Simulator

@Suite struct PurposeTests {
  /// A scenario may have 32 front stages, and a contact 16 diversions: two draws of one number would go hand in hand.
  @Test func everyDrawAboutACallerHasANumberOfItsOwn() {
    var purposes = [Purpose.arrivalTime]
    for diversions in 0...UInt64(Decider.mostDiversions) {
      var atOneChannel = [
        Purpose.patience, Purpose.handling, Purpose.wrapUp, Purpose.outcome, Purpose.redial, Purpose.redialDelay,
      ]
      atOneChannel += [
        Purpose.opening, Purpose.callback, Purpose.dialling, Purpose.reached, Purpose.surveySample, Purpose.surveyReply,
        Purpose.satisfaction, Purpose.briefing,
      ]
      atOneChannel += (0..<UInt8(Limits.frontStages)).map(Purpose.stageTime)
      atOneChannel += (0..<UInt8(Limits.frontStages)).map(Purpose.stageBranch)
      atOneChannel += (0..<UInt8(Limits.frontStages)).map(Purpose.stageOption)
      purposes += atOneChannel.map { $0 + diversions * Purpose.diversion }
    }
    purposes += [
      Purpose.deterrence, Purpose.callerGroup, Purpose.callerNumber, Purpose.intervention, Purpose.booking,
      Purpose.showing, Purpose.lateness,
    ]
    #expect(Set(purposes).count == purposes.count)
  }
}
