import { describe, expect, it } from 'vitest'
import {
  logGamma,
  makeStream,
  sampleBernoulli,
  sampleBinomial,
  sampleCategorical,
  sampleEmpirical,
  samplePoisson,
} from '../../../engine/random/index.ts'
import type { Stream } from '../../../engine/random/index.ts'
import { FALSE_ALARM, Z_LIMIT, chiSquareTest, drawMany, momentGaps } from './goodness-of-fit.ts'

/** Seed 20261123, 200,000 values a case; false alarms below 1e-9 a check (see goodness-of-fit.ts). */
const COUNT = 200_000

interface Case {
  readonly name: string
  readonly draw: (stream: Stream) => number
  /** Probability of each whole number from 0 up, to beyond the largest that can be expected. */
  readonly probabilities: readonly number[]
}

const cases: readonly Case[] = [
  ...[0.001, 0.7, 9.999, 10, 35, 400, 20_000].map(poissonCase),
  ...(
    [
      [1, 0.3],
      [20, 0.01],
      [20, 0.3],
      [20, 0.5],
      [21, 0.5],
      [40, 0.9],
      [1000, 0.7],
      [100_000, 0.02],
    ] as const
  ).map(([n, p]) => binomialCase(n, p)),
  {
    name: 'categorical with weights 3, 0, 1, 6',
    draw: (s) => sampleCategorical(s, [3, 0, 1, 6]),
    probabilities: [0.3, 0, 0.1, 0.6],
  },
  {
    name: 'Bernoulli with p 0.037',
    draw: (s) => Number(sampleBernoulli(s, 0.037)),
    probabilities: [0.963, 0.037],
  },
  {
    name: 'empirical of 4, 1, 1, 0, 3',
    draw: (s) => sampleEmpirical(s, [4, 1, 1, 0, 3]),
    probabilities: [0.2, 0.4, 0, 0.2, 0.2],
  },
]

describe.each(cases)('$name', ({ name, draw, probabilities }) => {
  const stream = makeStream(20261123, name)
  const values = drawMany(COUNT, () => draw(stream))

  it('has its probabilities (chi-square)', () => {
    const observed = new Float64Array(probabilities.length)
    for (const value of values) observed[value] += 1
    expect(observed.reduce((total, count) => total + count, 0)).toBe(COUNT)
    expect(probabilities.every((p, i) => p > 0 || observed[i] === 0)).toBe(true)
    const expected = probabilities.map((p) => p * COUNT)
    expect(chiSquareTest(observed, expected)).toBeGreaterThan(FALSE_ALARM)
  })

  it('has its mean and variance', () => {
    const mean = probabilities.reduce((total, p, i) => total + p * i, 0)
    const variance = probabilities.reduce((total, p, i) => total + p * (i - mean) ** 2, 0)
    const gaps = momentGaps(values, mean, variance)
    expect(Math.abs(gaps.mean)).toBeLessThan(Z_LIMIT)
    expect(Math.abs(gaps.variance)).toBeLessThan(Z_LIMIT)
  })
})

it('a mean that is 2 % off does not pass the chi-square check', () => {
  const stream = makeStream(20261123, 'power of the checks')
  const { probabilities } = poissonCase(10)
  const observed = new Float64Array(probabilities.length)
  for (let i = 0; i < COUNT; i++) observed[samplePoisson(stream, 10.2)] += 1
  const expected = probabilities.map((p) => p * COUNT)
  expect(chiSquareTest(observed, expected)).toBeLessThan(FALSE_ALARM)
})

it('certain and impossible outcomes are certain and impossible', () => {
  const stream = makeStream(1, 'edges')
  for (let i = 0; i < 1000; i++) {
    expect(samplePoisson(stream, 0)).toBe(0)
    expect(sampleBinomial(stream, 0, 0.5)).toBe(0)
    expect(sampleBinomial(stream, 50, 0)).toBe(0)
    expect(sampleBinomial(stream, 50, 1)).toBe(50)
    expect(sampleBernoulli(stream, 0)).toBe(false)
    expect(sampleBernoulli(stream, 1)).toBe(true)
    expect(sampleCategorical(stream, [0, 2, 0])).toBe(1)
  }
})

it('very large counts keep their mean and spread', () => {
  // Seed 7, 20,000 values each; false alarms below 1e-9 a check.
  const stream = makeStream(7, 'large counts')
  const poisson = drawMany(20_000, () => samplePoisson(stream, 1e9))
  const binomial = drawMany(20_000, () => sampleBinomial(stream, 2_147_483_647, 0.25))
  const n = 2_147_483_647
  for (const gaps of [momentGaps(poisson, 1e9, 1e9), momentGaps(binomial, n / 4, (n * 3) / 16)]) {
    expect(Math.abs(gaps.mean)).toBeLessThan(Z_LIMIT)
    expect(Math.abs(gaps.variance)).toBeLessThan(Z_LIMIT)
  }
})

function poissonCase(mean: number): Case {
  const length = Math.ceil(mean + 12 * Math.sqrt(mean) + 20)
  return {
    name: `Poisson with mean ${mean}`,
    draw: (s) => samplePoisson(s, mean),
    probabilities: Array.from({ length }, (_, k) => Math.exp(k * Math.log(mean) - mean - logGamma(k + 1))),
  }
}

function binomialCase(n: number, p: number): Case {
  const logCount = (k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
  return {
    name: `binomial with n ${n} and p ${p}`,
    draw: (s) => sampleBinomial(s, n, p),
    probabilities: Array.from({ length: n + 1 }, (_, k) =>
      Math.exp(logCount(k) + k * Math.log(p) + (n - k) * Math.log1p(-p)),
    ),
  }
}
