import {
  cellWidth,
  halfWidthOf,
  renderBar,
  renderElapsed,
  renderNumber,
  renderPercent,
  renderUsd,
  type Estimate,
  type Language,
} from '../../reports/index.ts'
import { messagesIn, type Messages } from '../text/messages.ts'
import { segment, spread, type Line, type Segment, type Tone } from './line.ts'
import { estimateSecondsLeft, type PanelState } from './panel-state.ts'

/** How to draw: a width in cells, the language, and whether to keep to ASCII. */
export interface PanelStyle {
  readonly width: number
  readonly ascii: boolean
  readonly language: Language
}

const separator = (ascii: boolean): string => (ascii ? ' - ' : ' · ')

const phaseTone = (state: PanelState): Tone => (state.phase === 'stopping' ? 'warning' : 'strong')

/** The words on the right of the first line: what is going on, and for how long. */
const phaseWords = (state: PanelState, words: Messages): Segment[] => [
  segment(words.panel[state.phase], phaseTone(state)),
  segment(`  ${renderElapsed(Math.floor(state.elapsedSeconds))}`),
]

/** First line: the scenario and how it is run on the left, what is going on on the right. */
export const titleLine = (state: PanelState, style: PanelStyle, facts: readonly string[]): Line => {
  const words = messagesIn(style.language)
  const left = [segment(` ${state.name}`, 'accent'), segment(facts.length > 0 ? '  ' : '')]
  const between = separator(style.ascii)
  return spread([...left, segment(facts.join(between), 'dim')], phaseWords(state, words), style.width)
}

const track = (share: number, width: number, ascii: boolean): Segment[] => {
  const filled = renderBar(share, width, ascii)
  return [segment(filled), segment((ascii ? '.' : '░').repeat(width - filled.length), 'dim')]
}

/** Second line: the bar, how many runs of how many, the share, and what is left. */
export const barLine = (state: PanelState, style: PanelStyle): Line => {
  const words = messagesIn(style.language).panel
  if (state.phase === 'starting') {
    return [segment(` ${words.preparing(renderNumber(state.totalRuns))}`, 'dim')]
  }
  const share = state.totalRuns > 0 ? state.doneRuns / state.totalRuns : 0
  const left = state.phase === 'running' ? estimateSecondsLeft(state) : null
  const counts = [
    `  ${words.count(renderNumber(state.doneRuns), renderNumber(state.totalRuns))}`,
    `  ${String(Math.floor(100 * share)).padStart(3)}%`,
    left === null || style.width < 60 ? '' : `   ${words.left(renderElapsed(left))}`,
  ].join('')
  const failed = state.failedRuns > 0 ? `  ${words.failed(renderNumber(state.failedRuns))}` : ''
  const room = style.width - 1 - cellWidth(counts) - cellWidth(failed)
  const bar = track(share, Math.max(4, Math.min(40, room)), style.ascii)
  return [segment(' '), ...bar, segment(counts), segment(failed, 'warning')]
}

/** A share is settled once it is known to within a point; until then it is drawn grey. */
export const shareTone = (share: Estimate): Tone => ((halfWidthOf(share) ?? 1) < 0.01 ? 'plain' : 'dim')

/** A share and how far it may be off, in points: `76.8% ±1.0`. */
export const shareWords = (share: Estimate, ascii: boolean): string => {
  if (share.estimate === null) return '     -'
  const half = halfWidthOf(share)
  const error = half === null ? '' : ` ${ascii ? '+/-' : '±'}${(100 * half).toFixed(1)}`
  return renderPercent(share.estimate, 1).padStart(6) + error
}

/** A share in whole points, without its error: `77%`. */
export const roughShareWords = (share: Estimate): string =>
  share.estimate === null ? '-' : renderPercent(share.estimate, 0)

/** Money as a reader of this language says it, with as many digits as its interval supports. */
export const moneyWords = (money: Estimate, language: Language): string =>
  money.estimate === null ? '-' : renderUsd(money.estimate, language, halfWidthOf(money))

/** The last line: what the keyboard does, in short where there is no room. */
export const hintLine = (state: PanelState, style: PanelStyle): Line => {
  const words = messagesIn(style.language).panel
  const hints = style.width < 60 ? words.shortHints : words.hints
  if (state.phase === 'stopping') return [segment(` ${hints.stopping}`, 'warning')]
  const isOver = state.phase === 'done' || state.phase === 'stopped'
  return [segment(isOver ? '' : ` ${hints.running}`, 'dim')]
}
