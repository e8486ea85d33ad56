import ContactCentre
import DiscreteEvents

/// The contact centre at one instant, for people to look at: who waits, who works on what, which units are where.
///
/// Channels, teams, grades and hubs are numbered by their place in the scenario; the dispatchers' desk is one more team
/// than there are. Times are milliseconds since the first instant of the run.
public struct WorldView: Sendable, Equatable {
  /// A contact in the centre.
  public struct Contact: Sendable, Equatable {
    /// What it is doing.
    public enum State: Sendable, Hashable, CaseIterable {
      /// In a stage before the queue.
      case atFront
      /// In the queue.
      case waiting
      /// In the queue, its caller having hung up, to be called back in turn.
      case awaitingCallback
      /// In conversation, or being called back.
      case handled
      /// Handed on: its handler stays on the line until somebody else answers.
      case introducing
      /// Its handler tells the one who has answered what it is about.
      case briefing
      /// Being finished off.
      case wrappedUp
      /// Gone, and going to try again.
      case redialling

      /// Whether it is in a handler's hands.
      public var isInHand: Bool {
        switch self {
        case .handled, .introducing, .briefing, .wrappedUp: true
        case .atFront, .waiting, .awaitingCallback, .redialling: false
        }
      }
    }
    /// Its number.
    public var number: UInt32
    /// Its channel.
    public var channel: Int
    /// What it is doing.
    public var state: State
    /// Whether it stands still, its handler having left it for a more pressing contact.
    public var isLeft: Bool
    /// Since when; of work in hand beside other work, since it was last reckoned.
    public var since: Milliseconds
    /// When that ends: the stage, its patience, the conversation, the wrap-up, the time until it tries again. Nil for
    /// never.
    public var until: Milliseconds?
    /// The handler whose hands it is in, by position.
    public var handler: Int?
    /// How often its caller has redialled before.
    public var attempt: Int
    /// The incident it rings again about, if any.
    public var incident: UInt32?
  }

  /// A contact that is to come of one that is over.
  public struct FollowUp: Sendable, Equatable {
    /// Its number among those to come.
    public var item: UInt32
    /// The contact it follows from.
    public var contact: UInt32
    /// The channel it comes on.
    public var channel: Int
    /// When.
    public var due: Milliseconds
  }

  /// A handler on duty.
  public struct Handler: Sendable, Equatable {
    /// What somebody is doing, numbered from 0.
    public enum State: Int, Sendable, Hashable, CaseIterable {
      /// Ready.
      case ready
      /// With contacts, or an assignment, in hand.
      case busy
      /// With work in hand, after which a break or the end of the tour follows.
      case finishingUp
      /// On a break.
      case onBreak
    }
    /// The position.
    public var position: Int
    /// The team.
    public var team: Int
    /// What they are doing.
    public var state: State
    /// The contacts in hand, by number.
    public var contacts: [UInt32]
    /// Those that were in hand and have been left for what is now, to be taken up again.
    public var left: [UInt32]
    /// The unit being told where to go, of a dispatcher.
    public var unit: Int?
    /// When the tour ends; nil for never.
    public var tourEnds: Milliseconds?
  }

  /// An incident that has opened and is not over.
  public struct Incident: Sendable, Equatable {
    /// Its number.
    public var number: UInt32
    /// Its grade.
    public var grade: Int
    /// When it opened.
    public var opened: Milliseconds
    /// The contact it opened from; nil for a log.
    public var contact: UInt32?
    /// Whether a unit has come.
    public var isAttended: Bool
    /// When it is to be attended, if by an appointment that is yet to come.
    public var appointment: Milliseconds?
    /// How many units it wants.
    public var unitsWanted: Int
    /// The units on their way or at the scene, by number.
    public var units: [Int]
    /// Where it is.
    public var location: Location
  }

  /// A unit on duty.
  public struct Unit: Sendable, Equatable {
    /// What a unit is doing, numbered from 0.
    public enum State: Int, Sendable, Hashable, CaseIterable {
      /// At its hub.
      case atHub
      /// On the way back to its hub.
      case returning
      /// Being told where to go.
      case assigned
      /// Getting ready to go.
      case mobilising
      /// On its way.
      case mobile
      /// At the scene.
      case atScene
      /// Taking a prisoner to custody, or there.
      case inCustody
      /// Writing up.
      case atPaperwork
      /// On a break.
      case onBreak
    }
    /// Its number.
    public var number: Int
    /// Its hub.
    public var hub: Int
    /// What it is there for.
    public var role: UnitRole
    /// What it is doing.
    public var state: State
    /// Since when.
    public var since: Milliseconds
    /// When that ends; nil while it is free.
    public var until: Milliseconds?
    /// The incident it is busy with, by number.
    public var incident: UInt32?
    /// Where it is.
    public var location: Location
    /// When the tour ends; nil for never.
    public var tourEnds: Milliseconds?
  }

  /// The instant: that of the last event.
  public var time: Milliseconds
  /// The contacts, in the order of their numbers.
  public var contacts: [Contact]
  /// By channel, the numbers of the contacts in its queue, the longest-waiting first.
  public var queues: [[UInt32]]
  /// The handlers, in the order of their positions.
  public var handlers: [Handler]
  /// The contacts that are to come of others, in the order of their numbers.
  public var followUps: [FollowUp]
  /// The incidents, in the order of their numbers.
  public var incidents: [Incident]
  /// The units, in the order of their numbers.
  public var units: [Unit]
}
