import { renderDiagnostics, type Diagnostic, type Source } from '../../scenarios/index.ts'
import type { CommandContext } from '../context.ts'
import { writeTalk } from '../output.ts'

/** Says on standard error what is odd in a file that loaded, unless only errors are wanted. */
export const tellWarnings = (
  { warnings, sources }: { readonly warnings: readonly Diagnostic[]; readonly sources: readonly Source[] },
  { settings }: CommandContext,
): void => {
  if (warnings.length === 0 || settings.quiet) return
  const { language, ascii, colorOnStderr } = settings
  writeTalk(`${renderDiagnostics(warnings, sources, { language, ascii, color: colorOnStderr })}\n\n`)
}
