/** What the process says to the shell when it ends (`froth help exit-codes`). */
export const exitCode = {
  done: 0,
  bug: 1,
  usage: 2,
  invalidInput: 3,
  gateFailed: 4,
  runsFailed: 5,
  file: 6,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
