import { exitCode } from './exit-code.ts'

/**
 * Writes to standard output and waits until it is taken, so that a slow reader of a pipe gets everything. If it cannot
 * be written, the process ends (see {@link listenForLostStreams}).
 */
export const writeOut = (text: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve()
    })
  })

/** Writes a line of talk to standard error, after the program's name as other tools do in a log. */
export const sayLine = (line: string): void => {
  process.stderr.write(`froth: ${line}\n`)
}

/** Writes text to standard error as it is. */
export const writeTalk = (text: string): void => {
  process.stderr.write(text)
}

/**
 * Listens for streams that cannot be written: ends quietly when the other end of a pipe is closed, as a reader such as
 * `head` expects, or when the terminal is gone; says why when it is anything else, such as a full disk.
 */
export const listenForLostStreams = (describe: (code: string) => string): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') process.exit(exitCode.done)
      if (code === 'EIO') process.exit(exitCode.interrupted)
      if (stream === process.stdout) sayLine(describe(code))
      process.exit(exitCode.file)
    })
  }
}
