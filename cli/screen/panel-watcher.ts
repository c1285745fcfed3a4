import type { Summary } from '../../reports/index.ts'
import type { StudyWatcher } from '../progress/study-watcher.ts'
import type { StudyProgress } from '../study/index.ts'
import type { InlineFrame, OpenFrame } from './inline-frame.ts'
import { lineText, lineWidth } from './line.ts'
import { reducePanel, secondsLeftAtPace, type PanelAction, type PanelState } from './panel-state.ts'
import { wipeFrame, type DrawnOn } from './panel-stream.ts'
import { choosePanelLayout, viewPanel, type PanelSurface, type PanelView } from './panel-view.ts'

export interface PanelOptions {
  readonly target: DrawnOn
  readonly initial: PanelState
  readonly surface: Pick<PanelSurface, 'ascii' | 'language'>
  /** Follows with plain lines while the window is too small. */
  readonly lines: StudyWatcher
  readonly sayTooSmall: (columns: number, rows: number) => void
  readonly onInterrupt: () => void
  /** Loads Ink, which takes a while, and gives what opens a frame. */
  readonly loadFrame: () => Promise<OpenFrame>
  /** Whether the last frame stays when a finished study's summary follows on the same terminal. */
  readonly keepsFrame: boolean
}

const refreshMilliseconds = 250
/** A study that is over sooner than this gets no panel. */
const shortestStudySeconds = 1
const firstLookSeconds = 0.3

/** Follows a study with a panel that is redrawn at most four times a second, and only if what it shows changed. */
export class PanelWatcher implements StudyWatcher {
  private readonly options: PanelOptions
  private state: PanelState
  private latest: StudyProgress<Summary> | null = null
  private measuredShards = 0
  private measureAgainAt = 0
  private frame: InlineFrame | null = null
  private opening: Promise<void> | null = null
  private shown = ''
  private isTooSmall = false
  private isEnded = false
  private readonly notices: string[] = []
  private readonly timer: NodeJS.Timeout
  private readonly onResize = (): void => this.refresh(true)

  constructor(options: PanelOptions) {
    this.options = options
    this.state = options.initial
    this.timer = setInterval(() => this.refresh(false), refreshMilliseconds)
    options.target.on('resize', this.onResize)
  }

  progressed(progress: StudyProgress<Summary>): void {
    this.latest = progress
    const { doneRuns, failedRuns, resumedRuns, elapsedSeconds } = progress
    this.dispatch({ type: 'progressed', doneRuns, failedRuns, resumedRuns, elapsedSeconds })
    if (this.isTooSmall) this.options.lines.progressed(progress)
  }

  noticed(notice: string): void {
    if (this.frame === null && this.opening === null) this.options.lines.noticed(notice)
    else this.notices.push(notice)
  }

  stopRequested(): void {
    this.dispatch({ type: 'stop_requested' })
    if (this.frame === null && this.opening === null) this.options.lines.stopRequested()
    else this.refresh(false)
  }

  async ended(how: 'done' | 'stopped', elapsedSeconds: number, summary: Summary | null): Promise<void> {
    this.isEnded = true
    clearInterval(this.timer)
    this.options.target.off('resize', this.onResize)
    await this.opening
    this.dispatch({ type: 'ended', phase: how, elapsedSeconds })
    if (summary !== null) this.dispatch({ type: 'measured', numbers: summary })
    if (this.frame !== null) {
      this.frame.draw(this.view().lines)
      await this.frame.close(how === 'stopped' || this.options.keepsFrame)
      this.frame = null
    }
    for (const notice of this.notices) this.options.lines.noticed(notice)
  }

  private dispatch(action: PanelAction): void {
    this.state = reducePanel(this.state, action)
  }

  private view(): PanelView {
    const { columns, rows } = this.options.target
    return viewPanel(this.state, { columns, rows, ...this.options.surface })
  }

  private refresh(isResize: boolean): void {
    if (this.isEnded || this.opening !== null) return
    this.measure()
    const { columns, rows } = this.options.target
    if (choosePanelLayout(columns, rows) === 'none') return this.leaveScreen()
    this.isTooSmall = false
    if (this.frame === null) {
      if (this.isWorthAPanel()) this.open()
      return
    }
    const { lines } = this.view()
    const drawing = JSON.stringify(lines)
    if (drawing === this.shown && !isResize) return
    this.shown = drawing
    if (isResize) this.frame.resize(lines)
    else this.frame.draw(lines)
  }

  /** Long summaries are made less often, so that looking never takes more than a tenth of the time. */
  private measure(): void {
    const { latest } = this
    const now = performance.now()
    if (latest === null || latest.doneShards === this.measuredShards || now < this.measureAgainAt) return
    this.measuredShards = latest.doneShards
    const summary = latest.summary()
    if (summary !== null) this.dispatch({ type: 'measured', numbers: summary })
    this.measureAgainAt = now + 10 * (performance.now() - now)
  }

  private isWorthAPanel(): boolean {
    const { latest } = this
    if (latest === null || latest.elapsedSeconds < firstLookSeconds) return false
    const left = secondsLeftAtPace(latest) ?? shortestStudySeconds
    return latest.elapsedSeconds + left >= shortestStudySeconds
  }

  /** The first picture is plain text, so that it is there at once; it goes when Ink has come. */
  private open(): void {
    const { target } = this.options
    const first = this.view().lines
    target.write(first.map((line) => `${lineText(line)}\n`).join(''))
    this.opening = this.options.loadFrame().then((openFrame) => {
      target.write(wipeFrame(first.map(lineWidth), target.columns))
      const { lines } = this.view()
      this.shown = JSON.stringify(lines)
      this.frame = openFrame(target, lines, this.options.onInterrupt)
      this.opening = null
    })
  }

  private leaveScreen(): void {
    if (this.isTooSmall) return
    this.isTooSmall = true
    const { frame } = this
    const { columns, rows } = this.options.target
    this.frame = null
    if (frame === null) return this.options.sayTooSmall(columns, rows)
    this.opening = frame.close(false).then(() => {
      this.opening = null
      this.options.sayTooSmall(columns, rows)
    })
  }
}
