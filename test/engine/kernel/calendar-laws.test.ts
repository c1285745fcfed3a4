import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Calendar } from '../../../engine/kernel/index.ts'

const time = fc.oneof(
  fc.double({ min: -1e300, max: 1e300, noNaN: true }),
  fc.double({ min: 0, max: 120, noNaN: true }),
  fc.integer({ min: 0, max: 5 }),
)
const priority = fc.oneof(fc.constant(0), fc.integer({ min: -100, max: 100 }))
const events = fc.array(fc.record({ time, priority }), { maxLength: 300 })

/** Agents in the order in which the calendar gives them up. */
function emptyOut(calendar: Calendar): number[] {
  const agents: number[] = []
  while (calendar.next()) agents.push(calendar.eventAgent)
  return agents
}

describe('order', () => {
  it('is total: by time, then priority, then sequence', () => {
    fc.assert(
      fc.property(events, (list) => {
        const calendar = new Calendar({ capacity: 1 })
        list.forEach((event, agent) => calendar.schedule(event.time, 0, agent, 0, event.priority))
        const byRule = (a: number, b: number): number =>
          list[a].time - list[b].time || list[a].priority - list[b].priority || a - b
        expect(emptyOut(calendar)).toEqual(Array.from(list.keys()).sort(byRule))
      }),
      { seed: 1, numRuns: 400 },
    )
  })

  it('does not depend on the order of scheduling when keys differ', () => {
    const shuffled = fc
      .uniqueArray(fc.record({ time, priority }), {
        maxLength: 100,
        selector: (e) => `${e.time + 0} ${e.priority}`,
      })
      .chain((list) => {
        const indices = Array.from(list.keys())
        return fc.tuple(fc.constant(list), fc.shuffledSubarray(indices, { minLength: indices.length }))
      })
    fc.assert(
      fc.property(shuffled, ([list, permutation]) => {
        const straight = new Calendar()
        const mixed = new Calendar()
        list.forEach((event, agent) => straight.schedule(event.time, 0, agent, 0, event.priority))
        permutation.forEach((agent) => mixed.schedule(list[agent].time, 0, agent, 0, list[agent].priority))
        expect(emptyOut(mixed)).toEqual(emptyOut(straight))
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  it('settles ties in sequence order, also between events scheduled before and during the tie', () => {
    const calendar = new Calendar()
    for (let agent = 0; agent < 10; agent++) calendar.schedule(5, 0, agent)
    const order: number[] = []
    while (calendar.next()) {
      order.push(calendar.eventAgent)
      if (calendar.eventAgent < 10) calendar.schedule(5, 0, calendar.eventAgent + 100)
    }
    expect(order).toEqual([...Array(10).keys(), ...Array(10).keys()].map((x, i) => (i < 10 ? x : x + 100)))
  })

  it('lets an urgent event scheduled at this very moment go first', () => {
    const calendar = new Calendar()
    calendar.schedule(1, 0, 1)
    calendar.schedule(1, 0, 2, 0, 3)
    calendar.next()
    calendar.schedule(1, 0, 3, 0, 4)
    calendar.schedule(1, 0, 4, 0, -5)
    expect(emptyOut(calendar)).toEqual([4, 2, 3])
  })
})

describe('cancelling', () => {
  it('removes that event and no other, and works once', () => {
    const choices = fc.array(fc.record({ time, priority, isCancelled: fc.boolean() }), { maxLength: 200 })
    fc.assert(
      fc.property(choices, (list) => {
        const calendar = new Calendar()
        const kept = new Calendar()
        const handles = list.map((event, agent) => calendar.schedule(event.time, 0, agent, 0, event.priority))
        list.forEach((event, agent) => {
          if (event.isCancelled) {
            expect(calendar.cancel(handles[agent])).toBe(true)
            expect(calendar.cancel(handles[agent])).toBe(false)
          } else kept.schedule(event.time, 0, agent, 0, event.priority)
        })
        expect(calendar.size).toBe(kept.size)
        expect(calendar.peekTime()).toBe(kept.peekTime())
        expect(emptyOut(calendar)).toEqual(emptyOut(kept))
        expect(handles.some((handle) => calendar.cancel(handle))).toBe(false)
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  it('never reaches a later event that took the place of an earlier one', () => {
    const calendar = new Calendar({ capacity: 2 })
    const spent: number[] = []
    for (let round = 0; round < 5000; round++) {
      const taken = calendar.schedule(round, 0)
      expect(calendar.next()).toBe(true)
      const cancelled = calendar.schedule(round + 5, 0)
      calendar.cancel(cancelled)
      spent.push(taken, cancelled)
    }
    calendar.schedule(1e6, 0, 77)
    calendar.schedule(1e6, 0, 78)
    expect(new Set(spent).size).toBe(spent.length)
    expect(spent.some((handle) => calendar.cancel(handle))).toBe(false)
    expect(emptyOut(calendar)).toEqual([77, 78])
  })

  it('is false for a handle that was never given', () => {
    const calendar = new Calendar()
    calendar.schedule(1, 0)
    for (const handle of [0, -1, 1.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, 99]) {
      expect(calendar.cancel(handle)).toBe(false)
    }
    expect(calendar.size).toBe(1)
  })

  it('gives back the room of cancelled events although they are still far away', () => {
    const calendar = new Calendar()
    for (let round = 0; round < 300_000; round++) {
      calendar.cancel(calendar.schedule(1e9 + round, 0))
    }
    expect(calendar.size).toBe(0)
    expect(calendar.capacity).toBeLessThanOrEqual(2048)
    expect(calendar.next()).toBe(false)
  })

  it('works on the event due next, and inside the handler of another at the same time', () => {
    const calendar = new Calendar()
    calendar.schedule(1, 0, 1)
    const second = calendar.schedule(1, 0, 2)
    calendar.schedule(1, 0, 3)
    expect(calendar.next()).toBe(true)
    expect(calendar.cancel(calendar.eventHandle)).toBe(false)
    expect(calendar.cancel(second)).toBe(true)
    expect(emptyOut(calendar)).toEqual([3])
  })
})

describe('time', () => {
  it('that is past or not finite is refused, naming the value, and nothing is scheduled', () => {
    const calendar = new Calendar({ start: -60 })
    calendar.schedule(3, 0)
    calendar.next()
    for (const wrong of [2.999999, -60, NaN, Infinity, -Infinity]) {
      expect(() => calendar.schedule(wrong, 0)).toThrow(RangeError)
      expect(() => calendar.schedule(wrong, 0)).toThrow(`got ${wrong}`)
    }
    expect(calendar.size).toBe(0)
    expect(() => new Calendar().schedule(-Infinity, 0)).toThrow('got -Infinity')
  })

  it('may be now, and before any event anything from the start on', () => {
    const calendar = new Calendar({ start: -60 })
    expect(() => calendar.schedule(-60.001, 0)).toThrow('-60')
    calendar.schedule(-60, 0, 1)
    expect(calendar.next()).toBe(true)
    calendar.schedule(-60, 0, 2)
    expect(emptyOut(calendar)).toEqual([2])
    expect(new Calendar().now).toBe(-Infinity)
  })

  it('of the calendar is that of the last event taken', () => {
    fc.assert(
      fc.property(events, (list) => {
        const calendar = new Calendar()
        for (const event of list) calendar.schedule(event.time, 0)
        while (calendar.next()) expect(calendar.now).toBe(calendar.eventTime)
        expect(calendar.takenCount).toBe(list.length)
      }),
      { seed: 4, numRuns: 50 },
    )
  })

  it('not a number as start is refused', () => {
    expect(() => new Calendar({ start: NaN })).toThrow('got NaN')
    expect(() => new Calendar().clear(Infinity)).toThrow('got Infinity')
  })
})

describe('an event', () => {
  it('comes out with every field as it went in', () => {
    const field = fc.record({
      kind: fc.integer({ min: 0, max: 255 }),
      agent: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      argument: fc.double(),
      priority: fc.integer({ min: -100, max: 100 }),
    })
    fc.assert(
      fc.property(field, time, ({ kind, agent, argument, priority }, at) => {
        const calendar = new Calendar()
        const handle = calendar.schedule(at, kind, agent, argument, priority)
        expect(handle).toBeGreaterThan(0)
        expect(calendar.next()).toBe(true)
        const { eventKind, eventAgent, eventArgument, eventTime, eventPriority, eventHandle } = calendar
        expect([eventKind, eventAgent, eventPriority, eventHandle]).toEqual([kind, agent, priority, handle])
        expect(Object.is(eventArgument, argument) && eventTime === at).toBe(true)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it('whose kind, agent or priority would not fit is refused, naming it', () => {
    const calendar = new Calendar()
    expect(() => calendar.schedule(1, 256)).toThrow('kind must be a whole number from 0 to 255, got 256')
    expect(() => calendar.schedule(1, -1)).toThrow('got -1')
    expect(() => calendar.schedule(1, 0.5)).toThrow('got 0.5')
    expect(() => calendar.schedule(1, 0, 2 ** 31)).toThrow(
      'agent must be a 32-bit whole number, got 2147483648',
    )
    expect(() => calendar.schedule(1, 0, 0, 0, 101)).toThrow(
      'priority must be a whole number from -100 to 100',
    )
    expect(() => calendar.schedule(1, 0, 0, 0, NaN)).toThrow('got NaN')
    expect(calendar.size).toBe(0)
  })
})

describe('limits', () => {
  it('on what a calendar may hold are refused by name', () => {
    for (const capacity of [0, -1, 1.5, NaN, 2 ** 23]) {
      expect(() => new Calendar({ capacity })).toThrow(`got ${capacity}`)
    }
    const calendar = new Calendar()
    const state = Reflect.get(calendar, 'state') as { scheduledCount: number }
    state.scheduledCount = 2 ** 31 - 1025
    expect(calendar.cancel(calendar.schedule(1, 0))).toBe(true)
    expect(() => calendar.schedule(1, 0)).toThrow('since the last clear')
  })
})

describe('clear', () => {
  it('makes a used calendar behave as a new one, handles included', () => {
    const used = new Calendar({ capacity: 3 })
    for (let round = 0; round < 3; round++) {
      used.clear()
      for (let agent = 0; agent < 500; agent++) used.schedule((agent * 7919) % 83, 0, agent)
      for (let taken = 0; taken < 250; taken++) used.next()
      used.clear(2)
      const fresh = new Calendar({ start: 2 })
      expect([used.size, used.now, used.takenCount, used.peekTime()]).toEqual([0, 2, 0, Infinity])
      for (let agent = 0; agent < 300; agent++) {
        const at = 2 + ((agent * 31) % 17)
        expect(used.schedule(at, 0, agent)).toBe(fresh.schedule(at, 0, agent))
      }
      expect(emptyOut(used)).toEqual(emptyOut(fresh))
    }
  })
})
