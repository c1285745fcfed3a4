import { expect, test } from 'vitest'
import { PanelStream, rowsTaken, wipeFrame } from '../../../cli/screen/panel-stream.ts'

test('a line that is longer than the window is wide takes more than one row', () => {
  expect(rowsTaken([80, 0, 40], 80)).toBe(3)
  expect(rowsTaken([80, 0, 40], 79)).toBe(4)
  expect(rowsTaken([80, 81], 40)).toBe(5)
})

test('wiping goes up row by row over the rows that the frame takes now', () => {
  const row = '\u001b[1A\u001b[2K'
  expect(wipeFrame([78, 10], 80)).toBe(`${row}${row}\r`)
  expect(wipeFrame([78, 10], 50)).toBe(`${row}${row}${row}\r`)
  expect(wipeFrame([], 50)).toBe('')
})

test('Ink learns of a new width from us, and never of a bottom', () => {
  const written: string[] = []
  const target = {
    columns: 80,
    rows: 24,
    write: (text: string) => written.push(text) > 0,
    on: () => {},
    off: () => {},
  }
  const stream = new PanelStream(target)
  const seen: number[] = []
  stream.on('resize', () => seen.push(stream.columns))
  stream.write('x')
  stream.resizeTo(60)
  expect([written, seen, stream.rows > 1000]).toEqual([['x'], [60], true])
})
