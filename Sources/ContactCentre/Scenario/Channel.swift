import DiscreteEvents

/// One way in: who comes by it, how long they would wait, how much work they bring.
public struct Channel: Sendable, Equatable {
  /// What people do who gave up waiting.
  public struct Redial: Sendable, Equatable {
    /// The probability that a caller who gives up tries again, 0 … 1.
    public var probability: Double
    /// How long after giving up, in seconds.
    public var after: Distribution
    /// The channel tried, by name.
    public var to: String
    /// The most attempts one caller makes after the first.
    public var atMost: Int

    /// A redial rule.
    public init(probability: Double, after: Distribution, to: String, atMost: Int) {
      self.probability = probability
      self.after = after
      self.to = to
      self.atMost = atMost
    }
  }

  /// The service level aimed at.
  public struct Target: Sendable, Equatable {
    /// The share that should be answered in time, 0 … 1.
    public var share: Double
    /// What "in time" means.
    public var within: Milliseconds
    /// A caller who gives up sooner than this is not held against the service level "of offered less short abandons".
    public var shortAbandon: Milliseconds

    /// A target.
    public init(share: Double, within: Milliseconds, shortAbandon: Milliseconds = 0) {
      self.share = share
      self.within = within
      self.shortAbandon = shortAbandon
    }
  }

  /// Its name, for example `999`.
  public var id: String
  /// How its work is done.
  public var kind: Kind
  /// When contacts come.
  public var arrivals: Arrivals
  /// What happens before the queue, in order.
  public var front: [FrontStage]
  /// Contacts of a channel with a higher number are answered first.
  public var priority: Double
  /// How long a contact waits in the queue before giving up, in seconds. Longer than ``Event/longest`` is for ever.
  public var patience: Distribution
  /// How long a handler spends with the contact, in seconds.
  public var handling: Distribution
  /// How long a handler then spends finishing off, in seconds.
  public var wrapUp: Distribution
  /// What contacts turn out to be; shares sum to at most 1, and the rest is `other`.
  public var outcomes: [Outcome]
  /// What people do who gave up, if anything.
  public var redial: Redial?
  /// The offer to be called back, if it is made.
  public var callback: Callback?
  /// What people are asked afterwards, if anything.
  public var survey: Survey?
  /// Whether a handler of a concurrent team may hold several of its contacts at once.
  public var isConcurrent: Bool
  /// The service level aimed at, if any. Of a deferred channel, work is in time that is over within the time given since
  /// it came; elsewhere a contact that is answered within it.
  public var target: Target?
  /// How its contacts come to a handler beyond the order of priorities.
  public var routing: Routing

  /// A channel. Its contacts are concurrent as its kind has it, unless `isConcurrent` says otherwise.
  public init(
    id: String, kind: Kind = .call, arrivals: Arrivals = .nobody, front: [FrontStage] = [], priority: Double = 0,
    patience: Distribution = .never, handling: Distribution, wrapUp: Distribution = .constant(0),
    outcomes: [Outcome] = [], redial: Redial? = nil, callback: Callback? = nil, survey: Survey? = nil,
    isConcurrent: Bool? = nil, target: Target? = nil, routing: Routing = Routing()
  ) {
    self.id = id
    self.kind = kind
    self.arrivals = arrivals
    self.front = front
    self.priority = priority
    self.patience = patience
    self.handling = handling
    self.wrapUp = wrapUp
    self.outcomes = outcomes
    self.redial = redial
    self.callback = callback
    self.survey = survey
    self.isConcurrent = isConcurrent ?? kind.isConcurrent
    self.target = target
    self.routing = routing
  }
}

/// Something a contact passes through before it may queue: an operator, a menu, a bot.
public struct FrontStage: Sendable, Equatable {
  /// Where contacts leave for.
  public struct Diversion: Sendable, Equatable {
    /// The other channel, by name.
    public var to: String
    /// The share of contacts entering the stage, 0 … 1.
    public var share: Double

    /// A diversion.
    public init(to: String, share: Double) {
      self.to = to
      self.share = share
    }
  }

  /// Something a contact may choose in a stage: to press 1 for a crime, or to ask for an officer.
  public struct Option: Sendable, Equatable {
    /// Its name, for example `report a crime`.
    public var id: String
    /// The share of contacts entering the stage who choose it, 0 … 1.
    public var share: Double
    /// How long it takes them, in seconds.
    public var takes: Distribution
    /// The share of those who choose it whose need is met here, 0 … 1.
    public var contains: Double
    /// The shares of those who choose it that go on to other channels.
    public var divertsTo: [Diversion]

    /// An option.
    public init(
      id: String, share: Double, takes: Distribution = .constant(0), contains: Double = 0,
      divertsTo: [Diversion] = []
    ) {
      self.id = id
      self.share = share
      self.takes = takes
      self.contains = contains
      self.divertsTo = divertsTo
    }
  }

  /// Its name, for example `ivr`.
  public var id: String
  /// How long it takes, in seconds.
  public var takes: Distribution
  /// The share of contacts whose need is met here, 0 … 1.
  public var contains: Double
  /// The shares of contacts that go on to other channels.
  public var divertsTo: [Diversion]
  /// Whether the time spent here belongs to the speed of answer.
  public var counts: Bool
  /// What contacts may choose here; for whoever chooses nothing, the stage's own numbers hold. Shares sum to at most 1.
  public var options: [Option]
  /// Whether what the channel's recorded arrivals say of it happens again, instead of being drawn.
  public var isRecorded: Bool

  /// A front stage.
  public init(
    id: String, takes: Distribution = .constant(0), contains: Double = 0, divertsTo: [Diversion] = [],
    counts: Bool = false, options: [Option] = [], isRecorded: Bool = false
  ) {
    self.id = id
    self.takes = takes
    self.contains = contains
    self.divertsTo = divertsTo
    self.counts = counts
    self.options = options
    self.isRecorded = isRecorded
  }

  /// The ways through the stage: what part of the contacts takes each, and how they leave it.
  public var ways: [(share: Double, contains: Double, divertsTo: [Diversion])] {
    let chosen = options.reduce(0) { $0 + $1.share }
    return options.map { ($0.share, $0.contains, $0.divertsTo) } + [(1 - chosen, contains, divertsTo)]
  }
}

extension Arrivals {
  /// Nobody comes of their own accord: contacts of the channel come from others.
  public static var nobody: Arrivals { .profile(ArrivalProfile(perYear: 0)) }
}
