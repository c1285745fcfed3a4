import { describe, expect, it } from 'vitest'
import { planShards } from '../../../engine/study/index.ts'

const sizes = (runs: number): number[] => planShards(runs).map((shard) => shard.runCount)

describe('the shard plan', () => {
  it('covers every run once, in order, for any number of runs', () => {
    const counts = [...Array.from({ length: 2100 }, (_, i) => i + 1), 10_000, 15_999, 16_000, 16_001, 100_000]
    const broken = counts.filter((runs) => {
      let next = 1
      const isSound = planShards(runs).every((shard, index) => {
        const isNext = shard.index === index && shard.firstRun === next
        next += shard.runCount
        return isNext
      })
      return !isSound || next !== runs + 1
    })
    expect(broken).toEqual([])
  })

  it('keeps each shard between 4 and 64 runs, and sizes within one of each other', () => {
    for (let runs = 4; runs <= 40_000; runs += 37) {
      const least = Math.min(...sizes(runs))
      const most = Math.max(...sizes(runs))
      expect(least).toBeGreaterThanOrEqual(4)
      expect(most).toBeLessThanOrEqual(64)
      expect(most - least).toBeLessThanOrEqual(1)
    }
  })

  it('makes 250 shards wherever the limits on their size allow it', () => {
    for (const runs of [1000, 1234, 5000, 10_000, 16_000]) expect(planShards(runs)).toHaveLength(250)
    expect(planShards(100)).toHaveLength(25)
    expect(planShards(100_000)).toHaveLength(1563)
  })

  it('is one shard for fewer than eight runs', () => {
    for (let runs = 1; runs < 8; runs++) expect(sizes(runs)).toEqual([runs])
  })

  it('refuses a number of runs that is not a positive whole number, naming it', () => {
    for (const runs of [0, -1, 1.5, NaN, Infinity]) {
      expect(() => planShards(runs)).toThrow(RangeError)
      expect(() => planShards(runs)).toThrow(`got ${runs}`)
    }
  })
})
