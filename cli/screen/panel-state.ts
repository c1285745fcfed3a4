import type { Summary } from '../../reports/index.ts'

/** The numbers of a study that the panel shows while it runs. */
export type PanelNumbers = Pick<Summary, 'survival' | 'valuation' | 'verdict' | 'company'>

export type PanelPhase = 'starting' | 'running' | 'stopping' | 'done' | 'stopped'

/** Everything that the panel of a study knows. */
export interface PanelState {
  readonly name: string
  readonly horizonMonths: number
  readonly seed: number
  readonly workers: number
  readonly totalRuns: number
  readonly phase: PanelPhase
  readonly doneRuns: number
  readonly failedRuns: number
  /** Runs that an earlier session had done. */
  readonly resumedRuns: number
  readonly elapsedSeconds: number
  readonly numbers: PanelNumbers | null
}

export type PanelAction =
  | {
      readonly type: 'progressed'
      readonly doneRuns: number
      readonly failedRuns: number
      readonly resumedRuns: number
      readonly elapsedSeconds: number
    }
  | { readonly type: 'measured'; readonly numbers: PanelNumbers }
  | { readonly type: 'stop_requested' }
  | { readonly type: 'ended'; readonly phase: 'done' | 'stopped'; readonly elapsedSeconds: number }

type ActionOf<Type extends PanelAction['type']> = Extract<PanelAction, { type: Type }>

/** The panel of a study that has not begun. */
export const startPanel = (
  study: Pick<PanelState, 'name' | 'horizonMonths' | 'seed' | 'workers' | 'totalRuns'>,
): PanelState => ({
  ...study,
  phase: 'starting',
  doneRuns: 0,
  failedRuns: 0,
  resumedRuns: 0,
  elapsedSeconds: 0,
  numbers: null,
})

const progress = (state: PanelState, counts: Omit<ActionOf<'progressed'>, 'type'>): PanelState => {
  const hasBegun = state.phase === 'starting' && counts.doneRuns > 0
  return { ...state, ...counts, phase: hasBegun ? 'running' : state.phase }
}

/** The panel after something happened. */
export const reducePanel = (state: PanelState, action: PanelAction): PanelState => {
  if (action.type === 'progressed') {
    const { type: _, ...counts } = action
    return progress(state, counts)
  }
  if (action.type === 'measured') return { ...state, numbers: action.numbers }
  if (action.type === 'stop_requested') return { ...state, phase: 'stopping' }
  return { ...state, phase: action.phase, elapsedSeconds: action.elapsedSeconds }
}

type Counts = Pick<PanelState, 'doneRuns' | 'resumedRuns' | 'totalRuns' | 'elapsedSeconds'>

/** Seconds that are left at the pace so far; null before anything was done. */
export const secondsLeftAtPace = (counts: Counts): number | null => {
  const doneNow = counts.doneRuns - counts.resumedRuns
  if (doneNow <= 0) return null
  return ((counts.totalRuns - counts.doneRuns) * counts.elapsedSeconds) / doneNow
}

/** Seconds that are left, once they can be told: after 5 % of the runs or 2 seconds. */
export const estimateSecondsLeft = (counts: Counts): number | null => {
  const isEarly = counts.doneRuns < 0.05 * counts.totalRuns && counts.elapsedSeconds < 2
  return isEarly ? null : secondsLeftAtPace(counts)
}
