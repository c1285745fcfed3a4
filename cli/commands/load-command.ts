import type { CommandName } from '../arguments/commands.ts'
import type { CommandContext } from '../context.ts'
import type { ExitCode } from '../exit-code.ts'

export type Command = (context: CommandContext) => Promise<ExitCode>

const loaders: Readonly<Record<CommandName, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  check: async () => (await import('./check.ts')).check,
  run: async () => (await import('./run.ts')).run,
  cost: async () => (await import('./cost.ts')).cost,
  deal: async () => (await import('./deal.ts')).deal,
  show: async () => (await import('./show.ts')).show,
  list: async () => (await import('./list.ts')).list,
  explain: async () => (await import('./explain.ts')).explain,
  schema: async () => (await import('./schema.ts')).schema,
  help: async () => (await import('./help.ts')).help,
}

/** Loads a command with all that it alone needs: the others stay on disk. */
export const loadCommand = (name: CommandName): Promise<Command> => loaders[name]()
