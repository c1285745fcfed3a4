import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StudyWatcher } from '../../../cli/progress/study-watcher.ts'
import { lineText, type Line } from '../../../cli/screen/line.ts'
import { startPanel } from '../../../cli/screen/panel-state.ts'
import { PanelWatcher } from '../../../cli/screen/panel-watcher.ts'
import type { StudyProgress } from '../../../cli/study/index.ts'
import type { Summary } from '../../../reports/index.ts'
import { madeUpSummary, study } from './panel-fixture.ts'

class Window extends EventEmitter {
  columns = 80
  rows = 24
  readonly written: string[] = []
  write(text: string): boolean {
    this.written.push(text)
    return true
  }
  resizeTo(columns: number, rows: number): void {
    this.columns = columns
    this.rows = rows
    this.emit('resize')
  }
}

/** A watcher over a window and a frame that only takes notes. */
const watch = () => {
  const target = new Window()
  const frames: string[] = []
  const said: string[] = []
  const note = (kind: string) => (lines: readonly Line[]) =>
    void frames.push(`${kind} ${lineText(lines[1] ?? [])}`)
  const lines: StudyWatcher = {
    progressed: ({ doneRuns }) => void said.push(`done ${doneRuns}`),
    noticed: (notice) => void said.push(notice),
    stopRequested: () => void said.push('stopping'),
    ended: async () => {},
  }
  const watcher = new PanelWatcher({
    target,
    initial: startPanel(study),
    surface: { ascii: true, language: 'en' },
    lines,
    sayTooSmall: (columns, rows) => void said.push(`too small ${columns}x${rows}`),
    onInterrupt: () => {},
    keepsFrame: false,
    loadFrame: async () => (_target, first) => {
      note('open')(first)
      return {
        draw: note('draw'),
        resize: note('resize'),
        close: async (keep) => void frames.push(keep ? 'keep' : 'close'),
      }
    },
  })
  return { watcher, target, frames, said }
}

const progress = (
  doneRuns: number,
  elapsedSeconds: number,
  doneShards = doneRuns,
): StudyProgress<Summary> => ({
  doneRuns,
  totalRuns: 1000,
  failedRuns: 0,
  doneShards,
  totalShards: 250,
  resumedRuns: 0,
  elapsedSeconds,
  stage: 'computing',
  summary: () => madeUpSummary,
})

describe('the panel of a running study', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
  afterEach(() => void vi.useRealTimers())

  const tick = async (): Promise<void> => {
    vi.advanceTimersByTime(250)
    await new Promise((resolve) => setImmediate(resolve))
  }

  it('is not drawn for a study that is over within a second', async () => {
    const { watcher, frames, target } = watch()
    watcher.progressed(progress(500, 0.4))
    await tick()
    await watcher.ended('done', 0.8, madeUpSummary)
    expect([frames, target.written]).toEqual([[], []])
  })

  it('is there as plain text before Ink is, and is redrawn only when what it shows changes', async () => {
    const { watcher, frames, target } = watch()
    watcher.progressed(progress(10, 2))
    await tick()
    expect(target.written[0]).toContain('10 of 1,000')
    const rows = target.written[0].split('\n').length - 1
    expect(target.written[1]).toBe(`${'\u001b[1A\u001b[2K'.repeat(rows)}\r`)
    watcher.progressed(progress(10, 2))
    await tick()
    watcher.progressed(progress(20, 3))
    await tick()
    await tick()
    expect(frames).toHaveLength(2)
    expect(frames[0]).toMatch(/^open .*10 of 1,000/)
    expect(frames[1]).toMatch(/^draw .*20 of 1,000/)
    await watcher.ended('done', 9, madeUpSummary)
  })

  it('is redrawn at most four times a second', async () => {
    const { watcher, frames } = watch()
    watcher.progressed(progress(10, 2))
    await tick()
    for (let run = 11; run < 111; run++) watcher.progressed(progress(run, 2 + run / 100))
    await tick()
    expect(frames).toHaveLength(2)
    await watcher.ended('done', 9, madeUpSummary)
  })

  it('goes when the study is done, and stays when it was stopped', async () => {
    for (const [how, last] of [
      ['done', 'close'],
      ['stopped', 'keep'],
    ] as const) {
      const { watcher, frames } = watch()
      watcher.progressed(progress(10, 2))
      await tick()
      await watcher.ended(how, 9, madeUpSummary)
      expect(frames.at(-1)).toBe(last)
    }
  })

  it('gives way to plain lines in a window that is too small, and comes back', async () => {
    const { watcher, target, frames, said } = watch()
    watcher.progressed(progress(10, 2))
    await tick()
    target.resizeTo(38, 9)
    await tick()
    expect([frames.at(-1), said]).toEqual(['close', ['too small 38x9']])
    watcher.progressed(progress(30, 3))
    expect(said.at(-1)).toBe('done 30')
    target.resizeTo(80, 24)
    await tick()
    await tick()
    expect(frames.at(-1)).toMatch(/^open .*30 of 1,000/)
    await watcher.ended('done', 9, madeUpSummary)
  })

  it('keeps notices until the picture is gone', async () => {
    const { watcher, said } = watch()
    watcher.progressed(progress(10, 2))
    await tick()
    watcher.noticed('a worker was replaced')
    expect(said).toEqual([])
    await watcher.ended('done', 9, madeUpSummary)
    expect(said).toEqual(['a worker was replaced'])
  })
})
