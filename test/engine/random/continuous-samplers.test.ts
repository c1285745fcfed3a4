import { describe, expect, it } from 'vitest'
import {
  makeStream,
  sampleBeta,
  sampleExponential,
  sampleGamma,
  sampleLogNormal,
  sampleNormal,
  samplePareto,
  samplePert,
  sampleTriangular,
  sampleUniform,
} from '../../../engine/random/index.ts'
import type { Stream } from '../../../engine/random/index.ts'
import { incompleteBeta, lowerGamma, normalCumulative } from '../../../engine/statistics/index.ts'
import {
  FALSE_ALARM,
  Z_LIMIT,
  chiSquareTest,
  drawMany,
  kolmogorovSmirnov,
  momentGaps,
} from './goodness-of-fit.ts'

/** Seed 20261123, 100,000 values a case; false alarms below 1e-9 a check (see goodness-of-fit.ts). */
const COUNT = 100_000

interface Case {
  readonly name: string
  readonly draw: (stream: Stream) => number
  readonly cumulative: (x: number) => number
  /** Left out where the fourth moment does not settle in 100,000 values. */
  readonly moments?: readonly [mean: number, variance: number]
}

const cases: readonly Case[] = [
  uniformCase(0, 1),
  uniformCase(-3, 5),
  normalCase(0, 1),
  normalCase(-2, 0.3),
  exponentialCase(1),
  exponentialCase(0.02),
  logNormalCase(1, 0.25),
  ...[0.05, 0.5, 0.999, 1, 1.5, 30, 2000].map((shape) => gammaCase(shape, 2)),
  ...(
    [
      [0.5, 0.5],
      [0.1, 0.2],
      [1, 1],
      [0.3, 4],
      [2, 5],
      [80, 30],
    ] as const
  ).map(([a, b]) => betaCase(a, b)),
  { ...paretoCase(2, 1.1) },
  { ...paretoCase(1, 20), moments: [20 / 19, 20 / (19 * 19 * 18)] },
  triangularCase(0, 1, 4),
  triangularCase(-1, -1, 2),
  triangularCase(-1, 2, 2),
  pertCase(0, 1, 4),
  pertCase(10, 10, 11),
]

describe.each(cases)('$name', ({ name, draw, cumulative, moments }) => {
  const stream = makeStream(20261123, name)
  const values = drawMany(COUNT, () => draw(stream))

  it('has its distribution function (Kolmogorov-Smirnov)', () => {
    expect(kolmogorovSmirnov(values, cumulative)).toBeGreaterThan(FALSE_ALARM)
  })

  if (moments === undefined) return
  it('has its mean and variance', () => {
    const gaps = momentGaps(values, ...moments)
    expect(Math.abs(gaps.mean)).toBeLessThan(Z_LIMIT)
    expect(Math.abs(gaps.variance)).toBeLessThan(Z_LIMIT)
  })
})

describe('the ziggurats are exact where layers meet', () => {
  // Seed 20261123, 3,000,000 values in 1,000 equally likely cells; false alarms below 1e-9.
  it('for the normal distribution', () => {
    const stream = makeStream(20261123, 'ziggurat-normal')
    expect(equalCells(() => normalCumulative(sampleNormal(stream, 0, 1)))).toBeGreaterThan(FALSE_ALARM)
  })

  it('for the exponential distribution', () => {
    const stream = makeStream(20261123, 'ziggurat-exponential')
    expect(equalCells(() => 1 - Math.exp(-sampleExponential(stream, 1)))).toBeGreaterThan(FALSE_ALARM)
  })

  // Seed 20261123; 4,000,000 values, about 1,032 and 1,816 beyond the start of the tail.
  it('beyond the start of the tail, in number and in shape', () => {
    const stream = makeStream(20261123, 'ziggurat-tails')
    const normal = drawMany(4_000_000, () => Math.abs(sampleNormal(stream, 0, 1))).filter(
      (x) => x > 3.6541528853610088,
    )
    const exponential = drawMany(4_000_000, () => sampleExponential(stream, 1)).filter(
      (x) => x > 7.69711747013105,
    )
    const normalShare = 2 * normalCumulative(-3.6541528853610088)
    expect(Math.abs(normal.length / (4e6 * normalShare) - 1)).toBeLessThan(
      Z_LIMIT / Math.sqrt(4e6 * normalShare),
    )
    const share = Math.exp(-7.69711747013105)
    expect(Math.abs(exponential.length / (4e6 * share) - 1)).toBeLessThan(Z_LIMIT / Math.sqrt(4e6 * share))
    const normalTail = (x: number) => 1 - (2 * normalCumulative(-x)) / normalShare
    expect(kolmogorovSmirnov(normal, normalTail)).toBeGreaterThan(FALSE_ALARM)
    expect(kolmogorovSmirnov(exponential, (x) => 1 - Math.exp(-x) / share)).toBeGreaterThan(FALSE_ALARM)
  })
})

it('a distribution that is 2 % off does not pass these checks', () => {
  const stream = makeStream(20261123, 'power of the checks')
  const values = drawMany(COUNT, () => 1.02 * sampleExponential(stream, 1))
  expect(Math.abs(momentGaps(values, 1, 1).mean)).toBeGreaterThan(4)
  const shifted = drawMany(COUNT, () => sampleNormal(stream, 0.04, 1))
  expect(kolmogorovSmirnov(shifted, normalCumulative)).toBeLessThan(FALSE_ALARM)
})

function equalCells(drawShare: () => number): number {
  const observed = new Float64Array(1000)
  for (let i = 0; i < 3_000_000; i++) observed[Math.min(999, Math.floor(1000 * drawShare()))] += 1
  return chiSquareTest(observed, new Float64Array(1000).fill(3000))
}

function uniformCase(low: number, high: number): Case {
  return {
    name: `uniform on ${low} to ${high}`,
    draw: (s) => sampleUniform(s, low, high),
    cumulative: (x) => (x - low) / (high - low),
    moments: [(low + high) / 2, (high - low) ** 2 / 12],
  }
}

function normalCase(mean: number, sd: number): Case {
  return {
    name: `normal with mean ${mean} and sd ${sd}`,
    draw: (s) => sampleNormal(s, mean, sd),
    cumulative: (x) => normalCumulative((x - mean) / sd),
    moments: [mean, sd * sd],
  }
}

function exponentialCase(rate: number): Case {
  return {
    name: `exponential with rate ${rate}`,
    draw: (s) => sampleExponential(s, rate),
    cumulative: (x) => -Math.expm1(-rate * x),
    moments: [1 / rate, 1 / (rate * rate)],
  }
}

function logNormalCase(mu: number, sigma: number): Case {
  const mean = Math.exp(mu + (sigma * sigma) / 2)
  return {
    name: `log-normal with mu ${mu} and sigma ${sigma}`,
    draw: (s) => sampleLogNormal(s, mu, sigma),
    cumulative: (x) => normalCumulative((Math.log(x) - mu) / sigma),
    moments: [mean, mean * mean * Math.expm1(sigma * sigma)],
  }
}

function gammaCase(shape: number, scale: number): Case {
  return {
    name: `gamma with shape ${shape} and scale ${scale}`,
    draw: (s) => sampleGamma(s, shape, scale),
    cumulative: (x) => lowerGamma(shape, x / scale),
    moments: [shape * scale, shape * scale * scale],
  }
}

function betaCase(a: number, b: number): Case {
  return {
    name: `beta with shapes ${a} and ${b}`,
    draw: (s) => sampleBeta(s, a, b),
    cumulative: (x) => incompleteBeta(x, a, b),
    moments: [a / (a + b), (a * b) / ((a + b) * (a + b) * (a + b + 1))],
  }
}

function paretoCase(scale: number, shape: number): Case {
  return {
    name: `Pareto with scale ${scale} and shape ${shape}`,
    draw: (s) => samplePareto(s, scale, shape),
    cumulative: (x) => 1 - (scale / x) ** shape,
  }
}

function triangularCase(low: number, mode: number, high: number): Case {
  const width = high - low
  return {
    name: `triangular on ${low}, ${mode}, ${high}`,
    draw: (s) => sampleTriangular(s, low, mode, high),
    cumulative: (x) =>
      x < mode ? (x - low) ** 2 / (width * (mode - low)) : 1 - (high - x) ** 2 / (width * (high - mode || 1)),
    moments: [
      (low + mode + high) / 3,
      (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18,
    ],
  }
}

function pertCase(low: number, mode: number, high: number): Case {
  const width = high - low
  const a = 1 + (4 * (mode - low)) / width
  const b = 1 + (4 * (high - mode)) / width
  const mean = (low + 4 * mode + high) / 6
  return {
    name: `PERT on ${low}, ${mode}, ${high}`,
    draw: (s) => samplePert(s, low, mode, high),
    cumulative: (x) => incompleteBeta((x - low) / width, a, b),
    moments: [mean, ((mean - low) * (high - mean)) / 7],
  }
}
