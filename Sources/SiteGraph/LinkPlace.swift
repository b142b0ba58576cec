import Content

/// A destination and where it is written: what a link leads to depends on the folder of its file alone.
struct LinkPlace: Hashable, Sendable {
  private let destination: String
  private let section: String
  private let folder: String?

  init(destination: String, file: EntryFile) {
    self.destination = destination
    section = file.section
    folder = file.isFolder ? file.key : nil
  }
}
