import { describe, expect, it } from 'vitest'
import { makeStream, sampleExponential, sampleGamma } from '../../../engine/random/index.ts'
import type { Stream } from '../../../engine/random/index.ts'
import type { SurvivalData } from '../../../engine/statistics/index.ts'
import {
  SurvivalAccumulator,
  batchOfRun,
  kaplanMeier,
  survivalLimits,
} from '../../../engine/statistics/index.ts'

/**
 * Maintained group of the acute myelogenous leukaemia trial, weeks to relapse (Miller, "Survival Analysis",
 * 1981): data `aml` of R's survival package. Expected values: R 4.2.2, survival 3.5-3, survfit with conf.type
 * log, plain, log-log.
 */
const AML = {
  time: [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161],
  event: [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0].map((code) => code === 1),
  ages: [9, 13, 18, 23, 31, 34, 48],
  survival: [
    0.9090909090909091, 0.8181818181818182, 0.7159090909090909, 0.6136363636363636, 0.4909090909090909,
    0.36818181818181817, 0.18409090909090908,
  ],
  standardErrors: [0.0866784, 0.1162913, 0.139665, 0.1526323, 0.1641933, 0.1626689, 0.1534927],
  lowLog: [0.7541338, 0.619249, 0.4884263, 0.3768671, 0.25486, 0.1548771, 0.0359179],
  highLog: [1, 1, 1, 0.999158, 0.945585, 0.875261, 0.943526],
  lowPlain: [0.7392043, 0.5902551, 0.4421708, 0.3144825, 0.1690962, 0.0493567, 0],
  lowLogLog: [0.5080802, 0.4474286, 0.3501904, 0.265752, 0.1673309, 0.0928296, 0.0117385],
  highLogLog: [0.986674, 0.951162, 0.899024, 0.835299, 0.7534, 0.657041, 0.525015],
}

describe('the Kaplan-Meier estimate', () => {
  const curve = kaplanMeier(
    AML.time.map(() => 0),
    AML.time,
    AML.event,
  )
  const limits = (scale: 'plain' | 'log' | 'log-log') =>
    curve.survival.map((share, i) => survivalLimits(share, curve.standardErrors[i], 1.959963984540054, scale))

  it('is that of R on the leukaemia data', () => {
    expect(curve.ages).toEqual(AML.ages)
    expectClose(curve.survival, AML.survival, 1e-12)
    expectClose(curve.standardErrors, AML.standardErrors, 1e-6)
  })

  it('has the limits of R on all three scales', () => {
    expectClose(
      limits('log').map(([low]) => low),
      AML.lowLog,
      1e-6,
    )
    expectClose(
      limits('log').map(([, high]) => high),
      AML.highLog,
      1e-6,
    )
    expectClose(
      limits('plain').map(([low]) => low),
      AML.lowPlain,
      1e-6,
    )
    expectClose(
      limits('log-log').map(([low]) => low),
      AML.lowLogLog,
      1e-6,
    )
    expectClose(
      limits('log-log').map(([, high]) => high),
      AML.highLogLog,
      1e-6,
    )
  })

  // By hand. At 2 at risk: a, b (entered at 0); c entered at 2, not before. At 3: b, c. At 5: c, d.
  it('counts late entrants from the moment after they enter', () => {
    const late = kaplanMeier([0, 0, 2, 3, 4], [2, 3, 5, 9, 4], [true, true, true, false, true])
    expect(late.ages).toEqual([2, 3, 5])
    expect(late.atRisk).toEqual([2, 2, 2])
    expect(late.survival).toEqual([0.5, 0.25, 0.125])
  })

  it('takes events before censorings of the same age', () => {
    expect(kaplanMeier([0, 0], [5, 5], [true, false]).survival).toEqual([0.5])
  })

  it('has no standard error once nobody is left', () => {
    expect(kaplanMeier([0], [1], [true])).toEqual({
      ages: [1],
      atRisk: [1],
      events: [1],
      survival: [0],
      standardErrors: [NaN],
    })
  })

  it('refuses ages that run backwards and arrays that do not match', () => {
    expect(() => kaplanMeier([2], [1], [true])).toThrow(
      'kaplanMeier: subject 0 must leave at a finite age not below its entry, got 2 to 1',
    )
    expect(() => kaplanMeier([0], [NaN], [true])).toThrow(RangeError)
    expect(() => kaplanMeier([0], [1, 2], [true, true])).toThrow(
      'kaplanMeier: the three arrays must be equally long',
    )
    expect(() => survivalLimits(1.2, 0.1, 2, 'plain')).toThrow(RangeError)
    expect(() => survivalLimits(0.5, 0.1, NaN, 'plain')).toThrow(RangeError)
  })
})

interface Subject {
  readonly run: number
  readonly entry: number
  readonly exit: number
  readonly isEvent: boolean
}

describe('the survival accumulator', () => {
  it('equals the exact estimate on ages that lie on its grid, the leukaemia data among them', () => {
    const accumulator = new SurvivalAccumulator()
    AML.time.forEach((age, i) => accumulator.add(0, age, AML.event[i], i))
    AML.ages.forEach((age, i) => {
      expect(accumulator.survivalAt(age).estimate).toBeCloseTo(AML.survival[i], 12)
      // Just before an event the step has not been taken.
      const before = i === 0 ? 1 : AML.survival[i - 1]
      expect(accumulator.survivalAt(age - 1 / 64).estimate).toBeCloseTo(before, 12)
    })
    const low = accumulator.survivalAt(9).low ?? NaN
    expect(low).toBeLessThanOrEqual(AML.lowLogLog[0] + 1e-6)
  })

  // Seed 11, 300 runs of 60 with delayed entry and censoring at real ages.
  it('agrees with the exact estimate to 1e-4 at whole months and 1e-3 between, with delayed entry', () => {
    const subjects = makeSubjects(makeStream(11, 'agree'), 300, 60, 0.5)
    const accumulator = accumulate(subjects)
    const exact = kaplanMeier(
      subjects.map((s) => s.entry),
      subjects.map((s) => s.exit),
      subjects.map((s) => s.isEvent),
    )
    for (let age = 0; age <= 80; age += age < 40 ? 1 : 0.31) {
      const step = exact.ages.findLastIndex((t) => t <= age)
      const expected = step < 0 ? 1 : exact.survival[step]
      const error = Math.abs((accumulator.survivalAt(age).estimate ?? NaN) - expected)
      expect(error).toBeLessThan(Number.isInteger(age) ? 1e-4 : 1e-3)
    }
  })

  it('gives no limits from fewer than 2 batches, and nothing beyond the oldest age seen', () => {
    const accumulator = new SurvivalAccumulator()
    expect(accumulator.survivalAt(0)).toEqual({ estimate: null, low: null, high: null })
    accumulator.add(0, 10, true, 3)
    accumulator.add(0, 20, false, 3)
    expect(accumulator.survivalAt(12)).toEqual({ estimate: 0.5, low: null, high: null })
    accumulator.add(0, 30, false, 4)
    expect(accumulator.survivalAt(12).low).toBeGreaterThan(0)
    expect(accumulator.survivalAt(30).estimate).not.toBeNull()
    expect(accumulator.survivalAt(31)).toEqual({ estimate: null, low: null, high: null })
  })

  it('is certain at age 0, says how little it knows before the first event, and keeps 0 at 0', () => {
    const accumulator = new SurvivalAccumulator()
    for (let i = 0; i < 64; i++) accumulator.add(0, 20, true, i % 32)
    expect(accumulator.survivalAt(0)).toEqual({ estimate: 1, low: 1, high: 1 })
    // 0 of 64 ended: the exact binomial limit is 0.025^(1/64).
    expect(accumulator.survivalAt(12)).toEqual({ estimate: 1, low: Math.exp(Math.log(0.025) / 64), high: 1 })
    expect(accumulator.survivalAt(20)).toEqual({ estimate: 0, low: 0, high: null })
    expect(accumulator.survivalAt(300)).toEqual({ estimate: 0, low: 0, high: null })
    expect([accumulator.atRiskAt(0), accumulator.atRiskAt(20), accumulator.atRiskAt(21)]).toEqual([64, 64, 0])
  })

  it('takes ages that are a rounding error off as the same age', () => {
    const accumulator = new SurvivalAccumulator()
    accumulator.add(0, 36.1 - 24.1, true)
    accumulator.add(0, 12.000000000001, true)
    accumulator.add(0, 50, false)
    expect(accumulator.survivalAt(12).estimate).toBeCloseTo(1 / 3, 12)
    expect(accumulator.survivalAt(11.99).estimate).toBe(1)
  })

  it('follows ages to 400 months', () => {
    const accumulator = new SurvivalAccumulator()
    accumulator.add(0, 400, true)
    accumulator.add(0, 401, true)
    accumulator.add(399, 5000, false)
    accumulator.add(500, 600, true)
    expect(accumulator.survivalAt(400).estimate).toBeCloseTo(2 / 3, 12)
    expect(accumulator.survivalAt(401).estimate).toBeNull()
  })

  it('refuses ages that run backwards and batches that do not exist', () => {
    const accumulator = new SurvivalAccumulator()
    const text = 'SurvivalAccumulator.add: ages must be finite with 0 <= entry <= exit, got'
    expect(() => accumulator.add(2, 1, true)).toThrow(`${text} 2 to 1`)
    expect(() => accumulator.add(-1, 1, true)).toThrow(`${text} -1 to 1`)
    expect(() => accumulator.add(0, NaN, true)).toThrow(`${text} 0 to NaN`)
    expect(() => accumulator.add(0, 1, true, 32)).toThrow(
      'SurvivalAccumulator.add: batch must be 0 to 31, got 32',
    )
    expect(() => accumulator.survivalAt(-1)).toThrow(RangeError)
    expect(() => accumulator.atRiskAt(NaN)).toThrow(RangeError)
  })

  it('goes on from its file as if nothing had happened, and the file is short', () => {
    const subjects = makeSubjects(makeStream(12, 'file'), 100, 30, 0.5)
    const whole = accumulate(subjects)
    const text = JSON.stringify(accumulate(subjects.slice(0, 1500)))
    const resumed = SurvivalAccumulator.fromJSON(JSON.parse(text) as SurvivalData)
    subjects.slice(1500).forEach((s) => resumed.add(s.entry, s.exit, s.isEvent, batchOfRun(s.run)))
    expect(JSON.stringify(resumed)).toBe(JSON.stringify(whole))
    expect(resumed.survivalAt(24)).toEqual(whole.survivalAt(24))
    expect(text.length).toBeLessThan(40_000)
  })
})

/**
 * Studies of 64 runs with 15 subjects each; the hazard 1/40 a month of a run is multiplied by a gamma frailty
 * with mean 1 and variance 1/3 that its subjects share, a third of them is censored early, all at 60 months.
 * The true survival is (1 + t / 120)^-3. Seed 20261123, 1,500 studies at 6 ages: a coverage of 95 % is
 * estimated to 0.56 points at one age and about 0.4 over all (ages of a study go together); the seed is
 * fixed. Found: 94.9 %. Greenwood alone is far too narrow here, 81.8 %: that is why the interval is widened.
 */
it('intervals of survival cover the truth in 93 to 97 % of clustered studies, where those of Greenwood do not', () => {
  const studies = 1500
  const ages = [3, 12, 24, 36, 48, 60]
  const stream = makeStream(20261123, 'coverage')
  let hits = 0
  let greenwoodHits = 0
  for (let study = 0; study < studies; study++) {
    const subjects = makeSubjects(stream, 64, 15, 0)
    const accumulator = accumulate(subjects)
    // The same subjects dealt into batches one by one, as if they were independent: Greenwood's interval.
    const shuffled = new SurvivalAccumulator()
    if (study < 200)
      subjects.forEach((s, i) => shuffled.add(s.entry, s.exit, s.isEvent, (i + Math.floor(i / 32)) % 32))
    for (const age of ages) {
      const truth = 1 / (1 + age / 120) ** 3
      hits += covers(accumulator, age, truth)
      if (study < 200) greenwoodHits += covers(shuffled, age, truth)
    }
  }
  expect(hits / (studies * ages.length)).toBeGreaterThan(0.93)
  expect(hits / (studies * ages.length)).toBeLessThan(0.97)
  expect(greenwoodHits / (200 * ages.length)).toBeLessThan(0.88)
})

function makeSubjects(stream: Stream, runs: number, perRun: number, lateShare: number): Subject[] {
  const subjects: Subject[] = []
  for (let run = 1; run <= runs; run++) {
    const hazard = sampleGamma(stream, 3, 1 / 3) / 40
    for (let i = 0; i < perRun; i++) {
      const entry = stream.next() < lateShare ? 24 * stream.next() : 0
      const death = entry + sampleExponential(stream, hazard)
      const lastSeen = entry + 60 - (i % 3 === 0 ? 40 * stream.next() : 0)
      subjects.push({ run, entry, exit: Math.min(death, lastSeen), isEvent: death < lastSeen })
    }
  }
  return subjects
}

function accumulate(subjects: readonly Subject[]): SurvivalAccumulator {
  const accumulator = new SurvivalAccumulator()
  for (const s of subjects) accumulator.add(s.entry, s.exit, s.isEvent, batchOfRun(s.run))
  return accumulator
}

function covers(accumulator: SurvivalAccumulator, age: number, truth: number): number {
  const { low, high } = accumulator.survivalAt(age)
  return low !== null && high !== null && low <= truth && truth <= high ? 1 : 0
}

function expectClose(actual: readonly number[], expected: readonly number[], error: number): void {
  expect(actual.length).toBe(expected.length)
  actual.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(error))
}
