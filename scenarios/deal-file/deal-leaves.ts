import { certain } from '../load/leaf-value.ts'
import { numberLeaf } from '../load/leaves.ts'
import { wrongKind } from '../load/read-number.ts'
import type { LeafShape } from '../load/shape.ts'
import { refused, understood, type Problem } from '../units/problem.ts'
import { dayOf } from './day.ts'
import { dollarsRule, sharesRule, someDollarsRule } from './deal-rules.ts'

const longestName = 100

/** True for a name on one line that is not empty. */
export const isName = (text: string): boolean =>
  text.trim() === text &&
  text.length >= 1 &&
  text.length <= longestName &&
  !/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u.test(text)

/** What is wrong with a name that is none. */
export const nameProblem: Problem = { code: 'F220', words: { max: String(longestName) } }

/** A count of shares, `8M` or `8,000,000`. */
export const sharesLeaf = (title: string): LeafShape => numberLeaf(title, sharesRule)

/** An amount of money that may be nothing. */
export const dollarsLeaf = (title: string): LeafShape => numberLeaf(title, dollarsRule)

/** An amount of money above nothing. */
export const someDollarsLeaf = (title: string): LeafShape => numberLeaf(title, someDollarsRule)

/** A share of something; what is at least the whole is left for a check that can say of what. */
export const shareLeaf = (title: string): LeafShape =>
  numberLeaf(title, { dimension: 'share', min: 0, max: 1e6, isWhole: false })

/** A share of something, at most all of it unless `max` leaves a rest. */
export const partLeaf = (title: string, max = 1): LeafShape =>
  numberLeaf(title, { dimension: 'share', min: 0, max, isWhole: false })

/** A multiple, `2x` or `2 times`. */
export const multipleLeaf = (title: string, min = 0): LeafShape =>
  numberLeaf(title, { dimension: 'multiple', min, max: 1000, isWhole: false })

/** A rate a year, `8%/year`. */
export const yearlyLeaf = (title: string, max = 10): LeafShape =>
  numberLeaf(title, { dimension: 'rate/year', min: 0, max, isWhole: false })

/** A span of time, read as months. */
export const spanLeaf = (title: string): LeafShape =>
  numberLeaf(title, { dimension: 'months', min: 0.01, max: 600, isWhole: false })

/** A day of the calendar, `2024-06-01`, as whole days since 1970. */
export const dayLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'day')
    const day = dayOf(node.text)
    return day === null ? refused({ code: 'F232', words: { value: node.text } }) : understood(certain(day))
  },
  jsonSchema: {
    title,
    description: 'Written like 2024-06-01',
    type: 'string',
    pattern: String.raw`^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$`,
  },
})
