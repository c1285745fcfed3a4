import { quantity } from './field.ts'

/** World assembly. */
export const world = {
  burnIn: quantity(
    'months',
    60,
    { low: 48, high: 72, min: 0, max: 240 },
    'assumption',
    'Unrecorded months before month 0, so that it has companies of every stage and recent prices',
  ),
}
