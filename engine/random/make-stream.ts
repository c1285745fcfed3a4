import { outOfRange } from './out-of-range.ts'
import { Stream } from './stream.ts'

/**
 * The label of a path: each part closed by '/', with '~' and '/' inside a part written '~0' and '~1' (as in
 * JSON Pointer), so that two different paths never share a label. A number and its text are the same part.
 *
 * The closing '/' is not decoration. Alea's hash gives the last character one round of mixing only: the first
 * outputs of "1/startup/0" ... "1/startup/9" lie nearly on a line.
 * One more character mixes them; `test/engine/random/streams.test.ts` holds the check.
 *
 * Throws: RangeError for an empty path and for a number that is not finite.
 *
 * @example streamLabel(42, 'run', 7, 'a/b') // => '42/run/7/a~1b/'
 */
export function streamLabel(...path: readonly (string | number)[]): string {
  if (path.length === 0) throw outOfRange('makeStream', 'a path must have at least one part', 'none')
  let label = ''
  for (const part of path) label += (typeof part === 'number' ? numberPart(part) : textPart(part)) + '/'
  return label
}

/**
 * The stream of a path such as (seed, run, purpose, entity): the same path always gives the same sequence,
 * whatever else was drawn before, so births, deaths and other agents' choices do not disturb it. Choose a
 * long-lived stream for a purpose drawn from often, and a path with an occurrence number for a rare draw:
 * seeding costs about 100 ns a character of the label, a draw 6-20 ns.
 *
 * Throws: RangeError for an empty path and for a number that is not finite.
 */
export function makeStream(...path: readonly (string | number)[]): Stream {
  return new Stream(streamLabel(...path))
}

function numberPart(part: number): string {
  if (!Number.isFinite(part)) throw outOfRange('makeStream', 'a number in a path must be finite', part)
  return String(part)
}

function textPart(part: string): string {
  if (!part.includes('/') && !part.includes('~')) return part
  return part.replaceAll('~', '~0').replaceAll('/', '~1')
}
