/// How a point on a map is drawn; what differs in meaning differs in shape, too.
enum MapSymbol: String, Sendable, CaseIterable {
  /// A founding or a full member.
  case member
  case candidate
  case guest
  /// A former member: on its own page, and on those of the agreements that it signed.
  case former
  /// Several clusters that are too near to each other to be told apart.
  case group
  /// Where something takes place.
  case place

  /// - Parameter status: A cluster's `status`; without one it is a member.
  init(status: String?) {
    switch status {
    case "candidate": self = .candidate
    case "guest": self = .guest
    case "former": self = .former
    default: self = .member
    }
  }
}
