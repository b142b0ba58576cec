import CommonMark
import Diagnostics

extension FolderProblem {
  var identifier: String {
    switch self {
    case .noFolder: "no-content-folder"
    case .tooDeep: "folder-too-deep"
    case .nameIsNoUTF8: "invalid-file-name"
    case .noRegularFile: "no-regular-file"
    case .brokenLink, .linkLeaves, .linkToFolder: "link-not-followed"
    case .noSiteFile: "no-site-file"
    case .unknownFolder: "unknown-folder"
    case .strayFile, .misnamed, .markdownEnding, .looseIndex, .markdownBesideIndex: "stray-file"
    case .noIndex: "no-index-file"
    case .undeclaredLanguage: "undeclared-language"
    case .noDate: "invalid-date"
    case .badName: "invalid-slug"
    case .clash: "file-name-clash"
    }
  }

  var severity: Severity {
    if case .strayFile = self { .warning } else { .error }
  }

  var message: String {
    switch self {
    case .noFolder(let path): "there is no folder “\(path)”"
    case .tooDeep: "this folder lies too deep to be looked into"
    case .nameIsNoUTF8: "the name of a file in this folder is no UTF-8"
    case .noRegularFile: "this is neither a file nor a folder"
    case .brokenLink: "this link leads nowhere"
    case .linkLeaves(let target): "this link leads out of its folder, to “\(target)”"
    case .linkToFolder: "this link leads to a folder"
    case .noSiteFile: "there is no site.yml"
    case .unknownFolder(let name, _): "“\(name)” is no folder of any kind of content"
    case .strayFile: "this file is part of no entry and is not published"
    case .misnamed(let name, _): "“\(name)” is not read"
    case .markdownEnding(let name): "“\(name)” is not read"
    case .noIndex(let folder): "the folder “\(folder)” has no index.md and so is no entry"
    case .looseIndex(let section): "“\(section)” itself is no entry and has no index.md"
    case .markdownBesideIndex: "this file is no variant of its entry"
    case .undeclaredLanguage(let tag, let languages, _):
      "“\(tag)” is no language of this site (\(languages.joined(separator: ", ")))"
    case .noDate(let text, let mistake): "“\(text)” is no date: \(mistake.message)"
    case .badName(let name, let mistake):
      "the file’s name “\(name)” cannot be a part of an address: \(mistake.message)"
    case .clash(let other):
      "this name differs from “\(other)” only by capital letters or by how accents are encoded"
    }
  }

  var remedy: String? {
    switch self {
    case .noFolder: "give the content folder with --content"
    case .tooDeep: "move it up, or out of the content folder"
    case .noRegularFile: "remove it, or move it out of the content folder"
    case .nameIsNoUTF8, .clash: "rename the file"
    case .brokenLink: "remove the link"
    case .linkLeaves, .linkToFolder: "copy what it leads to"
    case .noSiteFile: "write one with name, base_url and languages"
    case .unknownFolder(_, let suggestion):
      if let suggestion {
        "did you mean “\(suggestion)”?"
      } else {
        "declare the kind in kinds/*.yml, or put files that are published as they are into static/"
      }
    case .strayFile: "put it beside its entry’s index.md, or into static/"
    case .misnamed(_, let expected), .markdownEnding(let expected): "\(expected)"
    case .noIndex: "name the entry’s file index.md, or index.<language>.md, or put the files into static/"
    case .looseIndex: "put it into a folder with the entry’s name"
    case .markdownBesideIndex: "name it index.<language>.md, or put it into the section’s folder"
    case .undeclaredLanguage(_, _, let suggestion):
      if let suggestion {
        "did you mean “\(suggestion)”?"
      } else {
        "declare the language in site.yml; if it is part of the name, write it without the dot"
      }
    case .badName(let name, _): "call it “\(Slug.of(name, language: "en"))”"
    case .noDate: "begin the name with a date such as 2010-10-01, or without one"
    }
  }
}
