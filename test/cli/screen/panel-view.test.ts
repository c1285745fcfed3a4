import { describe, expect, it, test } from 'vitest'
import { lineText, lineWidth } from '../../../cli/screen/line.ts'
import { reducePanel, startPanel, type PanelState } from '../../../cli/screen/panel-state.ts'
import { viewPanel, type PanelSurface } from '../../../cli/screen/panel-view.ts'
import { runningPanel, study } from './panel-fixture.ts'

const surface = (columns: number, rows: number, more: Partial<PanelSurface> = {}): PanelSurface => ({
  columns,
  rows,
  ascii: false,
  language: 'en',
  ...more,
})

const draw = (state: PanelState, on: PanelSurface): string[] => viewPanel(state, on).lines.map(lineText)

describe('the panel at 80 x 24', () => {
  it('shows what runs, how far, survival, prices, verdict and what the keyboard does', () => {
    expect(draw(runningPanel(), surface(80, 24)).join('\n')).toMatchInlineSnapshot(`
      " book  120 months · seed 1 · 2 workers                            running  0:08
       ██████████████████████████████░░░░░░░░░░  742 of 1,000   74%   0:03 left

       still standing  at age                     post-money
          12 m   88.7% ±0.4    ██████████████     P10        $2.1M
          36 m   69.8% ±0.4    ███████████        P50       $12.4M
          60 m   54.9% ±0.4    █████████          P90        $430M
         120 m   30.1% ±0.4    █████              mean        $85M   top 1% hold 29%

       verdict   gold mine 12%   productive bubble 40%   barren bubble 30%   dud 18%

       ███▇▇▇▇▇▆▆▆▆▆▆▆▅▅▅▅▅▅▅▅▄▄▄▄▄▄▄▄▄▄▄▃▃▃▃▃▃  still standing, age 0 to 120 months
       Ctrl-C stops and keeps the runs that are done"
    `)
  })

  it('stays within ASCII when asked to', () => {
    const text = draw(runningPanel(), surface(80, 24, { ascii: true })).join('')
    expect(text).toMatch(/^[\x20-\x7e]+$/)
    expect(text).toContain('+/-')
  })

  it('stands in the same columns in Chinese', () => {
    expect(draw(runningPanel(), surface(80, 24, { language: 'zh' })).join('\n')).toMatchInlineSnapshot(`
      " book  120 个月 · 种子 1 · 2 个线程                                运行中  0:08
       ██████████████████████████████░░░░░░░░░░  742 / 1,000   74%   还需 0:03

       存活率  公司年龄                           投后估值
         12 月   88.7% ±0.4    ██████████████     P10     US$210万
         36 月   69.8% ±0.4    ███████████        P50   US$1,240万
         60 月   54.9% ±0.4    █████████          P90     US$4.3亿
        120 月   30.1% ±0.4    █████              均值  US$8,500万   前 1% 占 29%

       结论   金矿 12%   有产出的泡沫 40%   无产出的泡沫 30%   平庸之市 18%

       ███▇▇▇▇▇▆▆▆▆▆▆▆▅▅▅▅▅▅▅▅▄▄▄▄▄▄▄▄▄▄▄▃▃▃▃▃▃  存活率，公司年龄 0 到 120 个月
       Ctrl-C 停止，已完成的模拟会保留"
    `)
  })
})

describe('the panel at 44 x 8', () => {
  it('keeps the bar and three numbers', () => {
    expect(draw(runningPanel(), surface(44, 8)).join('\n')).toMatchInlineSnapshot(`
      " book                         running  0:08
       ████████████████░░░░░░  742 of 1,000   74%
       still standing 36 m  69.8% ±0.4
       post-money P50      $12.4M
       gold mine           12%
       Ctrl-C stops, keeps finished runs"
    `)
  })
})

const states: readonly (readonly [string, PanelState])[] = [
  ['before the first run', startPanel(study)],
  ['before the first numbers', runningPanel({ numbers: null })],
  ['while it runs', runningPanel()],
  ['with failed runs', runningPanel({ failedRuns: 12_345 })],
  ['while it stops', reducePanel(runningPanel(), { type: 'stop_requested' })],
  ['when it is done', runningPanel({ phase: 'done', doneRuns: 1000 })],
  [
    'with a long name',
    runningPanel({ name: '一家名字非常非常非常非常非常非常非常非常非常长的公司和它的情景文件' }),
  ],
  ['with huge counts', runningPanel({ totalRuns: 10_000_000, doneRuns: 7_420_000, elapsedSeconds: 40_000 })],
]
const sizes = [
  [120, 40],
  [80, 24],
  [79, 24],
  [76, 20],
  [75, 20],
  [76, 19],
  [44, 8],
  [200, 8],
] as const

describe.each(states)('%s', (_, state) => {
  test.each(sizes)('a frame is lower and narrower than a window of %i x %i', (columns, rows) => {
    for (const language of ['en', 'zh'] as const) {
      for (const ascii of [false, true]) {
        const { lines } = viewPanel(state, surface(columns, rows, { language, ascii }))
        expect(lines.length).toBeGreaterThan(1)
        expect(lines.length).toBeLessThanOrEqual(rows - 1)
        expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(columns - 1)
      }
    }
  })
})

test('the same facts start in the same cells whether drawn in ASCII or not', () => {
  const [plain, ascii] = [false, true].map((flag) => draw(runningPanel(), surface(80, 24, { ascii: flag })))
  const columnOf = (lines: readonly string[], word: string): number =>
    lines.find((line) => line.includes(word))?.indexOf(word) ?? -1
  for (const word of ['P50', 'P90', 'mean', '36 m', '742 of']) {
    expect(columnOf(plain, word)).toBeGreaterThan(0)
    expect(columnOf(ascii, word)).toBe(columnOf(plain, word))
  }
})

test.each([
  [38, 9],
  [43, 24],
  [80, 7],
])('a window of %i x %i gets no picture', (columns, rows) => {
  expect(viewPanel(runningPanel(), surface(columns, rows))).toEqual({ layout: 'none', lines: [] })
})
