/** A run that broke off, and why. */
export interface RunFailure {
  readonly run: number
  readonly message: string
}
