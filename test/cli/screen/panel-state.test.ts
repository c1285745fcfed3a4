import { describe, expect, it } from 'vitest'
import { estimateSecondsLeft, reducePanel, startPanel } from '../../../cli/screen/panel-state.ts'
import { madeUpNumbers, runningPanel, study } from './panel-fixture.ts'

const progressed = (doneRuns: number) =>
  ({ type: 'progressed', doneRuns, failedRuns: 0, resumedRuns: 0, elapsedSeconds: 1 }) as const

describe('the state of the panel', () => {
  it('runs from the first run that is done', () => {
    const starting = reducePanel(startPanel(study), progressed(0))
    expect(starting.phase).toBe('starting')
    expect(reducePanel(starting, progressed(1)).phase).toBe('running')
  })

  it('keeps stopping while runs in flight come in', () => {
    const stopping = reducePanel(runningPanel(), { type: 'stop_requested' })
    expect(reducePanel(stopping, progressed(800)).phase).toBe('stopping')
  })

  it('keeps the last numbers to its end', () => {
    const ended = reducePanel(runningPanel(), { type: 'ended', phase: 'done', elapsedSeconds: 11 })
    expect(ended).toMatchObject({ phase: 'done', elapsedSeconds: 11, numbers: madeUpNumbers })
  })
})

describe('the time left', () => {
  const counts = { doneRuns: 250, resumedRuns: 0, totalRuns: 1000, elapsedSeconds: 5 }

  it('goes on at the pace so far', () => {
    expect(estimateSecondsLeft(counts)).toBe(15)
  })

  it('does not count runs of an earlier session as pace', () => {
    expect(estimateSecondsLeft({ ...counts, resumedRuns: 200 })).toBe(75)
  })

  it('is not told before 5 % or 2 seconds', () => {
    expect(estimateSecondsLeft({ ...counts, doneRuns: 10, elapsedSeconds: 1 })).toBeNull()
    expect(estimateSecondsLeft({ ...counts, doneRuns: 60, elapsedSeconds: 1 })).not.toBeNull()
    expect(estimateSecondsLeft({ ...counts, doneRuns: 10, elapsedSeconds: 3 })).not.toBeNull()
    expect(estimateSecondsLeft({ ...counts, doneRuns: 0, elapsedSeconds: 3 })).toBeNull()
  })
})
