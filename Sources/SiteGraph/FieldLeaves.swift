import Content

extension Located<FieldValue> {
  /// Calls a function for every part of a field's value that is neither a list nor a record, with the part's type.
  func forEachLeaf(of type: FieldType, _ body: (Located<FieldValue>, FieldType) -> Void) {
    switch (value, type) {
    case (.list(let elements), .list(let element)):
      for value in elements { value.forEachLeaf(of: element, body) }
    case (.record(let members), .record(let parts)):
      for part in parts { members[part.name]?.forEachLeaf(of: part.type, body) }
    default: body(self, type)
    }
  }
}

extension Variant {
  /// Calls a function for every part of every field of a kind, in the order of the declaration.
  func forEachLeaf(of kind: Kind, _ body: (Located<FieldValue>, FieldType) -> Void) {
    let fields = fields
    for field in kind.fields { fields[field.name]?.forEachLeaf(of: field.type, body) }
  }
}
