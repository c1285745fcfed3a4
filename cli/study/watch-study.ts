import * as Effect from 'effect/Effect'
import type { Scope } from 'effect/Scope'
import type { StudySession } from './study-session.ts'

const tellEveryMilliseconds = 100

/** Shows progress ten times a second, and passes the stop signal on to the workers, while the study lasts. */
export const watchStudy = <Input, Summary>(
  session: StudySession<Input, Summary>,
): Effect.Effect<void, never, Scope> => {
  const { stopSignal } = session.hooks
  const stop = (): void => session.control.stop()
  const begin = Effect.sync(() => {
    if (stopSignal?.aborted === true) stop()
    stopSignal?.addEventListener('abort', stop)
    return setInterval(() => session.tell(), tellEveryMilliseconds)
  })
  const end = (timer: NodeJS.Timeout) =>
    Effect.sync(() => {
      clearInterval(timer)
      stopSignal?.removeEventListener('abort', stop)
    })
  return Effect.asVoid(Effect.acquireRelease(begin, end))
}

/** Resolves to null once the signal is aborted. */
export const waitForAbort = (signal: AbortSignal | undefined): Effect.Effect<null> =>
  signal === undefined
    ? Effect.never
    : Effect.callback((resume) => {
        const end = (): void => resume(Effect.succeed(null))
        if (signal.aborted) end()
        signal.addEventListener('abort', end)
        return Effect.sync(() => signal.removeEventListener('abort', end))
      })
