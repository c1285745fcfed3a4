import alea from 'seedrandom/lib/alea.js'
import { describe, expect, it } from 'vitest'
import { Calendar } from '../../../engine/kernel/index.ts'
import { driveAgainstOracle } from './drive-against-oracle.ts'
import { increments } from './increments.ts'

const mixes = [
  { name: 'mostly scheduling', scheduleShare: 0.6, cancelShare: 0.1 },
  { name: 'in balance', scheduleShare: 0.48, cancelShare: 0.06 },
  { name: 'mostly cancelling', scheduleShare: 0.5, cancelShare: 0.4 },
]

describe('the calendar gives what a sorted list gives', () => {
  for (const [shape, increment] of Object.entries(increments)) {
    it(`when increments are ${shape}, in any mix of schedule, cancel and next, on a calendar used again`, () => {
      const calendar = new Calendar({ capacity: 2 })
      for (const { name, scheduleShare, cancelShare } of mixes) {
        for (const steps of [60, 900, 4000]) {
          for (let repeat = 0; repeat < 4; repeat++) {
            calendar.clear()
            const draw = alea(`${shape}/${name}/${steps}/${repeat}`)
            const workload = { steps, scheduleShare, cancelShare, increment }
            expect(driveAgainstOracle(calendar, draw, workload), `${name}, ${steps}, ${repeat}`).toBeNull()
          }
        }
      }
    })
  }

  it('with a hundred thousand events, for every shape, against the platform sort', () => {
    for (const [shape, increment] of Object.entries(increments)) {
      const calendar = new Calendar()
      const draw = alea(shape)
      const times = Array.from({ length: 100_000 }, (_, step) => increment(draw, step))
      times.forEach((time, agent) => calendar.schedule(time, 0, agent))
      const due = Array.from(times.keys()).sort((a, b) => times[a] - times[b] || a - b)
      expect(
        due.findIndex((agent) => !calendar.next() || calendar.eventAgent !== agent),
        shape,
      ).toBe(-1)
      expect(calendar.next()).toBe(false)
    }
  })
})
