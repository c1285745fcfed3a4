import { render } from 'ink-testing-library'
import { expect, test } from 'vitest'
import { Panel } from '../../../cli/screen/panel-component.tsx'
import { lineText } from '../../../cli/screen/line.ts'
import { viewPanel } from '../../../cli/screen/panel-view.ts'
import { runningPanel } from './panel-fixture.ts'

const lines = (columns: number, rows: number, ascii: boolean) =>
  viewPanel(runningPanel(), { columns, rows, ascii, language: 'en' }).lines

// The test terminal has 100 columns.
test.each([
  [80, 24, false],
  [80, 24, true],
  [101, 40, false],
  [44, 8, false],
])('Ink lays the panel of %i x %i out as it was drawn', (columns, rows, ascii) => {
  const drawn = lines(columns, rows, ascii)
  const { lastFrame, unmount } = render(<Panel lines={drawn} onInterrupt={() => {}} />)
  // oxlint-disable-next-line no-control-regex -- colours
  const frame = (lastFrame() ?? '').replaceAll(/\u001b\[[0-9;]*m/g, '').split('\n')
  unmount()
  expect(frame.map((line) => line.trimEnd())).toEqual(drawn.map((line) => lineText(line).trimEnd()))
  expect(frame.length).toBeLessThanOrEqual(rows - 1)
})

test('Ctrl-C is heard as a key, every time it is pressed, and other keys are not', async () => {
  let pressed = 0
  const { stdin, unmount } = render(<Panel lines={[]} onInterrupt={() => (pressed += 1)} />)
  await new Promise((resolve) => setImmediate(resolve))
  for (const key of ['q', '\u0003', 'c', '\u0003']) stdin.write(key)
  unmount()
  expect(pressed).toBe(2)
})
