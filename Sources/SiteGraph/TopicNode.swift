package import Content

/// A topic with its place in the hierarchy and the entries that name it.
package struct TopicNode: Sendable {
  package let topic: Topic
  /// The broader topic's number in ``Site/topics``.
  package let parent: Int?
  /// The narrower topics' numbers, in the vocabulary's order.
  package let children: [Int]
  package let related: [Int]
  /// Paths by language number.
  package let paths: [String]
  /// The entries that name this topic or a narrower one, newest first.
  package let entries: [Int]
}
