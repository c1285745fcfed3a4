import type { Software } from '../../engine/cost/index.ts'
import type { PublishedFields } from './published-fields.ts'
import type { ProgramReading } from './set-readings.ts'

/** What a row and its set say of the program; what they leave out is what was usual in the year. */
export function readSoftware(fields: PublishedFields, reading: ProgramReading | null): Partial<Software> {
  const { words, gradientBytes } = fields
  const isSharded = [...words].some((word) => /^fsdp\d*$/u.test(word)) || fields.zero === 3
  return {
    ...(reading === null && isSharded ? { framework: 'fsdp' } : {}),
    ...reading?.software,
    ...(words.has('compile') ? { fusedElementwise: true } : {}),
    ...(words.has('asynctp') ? { overlapsTensor: true } : {}),
    ...(gradientBytes === 2 || gradientBytes === 4 ? { gradientBytes } : {}),
  }
}
