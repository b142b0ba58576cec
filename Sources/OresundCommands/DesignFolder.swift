import Content
import Diagnostics
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

  /// What designers wrote, as far as it can be used, and what is wrong with it.
  struct Outcome {
    /// `nil` where something in it is an error.
    let design: Design?
    let diagnostics: [Diagnostic]
  }

  /// The folder as given, such as `templates`.
  let path: String

  /// Reads the folder and checks its templates.
  ///
  /// - Parameter defaultLanguage: The language of strings that others lack.
  func design(defaultLanguage: String) -> Outcome {
    let reading = read()
    let templates = TemplateSet(sources: reading.sources, host: HostFunctions.declarations)
    let assets = AssetCatalog(reading.assets, folder: "\(path)/assets")
    let diagnostics = reading.diagnostics + templates.diagnostics + assets.diagnostics
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      return Outcome(design: nil, diagnostics: diagnostics)
    }
    let design = Design(
      folder: path, templates: templates,
      strings: StringsCatalog(site: reading.strings, defaultLanguage: defaultLanguage),
      assets: assets)
    return Outcome(design: design, diagnostics: diagnostics)
  }

  /// All files, in the order of their names, but for hidden ones and editors' backups.
  func read() -> Reading {
    var reading = Reading()
    guard Disk.resolved(path) != nil else {
      reading.diagnostics.append(CommandProblem.noTemplatesFolder(path).at(nil))
      return reading
    }
    var scan = FolderScan(root: path)
    scan.run()
    reading.diagnostics += scan.diagnostics
    for name in scan.files.sorted() {
      do {
        add(name, try Disk.bytes(of: "\(path)/\(name)"), to: &reading)
      } catch {
        reading.diagnostics.append(CommandProblem.unreadable("\(path)/\(name)", reason: error.reason).at(nil))
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
    } else if name.hasPrefix("strings/") {
      reading.diagnostics.append(CommandProblem.noStringsFile(name).at(Place(file: file)))
    } else {
      reading.sources.append(TemplateSource(name: name, file: file, bytes: bytes))
    }
  }
}
