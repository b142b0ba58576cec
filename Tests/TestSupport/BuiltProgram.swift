package import Foundation

/// A program of this package, beside the bundle of the tests.
package enum BuiltProgram {
  package static func url(_ name: String) -> URL {
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let folder = bundles.first?.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return folder.appendingPathComponent(name)
  }
}
