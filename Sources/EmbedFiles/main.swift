import Foundation

// Writes Swift that holds files: `embed-files OUTPUT (PATH FILE)…`. A file is one literal in Base64, which compiles at once
// whatever its size, where an array of its bytes takes minutes.

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else { exit(64) }
var swift = """
  /// The files of the site that `oresund init` writes, made by embed-files.
  enum StarterFiles {
    /// Paths in the site, and contents in Base64.
    static let all: [(path: String, base64: String)] = [

  """
var rest = Array(arguments.dropFirst())[...]
while let path = rest.popFirst(), let file = rest.popFirst() {
  let contents = try Data(contentsOf: URL(fileURLWithPath: file))
  swift += "    (\(String(reflecting: path)), \"\(contents.base64EncodedString())\"),\n"
}
swift += "  ]\n}\n"
try Data(swift.utf8).write(to: URL(fileURLWithPath: output))
