package import Diagnostics

/// A former address of an entry (`aliases:`), from which its readers are led on.
package struct Redirect: Hashable, Sendable {
  /// The former path below the site's root, as it is without percent encoding: `/old/address/`.
  package let path: String
  /// Where the entry is now in the language of the variant that names the former address.
  package let edition: Edition
  /// Where the former address is written.
  package let place: Place
}
