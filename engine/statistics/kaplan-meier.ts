import { outOfRange } from '../random/index.ts'

/** Steps of a survival curve: entry i of each array belongs to the i-th distinct age at which something ended. */
export interface SurvivalCurve {
  /** Ages with at least one event, ascending. */
  readonly ages: readonly number[]
  readonly atRisk: readonly number[]
  readonly events: readonly number[]
  /** Share surviving beyond each age. */
  readonly survival: readonly number[]
  /** Greenwood's standard error of the survival; NaN where it has fallen to 0. */
  readonly standardErrors: readonly number[]
}

/**
 * The Kaplan-Meier estimate of survival by age, with delayed entry: a subject counts as at risk at age t if
 * it entered before t and left at t or later. At the same age events come before censorings. Exact, for as
 * many subjects as fit in memory; choose `SurvivalAccumulator` for a study.
 *
 * Units: any one unit of age. Shape: one entry a subject in each array; subjects that leave as they enter are
 * never at risk.
 * Throws: RangeError for arrays of different length, ages that are not finite, and an exit before the entry.
 * Source: Kaplan and Meier, J. American Stat. Association 53, 1958; Greenwood 1926; delayed entry as in R's
 * `survfit`.
 *
 * @example kaplanMeier([0, 0, 0, 0], [1, 2, 2, 3], [true, true, false, false]).survival // => [0.75, 0.5]
 */
export function kaplanMeier(
  entryAges: ArrayLike<number>,
  exitAges: ArrayLike<number>,
  isEvent: ArrayLike<boolean>,
): SurvivalCurve {
  checkSubjects(entryAges, exitAges, isEvent)
  const subjects = Array.from({ length: exitAges.length }, (_, i) => i).filter(
    (i) => exitAges[i] > entryAges[i],
  )
  const entries = subjects.map((i) => entryAges[i]).sort((a, b) => a - b)
  const exits = subjects.map((i) => exitAges[i]).sort((a, b) => a - b)
  const eventAges = subjects.filter((i) => isEvent[i]).map((i) => exitAges[i])
  const ages = [...new Set(eventAges)].sort((a, b) => a - b)
  const counts = new Map<number, number>()
  for (const age of eventAges) counts.set(age, (counts.get(age) ?? 0) + 1)
  const events = ages.map((age) => counts.get(age) ?? 0)
  const atRisk = countAtRisk(ages, entries, exits)
  return { ages, atRisk, events, ...multiply(atRisk, events) }
}

/** How many entered before each age and had not left before it; all three ascending. */
function countAtRisk(
  ages: readonly number[],
  entries: readonly number[],
  exits: readonly number[],
): number[] {
  let entered = 0
  let left = 0
  return ages.map((age) => {
    while (entered < entries.length && entries[entered] < age) entered += 1
    while (left < exits.length && exits[left] < age) left += 1
    return entered - left
  })
}

function multiply(atRisk: readonly number[], events: readonly number[]) {
  const survival: number[] = []
  const standardErrors: number[] = []
  let share = 1
  let relativeVariance = 0
  for (let i = 0; i < atRisk.length; i++) {
    const survivors = atRisk[i] - events[i]
    share *= survivors / atRisk[i]
    relativeVariance += events[i] / (atRisk[i] * survivors)
    survival.push(share)
    standardErrors.push(share > 0 ? share * Math.sqrt(relativeVariance) : NaN)
  }
  return { survival, standardErrors }
}

function checkSubjects(
  entryAges: ArrayLike<number>,
  exitAges: ArrayLike<number>,
  isEvent: ArrayLike<boolean>,
): void {
  if (entryAges.length !== exitAges.length || isEvent.length !== exitAges.length) {
    const lengths = `${entryAges.length}, ${exitAges.length} and ${isEvent.length}`
    throw outOfRange('kaplanMeier', 'the three arrays must be equally long', lengths)
  }
  for (let i = 0; i < exitAges.length; i++) {
    if (!(entryAges[i] <= exitAges[i] && exitAges[i] - entryAges[i] < Infinity)) {
      const ages = `${entryAges[i]} to ${exitAges[i]}`
      throw outOfRange('kaplanMeier', `subject ${i} must leave at a finite age not below its entry`, ages)
    }
  }
}
