package import Diagnostics

extension PublishingProblem {
  package var identifier: String {
    switch self {
    case .outputIsLink: "output-is-link"
    case .notAFolder: "not-a-folder"
    case .outputNotWritable: "output-not-writable"
    case .foldersOverlap, .stateInFolder: "folders-overlap"
    case .invalidPath: "invalid-output-path"
    case .duplicatePath: "duplicate-output-path"
    case .fileIsFolder: "file-is-folder"
    case .linkInOutput: "link-in-output"
    case .fileInTheWay: "file-in-the-way"
    case .folderInTheWay: "folder-in-the-way"
    case .notAFile: "not-a-file"
    case .systemFailure: "publishing-failed"
    case .interrupted: "publishing-interrupted"
    case .incomplete: "publishing-incomplete"
    case .changedFileKept: "changed-file-kept"
    case .foreignFileReplaced: "foreign-file-replaced"
    case .unknownFiles: "unknown-files"
    case .stateIgnored: "state-ignored"
    case .leftovers: "leftover-files"
    }
  }

  package var severity: Severity {
    switch self {
    case .changedFileKept, .foreignFileReplaced, .unknownFiles, .stateIgnored, .leftovers: .warning
    default: .error
    }
  }

  package var message: String {
    switch self {
    case .outputIsLink(let path):
      "the output folder “\(path)” is a symbolic link, expected a folder"
    case .notAFolder(let path):
      "“\(path)” is not a folder"
    case .outputNotWritable(let path, let reason):
      "the output folder “\(path)” cannot be written to: \(reason)"
    case .foldersOverlap(let output, .same, let other, let role):
      "the output folder “\(output)” is also the \(role.rawValue) folder “\(other)”"
    case .foldersOverlap(let output, .inside, let other, let role):
      "the output folder “\(output)” is inside the \(role.rawValue) folder “\(other)”"
    case .foldersOverlap(let output, .around, let other, let role):
      "the output folder “\(output)” contains the \(role.rawValue) folder “\(other)”"
    case .stateInFolder(let state, let other, let role):
      state == other
        ? "the state folder “\(state)” is also the \(role.rawValue) folder"
        : "the state folder “\(state)” is inside the \(role.rawValue) folder “\(other)”"
    case .invalidPath(let path, let reason):
      "the site has a file with the path “\(path)”, \(reason.clause)"
    case .duplicatePath(let path):
      "the site has two files with the path “\(path)”"
    case .fileIsFolder(let path, let child):
      "the site has a file “\(path)”, and “\(child)” needs a folder of that name"
    case .linkInOutput(let link, let file):
      link == file
        ? "“\(link)” is a symbolic link, expected a file"
        : "“\(link)” is a symbolic link, expected a folder"
    case .fileInTheWay(let path, let file):
      "“\(path)” is a file that this site did not write, expected a folder for “\(file)”"
    case .folderInTheWay(let path):
      "“\(path)” is a folder with files that this site did not write, expected a file"
    case .notAFile(let path):
      "“\(path)” is neither a file nor a folder"
    case .systemFailure(let action, let path, let reason):
      "cannot \(action.rawValue) “\(path)”: \(reason)"
    case .interrupted(let output):
      "publishing stopped halfway, “\(output)” has files of the old site and of the new one"
    case .incomplete:
      "publishing was to finish though a file could not be written"
    case .changedFileKept(let path):
      "“\(path)” is no longer part of the site, but it was changed by something else and stays"
    case .foreignFileReplaced(let path):
      "“\(path)” was not written by this site and has been replaced"
    case .unknownFiles(let output, let count, let examples):
      count == 1
        ? "“\(output)” has a file that the site does not have: \(Self.listed(examples))"
        : "“\(output)” has \(count) files that the site does not have: \(Self.listed(examples))"
          + (count > examples.count ? " …" : "")
    case .stateIgnored(let path):
      "“\(path)” is damaged and was ignored"
    case .leftovers(let path, let reason):
      "temporary files in “\(path)” could not be removed: \(reason)"
    }
  }

  package var remedy: String? {
    switch self {
    case .outputIsLink: "give the folder that the link leads to with --output"
    case .notAFolder: "remove the file, or name another folder"
    case .outputNotWritable: "change the folder’s permissions, or name another one with --output"
    case .stateInFolder: "name another one with --state"
    case .foldersOverlap: "name a folder of its own with --output"
    case .invalidPath, .duplicatePath, .fileIsFolder, .incomplete: nil
    case .linkInOutput: "remove the link; files are only ever written inside the output folder itself"
    case .fileInTheWay, .folderInTheWay, .notAFile: "move it elsewhere, or give the page another address"
    case .systemFailure(_, _, let reason): reason.remedy
    case .interrupted: "build again: the next build puts it right"
    case .changedFileKept: "remove it yourself if nobody needs it"
    case .foreignFileReplaced: nil
    case .unknownFiles(_, let count, _):
      count == 1
        ? "remove it if an earlier build wrote it, which cannot be known without the state folder"
        : "remove those that earlier builds wrote, which cannot be known without the state folder"
    case .stateIgnored: "files of earlier builds that the site no longer has stay until you remove them"
    case .leftovers: "the next build tries again"
    }
  }

  private static func listed(_ paths: [String]) -> String {
    paths.map { "“\($0)”" }.joined(separator: ", ")
  }
}

extension PublishingProblem.InvalidPath {
  fileprivate var clause: String {
    switch self {
    case .empty: "expected a file name"
    case .absolute: "expected one relative to the output folder"
    case .component(""): "expected no empty part"
    case .component(let part): "expected no part “\(part)”"
    case .controlCharacter: "expected no control characters"
    case .reserved: "but that name is used while publishing"
    }
  }
}
