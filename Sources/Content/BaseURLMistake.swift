/// What is wrong with a text that should be a site's address.
package enum BaseURLMistake: Error, Hashable {
  /// Not of the form at all; `meant` is the address without what is missing, where that can be known.
  case form(meant: BaseURL?)
  /// A user’s name, with or without a password.
  case credentials
  case host(String)
  case port(String)
  /// `/icn//x`, `/../x`.
  case path(String)
  /// What follows the path, from `?` or `#` on.
  case suffix(String)

  /// The mistake in words that follow the text and a colon; `nil` where there is nothing to add.
  package var message: String? {
    switch self {
    case .form: nil
    case .credentials: "a user’s name or password has no place in it"
    case .host(""): "it names no host"
    case .host(let host): "“\(excerpt(of: host))” is no host’s name"
    case .port(let port): "“\(excerpt(of: port))” is no port, which is a number from 1 to 65535"
    case .path(let path): "“\(excerpt(of: path))” is no path of a folder"
    case .suffix(let suffix): "it must end before “\(excerpt(of: suffix))”"
    }
  }

  package var remedy: String {
    switch self {
    case .form(let meant?): "did you mean “\(meant.permalink(""))”?"
    case .form, .credentials, .host, .port, .path, .suffix:
      "write it like https://example.org or https://example.org/icn"
    }
  }
}
