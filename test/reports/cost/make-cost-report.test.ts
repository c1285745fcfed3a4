import { describe, expect, test } from 'vitest'
import { costDocument, type CostReport } from '../../../reports/index.ts'
import { onGpu, planOf, problemsOf, reportOf } from './tables.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Every number below a value, with its path. */
const numbersIn = (value: unknown, path = ''): [string, number][] => {
  if (typeof value === 'number') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`))
}

const plain = reportOf(planOf())

describe('an offer', () => {
  test.each(plain.offers)(
    'on $gpu has ordered spreads, a whole breakdown and memory that adds up',
    (offer) => {
      expect(offer.fits).toBe(true)
      for (const name of [
        'gpuHours',
        'wallDays',
        'costUsd',
        'energyMwh',
        'tonnesCo2',
        'mfu',
        'stepSeconds',
      ] as const) {
        const { p10, p50, p90 } = offer[name]
        expect(p10, name).toBeGreaterThan(0)
        expect(p10, name).toBeLessThan(p50)
        expect(p50, name).toBeLessThan(p90)
      }
      expect(sum(Object.values(offer.breakdown))).toBeCloseTo(1, 9)
      const { total, ...parts } = offer.memoryBytesPerGpu
      expect(sum(Object.values(parts)) / total).toBeCloseTo(1, 9)
      const { tensor, pipeline, data, context } = offer.layout
      expect(tensor * pipeline * data * context).toBe(offer.gpus)
    },
  )

  test('costs its hours times the price of one', () => {
    const [offer] = reportOf(
      planOf({ hardware: [onGpu('H100-SXM', 256, { usdPerGpuHour: { p10: 2, p50: 2, p90: 2 } })] }),
    ).offers
    expect(offer.costUsd.p50).toBeCloseTo(2 * offer.gpuHours.p50, 3)
    expect(offer.costUsd.p90 / offer.gpuHours.p90).toBeCloseTo(2, 9)
    expect(offer.price).toMatchObject({ isGiven: true, source: 'given' })
  })

  test('with an uncertain price is less certain than its hours', () => {
    const [offer] = plain.offers
    expect(offer.costUsd.p90 / offer.costUsd.p50).toBeGreaterThan(offer.gpuHours.p90 / offer.gpuHours.p50)
  })

  test('emits the carbon of its grid, and nothing where the grid emits nothing', () => {
    const [offer] = reportOf(planOf({ overheads: { grid: 500 } })).offers
    expect(offer.tonnesCo2.p50).toBeCloseTo(offer.energyMwh.p50 / 2, 6)
    expect(reportOf(planOf({ overheads: { grid: 0 } })).offers[0].tonnesCo2).toEqual({
      p10: 0,
      p50: 0,
      p90: 0,
    })
  })

  test('on spot capacity has more hours and a lower price', () => {
    const hardware = [onGpu('H100-SXM', 256), onGpu('H100-SXM', 256, { commitment: 'spot' })]
    const [onDemand, spot] = reportOf(planOf({ hardware })).offers
    expect(spot.gpuHours.p50).toBeGreaterThan(onDemand.gpuHours.p50)
    expect(spot.price.usdPerGpuHour.p50).toBeLessThan(onDemand.price.usdPerGpuHour.p50)
  })

  test('keeps the parts of the layout that are fixed', () => {
    const layout = { tensor: 4, pipeline: 2, zero: 1, recompute: 'full', microBatch: 1 } as const
    const [offer] = reportOf(planOf({ layout, hardware: [onGpu('H100-SXM', 256)] })).offers
    expect(offer.layout).toMatchObject(layout)
  })
})

describe('the report', () => {
  test('marks the cheapest offer that fits', () => {
    const costs = plain.offers.map(({ costUsd }) => costUsd.p50)
    expect(plain.cheapest).toBe(costs.indexOf(Math.min(...costs)))
  })

  test('counts epochs in the work and not in the data', () => {
    const twice = reportOf(planOf({ run: { epochs: 2 } }))
    expect(twice.flops).toBeCloseTo(2 * plain.flops, -12)
    expect(twice.run.tokens).toBe(2e12)
  })

  test('multiplies the project by its repeats, and explains the whole variance by its drivers', () => {
    const { project, drivers, offers, cheapest } = reportOf(
      planOf({ run: { repeats: { p10: 2, p50: 3, p90: 4 } } }),
    )
    const offer = offers[cheapest ?? 0]
    expect(project?.computeUsd.p50).toBeCloseTo(3 * offer.costUsd.p50, 0)
    expect(sum(drivers.map(({ share }) => share))).toBeCloseTo(1, 9)
    for (const { low, high } of drivers) {
      expect(low).toBeLessThan(project?.computeUsd.p50 ?? 0)
      expect(high).toBeGreaterThan(project?.computeUsd.p50 ?? 0)
    }
    expect(drivers.map(({ share }) => share)).toEqual(
      drivers.map(({ share }) => share).toSorted((a, b) => b - a),
    )
  })

  test('adds the lines that are asked for to the total', () => {
    const lines = new Map([['storage', null] as const, ['staff', 300_000] as const])
    const report = reportOf(planOf({ overheads: { lines } }))
    const all = sum(report.lines.map(({ costUsd }) => costUsd.p50))
    expect(report.lines.map(({ name }) => name)).toEqual(['storage', 'staff'])
    expect(report.project?.totalUsd.p50).toBeCloseTo((report.project?.computeUsd.p50 ?? 0) + all, 0)
    expect(plain.lines).toEqual([])
  })

  test('gives each number that nobody gave a source', () => {
    const { assumptions } = reportOf(planOf({ run: { date: null } }))
    const names = assumptions.map(({ name }) => name)
    for (const name of ['shape', 'batch', 'date', 'price', 'repeats', 'pue', 'grid'] as const)
      expect(names).toContain(name)
    expect(assumptions.filter(({ source }) => source === '')).toEqual([])
  })

  test('is the same for the same plan', () => {
    expect(reportOf(planOf())).toEqual(plain)
  })
})

describe('kinds of run', () => {
  const flopsOf = (run: Parameters<typeof planOf>[0]): number => reportOf(planOf(run)).flops

  test('weigh a token differently: adapters less, a teacher and answers more', () => {
    const small = { tokens: 1e9 }
    const whole = flopsOf({ run: { ...small, kind: 'finetune' } })
    expect(flopsOf({ run: { ...small, kind: 'lora' } })).toBeLessThan(whole)
    expect(flopsOf({ run: { ...small, kind: 'posttrain' } })).toBeGreaterThan(whole)
    const student = flopsOf({ run: { ...small, kind: 'distill', teacherParameters: 70e9 } })
    expect(student / whole).toBeGreaterThan(4)
    expect(student / whole).toBeLessThan(4.6)
  })

  test('of adapters fit where all weights do not', () => {
    const hardware = [onGpu('H100-SXM', 8)]
    const model = { shape: { parameters: 70e9 } }
    const [whole] = reportOf(planOf({ model, hardware, run: { tokens: 1e8, kind: 'finetune' } })).offers
    const [adapters] = reportOf(planOf({ model, hardware, run: { tokens: 1e8, kind: 'lora' } })).offers
    expect([whole.fits, adapters.fits]).toEqual([false, true])
    expect(adapters.memoryBytesPerGpu.total).toBeLessThan(adapters.memoryCapacityBytesPerGpu)
  })

  test('with experts do the work of those that a token meets and hold all of them', () => {
    const shape = { parameters: 47e9, activeParameters: 13e9 }
    const report = reportOf(planOf({ model: { shape } }))
    expect(report.model.activeParameters).toBeLessThan(0.4 * report.model.parameters)
    expect(report.warnings.map(({ name }) => name)).toContain('mixture-of-experts')
  })
})

describe('the built-in workload', () => {
  const report = reportOf(planOf({ model: { workload: 'cifar10-cnn', shape: {} }, run: { tokens: null } }))

  test('takes minutes at most and a few cents, and says what it waits for', () => {
    for (const offer of report.offers) {
      expect(offer.wallDays.p90).toBeLessThan(1 / 24)
      expect(offer.costUsd.p50).toBeLessThan(20)
      expect(sum(Object.values(offer.breakdown))).toBeCloseTo(1, 9)
    }
    expect(report.warnings.map(({ name }) => name)).toContain('waitsForLaunches')
  })

  test('trains in a format that the machine has, and in no format of eight bits', () => {
    const model = { workload: 'resnet50-imagenet', shape: {} }
    const hardware = [onGpu('TPUv4', 8)]
    expect(reportOf(planOf({ model, run: { tokens: null }, hardware })).offers[0].precision).toBe('bf16')
    const eightBits = planOf({
      model,
      run: { tokens: null, precision: 'fp8' },
      hardware: [onGpu('B200-SXM', 1)],
    })
    expect(problemsOf(eightBits)).toEqual(['F226 hardware.0.gpu'])
  })

  test('has no project unless somebody asks for one', () => {
    expect(report.project).toBeNull()
  })
})

describe('what does not fit', () => {
  const report = reportOf(
    planOf({ model: { shape: { parameters: 70e9 } }, hardware: [onGpu('A100-SXM-80GB', 2)] }),
  )

  test('is said, with changes that would make it fit, and is never the cheapest', () => {
    const [offer] = report.offers
    expect(offer.fits).toBe(false)
    expect(offer.memoryBytesPerGpu.total).toBeGreaterThan(offer.memoryCapacityBytesPerGpu)
    expect(report.cheapest).toBeNull()
    expect(report.project).toBeNull()
    expect(report.warnings.map(({ name }) => name)).toContain('doesNotFit')
    for (const way of offer.waysToFit)
      expect(way.memoryBytes).toBeLessThanOrEqual(offer.memoryCapacityBytesPerGpu)
  })
})

describe('plans that do not work out', () => {
  const h100 = [onGpu('H100-SXM', 256)]
  test.each([
    [{ layout: { tensor: 3 }, model: { architecture: 'llama3-8b' }, hardware: h100 }, 'F223 layout.tensor'],
    [{ layout: { context: 3 }, hardware: h100 }, 'F223 layout.context'],
    [{ layout: { tensor: 2, pipeline: 2, data: 4, context: 1 }, hardware: h100 }, 'F224 layout.data'],
    [{ layout: { pipeline: 128 }, hardware: h100 }, 'F225 layout.pipeline'],
    [{ run: { precision: 'fp8' as const }, hardware: [onGpu('A100-SXM-80GB', 8)] }, 'F226 hardware.0.gpu'],
    [{ run: { batchTokens: 100 }, hardware: h100 }, 'F203 run.batch'],
  ])('%j is refused as %s', (change, expected) => {
    expect(problemsOf(planOf(change))).toContain(expected)
  })

  test('a machine that lacks the number format is left out if nobody named it', () => {
    const hardware = [onGpu('H100-SXM', 256), { ...onGpu('A100-SXM-80GB', 256), isNamed: false }]
    const report = reportOf(planOf({ run: { precision: 'fp8' }, hardware }))
    expect(report.offers.map(({ gpu }) => gpu)).toEqual(['H100-SXM'])
    expect(report.warnings.map(({ name }) => name)).toContain('leftOut')
  })
})

describe('the JSON document', () => {
  const corners: readonly (readonly [string, CostReport])[] = [
    ['a usual run', plain],
    ['a single GPU', reportOf(planOf({ hardware: [onGpu('V100-SXM2-32GB', 1)], run: { tokens: 1e6 } }))],
    ['a tiny model', reportOf(planOf({ model: { shape: { parameters: 1000 } }, run: { tokens: 10 } }))],
    ['a huge model', reportOf(planOf({ model: { shape: { parameters: 1e13 } }, run: { tokens: 1e15 } }))],
    [
      'a run that does not fit',
      reportOf(planOf({ model: { shape: { parameters: 1e12 } }, hardware: [onGpu('L4', 1)] })),
    ],
    ['endless spot', reportOf(planOf({ hardware: [onGpu('H100-SXM', 65_536, { commitment: 'spot' })] }))],
  ]

  test.each(corners)('of %s has only finite numbers', (_, report) => {
    const document = costDocument(report, 'en', [])
    const numbers = numbersIn(document)
    expect(numbers.length).toBeGreaterThan(50)
    expect(numbers.filter(([, value]) => !Number.isFinite(value))).toEqual([])
  })

  test('has the fields of froth.cost/1', () => {
    const document = JSON.parse(JSON.stringify(costDocument(plain, 'en', ['froth list gpus']))) as Record<
      string,
      never
    >
    expect(document).toMatchObject({ schema: 'froth.cost/1', flops: plain.flops, next: ['froth list gpus'] })
    const [offer] = document['offers'] as readonly Record<string, object>[]
    expect(Object.keys(offer['layout'])).toEqual(
      expect.arrayContaining([
        'tensor',
        'pipeline',
        'data',
        'expert',
        'context',
        'zero',
        'recompute',
        'microBatch',
      ]),
    )
    expect(Object.keys(offer['breakdown']).toSorted()).toEqual(
      [
        'checkpoint',
        'compute',
        'data',
        'expert',
        'failures',
        'memoryBound',
        'pipeline',
        'recompute',
        'tensor',
      ].toSorted(),
    )
    for (const name of ['mfu', 'tflopsPerGpu', 'gpuHours', 'wallDays', 'costUsd', 'energyMwh', 'tonnesCo2'])
      expect(Object.keys(offer[name])).toEqual(['p10', 'p50', 'p90'])
    expect(offer['price']).toMatchObject({ date: '2025-06', source: expect.any(String) })
  })
})
