import { wrapToWidth } from '../../reports/index.ts'
import { explainCode } from '../../scenarios/index.ts'
import { CommandError } from '../command-error.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { writeOut } from '../output.ts'
import { harmless } from '../text/harmless.ts'

/** `froth explain CODE`: what an error or warning means, and what to do about it. */
export const explain = async ({ operands, flags, settings, words }: CommandContext): Promise<ExitCode> => {
  const asked = operands[0]
  const entry = explainCode(asked, settings.language)
  if (entry === null) {
    throw new CommandError(exitCode.usage, words.explain.unknown(harmless(asked)), words.explain.see)
  }
  if (flags.format === 'json') {
    await writeOut(`${JSON.stringify({ schema: 'froth.code/1', ...entry }, null, 2)}\n`)
    return exitCode.done
  }
  const lines = wrapToWidth(entry.explanation, Math.min(79, settings.columns))
  await writeOut(`${entry.code}  ${entry.title}\n\n${lines.join('\n')}\n`)
  return exitCode.done
}
