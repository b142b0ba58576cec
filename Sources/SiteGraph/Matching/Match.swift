/// One cluster offers what another seeks.
package struct Match: Hashable, Sendable {
  /// How near what is offered comes to what is sought.
  package enum Fit: String, Sendable, Comparable {
    /// The topic itself.
    case exact
    /// A topic within the one that is sought: wind power for who seeks energy.
    case narrower
    /// A topic around the one that is sought: energy for who seeks wind power. May help, or not.
    case broader

    private var order: Int {
      switch self {
      case .exact: 0
      case .narrower: 1
      case .broader: 2
      }
    }

    package static func < (a: Fit, b: Fit) -> Bool { a.order < b.order }
  }

  /// Why the two match: one of the topics that are sought, and what is offered of it.
  package struct Reason: Hashable, Sendable {
    /// A topic's number in ``Site/topics``.
    package let sought: Int
    /// The topics that come nearest to it, by their numbers, nearest first.
    package let offered: [Int]
    package let fit: Fit
    /// How many levels of the topics' hierarchy lie between what is sought and the nearest that is offered.
    package let steps: Int

    /// Smaller is nearer: fewer steps, and of as many, narrower before broader.
    var distance: Distance { Distance(steps: steps, fit: fit) }
  }

  /// The numbers of the two clusters in ``Site/entries``.
  package let giver: Int
  package let taker: Int
  /// Never empty, nearest first; those as near are in the order in which they are sought.
  package let reasons: [Reason]
  /// That of the nearest reason.
  let distance: Distance

  /// How near a topic is to another.
  struct Distance: Comparable, Hashable {
    let steps: Int
    let fit: Fit

    static func < (a: Distance, b: Distance) -> Bool { (a.steps, a.fit) < (b.steps, b.fit) }
  }
}
