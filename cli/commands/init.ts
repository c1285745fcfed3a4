import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dealTemplateNames, templateNames, type TemplateName } from '../../scenarios/index.ts'
import { suggest } from '../arguments/suggest.ts'
import { CommandError } from '../command-error.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { sayLine, writeOut } from '../output.ts'
import { harmless } from '../text/harmless.ts'
import { writeNewFile } from '../write-new-file.ts'

const usualTemplate = 'technology_innovator'
const usualFile = 'startup.yaml'

const chooseTemplate = ({ operands, words }: CommandContext): TemplateName => {
  const asked = operands[0] ?? usualTemplate
  const found = templateNames.find((name) => name === asked)
  if (found !== undefined) return found
  const near = suggest(asked, templateNames)
  const help = near === null ? words.init.templates(templateNames) : words.usage.didYouMean(near)
  throw new CommandError(exitCode.usage, words.init.unknownTemplate(harmless(asked)), help)
}

const readTemplate = (name: TemplateName, packageFolder: string): Promise<string> =>
  readFile(join(packageFolder, 'scenarios', 'templates', `${name}.yaml`), 'utf8')

/** What to do with a template once it is written: its usual file, its schema, the commands that read it. */
const useOf = (
  template: TemplateName,
): { readonly file: string; readonly isDeal: boolean; readonly next: (file: string) => string } => {
  const isDeal = dealTemplateNames.some((name) => name === template)
  return isDeal
    ? { file: 'deal.yaml', isDeal, next: (file) => `froth deal ${file}` }
    : { file: usualFile, isDeal, next: (file) => `froth check ${file}    froth run ${file}` }
}

/** `froth init [TEMPLATE]`: writes a commented scenario or deal file, never over an existing file unless forced. */
export const init = async (context: CommandContext): Promise<ExitCode> => {
  const { flags, settings, words } = context
  const template = chooseTemplate(context)
  const text = await readTemplate(template, context.package.folder)
  if (flags.out === '-') {
    await writeOut(text)
    return exitCode.done
  }
  const use = useOf(template)
  const file = flags.out ?? use.file
  await writeNewFile(file, text, flags.force, words)
  if (settings.quiet) return exitCode.done
  const shown = harmless(file)
  sayLine(words.init.wrote(`${shown} (${template})`))
  if (context.operands.length === 0) sayLine(words.init.templates(templateNames))
  sayLine(use.isDeal ? words.init.dealSchemaHint : words.init.schemaHint)
  sayLine(`${words.run.next}  ${use.next(shown)}`)
  return exitCode.done
}
