/// Why the size of an image cannot be told from its bytes.
enum ImageMistake: Error {
  /// The bytes end before what says the size.
  case truncated
  /// The bytes are none of the formats that browsers show.
  case unknownFormat
  /// The format is known, but what is there contradicts it.
  case malformed
}
