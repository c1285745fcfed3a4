import { renderElapsed, renderNumber } from '../../reports/index.ts'
import type { StudyProgress } from '../study/index.ts'
import { estimateSecondsLeft } from '../screen/panel-state.ts'
import type { Messages } from '../text/messages.ts'
import { PaceKeeper, type Pace } from './progress-pace.ts'
import type { StudyWatcher } from './study-watcher.ts'

type Counts = Pick<
  StudyProgress<unknown>,
  'doneRuns' | 'totalRuns' | 'failedRuns' | 'resumedRuns' | 'elapsedSeconds'
>

/**
 * One line about how far a study is: `2,000 done, 20%, about 0:09 left`.
 *
 * Shape: a line without its end.
 */
export const progressLine = (counts: Counts, words: Messages['run']): string => {
  const percent = Math.floor((100 * counts.doneRuns) / counts.totalRuns)
  const left = estimateSecondsLeft(counts)
  return [
    words.progress(renderNumber(counts.doneRuns), percent),
    ...(counts.failedRuns > 0 ? [words.failed(renderNumber(counts.failedRuns))] : []),
    ...(left === null ? [] : [words.timeLeft(renderElapsed(left))]),
  ].join(', ')
}

/** Follows a study with plain lines, each given to `say`. */
export const makeLineWatcher = (
  say: (line: string) => void,
  words: Messages['run'],
  pace: Pace,
): StudyWatcher => {
  const keeper = new PaceKeeper(pace)
  let hasSaidResumed = false
  return {
    progressed: (progress) => {
      if (progress.resumedRuns > 0 && !hasSaidResumed) {
        hasSaidResumed = true
        say(words.continuing(renderNumber(progress.resumedRuns), renderNumber(progress.totalRuns)))
      }
      const isDue = keeper.isDue(progress.doneRuns, progress.totalRuns, progress.elapsedSeconds)
      if (isDue) say(progressLine(progress, words))
    },
    noticed: say,
    stopRequested: () => say(words.stopping),
    ended: async () => {},
  }
}

/** Follows a study without a word, except what must not be missed. */
export const makeSilentWatcher = (): StudyWatcher => ({
  progressed: () => {},
  noticed: () => {},
  stopRequested: () => {},
  ended: async () => {},
})
