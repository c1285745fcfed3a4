import { describe, expect, it } from 'vitest'
import alea from 'seedrandom/lib/alea.js'
import { Calendar } from '../../../engine/kernel/index.ts'
import { planShards, replicate } from '../../../engine/study/index.ts'
import type { Model } from '../../../engine/study/index.ts'

interface Flock {
  readonly calendar: Calendar
  readonly draw: () => number
  readonly trace: number[]
}

const wander = 0
const perish = 1

/** A toy: birds that move at random intervals, breed, and may be called off before they perish. */
const flock: Model<Flock, readonly number[]> = {
  startMonth: -6,
  horizonMonths: 60,
  createWorld(seed, run, calendar) {
    const draw = alea(`${seed}/${run}`)
    for (let bird = 0; bird < 20; bird++) calendar.schedule(-6 + draw(), wander, bird)
    return { calendar, draw, trace: [] }
  },
  handlers: [
    ({ calendar, draw, trace }, bird, _, time) => {
      trace.push(time, bird)
      const handle = calendar.schedule(time + 3 * draw(), perish, bird)
      if (draw() < 0.9) calendar.cancel(handle)
      calendar.schedule(time + draw(), wander, bird)
    },
    ({ trace }, bird, _, time) => trace.push(-time, bird),
  ],
  collect: ({ trace }) => trace,
}

const failing = (atEvent: number): Model<{ count: number }, number> => ({
  startMonth: 0,
  horizonMonths: 12,
  createWorld(_seed, _run, calendar) {
    for (let month = 0; month < 12; month++) calendar.schedule(month + 0.5, 0)
    return { count: 0 }
  },
  handlers: [
    (world) => {
      if (++world.count === atEvent) throw new Error('cash is NaN')
    },
  ],
  collect: (world) => world.count,
})

describe('replicate', () => {
  it('is a function of model, seed and run, whatever the calendar was used for before', () => {
    const calendar = new Calendar()
    const first = replicate(flock, 1, 7, calendar)
    replicate(flock, 1, 8, calendar)
    replicate(failing(3), 1, 1, calendar)
    expect(replicate(flock, 1, 7, calendar)).toEqual(first)
    expect(replicate(flock, 1, 7, new Calendar({ capacity: 4 }))).toEqual(first)
    expect(first.events).toBeGreaterThan(2000)
    expect(replicate(flock, 2, 7, calendar)).not.toEqual(first)
  })

  it('gives the same result whether or not an observer looks on', () => {
    let seen = 0
    const observed = replicate(flock, 1, 3, new Calendar(), () => seen++)
    expect(observed).toEqual(replicate(flock, 1, 3, new Calendar()))
    expect(seen).toBe(observed.events)
  })

  it('shows the observer every event in time order, from the start to before the horizon', () => {
    const times: number[] = []
    replicate(flock, 1, 3, new Calendar(), (time) => times.push(time))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times[0]).toBeGreaterThanOrEqual(-6)
    expect(times.at(-1)).toBeLessThan(60)
  })

  it('leaves the same records when shards are computed apart and merged in index order', () => {
    const inOneGo = Array.from({ length: 21 }, (_, i) => replicate(flock, 5, i + 1, new Calendar()))
    const parts = planShards(21).map(({ firstRun, runCount }) => {
      const calendar = new Calendar()
      return Array.from({ length: runCount }, (_, i) => replicate(flock, 5, firstRun + i, calendar))
    })
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.flat()).toEqual(inOneGo)
  })

  it('turns a throw into a failed run that names run, seed, event and month, and the next run is sound', () => {
    const calendar = new Calendar()
    expect(replicate(failing(4), 11, 2, calendar)).toEqual({
      status: 'failed',
      run: 2,
      events: 4,
      message: 'run 2 of seed 11 stopped at event 4, month 3.5: cash is NaN',
    })
    expect(replicate(failing(99), 11, 3, calendar)).toEqual({ status: 'ok', run: 3, events: 12, record: 12 })
  })

  it('reports a throw while the world is built or collected, and one that is no Error', () => {
    const calendar = new Calendar()
    const unbuilt: Model<null, null> = {
      startMonth: -60,
      horizonMonths: 12,
      handlers: [],
      collect: () => null,
      createWorld() {
        // oxlint-disable-next-line no-throw-literal, typescript/only-throw-error -- any value may be thrown at us
        throw 'no founders'
      },
    }
    const built = { ...unbuilt, createWorld: () => null }
    const uncollected = { ...built, collect: () => JSON.parse('{') as null }
    const at = 'run 1 of seed 1 stopped at event 0, month -60'
    expect(replicate(unbuilt, 1, 1, calendar)).toMatchObject({
      status: 'failed',
      message: `${at}: no founders`,
    })
    expect(replicate(built, 1, 1, calendar)).toEqual({ status: 'ok', run: 1, events: 0, record: null })
    expect(replicate(uncollected, 1, 1, calendar)).toMatchObject({ status: 'failed', events: 0 })
  })
})
