import * as Effect from 'effect/Effect'
import { FileError, LockHeld } from '../files/index.ts'

/**
 * A promise of file work as an Effect: a `FileError` or `LockHeld` becomes its typed failure, anything else that
 * is thrown is a defect (a bug of ours).
 */
export const attempt = <Value>(act: () => Promise<Value>): Effect.Effect<Value, FileError | LockHeld> =>
  Effect.tryPromise({ try: act, catch: (error) => error }).pipe(
    Effect.catch((error): Effect.Effect<never, FileError | LockHeld> => {
      if (error instanceof FileError || error instanceof LockHeld) return Effect.fail(error)
      return Effect.die(error)
    }),
  )

/** The same for work that takes no lock. */
export const attemptFiles = <Value>(act: () => Promise<Value>): Effect.Effect<Value, FileError> =>
  attempt(act).pipe(Effect.catchTag('LockHeld', (error) => Effect.die(error)))
