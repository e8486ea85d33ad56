import Testing
import Watchroom

@testable import Pages
@testable import Writing

/// Where the names of hubs stand.
@Suite struct MapNamesTests {
  /// A force with hubs at these places, in kilometres east and north of a middle, in one large area.
  private func names(_ hubs: [(name: String, east: Double, north: Double)]) throws -> MapNames {
    var response = try #require(Handmade.response().response)
    func location(_ east: Double, _ north: Double) -> Location {
      Location(latitude: 52 + north / 111.2, longitude: -2 + east / 111.2 / 0.6157)
    }
    response.hubs = hubs.map {
      Hub(id: $0.name, location: location($0.east, $0.north), officers: .shifts([]), costPerHour: 30)
    }
    response.areas = [Area(id: "all", centre: location(0, 0), squareKilometres: 1_257, weight: 1)]
    return MapNames(response, in: MapFrame(response))
  }

  @Test func aNameStandsAtTheRightWhereThereIsRoom() throws {
    #expect(try names([("Park Lane", 0, 0)]).sides == [.right])
  }

  /// As Stechford lay over Chelmsley Wood.
  @Test func noNameLiesOverAnotherHubOrName() throws {
    #expect(try names([("Stechford", 0, 0), ("Chelmsley Wood", 3, 0)]).sides == [.left, .right])
    #expect(try names([("West", -4, 0), ("Stechford", 0, 0), ("Chelmsley Wood", 3, 0)]).sides[1] == .above)
  }

  @Test func noNameLeavesTheMap() throws {
    #expect(try names([("Coventry Central", 19, 0)]).sides == [.left])
    #expect(try names([("A name of twenty-four let", 19, 0)]).names == ["A name of twenty-four..."])
  }

  /// Where no side is free a name stands all the same.
  @Test func everyNameStandsSomewhere() throws {
    let crowd = (0..<9).map { ("Hub number \($0)", Double($0) * 0.1, 0.0) }
    #expect(try names(crowd).sides.count == 9)
  }

  @Test func thePlayerPutsThemWhereThePictureDoes() throws {
    let scenario = Handmade.response(hub: "Park Lane")
    var recorder = PlaybackRecorder([RunChapter(plan: Plan(scenario))])
    let events: [Event] = []
    recorder.fold(events.span)
    let night = ScriptJSON.text(recorder.finish().value)
    #expect(night.contains("{\"text\":\"Park Lane\",\"side\":\"right\"}"), "\(night)")
  }
}
