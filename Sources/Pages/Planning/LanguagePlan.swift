/// What one language adds to the plan of a site.
package struct LanguagePlan: Sendable {
  let planner: LanguagePlanner

  init(_ planner: LanguagePlanner) {
    self.planner = planner
  }
}
