import { CommandError } from './command-error.ts'
import { exitCode } from './exit-code.ts'
import type { ResultError, StudyError } from './study/index.ts'
import { fileFailure } from './text/file-text.ts'
import { harmless } from './text/harmless.ts'
import type { Messages } from './text/messages.ts'

const inFile = (message: string, help: string): CommandError => new CommandError(exitCode.file, message, help)

type Failure = StudyError | ResultError
type Of<Tag extends Failure['_tag']> = Extract<Failure, { _tag: Tag }>

const refusal = ({ path, differences }: Of<'RefusedError'>, { file }: Messages): CommandError => {
  const lines = differences.map(({ item, found, asked }) =>
    file.difference(file.items[item] ?? item, harmless(found), harmless(asked)),
  )
  return inFile([file.otherStudy(harmless(path)), ...lines].join('\n       '), file.otherStudyHelp)
}

const heldLock = ({ path, holder }: Of<'LockHeld'>, { file }: Messages): CommandError => {
  const process = holder === null ? '' : file.process(holder.processId, harmless(holder.host))
  return inFile(file.locked(harmless(path), process), file.lockedHelp)
}

const crash = ({ run, seed, reason }: Of<'WorkerCrashed'>, { file }: Messages): CommandError =>
  new CommandError(exitCode.bug, file.workerCrashed(run, seed, harmless(reason)), file.workerCrashedHelp)

const tellers: { readonly [Tag in Failure['_tag']]: (error: Of<Tag>, words: Messages) => CommandError } = {
  FileError: (error, { file }) => fileFailure(error, file),
  RefusedError: refusal,
  NotAResultFolder: ({ path }, { file }) => inFile(file.notAResult(harmless(path)), file.notAResultHelp),
  DamagedResult: ({ path, file: name }, { file }) =>
    inFile(file.damaged(harmless(path), harmless(name)), file.damagedHelp),
  LockHeld: heldLock,
  WorkerCrashed: crash,
  ResultNotFound: ({ reference }, { show }) => inFile(show.noSuchResult(harmless(reference)), show.seeList),
  AmbiguousResult: ({ reference, candidates }, { show }) =>
    new CommandError(exitCode.usage, show.ambiguous(harmless(reference), candidates)),
}

/** The end of a command whose study, or stored result, failed in one of the expected ways. */
export const studyFailure = (error: Failure, words: Messages): CommandError =>
  // Each teller takes the failure of its own tag: the type system cannot follow that through an index.
  (tellers[error._tag] as (error: Failure, words: Messages) => CommandError)(error, words)
