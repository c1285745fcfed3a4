import { describe, expect, test } from 'vitest'
import { costData, type CostReport } from '../../../reports/index.ts'
import type { CompressedServing, Serving } from '../../../reports/cost/cost-report.ts'
import { compressionsOf, onGpu, planOf, problemsOf, reportOf } from './tables.ts'

const names = ['fp8', 'int8', 'int4', 'fp4', '2:4', 'prune-50', 'layers-25']
const certain = (value: number) => ({ p10: value, p50: value, p90: value })
const large = { shape: { parameters: 70e9 } }

const reportOn = (gpu: string, usdPerHour = 2): CostReport =>
  reportOf(
    planOf({
      model: large,
      hardware: [onGpu(gpu, 1024, { usdPerGpuHour: certain(usdPerHour) })],
      compression: compressionsOf(names),
    }),
  )

const servingOf = ({ offers }: CostReport): Serving => {
  const { serving } = offers[0]
  if (serving === null) throw new Error('the model is not served')
  return serving
}

const wayOf = ({ offers }: CostReport, name: string): CompressedServing => {
  const found = offers[0].compression.find((way) => way.name === name)
  if (found === undefined) throw new Error(`${name} was not asked for`)
  return found
}

const h100 = reportOn('H100-SXM')

describe('serving', () => {
  const serving = servingOf(h100)

  test('takes as many GPUs as hold the weights, a power of two within one fabric', () => {
    expect(Math.log2(serving.gpus) % 1).toBe(0)
    expect(serving.gpus).toBeLessThanOrEqual(8)
    expect(serving.gpus * h100.offers[0].memoryCapacityBytesPerGpu).toBeGreaterThan(serving.weightBytes)
    expect(serving.weightBytes).toBe(2 * h100.model.parameters)
  })

  test('writes a token for more than it reads one, and each in ordered spreads', () => {
    const { usdPerMillionInput: input, usdPerMillionOutput: output, tokensPerSecondPerGpu: speed } = serving
    expect(output.p50).toBeGreaterThan(input.p50)
    for (const { p10, p50, p90 } of [input, output, speed]) {
      expect(p10).toBeGreaterThan(0)
      expect(p10).toBeLessThan(p50)
      expect(p50).toBeLessThan(p90)
    }
  })

  test('costs what the GPU-seconds of a request cost at the price of the offer', () => {
    const { inputTokens, outputTokens, utilisation, tokensPerSecondPerGpu } = serving
    const request =
      (inputTokens * serving.usdPerMillionInput.p50 + outputTokens * serving.usdPerMillionOutput.p50) / 1e6
    const seconds = outputTokens / tokensPerSecondPerGpu.p50
    expect(request).toBeCloseTo((seconds / utilisation.p50 / 3600) * 2, 9)
    const dear = servingOf(reportOn('H100-SXM', 4))
    expect(dear.usdPerMillionOutput.p50).toBeCloseTo(2 * serving.usdPerMillionOutput.p50, 9)
  })

  test('asks no more tokens of a model than it can read', () => {
    const short = servingOf(reportOf(planOf({ model: { shape: { parameters: 1e9, sequenceLength: 1000 } } })))
    expect([short.inputTokens, short.outputTokens]).toEqual([800, 200])
    expect([serving.inputTokens, serving.outputTokens]).toEqual([2000, 500])
  })

  test('is said with its assumptions, and in the table for other programs', () => {
    const said = h100.assumptions.map(({ name }) => name)
    for (const name of ['input', 'output', 'utilisation', 'servingError', 'quality'] as const)
      expect(said).toContain(name)
    const { columns, rows } = costData(h100)
    expect(rows[0][columns.indexOf('serving_usd_per_million_output_p50')]).toBe(
      serving.usdPerMillionOutput.p50,
    )
  })

  test('is nothing for models that write no text, which a reader who asked for compression is told', () => {
    const workload = reportOf(
      planOf({ model: { workload: 'cifar10-cnn', shape: {} }, run: { tokens: null } }),
    )
    expect(workload.offers.every(({ serving: none }) => none === null)).toBe(true)
    const encoder = reportOf(
      planOf({ model: { architecture: 'bert-large', shape: {} }, compression: compressionsOf(['int4']) }),
    )
    expect(encoder.offers[0]).toMatchObject({ serving: null, compression: [] })
    expect(encoder.warnings.map(({ name }) => name)).toContain('notServed')
  })
})

describe('compression', () => {
  test.each(names)(
    '%s needs less memory, costs no more to serve, and has a bounded loss with a source',
    (name) => {
      const b200 = reportOn('B200-SXM')
      const { weightBytes, serving, problem, qualityLoss, source } = wayOf(b200, name)
      const plain = servingOf(b200)
      expect(weightBytes).toBeLessThan(plain.weightBytes)
      expect(problem).toBeNull()
      expect(serving?.usdPerMillionOutput.p50).toBeLessThan(plain.usdPerMillionOutput.p50)
      expect(qualityLoss.p10).toBeGreaterThanOrEqual(0)
      expect(qualityLoss.p10).toBeLessThanOrEqual(qualityLoss.p50)
      expect(qualityLoss.p50).toBeLessThanOrEqual(qualityLoss.p90)
      expect(qualityLoss.p90).toBeLessThan(0.2)
      expect(source).not.toBe('')
    },
  )

  test('in a format that the GPU lacks is not served, and says so', () => {
    expect(wayOf(h100, 'fp4')).toMatchObject({ serving: null, problem: 'format' })
    expect(wayOf(reportOn('A100-SXM-80GB'), 'fp8')).toMatchObject({ serving: null, problem: 'format' })
  })

  test('by a pattern of zeros makes products faster only where the GPU uses it', () => {
    const inputOf = (gpu: string, name: string): number => {
      const { serving } = wayOf(reportOn(gpu), name)
      return serving === null ? Number.NaN : serving.usdPerMillionInput.p50
    }
    // Both halve the weights; one is a pattern.
    expect(inputOf('A100-SXM-80GB', '2:4')).toBeLessThan(0.8 * inputOf('A100-SXM-80GB', 'prune-50'))
    expect(inputOf('TPUv5p', '2:4')).toBeCloseTo(inputOf('TPUv5p', 'prune-50'), 12)
  })

  test('serves a model that is too large as it is', () => {
    const [offer] = reportOf(
      planOf({
        model: { architecture: 'deepseek-v3', shape: {} },
        hardware: [onGpu('H100-SXM', 2048)],
        compression: compressionsOf(['fp8', 'int4']),
      }),
    ).offers
    expect(offer.serving).toBeNull()
    expect(offer.compression.map(({ problem }) => problem)).toEqual(['memory', null])
  })

  test('of products while training is set against 16 bits', () => {
    const [eight, usual] = ['fp8' as const, null].map(
      (precision) => reportOf(planOf({ run: { precision }, hardware: [onGpu('H100-SXM', 256)] })).offers[0],
    )
    expect(usual.precisionEffect).toBeNull()
    expect(eight.precisionEffect?.from).toBe('bf16')
    expect(eight.precisionEffect?.productSpeedup).toBeGreaterThan(1.5)
    expect(problemsOf(planOf({ run: { precision: 'fp8' }, hardware: [onGpu('L4', 8)] }))).toEqual([])
  })
})

describe('later', () => {
  test('the same capability takes a smaller share of the FLOP, one and two years after the date', () => {
    const { progress } = h100
    expect(progress.map(({ date, months }) => [date, months])).toEqual([
      ['2026-06', 12],
      ['2027-06', 24],
    ])
    const [first, second] = progress.map(({ flopShare }) => flopShare)
    // Halved every 8 months: Ho et al. 2024.
    expect(first.p50).toBeCloseTo(Math.exp((-12 / 8) * Math.LN2), 12)
    expect(second.p50).toBeCloseTo(1 / 8, 12)
    for (const { p10, p50, p90 } of [first, second])
      expect([p10, p50, p90].toSorted((a, b) => a - b)).toEqual([p10, p50, p90])
  })

  test('is left out for kinds of run whose progress nobody measured', () => {
    expect(reportOf(planOf({ run: { kind: 'lora', tokens: 1e9 } })).progress).toEqual([])
  })
})
