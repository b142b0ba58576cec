import Diagnostics
import Foundation
import Pages
import Templating

/// Reads the templates folder.
struct DesignFolder {
  struct Reading {
    var sources: [TemplateSource] = []
    var strings: [StringsFile] = []
    var assets: [(name: String, bytes: [UInt8])] = []
    var diagnostics: [Diagnostic] = []
  }

  /// The folder as given, such as `templates`.
  let path: String

  /// All files, in the order of their names, but for hidden ones and editors' backups.
  func read() -> Reading {
    var reading = Reading()
    let root = URL(fileURLWithPath: path, isDirectory: true)
    guard FileManager.default.fileExists(atPath: root.path),
      let enumerator = FileManager.default.enumerator(atPath: root.path)
    else {
      reading.diagnostics.append(CommandProblem.noTemplatesFolder(path).at(nil))
      return reading
    }
    for name in enumerator.compactMap({ $0 as? String }).sorted() where !Self.isIgnored(name) {
      var isFolder: ObjCBool = false
      let file = root.appendingPathComponent(name)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
      else {
        continue
      }
      do {
        add(name, Array(try Data(contentsOf: file)), to: &reading)
      } catch {
        reading.diagnostics.append(
          CommandProblem.unreadable("\(path)/\(name)", reason: error.localizedDescription).at(nil))
      }
    }
    return reading
  }

  private func add(_ name: String, _ bytes: [UInt8], to reading: inout Reading) {
    let file = "\(path)/\(name)"
    if name.hasPrefix("assets/") {
      reading.assets.append((String(name.dropFirst("assets/".count)), bytes))
    } else if name.hasPrefix("strings/"), name.hasSuffix(".yml") {
      let language = String(name.dropFirst("strings/".count).dropLast(".yml".count))
      let (strings, diagnostics) = StringsFile.read(language: language, file: file, bytes: bytes)
      reading.strings.append(strings)
      reading.diagnostics += diagnostics
    } else if !name.hasPrefix("strings/") {
      reading.sources.append(TemplateSource(name: name, file: file, bytes: bytes))
    }
  }

  private static func isIgnored(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasSuffix("~") }
  }
}
