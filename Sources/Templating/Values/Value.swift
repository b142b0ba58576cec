/// A value that templates see, with the meaning that it has in Python.
package enum Value: Sendable {
  case none
  case boolean(Bool)
  case integer(Int)
  case float(Double)
  case text(Text)
  case list([Value])
  /// Differs from a list in how it prints, compares and hashes.
  case tuple([Value])
  case map(ValueMap)
  /// Something of the host's with named attributes: a page, an entry, the site.
  case object(any TemplateObject)
  /// A name, attribute or item that does not exist: only tests and `default` may touch it.
  case undefined(Undefined)
  /// What exists only while a template is rendered: ranges, iterators, macros, namespaces, loops.
  case runtime(RuntimeValue)
}

extension Value {
  /// A text that is not safe HTML.
  package static func string(_ string: String) -> Value { .text(Text(string)) }

  /// A text that is HTML already and is written as it is.
  package static func html(_ string: String) -> Value { .text(Text(string, isSafe: true)) }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .text(Text(value)) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(floatLiteral value: Double) { self = .float(value) }
  package init(arrayLiteral elements: Value...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, Value)...) { self = .map(ValueMap(elements)) }
}
