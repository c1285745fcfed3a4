import type { ExitCode } from './exit-code.ts'

/** An expected failure that ends a command: what to say, what to try, and the exit code. Text is safe to print. */
export class CommandError extends Error {
  readonly exitCode: ExitCode
  readonly help: string | null

  constructor(exitCode: ExitCode, message: string, help: string | null = null) {
    super(message)
    this.name = 'CommandError'
    this.exitCode = exitCode
    this.help = help
  }
}
