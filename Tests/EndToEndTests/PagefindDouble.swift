import Foundation
import TestSupport

/// The program that stands in for Pagefind, so that a site with a search needs none on the machine.
enum PagefindDouble {
  /// The environment in which it is found.
  ///
  /// - Parameter mistake: What goes wrong: `crash`, `garbage`, `refuse`, `silence`.
  static func environment(_ mistake: String = "") -> [String: String] {
    ["PAGEFIND_BINARY_PATH": BuiltProgram.url("pagefind-double").path, "PAGEFIND_DOUBLE": mistake]
  }
}
