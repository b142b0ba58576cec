final class ConstantNode: ExpressionNode, @unchecked Sendable {
  private let value: Value

  init(_ value: Value, _ place: SourceSpan) {
    self.value = value
    super.init(place, isConstant: true)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value { value }
}

final class NameNode: ExpressionNode, @unchecked Sendable {
  private let name: String
  private let reference: SlotReference

  init(_ name: String, _ reference: SlotReference, _ place: SourceSpan) {
    self.name = name
    self.reference = reference
    super.init(place)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    if let value = reference.value(frame) { return value }
    return .undefined(Undefined(.name(name)))
  }

  override func write(_ renderer: inout Renderer, _ frame: Frame, escaping: Bool) throws(Interruption) {
    if case .text(let text) = reference.value(frame) {
      do throws(Interruption) {
        try renderer.write(text, escaping: escaping)
      } catch {
        throw error.placed(at: place)
      }
    } else {
      try super.write(&renderer, frame, escaping: escaping)
    }
  }
}

final class ListNode: ExpressionNode, @unchecked Sendable {
  private let elements: [ExpressionNode]
  private let isTuple: Bool

  init(_ elements: [ExpressionNode], isTuple: Bool, _ place: SourceSpan) {
    self.elements = elements
    self.isTuple = isTuple
    super.init(place, isConstant: elements.allSatisfy(\.isConstant))
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements { values.append(try element.evaluate(&renderer, frame)) }
    return isTuple ? .tuple(values) : .list(values)
  }
}

final class MapNode: ExpressionNode, @unchecked Sendable {
  private let entries: [(key: ExpressionNode, value: ExpressionNode)]

  init(_ entries: [(key: ExpressionNode, value: ExpressionNode)], _ place: SourceSpan) {
    self.entries = entries
    super.init(place, isConstant: entries.allSatisfy { $0.key.isConstant && $0.value.isConstant })
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    var builder = ValueMap.Builder()
    for (key, value) in entries {
      let name = try key.evaluate(&renderer, frame)
      let value = try value.evaluate(&renderer, frame)
      do throws(Interruption) {
        try builder.insert(name, value, &renderer.work)
      } catch {
        throw error.placed(at: key.place)
      }
    }
    return .map(builder.map)
  }
}

final class AttributeNode: ExpressionNode, @unchecked Sendable {
  private let owner: ExpressionNode
  private let name: AttributeName

  init(_ owner: ExpressionNode, _ name: AttributeName, _ place: SourceSpan) {
    self.owner = owner
    self.name = name
    super.init(place, isConstant: owner.isConstant)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    let value = try owner.evaluate(&renderer, frame)
    if case .object(let object) = value, let attribute = object.attribute(name.string) { return attribute }
    do throws(Interruption) {
      return try value.attribute(name, &renderer)
    } catch {
      throw error.placed(at: place)
    }
  }
}

final class ItemNode: ExpressionNode, @unchecked Sendable {
  private let owner: ExpressionNode
  private let key: ExpressionNode

  init(_ owner: ExpressionNode, _ key: ExpressionNode, _ place: SourceSpan) {
    self.owner = owner
    self.key = key
    super.init(place, isConstant: owner.isConstant && key.isConstant)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    let value = try owner.evaluate(&renderer, frame)
    let key = try key.evaluate(&renderer, frame)
    do throws(Interruption) {
      return try value.item(key, &renderer)
    } catch {
      throw error.placed(at: place)
    }
  }
}

final class SliceNode: ExpressionNode, @unchecked Sendable {
  private let owner: ExpressionNode
  private let bounds: [ExpressionNode?]

  init(
    _ owner: ExpressionNode, _ start: ExpressionNode?, _ stop: ExpressionNode?, _ step: ExpressionNode?,
    _ place: SourceSpan
  ) {
    self.owner = owner
    bounds = [start, stop, step]
    super.init(place, isConstant: owner.isConstant && bounds.allSatisfy { $0?.isConstant ?? true })
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    let value = try owner.evaluate(&renderer, frame)
    var values: [Value] = []
    for bound in bounds { values.append(try bound?.evaluate(&renderer, frame) ?? .none) }
    do throws(Interruption) {
      return try value.slice(start: values[0], stop: values[1], step: values[2], &renderer.work)
    } catch {
      throw error.placed(at: place)
    }
  }
}
