import { describe, expect, it } from 'vitest'
import { Ratio } from '../../reports/summarise/ratio.ts'
import { makeUniform } from './fake-records.ts'

const ratioOf = (pairs: readonly (readonly [number, number])[]): Ratio => {
  const ratio = new Ratio()
  for (const [y, n] of pairs) ratio.add(y, n)
  return ratio
}

describe('ratios of totals over runs', () => {
  it('two runs with 1 of 2 and 2 of 2: 0.75, standard error 0.25, Student t 12.706', () => {
    const { estimate, low, high } = ratioOf([
      [1, 2],
      [2, 2],
    ]).ratio()
    expect([estimate, low]).toEqual([0.75, 0])
    expect(high).toBeCloseTo(0.75 + 12.706205 * 0.25, 5)
  })

  it('as a proportion it has the Wilson interval of as many trials as give that error', () => {
    // 0.75 * 0.25 / 0.25^2 = 3 trials; (p + t^2/6 ± t sqrt(pq/3 + t^2/36)) / (1 + t^2/3) with t = 12.706205.
    const { low, high } = ratioOf([
      [1, 2],
      [2, 2],
    ]).share()
    expect(low).toBeCloseTo(0.010273, 5)
    expect(high).toBeCloseTo(0.998848, 5)
  })

  it('none of many is 0 with an upper limit that the number of runs decides', () => {
    const none = ratioOf(Array.from({ length: 100 }, () => [0, 300] as const)).share()
    expect([none.estimate, none.low]).toEqual([0, 0])
    expect(none.high).toBeGreaterThan(0.03)
    expect(none.high).toBeLessThan(0.04)
  })

  it('sums of parts merge to the sums of the whole', () => {
    const pairs = [
      [1, 4],
      [2, 5],
      [0, 3],
      [3, 3],
    ] as const
    const whole = ratioOf(pairs)
    const merged = ratioOf(pairs.slice(0, 2))
    merged.merge(ratioOf(pairs.slice(2)).toSums())
    expect(merged.toSums()).toEqual(whole.toSums())
  })

  // Seed 7; 2,000 studies of 40 runs with 50 startups each, whose closing share is common to a run: uniform on 0.2-0.6.
  // If coverage is 95 %, a count outside 95 % ± 3 points has probability below 1e-8 (six standard errors).
  it('95 % intervals cover the truth in 95 % of studies although startups of a run err together', () => {
    const draw = makeUniform(7)
    let covered = 0
    for (let study = 0; study < 2000; study++) {
      const ratio = new Ratio()
      for (let run = 0; run < 40; run++) {
        const share = 0.2 + 0.4 * draw()
        let closed = 0
        for (let i = 0; i < 50; i++) if (draw() < share) closed += 1
        ratio.add(closed, 50)
      }
      const { low, high } = ratio.share()
      if ((low ?? 1) <= 0.4 && (high ?? 0) >= 0.4) covered += 1
    }
    expect(covered / 2000).toBeGreaterThan(0.92)
    expect(covered / 2000).toBeLessThan(0.98)
  })
})
