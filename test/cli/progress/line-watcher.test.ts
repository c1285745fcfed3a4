import { describe, expect, it } from 'vitest'
import { makeLineWatcher } from '../../../cli/progress/line-watcher.ts'
import { calmPace, logPace, PaceKeeper } from '../../../cli/progress/progress-pace.ts'
import { en } from '../../../cli/text/en.ts'
import type { StudyProgress } from '../../../cli/study/index.ts'

describe('the pace of plain lines', () => {
  it('is a line at each tenth of the way, the end left out', () => {
    const keeper = new PaceKeeper(logPace)
    const due = Array.from({ length: 101 }, (_, i) => i).filter((run) => keeper.isDue(run, 100, run / 100))
    expect(due).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90])
  })

  it('is a line every 30 seconds where tenths take longer', () => {
    const keeper = new PaceKeeper(logPace)
    const due = Array.from({ length: 100 }, (_, i) => i).filter((second) => keeper.isDue(5, 1000, second))
    expect(due).toEqual([30, 60, 90])
  })

  it('does not take the runs of an earlier session for a step', () => {
    const keeper = new PaceKeeper(logPace)
    expect([keeper.isDue(55, 100, 0), keeper.isDue(59, 100, 1), keeper.isDue(60, 100, 2)]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('is at most a line in 30 seconds for a listener', () => {
    const keeper = new PaceKeeper(calmPace)
    const due = Array.from({ length: 70 }, (_, i) => i).filter((second) => keeper.isDue(second, 70, second))
    expect(due).toEqual([30, 60])
  })
})

it('plain lines say what is done, what failed and what is left', () => {
  const said: string[] = []
  const watcher = makeLineWatcher((line) => said.push(line), en.run, logPace)
  const at = (doneRuns: number, elapsedSeconds: number, more: object = {}): StudyProgress<never> =>
    ({
      doneRuns,
      totalRuns: 10_000,
      failedRuns: 0,
      resumedRuns: 0,
      elapsedSeconds,
      ...more,
    }) as StudyProgress<never>
  watcher.progressed(at(0, 0))
  watcher.progressed(at(2000, 2.25))
  watcher.progressed(at(5000, 6, { failedRuns: 3 }))
  watcher.stopRequested()
  expect(said).toEqual([
    '2,000 done, 20%, about 0:09 left',
    '5,000 done, 50%, 3 failed, about 0:06 left',
    'stopping after the runs in flight; Ctrl-C again to drop them',
  ])
})

it('a study that goes on says where it begins', () => {
  const said: string[] = []
  const watcher = makeLineWatcher((line) => said.push(line), en.run, logPace)
  const progress = { doneRuns: 400, totalRuns: 1000, failedRuns: 0, resumedRuns: 400, elapsedSeconds: 0 }
  watcher.progressed(progress as StudyProgress<never>)
  watcher.progressed(progress as StudyProgress<never>)
  expect(said).toEqual(['going on: 400 of 1,000 runs are already done'])
})
