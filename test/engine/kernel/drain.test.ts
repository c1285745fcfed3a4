import { describe, expect, it } from 'vitest'
import { Calendar, drain } from '../../../engine/kernel/index.ts'
import type { Handler } from '../../../engine/kernel/index.ts'

type Log = string[]
const note: Handler<Log> = (log, agent, argument, time) => log.push(`${time} ${agent} ${argument}`)

describe('drain', () => {
  it('hands each event to the handler of its kind with world, agent, argument and time', () => {
    const calendar = new Calendar()
    const log: Log = []
    calendar.schedule(2, 1, 7, 0.25)
    calendar.schedule(1, 0, 8, -3)
    const other: Handler<Log> = (world, agent) => world.push(`other ${agent}`)
    expect(drain(calendar, [note, other], log, 10)).toBe(2)
    expect(log).toEqual(['1 8 -3', 'other 7'])
  })

  it('leaves events at the horizon and beyond, ready for a later horizon', () => {
    const calendar = new Calendar()
    const log: Log = []
    for (const time of [9, 10, 11]) calendar.schedule(time, 0)
    expect(drain(calendar, [note], log, 10)).toBe(1)
    expect([calendar.size, calendar.now, calendar.peekTime()]).toEqual([2, 9, 10])
    calendar.schedule(9.5, 0)
    expect(drain(calendar, [note], log, Infinity)).toBe(3)
    expect(log).toEqual(['9 0 0', '9.5 0 0', '10 0 0', '11 0 0'])
  })

  it('includes what the handlers schedule', () => {
    const calendar = new Calendar()
    const tick: Handler<Log> = (log, agent, _, time) => {
      log.push(`${time}`)
      calendar.schedule(time + 1, 0, agent)
    }
    calendar.schedule(0, 0)
    const log: Log = []
    expect(drain(calendar, [tick], log, 4)).toBe(4)
    expect(log).toEqual(['0', '1', '2', '3'])
  })

  it('shows each event to the observer before its handler', () => {
    const calendar = new Calendar()
    const log: Log = []
    calendar.schedule(1, 0, 4, 5)
    drain(calendar, [note], log, 2, (time, kind, agent, argument) =>
      log.push(`${time} ${kind} ${agent} ${argument}`),
    )
    expect(log).toEqual(['1 0 4 5', '1 4 5'])
  })

  it('refuses a kind without handler, naming it', () => {
    const calendar = new Calendar()
    calendar.schedule(1, 3)
    expect(() => drain(calendar, [note], [], 2)).toThrow('no handler for event kind 3 (there are 1)')
  })

  it('refuses a horizon that is not a number', () => {
    expect(() => drain(new Calendar(), [note], [], NaN)).toThrow('horizon')
  })
})
