/// Why a text cannot be a part of an address.
enum SlugMistake: Hashable, Sendable {
  case empty
  case dots
  case slash
  case space
  /// A character that would have another meaning in an address, or none.
  case character(Character)
  case tooLong

  var message: String {
    switch self {
    case .empty: "it is empty"
    case .dots: "it begins or ends with a dot"
    case .slash: "it has a slash in it"
    case .space: "it has a space in it"
    case .character(let character): "it has “\(character)” in it"
    case .tooLong: "it is longer than \(Slug.maximumLength) bytes"
    }
  }

  var remedy: String? {
    switch self {
    case .empty: "leave out “slug”, and the file’s name is taken"
    case .slash: "a slug is one part of an address; former addresses go under “aliases”"
    default: "write letters, digits and hyphens"
    }
  }
}
