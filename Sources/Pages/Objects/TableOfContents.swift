import CommonMark
import Templating

/// A text's headings, nested by level, as templates see them: `title`, `id`, `level`, `children`.
enum TableOfContents {
  static func value(of headings: [Heading], language: String) -> Value {
    var rest = headings[...]
    return .list(take(from: &rest, above: 0, language: language))
  }

  /// The headings at the front that are deeper than a level, those below each as its children.
  private static func take(from rest: inout ArraySlice<Heading>, above level: Int, language: String)
    -> [Value]
  {
    var values: [Value] = []
    while let heading = rest.first, heading.level > level {
      rest.removeFirst()
      let children = take(from: &rest, above: heading.level, language: language)
      values.append(
        .record([
          ("title", .text(Text(heading.text, language: language))), ("id", .string(heading.id)),
          ("level", .integer(heading.level)), ("children", .list(children)),
        ]))
    }
    return values
  }
}
