import { expect, it } from 'vitest'
import {
  logGamma,
  makeStream,
  power,
  sampleBernoulli,
  sampleBeta,
  sampleBinomial,
  sampleCategorical,
  sampleEmpirical,
  sampleExponential,
  sampleGamma,
  sampleLogNormal,
  sampleNormal,
  samplePareto,
  samplePert,
  samplePoisson,
  sampleTriangular,
  sampleUniform,
} from '../../../engine/random/index.ts'

const s = makeStream(1, 'bad arguments')

const cases: readonly [call: () => unknown, message: string][] = [
  [() => sampleUniform(s, 2, 1), 'sampleUniform: low and high must be finite with low <= high, got 2 and 1'],
  [
    () => sampleUniform(s, NaN, 1),
    'sampleUniform: low and high must be finite with low <= high, got NaN and 1',
  ],
  [
    () => sampleUniform(s, 0, Infinity),
    'sampleUniform: low and high must be finite with low <= high, got 0 and Infinity',
  ],
  [() => sampleNormal(s, 0, -1), 'sampleNormal: sd must be finite and >= 0, got -1'],
  [() => sampleNormal(s, NaN, 1), 'sampleNormal: mean must be finite, got NaN'],
  [() => sampleExponential(s, 0), 'sampleExponential: rate must be finite and > 0, got 0'],
  [() => sampleExponential(s, Infinity), 'sampleExponential: rate must be finite and > 0, got Infinity'],
  [() => sampleLogNormal(s, 0, NaN), 'sampleLogNormal: sigma must be finite and >= 0, got NaN'],
  [() => sampleLogNormal(s, Infinity, 1), 'sampleLogNormal: mu must be finite, got Infinity'],
  [() => sampleGamma(s, 0, 1), 'sampleGamma: shape must be finite and > 0, got 0'],
  [() => sampleGamma(s, 1, -2), 'sampleGamma: scale must be finite and > 0, got -2'],
  [() => sampleBeta(s, NaN, 1), 'sampleBeta: a must be finite and > 0, got NaN'],
  [() => sampleBeta(s, 1, 0), 'sampleBeta: b must be finite and > 0, got 0'],
  [() => samplePoisson(s, -1), 'samplePoisson: mean must be between 0 and 1e9, got -1'],
  [() => samplePoisson(s, 2e9), 'samplePoisson: mean must be between 0 and 1e9, got 2000000000'],
  [
    () => sampleBinomial(s, 1.5, 0.5),
    'sampleBinomial: n must be a whole number from 0 to 2147483647, got 1.5',
  ],
  [
    () => sampleBinomial(s, 2 ** 31, 0.5),
    'sampleBinomial: n must be a whole number from 0 to 2147483647, got 2147483648',
  ],
  [() => sampleBinomial(s, 5, 1.1), 'sampleBinomial: p must be between 0 and 1, got 1.1'],
  [() => sampleBernoulli(s, NaN), 'sampleBernoulli: p must be between 0 and 1, got NaN'],
  [() => sampleCategorical(s, [1, -1]), 'sampleCategorical: weight 1 must be >= 0, got -1'],
  [() => sampleCategorical(s, [NaN]), 'sampleCategorical: weight 0 must be >= 0, got NaN'],
  [() => sampleCategorical(s, [0, 0]), 'sampleCategorical: the sum of weights must be finite and > 0, got 0'],
  [() => sampleCategorical(s, []), 'sampleCategorical: the sum of weights must be finite and > 0, got 0'],
  [() => samplePareto(s, 0, 1), 'samplePareto: scale must be finite and > 0, got 0'],
  [() => samplePareto(s, 1, NaN), 'samplePareto: shape must be finite and > 0, got NaN'],
  [
    () => sampleTriangular(s, 0, 3, 2),
    'sampleTriangular: low, mode and high must be finite with low <= mode <= high, got 0, 3 and 2',
  ],
  [
    () => samplePert(s, 0, NaN, 2),
    'samplePert: low, mode and high must be finite with low <= mode <= high, got 0, NaN and 2',
  ],
  [
    () => samplePert(s, -Infinity, 0, 2),
    'samplePert: low, mode and high must be finite with low <= mode <= high, got -Infinity, 0 and 2',
  ],
  [() => sampleEmpirical(s, []), 'sampleEmpirical: values must not be empty, got none'],
  [() => power(-1, 2), 'power: base must be >= 0, got -1'],
  [() => power(NaN, 2), 'power: base must be >= 0, got NaN'],
  [() => power(0, -1), 'power: base must be > 0 when exponent < 0, got 0'],
  [() => power(2, NaN), 'power: exponent must be a number, got NaN'],
  [() => logGamma(0), 'logGamma: x must be > 0, got 0'],
]

it.each(cases)('%s is refused by name, bound and value', (call, message) => {
  expect(call).toThrow(RangeError)
  expect(call).toThrow(message)
})

it('a refused call draws nothing', () => {
  const used = makeStream(1, 'refused')
  for (const draw of [
    () => sampleNormal(used, 0, -1),
    () => samplePoisson(used, NaN),
    () => sampleBeta(used, 0, 1),
  ]) {
    expect(draw).toThrow(RangeError)
  }
  expect(used.next()).toBe(makeStream(1, 'refused').next())
})
