/** Writes to standard output and waits until it is taken, so that a slow reader of a pipe gets everything. */
export const writeOut = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
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
 * Ends quietly, as a reader such as `head` expects, when the other end of a pipe is closed. Any other failure of these
 * streams is a bug report's business.
 */
export const endQuietlyOnClosedPipe = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  }
}
