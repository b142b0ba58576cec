package import Diagnostics

/// All templates of a site, read and checked once.
///
/// Immutable: any number of threads may render from one set at the same time, without locks.
package final class TemplateSet: Sendable {
  private let compiled: CompiledSet
  private let texts: [SourceText]
  private let globals: [String]
  private let iterationLimit: Int
  private let workLimit: Int

  /// What is wrong with the templates, in the order of their places.
  package let diagnostics: [Diagnostic]

  /// The templates' names, in the order of the sources.
  package let names: [String]

  /// - Parameters:
  ///   - iterationLimit: How often all loops of one page may go round, so that a mistake comes to an end.
  ///   - workLimit: How much one page may do; a unit is roughly what it takes to write a byte.
  package init(
    sources: [TemplateSource], host: HostDeclarations = HostDeclarations(),
    iterationLimit: Int = Limits.iterations, workLimit: Int = Limits.work
  ) {
    texts = sources.map { SourceText(file: $0.file, bytes: $0.bytes) }
    names = sources.map(\.name)
    globals = host.globals
    var problems: [(template: Int, problem: SourceProblem)] = []
    let parsed = sources.enumerated().map {
      index, source -> (name: String, length: Int, statements: [Statement]) in
      guard source.bytes.count <= Int(Int32.max) else {
        problems.append((index, SourceProblem(problem: .limit(.textLength), range: 0..<1)))
        return (source.name, 0, [])
      }
      if let offset = Encoding.firstInvalidByte(source.bytes) {
        problems.append((index, SourceProblem(problem: .invalidUTF8, range: offset..<offset + 1)))
        return (source.name, 0, [])
      }
      let (statements, found) = Parser.parse(source.bytes)
      problems += found.map { (index, $0) }
      return (source.name, source.bytes.count, statements)
    }
    let (set, found) = Compiler.compile(parsed, host: host)
    self.iterationLimit = iterationLimit
    self.workLimit = workLimit
    compiled = set
    let texts = texts
    diagnostics = (problems + found).map { template, problem in
      problem.problem.at(
        texts[template].place(at: problem.range.lowerBound, length: max(1, problem.range.count)))
    }.sorted()
  }

  package func contains(_ name: String) -> Bool { compiled.indices[name] != nil }

  /// Where the templates call one of the host's functions.
  package func calls(of function: String) -> [HostCall] {
    compiled.hostCalls.filter { $0.function == function }.map {
      HostCall(function: function, argument: $0.argument, place: place($0.span))
    }
  }

  /// Renders a template and appends what it prints.
  ///
  /// - Parameters:
  ///   - context: The variables of the page.
  ///   - includes: What includes have printed on other pages with the same bindings; `nil`: each is run.
  ///   - subject: The page that is rendered (`/de/nachrichten/x/`), which errors name.
  ///   - output: Gets the bytes; unchanged where the template fails.
  /// - Throws: What is wrong, at its place, with the way that led there.
  package func render(
    _ name: String, context: [String: Value], bindings: HostBindings? = nil,
    includes: IncludeCache? = nil, subject: String? = nil, into output: inout [UInt8]
  ) throws(RenderFailure) {
    guard let index = compiled.indices[name] else {
      throw RenderFailure(compiled.unknownTemplate(name).at(nil, notes: notes(subject)))
    }
    var values = compiled.baseValues
    for (name, value) in context {
      if let symbol = compiled.symbolNumbers[name] { values[symbol] = value }
    }
    let start = output.count
    var buffer: [UInt8] = []
    swap(&buffer, &output)
    var renderer = Renderer(
      set: compiled, bindings: bindings, includes: includes, output: buffer, iterationLimit: iterationLimit,
      workLimit: workLimit)
    buffer = []
    let template = compiled.templates[index]
    let rootContext = Context(template: index, values: values, blocks: template.ownBlocks)
    var failure: Interruption?
    do throws(Interruption) {
      try renderer.open(length: template.length)
      try template.run(&renderer, rootContext)
      if renderer.output.count - start > Limits.bytes { throw Interruption(.limit(.outputLength)) }
    } catch {
      failure = error
    }
    renderer.breakLater(rootContext)
    renderer.finish()
    swap(&renderer.output, &output)
    if let failure {
      output.removeSubrange(start...)
      throw RenderFailure(diagnostic(failure, context: context, subject: subject))
    }
  }

  private func diagnostic(_ failure: Interruption, context: [String: Value], subject: String?) -> Diagnostic {
    var problem = failure.problem
    if case .undefinedName(let name, nil) = problem, context[name] != nil {
      problem = .outOfContext(name)
    } else if case .undefinedName(let name, nil) = problem {
      let known = Array(context.keys) + globals + compiled.host.functions.map(\.name)
      problem = .undefinedName(name, suggestion: Suggestion.nearest(to: name, in: known))
    }
    var trace: [Note] = []
    for (message, span) in failure.trace { trace.append(Note(message, at: place(span))) }
    return problem.at(failure.place.map(place), notes: trace + notes(subject))
  }

  private func notes(_ subject: String?) -> [Note] {
    subject.map { [Note("while rendering “\($0)”", at: nil)] } ?? []
  }

  private func place(_ span: SourceSpan) -> Place {
    texts[Int(span.template)].place(at: Int(span.start), length: Int(span.length))
  }
}

/// Why a page could not be rendered.
package struct RenderFailure: Error, Sendable {
  package let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
