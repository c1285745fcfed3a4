import {
  builtInNames,
  catalogue,
  renderDiagnostics,
  renderDiagnosticsSummary,
  renderResolved,
} from '../../scenarios/index.ts'
import type { Diagnostic, LoadResult } from '../../scenarios/index.ts'
import { suggest } from '../arguments/suggest.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { loadInput, refusalExitCode } from '../input/load-input.ts'
import { sayLine, writeOut, writeTalk } from '../output.ts'
import { harmless } from '../text/harmless.ts'

const diagnosticsOf = (loaded: LoadResult): readonly Diagnostic[] =>
  loaded.ok ? loaded.warnings : loaded.diagnostics

/** Draws what is wrong, or odd, with a scenario on standard error. */
export const tellDiagnostics = (loaded: LoadResult, { settings }: CommandContext): void => {
  const diagnostics = diagnosticsOf(loaded)
  if (diagnostics.length === 0 || (loaded.ok && settings.quiet)) return
  const { language, ascii, colorOnStderr } = settings
  const drawn = renderDiagnostics(diagnostics, loaded.sources, { language, ascii, color: colorOnStderr })
  writeTalk(`${drawn}\n\n`)
}

/** What could have been meant by a file that is not there. */
const tellWhatThereIs = ({ operands, words }: CommandContext): void => {
  const near = suggest(operands[0], builtInNames)
  writeTalk(`${near === null ? words.input.builtIns(builtInNames) : words.usage.didYouMean(near)}\n`)
}

/** The last lines of a refusal: how many mistakes, where to read more, and the exit code. */
export const tellRefusal = (
  loaded: Extract<LoadResult, { ok: false }>,
  context: CommandContext,
): ExitCode => {
  const { settings, words } = context
  const code = refusalExitCode(loaded.reason)
  if (loaded.reason === 'unreadable') tellWhatThereIs(context)
  const counts = renderDiagnosticsSummary(loaded.diagnostics, settings.language)
  writeTalk(`${counts}    ${words.check.exit(code)}\n`)
  return code
}

const asJson = (loaded: LoadResult, code: ExitCode, isResolved: boolean): string => {
  const resolved = loaded.ok && isResolved ? { resolved: renderResolved(loaded, catalogue) } : {}
  const document = {
    schema: 'froth.check/1',
    ok: loaded.ok,
    exitCode: code,
    diagnostics: diagnosticsOf(loaded),
    ...resolved,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** `froth check SCENARIO`: every mistake in one pass; with --resolved, every value and where it comes from. */
export const check = async (context: CommandContext): Promise<ExitCode> => {
  const { flags, settings, words } = context
  const loaded = await loadInput(context)
  const code = loaded.ok ? exitCode.done : refusalExitCode(loaded.reason)
  if (flags.format === 'json') {
    await writeOut(asJson(loaded, code, flags.resolved))
    return code
  }
  tellDiagnostics(loaded, context)
  if (!loaded.ok) return tellRefusal(loaded, context)
  if (flags.resolved) await writeOut(renderResolved(loaded, catalogue))
  else if (!settings.quiet) sayLine(words.check.fine(harmless(loaded.scenario.name)))
  return exitCode.done
}
