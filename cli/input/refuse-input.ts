import {
  renderDiagnostics,
  renderDiagnosticsSummary,
  type Diagnostic,
  type Source,
} from '../../scenarios/index.ts'
import type { CommandContext } from '../context.ts'
import type { ExitCode } from '../exit-code.ts'
import { writeOut, writeTalk } from '../output.ts'
import { refusalExitCode } from './load-input.ts'

/** A file that did not load: what is wrong with it, and whose fault it is. */
export interface RefusedInput {
  readonly reason: 'unreadable' | 'flag' | 'content'
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly Source[]
}

/** Says what is wrong with a file: on standard error, or as the one JSON document that was asked for. */
export const refuseInput = async (
  refused: RefusedInput,
  { flags, settings, words }: CommandContext,
): Promise<ExitCode> => {
  const { diagnostics, sources, reason } = refused
  const { language, ascii, colorOnStderr } = settings
  const code = refusalExitCode(reason)
  if (flags.format === 'json') {
    const document = { schema: 'froth.check/1', ok: false, exitCode: code, diagnostics }
    await writeOut(`${JSON.stringify(document, null, 2)}\n`)
  }
  const drawn = renderDiagnostics(diagnostics, sources, { language, ascii, color: colorOnStderr })
  writeTalk(`${drawn}\n\n${renderDiagnosticsSummary(diagnostics, language)}    ${words.check.exit(code)}\n`)
  return code
}
