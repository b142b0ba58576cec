/// A country, a continent, or a group of countries, with the entries about it.
package struct AreaNode: Sendable {
  /// `dk`, `europe`, `global`, `eu`, or a group's key.
  package let key: String
  /// Names by language number, each with its language where it is not the page's.
  package let names: [LabelText]
  /// The continent that a country lies in, by its number in ``Site/areas``.
  package let parent: Int?
  /// Paths by language number.
  package let paths: [String]
  /// The entries about this area or a country in it, newest first.
  package let entries: [Int]
}
