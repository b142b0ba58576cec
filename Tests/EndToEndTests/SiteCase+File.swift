import Foundation

extension SiteCase {
  /// The cases of all fixture files in a folder.
  static func all(in folder: String) -> [SiteCase] {
    let root = Fixtures.folder.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name -> [SiteCase] in
      let text = (try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)) ?? ""
      return ("\n" + text).components(separatedBy: "\n=== ").dropFirst().map {
        SiteCase(file: "\(folder)/\(name)", text: $0)
      }
    }
  }

  private init(file: String, text: String) {
    var lines = text.components(separatedBy: "\n")[...]
    // Cases are apart by one empty line.
    while lines.last == "" { lines.removeLast() }
    self.init(
      file: file, name: lines.popFirst() ?? "", arguments: nil, changes: [], error: "", outputs: [])
    var files: [File] = []
    while let line = lines.popFirst() {
      if line == "--->" {
        changes = files
        files = []
        while let line = lines.first, !line.hasPrefix(">>> ") {
          error += line + "\n"
          lines.removeFirst()
        }
      } else if line.hasPrefix(">>> ") {
        files.append(File(heading: line.dropFirst(4)))
      } else if line.hasPrefix("$ "), files.isEmpty {
        arguments = line.dropFirst(2).split(separator: " ").map(String.init)
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      }
    }
    outputs = files
  }

  /// The case as its fixture file says it.
  private var text: String {
    var text = "=== \(name)\n"
    if let arguments { text += "$ \(arguments.joined(separator: " "))\n" }
    return text + changes.map(\.section).joined() + "--->\n" + error + outputs.map(\.section).joined()
  }

  /// Runs the cases and writes their files anew with what the program says and publishes today.
  static func record(_ cases: [SiteCase]) async throws {
    for (file, cases) in Dictionary(grouping: cases, by: \.file) {
      var texts: [String] = []
      for var recorded in cases {
        let site = try await recorded.site(isPublished: recorded.isMistake)
        recorded.error = try await recorded.run(in: site).error
        let published = try site.published()
        for index in recorded.outputs.indices {
          recorded.outputs[index].text = output(recorded.outputs[index].path, of: published)
        }
        texts.append(recorded.text)
      }
      try texts.joined(separator: "\n").write(
        to: Fixtures.folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }
  }
}

extension SiteCase.File {
  /// A file from its heading, `PATH` or `PATH (FORM)`.
  fileprivate init(heading: Substring) {
    var path = String(heading)
    var form = ""
    if path.hasSuffix(")"), let open = path.range(of: " (", options: .backwards) {
      form = String(path[open.upperBound...].dropLast())
      path = String(path[..<open.lowerBound])
    }
    self.init(path: path, form: form, text: "")
  }

  fileprivate var section: String { ">>> \(path)\(form.isEmpty ? "" : " (\(form))")\n\(text)" }
}
