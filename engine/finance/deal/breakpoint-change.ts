import type { DealExit, DealStage } from './deal-history.ts'

/** What happens to a class as the exit price passes a breakpoint. */
export type BreakpointChange =
  /** It begins to be paid: its preference, or its shares. */
  | 'begins'
  /** It gets no further dollar for now: its preference is paid, or its cap is reached. */
  | 'stops'
  /** It gives its preference up and shares as common. */
  | 'converts'
  /** It begins to share beside its preference. */
  | 'participates'
  /** Its option or warrant is worth its strike. */
  | 'exercises'
  /** In a listing, its shares are worth more than its ratchet guarantees. */
  | 'outgrows'

/** Part of a dollar below which a class gets none: rounding of the arithmetic. */
const dust = 1e-9

/** How exits between two neighbouring breakpoints pay out. */
export interface Segment {
  readonly paidAs: DealExit['paidAs']
  /** Part (0-1) of each further dollar that a class gets. */
  readonly parts: readonly number[]
  readonly converts: readonly (boolean | null)[]
  /** Whether a class has been paid something by the end of the segment. */
  readonly isPaid: readonly boolean[]
  /** What each class gets where the segment starts and where it ends, US dollars. */
  readonly startUsd: readonly number[]
  readonly endUsd: readonly number[]
}

/** Before the first dollar nobody is paid. */
export function startSegment(classCount: number): Segment {
  const nothing = Array.from({ length: classCount }, () => 0)
  const no = nothing.map(() => false)
  return { paidAs: 'sale', parts: nothing, converts: no, isPaid: no, startUsd: nothing, endUsd: nothing }
}

/** Measures a segment at a quarter and at three quarters of it. */
export function partsBetween(low: DealExit, high: DealExit): Segment {
  const width = 2 * (high.terms.priceUsd - low.terms.priceUsd)
  const parts = low.classes.map(
    ({ amountUsd }, place) => (2 * (high.classes[place].amountUsd - amountUsd)) / width,
  )
  return {
    paidAs: high.paidAs,
    parts,
    converts: high.classes.map(({ converts }) => converts),
    isPaid: high.classes.map(({ amountUsd }) => amountUsd > 0),
    startUsd: low.classes.map(({ amountUsd }, place) => amountUsd - 0.25 * width * parts[place]),
    endUsd: high.classes.map(({ amountUsd }, place) => amountUsd + 0.25 * width * parts[place]),
  }
}

/** What a class does between two neighbouring segments; null if nothing worth a word. */
export function changeOf(
  stage: DealStage,
  before: Segment,
  after: Segment,
  place: number,
): BreakpointChange | null {
  const had = before.parts[place] > dust
  const has = after.parts[place] > dust
  const { kind } = stage.classes[place]
  const isSeries = kind === 'series' || kind === 'shadow_series'
  if (isSeries && after.paidAs === 'listing') return listedChange(before, had, has, place)
  if (isSeries && after.converts[place] === true && before.converts[place] === false) return 'converts'
  if (had && !has) return 'stops'
  if (had || !has) return isSeries && had && sharesLater(stage, before, after, place) ? 'participates' : null
  if (isSeries && before.isPaid[place]) return 'participates'
  if (!isSeries && after.converts[place] === true) return 'converts'
  return kind === 'option' || kind === 'warrant' ? 'exercises' : 'begins'
}

/** What a series does in a listing, in which it has a ratchet or shares alone. */
function listedChange(before: Segment, had: boolean, has: boolean, place: number): BreakpointChange | null {
  if (had === has) return null
  if (had) return 'stops'
  return before.isPaid[place] ? 'outgrows' : 'begins'
}

/** True if a series goes over from its preference to sharing: the common holders begin at the same price. */
function sharesLater(stage: DealStage, before: Segment, after: Segment, place: number): boolean {
  const common = stage.classes.findIndex(({ kind }) => kind === 'common')
  const isParticipating = stage.table.series[stage.classes[place].place].participation !== 'none'
  return isParticipating && before.parts[common] <= dust && after.parts[common] > dust
}
