import CommonMark
import Templating

/// A text's headings, nested by level, as templates see them: `title`, `id`, `level`, `children`.
struct TableOfContents {
  let language: String
  /// What ids begin with in the text.
  let idPrefix: String

  func value(of headings: [Heading]) -> Value {
    var rest = headings[...]
    return .list(take(from: &rest, above: 0))
  }

  /// The headings at the front that are deeper than a level, those below each as its children.
  private func take(from rest: inout ArraySlice<Heading>, above level: Int) -> [Value] {
    var values: [Value] = []
    while let heading = rest.first, heading.level > level {
      rest.removeFirst()
      let children = take(from: &rest, above: heading.level)
      values.append(
        .record([
          ("title", .text(Text(heading.text, language: language))), ("id", .string(idPrefix + heading.id)),
          ("level", .integer(heading.level)), ("children", .list(children)),
        ]))
    }
    return values
  }
}
