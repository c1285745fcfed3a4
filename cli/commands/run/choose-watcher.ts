import { isatty } from 'node:tty'
import { renderNumber } from '../../../reports/index.ts'
import type { CommandContext } from '../../context.ts'
import { sayLine } from '../../output.ts'
import { makeLineWatcher, makeSilentWatcher } from '../../progress/line-watcher.ts'
import { calmPace, logPace } from '../../progress/progress-pace.ts'
import type { StudyWatcher } from '../../progress/study-watcher.ts'
import { PanelWatcher } from '../../screen/panel-watcher.ts'
import { startPanel, type PanelState } from '../../screen/panel-state.ts'
import { prepareInk } from '../../screen/prepare-ink.ts'

/** What the watcher of a study needs to know of it. */
export type WatchedStudy = Pick<PanelState, 'name' | 'horizonMonths' | 'seed' | 'workers' | 'totalRuns'>

const makePanelWatcher = (
  study: WatchedStudy,
  { settings, words }: CommandContext,
  lines: StudyWatcher,
  onInterrupt: () => void,
): StudyWatcher => {
  const colorDepth = settings.colorOnStderr ? Math.max(4, process.stderr.getColorDepth()) : 1
  return new PanelWatcher({
    target: process.stderr,
    initial: startPanel(study),
    surface: { ascii: settings.ascii, language: settings.language },
    lines,
    sayTooSmall: (columns, rows) => sayLine(words.run.windowTooSmall(columns, rows)),
    onInterrupt,
    loadFrame: async () => {
      prepareInk(process.env, colorDepth)
      return (await import('../../screen/inline-frame.ts')).openInlineFrame
    },
    keepsFrame: !isatty(1),
  })
}

/** The watcher that the settings ask for: a panel, plain lines or nothing. */
export const chooseWatcher = (
  study: WatchedStudy,
  context: CommandContext,
  onInterrupt: () => void,
): StudyWatcher => {
  const { flags, settings, words } = context
  if (settings.progress === 'none') return makeSilentWatcher()
  const lines = makeLineWatcher(sayLine, words.run, settings.accessible ? calmPace : logPace)
  if (settings.progress === 'panel') return makePanelWatcher(study, context, lines, onInterrupt)
  if (flags.progress === 'bar') sayLine(words.run.barWithoutTerminal)
  const { totalRuns, name, seed, workers } = study
  sayLine(words.run.started(renderNumber(totalRuns), name, seed, workers))
  return lines
}
