import { describe, expect, it } from 'vitest'
import type { RunRecord } from '../../agents/records.ts'
import { StudyAccumulator, type Summary } from '../../reports/index.ts'
import { fakeRun } from './fake-records.ts'
import { fakeScenario, identity, makeRun } from './fake-study.ts'

interface Life {
  readonly entry: number
  readonly exit: number
  /** 0 private, 1 closed, 2 acqui-hired, 3 acquired, 4 listed. */
  readonly outcome: number
}

/** A startup that ends as it comes into view is never at risk. */
const livesOf = (record: RunRecord): readonly Life[] =>
  allLivesOf(record).filter(({ entry, exit }) => exit > entry)

const allLivesOf = ({ startups, horizonMonths }: RunRecord): readonly Life[] =>
  Array.from({ length: startups.count }, (_, i) => {
    const founded = startups.foundedMonth[i]
    const outcome = startups.outcome[i]
    const end = outcome === 0 ? horizonMonths : startups.outcomeMonth[i]
    return { entry: Math.max(0, -founded), exit: end - founded, outcome }
  })

/** Kaplan-Meier from the definition: a product over distinct event ages, each counted over all lives. */
const kaplanMeierByHand = (lives: readonly Life[], age: number): number => {
  const ages = new Set(
    lives.filter((life) => life.outcome === 1 && life.exit <= age).map((life) => life.exit),
  )
  return [...ages].reduce((product, at) => {
    const atRisk = lives.filter((life) => life.entry < at && life.exit >= at).length
    const closed = lives.filter((life) => life.outcome === 1 && life.exit === at).length
    return product * (1 - closed / atRisk)
  }, 1)
}

/** Aalen-Johansen from the definition: every end counts against the share that is still private just before. */
const aalenJohansenByHand = (lives: readonly Life[], age: number, outcome: number): number => {
  const ages = [
    ...new Set(lives.filter((life) => life.outcome !== 0 && life.exit <= age).map((life) => life.exit)),
  ]
  let stillPrivate = 1
  let share = 0
  for (const at of ages.sort((a, b) => a - b)) {
    const atRisk = lives.filter((life) => life.entry < at && life.exit >= at).length
    const ends = lives.filter((life) => life.outcome !== 0 && life.exit === at)
    share += (stillPrivate * ends.filter((life) => life.outcome === outcome).length) / atRisk
    stillPrivate *= 1 - ends.length / atRisk
  }
  return share
}

const summaryOf = (records: readonly RunRecord[], horizon = 120): Summary => {
  const accumulator = new StudyAccumulator(fakeScenario({ runs: records.length, horizon, expect: [] }))
  for (const record of records) accumulator.addRun(record, 1)
  return accumulator.summarise(identity)
}

describe('survival of startups by age', () => {
  const records = Array.from({ length: 10 }, (_, i) => makeRun(i + 1, 40))
  const lives = records.flatMap(livesOf)
  const summary = summaryOf(records)

  it('equals Kaplan-Meier with delayed entry, counted from its definition', () => {
    for (const age of [0, 1, 12, 36, 60, 120]) {
      expect(summary.survival.estimate[age]).toBeCloseTo(kaplanMeierByHand(lives, age), 12)
    }
  })

  it('falls from 1, stays within its band and the band within 0 to 1', () => {
    const { estimate, low, high } = summary.survival
    estimate.forEach((value, age) => {
      expect(value).toBeLessThanOrEqual(estimate[Math.max(0, age - 1)] ?? 1)
      expect(low[age]).toBeLessThanOrEqual(value ?? Number.NaN)
      expect(high[age]).toBeGreaterThanOrEqual(value ?? Number.NaN)
      expect(high[age]).toBeLessThanOrEqual(1)
    })
    expect(estimate[0]).toBe(1)
  })
})

describe('what has become of startups by age', () => {
  const records = Array.from({ length: 40 }, (_, i) => makeRun(i + 1, 100))
  const lives = records.flatMap(livesOf)
  const { outcomesByAge } = summaryOf(records)

  it('is within 0.3 points of Aalen-Johansen, counted from its definition', () => {
    const keys = ['private', 'closed', 'acquiHired', 'acquired', 'listed'] as const
    for (const age of [12, 60, 110]) {
      for (const outcome of [1, 2, 3, 4]) {
        const difference = (outcomesByAge[keys[outcome]][age] ?? 9) - aalenJohansenByHand(lives, age, outcome)
        expect(Math.abs(difference)).toBeLessThan(0.003)
      }
    }
  })

  it('adds up to 1 at every age', () => {
    for (const age of outcomesByAge.months) {
      const { closed, acquiHired, acquired, listed, private: stillPrivate } = outcomesByAge
      const sum = [closed, acquiHired, acquired, listed, stillPrivate].reduce(
        (sum, share) => sum + (share[age] ?? 9),
        0,
      )
      expect(sum).toBeCloseTo(1, 12)
    }
  })

  it('a month of age in which 2 startup-months see one closure closes 1 - exp(-1/2)', () => {
    const record = fakeRun({
      run: 1,
      horizon: 3,
      startups: [
        { founded: 0, outcome: 1, end: 1 },
        { founded: 0, outcome: 0 },
      ],
    })
    const { closed, private: stillPrivate } = summaryOf([record], 3).outcomesByAge
    expect(closed[1]).toBeCloseTo(1 - Math.exp(-0.5), 12)
    expect(stillPrivate[3]).toBeCloseTo(Math.exp(-0.5), 12)
  })

  it('is unknown from the age at which nobody was seen', () => {
    const record = fakeRun({ run: 1, horizon: 4, startups: [{ founded: 2, outcome: 0 }] })
    expect(summaryOf([record], 4).outcomesByAge.closed).toEqual([0, 0, 0, null, null])
  })
})
