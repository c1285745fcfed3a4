import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateMemory } from '../../../../engine/cost/memory/estimate-memory.ts'
import { makeMemoryUse } from '../../../../engine/cost/memory/memory-use.ts'
import { acceleratorsOf, type Layout } from '../../../../engine/cost/plan/layout.ts'
import { checkLayout } from '../../../../engine/cost/search/check-layout.ts'
import type { FoundLayout, LayoutSearch } from '../../../../engine/cost/search/layout-search.ts'
import { divisorsOf } from '../../../../engine/cost/search/layout-options.ts'
import { searchLayout } from '../../../../engine/cost/search/search-layout.ts'
import { estimateStepTime } from '../../../../engine/cost/time/estimate-step-time.ts'
import { makeStepTime } from '../../../../engine/cost/time/step-time.ts'
import { h100, large, mixture, searchFor, small } from './searches.ts'

const secondsOf = (search: LayoutSearch, layout: Layout): number => {
  const time = makeStepTime()
  estimateStepTime({ ...search, layout }, time)
  return time.total
}

const bytesOf = (search: LayoutSearch, layout: Layout): number => {
  const memory = makeMemoryUse()
  estimateMemory({ ...search, layout }, memory)
  return memory.total
}

/** Half a deviation of the memory estimate stays free: 0.04 for programs in the manner of Megatron-LM. */
const safeBytes = h100.memoryBytes / Math.exp(0.5 * 0.04)

/** Seconds a sequence. */
const paceOf = ({ layout, stepSeconds }: FoundLayout): number => stepSeconds / layout.globalBatch

const splitOf = (l: Layout): string => [l.tensor, l.pipeline, l.context, l.expert].join(' ')

const searches: readonly (readonly [name: string, search: LayoutSearch])[] = [
  ['8B on 64', searchFor(small, 64, 256)],
  ['8B on 8', searchFor(small, 8, 64)],
  ['405B on 2,048', searchFor(large, 2048, 1024)],
  ['405B on 1,008', searchFor(large, 1008, 504)],
  ['long sequences on 512', searchFor({ ...small, sequenceLength: 131_072 }, 512, 64)],
  ['mixture on 128', searchFor(mixture, 128, 512)],
  [
    'unfused attention on 96',
    searchFor(small, 96, 192, { software: { ...searchFor(small, 1, 1).software, attention: 'unfused' } }),
  ],
]

const power = (most: number) => fc.integer({ min: 0, max: Math.log2(most) }).map((exponent) => 2 ** exponent)

/** Layouts of any kind: most do not divide or do not fit, and those are passed over. */
const anyLayout = ({ acceleratorCount, transformer }: LayoutSearch) =>
  fc.record({
    tensor: power(8),
    pipeline: fc.constantFrom(...divisorsOf(acceleratorCount).filter((p) => p <= transformer.layers)),
    expert: power(Math.min(16, transformer.experts)),
    context: power(Math.max(1, transformer.sequenceLength / 2048)),
    zero: fc.constantFrom(0, 1, 2, 3),
    interleave: fc.constantFrom(1, 2, 3, 4, 6, 7, 8),
    recompute: fc.constantFrom('none', 'selective', 'full'),
    sequenceParallel: fc.boolean(),
    microBatch: power(16),
  })

/** True for what a search may find: see its comment. */
function isInSpace(search: LayoutSearch, layout: Layout): boolean {
  const { transformer } = search
  const stages = layout.pipeline * layout.interleave
  const problems = checkLayout(transformer, layout, search.accelerator, search.acceleratorCount)
  const isUneven = problems.some((problem) => problem.kind === 'unevenStages' && problem.lostShare > 0.15)
  return (
    problems.every(({ severity, kind }) => severity === 'warning' && kind !== 'doesNotDivide') &&
    !isUneven &&
    (layout.pipeline === 1 || layout.zero < 3) &&
    (layout.interleave === 1 || layout.pipeline > 1) &&
    Math.ceil(transformer.layers / layout.pipeline) % layout.interleave === 0 &&
    stages <= transformer.layers &&
    (layout.interleave === 1 ||
      (layout.globalBatch / layout.data / layout.microBatch) % layout.pipeline === 0) &&
    (layout.context === 1 ||
      ((transformer.sequenceLength >= 32_768 || 2 * layout.data > search.globalBatch) &&
        transformer.sequenceLength / layout.context >= 2048))
  )
}

test.each(searches)(
  'no layout of a random sample that fits is faster than the one found: %s',
  (_, search) => {
    const found = searchLayout(search)
    let comparedCount = 0
    fc.assert(
      fc.property(anyLayout(search), (parts) => {
        const data = search.acceleratorCount / (parts.tensor * parts.pipeline * parts.context)
        const layout = { ...parts, data, globalBatch: search.globalBatch } as Layout
        if (!isInSpace(search, layout) || bytesOf(search, layout) > safeBytes) return
        comparedCount++
        expect(secondsOf(search, layout)).toBeGreaterThanOrEqual(found.stepSeconds * (1 - 1e-12))
      }),
      { seed: 61, numRuns: 20_000 },
    )
    expect(found.fits).toBe(true)
    expect(comparedCount, String(comparedCount)).toBeGreaterThan(20)
  },
)

/** Every combination of parts, whether it divides or not. */
function* everyLayout({ acceleratorCount, transformer, globalBatch }: LayoutSearch): Generator<Layout> {
  const states = [0, 1, 2, 3].flatMap((zero) =>
    ['none', 'selective', 'full'].map((recompute) => ({ zero, recompute })),
  )
  for (const tensor of [1, 2, 4, 8])
    for (const context of [1, 2, 4])
      for (const pipeline of divisorsOf(acceleratorCount)) {
        const data = acceleratorCount / (tensor * context * pipeline)
        if (globalBatch % data !== 0) continue
        const split = { tensor, context, pipeline, data, sequenceParallel: tensor > 1, globalBatch }
        for (const interleave of pipeline === 1 ? [1] : [1, 2, 3, 4, 6, 8, 12])
          for (const expert of divisorsOf(transformer.experts))
            for (const microBatch of divisorsOf(globalBatch / data).filter((size) => size <= 64))
              for (const state of states)
                yield { ...split, interleave, expert, microBatch, ...state } as Layout
      }
}

test.each([
  ['8B on 64', searchFor(small, 64, 256)],
  ['8B on 24', searchFor(small, 24, 48)],
  ['105B on 64', searchFor({ ...large, layers: 32, denseLayers: 32 }, 64, 64)],
  ['mixture on 32', searchFor(mixture, 32, 128)],
])('of all ways of splitting the four fastest are found: %s', (_, search) => {
  const fastest = new Map<string, number>()
  for (const layout of everyLayout(search)) {
    if (!isInSpace(search, layout) || bytesOf(search, layout) > safeBytes) continue
    const key = splitOf(layout)
    fastest.set(key, Math.min(fastest.get(key) ?? Infinity, secondsOf(search, layout)))
  }
  const times = [...fastest.values()].toSorted((x, y) => x - y).slice(0, 4)
  const { stepSeconds, runnersUp } = searchLayout(search)
  expect([stepSeconds, ...runnersUp.map((ranked) => ranked.stepSeconds)]).toEqual(times)
})

test.each(searches)(
  'what is found fits, divides, takes all accelerators and says its time and memory: %s',
  (_, search) => {
    const { layout, stepSeconds, memoryBytes, fits } = searchLayout(search)
    expect(acceleratorsOf(layout)).toBe(search.acceleratorCount)
    expect(layout.globalBatch).toBe(search.globalBatch)
    expect(isInSpace(search, layout)).toBe(true)
    expect([stepSeconds, memoryBytes]).toEqual([secondsOf(search, layout), bytesOf(search, layout)])
    expect(fits && memoryBytes <= search.accelerator.memoryBytes).toBe(true)
  },
)

test.each(searches)('runners-up fit, split the model otherwise and are slower in order: %s', (_, search) => {
  const { layout, stepSeconds, runnersUp } = searchLayout(search)
  const splits = [layout, ...runnersUp.map((ranked) => ranked.layout)]
  const times = [stepSeconds, ...runnersUp.map((ranked) => ranked.stepSeconds)]
  expect(runnersUp).toHaveLength(3)
  expect(new Set(splits.map(splitOf)).size).toBe(4)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  for (const [i, split] of splits.entries()) {
    expect(secondsOf(search, split)).toBe(times[i])
    expect(bytesOf(search, split)).toBeLessThanOrEqual(safeBytes)
  }
})

test('the same search finds the same, whatever was searched before', () => {
  const first = searchLayout(searches[5][1])
  searchLayout(searches[2][1])
  expect(searchLayout(searches[5][1])).toEqual(first)
})

test('any given parts are kept', () => {
  const search = searchFor(mixture, 256, 1024)
  const free = searchLayout(search)
  fc.assert(
    fc.property(
      fc.record(
        {
          tensor: power(8),
          pipeline: power(4),
          context: power(2),
          expert: power(2),
          zero: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
          interleave: fc.constantFrom(1, 2),
          recompute: fc.constantFrom('none' as const, 'selective' as const, 'full' as const),
          sequenceParallel: fc.boolean(),
          microBatch: power(4),
        },
        { requiredKeys: [] },
      ),
      (given) => {
        const found = searchLayout({ ...search, given })
        expect(found.layout).toMatchObject(given)
        expect(acceleratorsOf(found.layout)).toBe(256)
        const isUsual = given.zero !== 3 || found.layout.pipeline === 1
        if (found.fits && isUsual && given.interleave === undefined)
          expect(found.stepSeconds).toBeGreaterThanOrEqual(free.stepSeconds * (1 - 1e-12))
      },
    ),
    { seed: 62, numRuns: 200 },
  )
})

test('if nothing fits, the layout that needs least memory is told', () => {
  const search = searchFor(large, 8, 16)
  const { fits, layout, memoryBytes, runnersUp } = searchLayout(search)
  expect(fits).toBe(false)
  expect(runnersUp).toEqual([])
  expect(memoryBytes).toBeGreaterThan(h100.memoryBytes)
  expect(acceleratorsOf(layout)).toBe(8)
  for (const tensor of [1, 2, 4])
    for (const zero of [0, 1, 2, 3] as const)
      for (const recompute of ['none', 'full'] as const)
        expect(
          bytesOf(search, { ...layout, tensor, context: 1, pipeline: 1, data: 8 / tensor, zero, recompute }),
        ).toBeGreaterThanOrEqual(memoryBytes)
})

test('where no number of copies divides the batch, the batch is rounded up', () => {
  const { fits, layout } = searchLayout(searchFor(small, 1021, 1024))
  expect(fits).toBe(true)
  expect([layout.data, layout.globalBatch]).toEqual([1021, 2042])
})

test('a batch that is wished for is rounded up by a tenth for a layout that does not divide it', () => {
  const even = searchLayout(searchFor(small, 56, 1008))
  const odd = searchLayout(searchFor(small, 56, 1001))
  expect(odd.layout).toEqual(even.layout)
  expect(odd.layout.globalBatch).toBe(1008)
  for (const { layout } of [odd, ...odd.runnersUp]) {
    expect(layout.globalBatch).toBeGreaterThanOrEqual(1001)
    expect(layout.globalBatch).toBeLessThanOrEqual(1.1 * 1001)
  }
})

test('a batch that is given is kept', () => {
  const search = searchFor(small, 64, 101)
  const wished = searchLayout(search)
  const given = searchLayout({ ...search, given: { globalBatch: 101 } })
  expect(given.layout.globalBatch).toBe(101)
  expect(wished.stepSeconds / wished.layout.globalBatch).toBeLessThan(given.stepSeconds / 101)
})

test('a batch that is given is rounded if no layout divides it', () => {
  const { fits, layout } = searchLayout(searchFor(small, 1021, 1024, { given: { globalBatch: 1024 } }))
  expect([fits, layout.globalBatch]).toEqual([true, 2042])
})

test.each([100, 500, 1000, 3001])('giving a part never makes a sequence faster: batch %i', (batch) => {
  const search = searchFor(small, 1024, batch)
  const free = searchLayout(search)
  const { context } = free.layout
  expect(searchLayout({ ...search, given: { context } }).layout).toEqual(free.layout)
  // Where the given part leaves nothing that rounds so little, the batch is another.
  const others = [1, 2, 4, 8]
    .map((tensor) => searchLayout({ ...search, given: { tensor } }))
    .filter(({ layout }) => layout.globalBatch <= 1.1 * batch)
  for (const other of others) expect(paceOf(other)).toBeGreaterThanOrEqual(paceOf(free))
  expect(others.map(paceOf)).toContain(paceOf(free))
})

test('a pipeline whose stages are uneven is taken if no even one fits', () => {
  // 11 layers on 8 stages lose 31 %, on 4 stages 8 %; only 8 stages share what does not fit otherwise.
  const deep = { ...large, layers: 11, denseLayers: 11 }
  const given = { tensor: 1, context: 1, zero: 0, recompute: 'full' } as const
  const found = searchLayout(searchFor(deep, 8, 8, { given, accelerator: { ...h100, memoryBytes: 200e9 } }))
  expect([found.fits, found.layout.pipeline]).toEqual([true, 8])
})

test('half a deviation of memory stays free where that is possible, and none where it is not', () => {
  const search = searchFor(small, 8, 8, { given: { tensor: 8, pipeline: 1, context: 1, microBatch: 1 } })
  const { layout } = searchLayout({ ...search, given: { ...search.given, zero: 0, recompute: 'none' } })
  const least = searchLayout({ ...search, given: { ...search.given, recompute: 'full' } }).memoryBytes
  const bytes = bytesOf(search, layout)
  const withMemory = (memoryBytes: number, given: Partial<Layout>) =>
    searchLayout({ ...search, accelerator: { ...h100, memoryBytes }, given: { ...search.given, ...given } })
  expect(withMemory(1.01 * bytes, { zero: 0 }).layout.recompute).not.toBe('none')
  expect(withMemory(1.03 * bytes, { zero: 0 }).layout.recompute).toBe('none')
  expect(withMemory(1.01 * bytes, layout).fits).toBe(true)
  expect(withMemory(1.001 * least, {}).fits).toBe(true)
  expect(withMemory(0.999 * least, { recompute: 'full' }).fits).toBe(false)
})

test('sequences below 32,768 tokens are shared only where copies outnumber them', () => {
  for (const count of [64, 512, 4096])
    for (const batch of [64, 256, 1024]) {
      const { layout, runnersUp } = searchLayout(searchFor(small, count, batch))
      for (const l of [layout, ...runnersUp.map((ranked) => ranked.layout)])
        expect(l.context === 1 || 2 * l.data > batch, JSON.stringify(l)).toBe(true)
    }
  expect(searchLayout(searchFor(small, 64, 64, { given: { context: 2 } })).layout.context).toBe(2)
  const long = { ...small, sequenceLength: 131_072 }
  expect(searchLayout(searchFor(long, 512, 64)).layout.context).toBeGreaterThan(1)
})

test('one accelerator has one layout', () => {
  const tiny = { ...small, layers: 4, denseLayers: 4 }
  const { layout, fits } = searchLayout(searchFor(tiny, 1, 16))
  expect(fits).toBe(true)
  expect(layout).toMatchObject({ tensor: 1, pipeline: 1, data: 1, context: 1, zero: 0, globalBatch: 16 })
})

test('16,384 accelerators take few trials', () => {
  const found = searchLayout(searchFor(large, 16_384, 2048))
  expect(found.fits).toBe(true)
  expect(found.evaluated).toBeLessThan(5000)
})

test.each([
  [{ acceleratorCount: 0 }, 'searchLayout: acceleratorCount must be a whole number above 0, got 0'],
  [{ globalBatch: 1.5 }, 'searchLayout: globalBatch must be a whole number above 0, got 1.5'],
  [{ given: { tensor: 3 } }, 'searchLayout: tensor 3 does not divide 32 heads'],
  [{ given: { pipeline: 33 } }, 'searchLayout: pipeline x interleave 33 is more than 32 layers'],
  [{ given: { data: 7, globalBatch: 256 } }, 'searchLayout: data 7 does not divide 256 global batch'],
  [{ given: { pipeline: 5 } }, 'searchLayout: pipeline 5 does not divide 64 accelerators'],
  [
    { given: { tensor: 2, pipeline: 2, data: 2, context: 2 } },
    'searchLayout: tensor x pipeline x data x context is 16, not 64',
  ],
  [
    { given: { data: 1 }, acceleratorCount: 61 },
    'searchLayout: given parts must leave a layout of 61 accelerators, got {"data":1}',
  ],
])('a search that cannot be done is refused: %o', (change, message) => {
  expect(() => searchLayout({ ...searches[0][1], ...change })).toThrow(new RangeError(message))
})
