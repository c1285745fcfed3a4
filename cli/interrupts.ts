/** Two steps of stopping: first gently, keeping what is under way, then at once. */
export interface Interrupts {
  readonly stopSignal: AbortSignal
  readonly dropSignal: AbortSignal
  /** One more press of Ctrl-C, wherever it was noticed. */
  readonly interrupt: () => void
  /** Stops listening for signals. */
  readonly release: () => void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** After the second step nothing may hold the process longer than this. */
const patienceMilliseconds = 3000

/**
 * Listens for Ctrl-C and its like. The first one asks for a stop, the second drops what is under way; whoever presses
 * a third time, or waits too long, gets out at once. Finished shards are on disk whatever happens.
 */
export const listenForInterrupts = (onStop: () => void, leave: () => void): Interrupts => {
  const stop = new AbortController()
  const drop = new AbortController()
  const interrupt = (): void => {
    if (drop.signal.aborted) return leave()
    if (stop.signal.aborted) {
      drop.abort()
      setTimeout(leave, patienceMilliseconds).unref()
      return
    }
    stop.abort()
    onStop()
  }
  for (const signal of signals) process.on(signal, interrupt)
  return {
    stopSignal: stop.signal,
    dropSignal: drop.signal,
    interrupt,
    release: () => {
      for (const signal of signals) process.off(signal, interrupt)
    },
  }
}
