import Diagnostics

/// Reads the data files: `data/<name>.yml`, `.json` and `.csv`.
struct DataFileReader {
  /// The values by their files' names, sorted as their files were read.
  private(set) var members: [DataValue.Member] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var files: [String: String] = [:]

  mutating func read(_ bytes: [UInt8], file: String) {
    let fileName = file.split(separator: "/").last ?? ""
    let name = String(fileName.prefix { $0 != "." })
    let key = name.lowercased()
    if let other = files[key] {
      let place = Place(file: file)
      return diagnostics.append(
        DataProblem.nameTaken(name).at(place, notes: [Note("the other one", at: Place(file: other))]))
    }
    files[key] = file
    let value: DataValue?
    if fileName.hasSuffix(".yml") {
      value = SourceDocument.yaml(bytes, file: file, diagnostics: &diagnostics).map { DataValue($0) }
    } else if let text = SourceDocument.text(bytes, file: file, diagnostics: &diagnostics) {
      let result = fileName.hasSuffix(".json") ? JSONReader.read(text) : CSVReader.read(text)
      switch result {
      case .success(let read): value = read
      case .failure(let failure):
        let place = SourceText(file: file, bytes: bytes).place(at: failure.offset)
        diagnostics.append(failure.problem.at(place))
        value = nil
      }
    } else {
      value = nil
    }
    if let value { members.append(DataValue.Member(key: name, value: value)) }
  }
}

/// Why a data file cannot be read.
struct DataFailure: Error {
  let problem: DataProblem
  /// The byte offset in the file.
  let offset: Int
}
