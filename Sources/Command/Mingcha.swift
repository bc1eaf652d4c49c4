import ArgumentParser
import Attachments
import Audit
import Foundation

/// `mingcha`: the command line.
@main
struct Mingcha: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingcha",
    abstract: Help.text(
      "政务公开合规审核：采集、读取、判定、计分、出报告。",
      "Audits government websites for what they must disclose: gather, read, judge, score, report."),
    discussion: Help.page(
      """
      mingcha audit plan.yaml
      mingcha explain Reports/latest/audit.json 区财政局 A.4
      mingcha help audit
      """),
    version: AuditRun.tool,
    subcommands: [
      AuditCommand.self, GatherCommand.self, ReportCommand.self, ReadCommand.self,
      RulesCommand.self, DiffCommand.self, ExplainCommand.self, ArchiveCommand.self,
      SettingsCommand.self,
    ])

  /// Runs the command and ends with a status of the contract: 2 for a mistake of the caller, 70
  /// for a fault of the program, else what the command says.
  static func main() {
    // The reading process of attachments is this program, too; nobody calls it by hand.
    let words = CommandLine.arguments.dropFirst()
    if words.first == FileReader.workerWord {
      Foundation.exit(AttachmentWorker.run(Array(words.dropFirst())))
    }
    // A file beyond `ulimit -f` is an error like a full disk, with words of ours.
    signal(SIGXFSZ, SIG_IGN)
    // A stream that is closed would be the number of the next file that is opened.
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDWR)
    }
    // OpenSSL's habit of writing the keys of all sessions into a file is nobody's wish here.
    _ = unsafe unsetenv("SSLKEYLOGFILE")
    // A reader of ours that goes away must not take a crawl with it.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try Setting.check()
      let leavesFiles = command is AuditCommand || command is GatherCommand
      if leavesFiles { Terminal.outliveReaders() }
      try command.run()
      if !leavesFiles, let words = Terminal.lostWords {
        end(70, "结果没有写完：标准输出 \(words) / the result was not written: stdout, \(words)")
      }
    } catch let fault as UsageFault {
      end(2, fault.description)
    } catch let held as RunLock.Held {
      end(4, held.description)
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      switch exitCode(for: error) {
      case .success:
        print(said(error))
        Foundation.exit(0)
      case .validationFailure: end(2, said(error))
      default: end(70, "程序故障 / a fault of the program: \(error)")
      }
    }
  }

  /// What the parser says of an error or a page asked for, in the reader's language.
  ///
  /// A completion script and the program's version pass nearly as they are.
  private static func said(_ error: any Error) -> String {
    let message = fullMessage(for: error, columns: 100_000)
    guard ["OVERVIEW: ", "USAGE: ", "Error: "].contains(where: message.hasPrefix) else {
      return ParserWords.inScript(message)
    }
    return HelpLayout.broken(ParserWords.said(message), columns: HelpLayout.terminalColumns())
  }

  private static func end(_ status: Int32, _ message: String) -> Never {
    Terminal.say(message + "\n")
    Foundation.exit(status)
  }
}
