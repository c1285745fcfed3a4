import { expect, test } from 'vitest'
import { precisions } from '../../../engine/cost/plan/accelerator.ts'
import { parseMachines } from '../../../scenarios/machines/parse-machines.ts'
import { TableError } from '../../../scenarios/tables/table-error.ts'
import { dataText, machines } from '../data-texts.ts'

const byId = new Map(machines.accelerators.map((accelerator) => [accelerator.id, accelerator]))
const get = (id: string) => byId.get(id)!

test('the table has at least 38 machines, each under an id of its own', () => {
  expect(machines.machines.length).toBeGreaterThanOrEqual(38)
  expect(byId.size).toBe(machines.machines.length)
})

test.each(machines.accelerators.map((accelerator) => [accelerator.id, accelerator] as const))(
  '%s has a format to train in, and no ceiling above its peak',
  (_, { peakFlopPerSecond: peak, matmulFlopPerSecond: matmul }) => {
    expect(Math.max(peak.bf16, peak.fp16)).toBeGreaterThan(1e13)
    for (const precision of precisions) {
      expect(matmul[precision]).toBeLessThanOrEqual(peak[precision])
      expect(matmul[precision] > 0).toBe(peak[precision] > 0)
    }
  },
)

// github:stas00/ml-engineering compute/accelerator/README.md, fastest matrix products in bf16, TFLOP/s.
test.each([
  ['A100-SXM-80GB', 271.2],
  ['H100-SXM', 794.5],
  ['H200-SXM', 794.5],
  ['B200-SXM', 1745],
  ['GB200', 1822],
  ['MI300X', 668.4],
  ['Gaudi2', 418.7],
])('%s multiplies at the measured %s TFLOP/s', (id, tflops) => {
  expect(get(id).matmulFlopPerSecond.bf16).toBe(tflops * 1e12)
  expect(get(id).isMatmulMeasured).toBe(true)
})

test('a ceiling that nobody measured says that it is assumed', () => {
  const silent = machines.machines.filter(
    ({ accelerator, matmulSource }) => accelerator.isMatmulMeasured === matmulSource.startsWith('assumption'),
  )
  expect(silent.map(({ accelerator }) => accelerator.id)).toEqual([])
})

// Vendors quote both directions: NVLink 4 has 900 GB/s, 450 each way.
test.each([
  ['A100-SXM-80GB', 8, 300e9, 25e9],
  ['A800-SXM-80GB', 8, 200e9, 25e9],
  ['H100-SXM', 8, 450e9, 50e9],
  ['H800-SXM', 8, 200e9, 50e9],
  ['GB200', 72, 900e9, 50e9],
  ['MI300X', 8, 448e9, 50e9],
])('%s: %i joined at %d bytes a second each way, %d between servers', (id, domain, up, out) => {
  const { scaleUpDomain, scaleUpBytesPerSecond, scaleOutBytesPerSecond } = get(id)
  expect([scaleUpDomain, scaleUpBytesPerSecond, scaleOutBytesPerSecond]).toEqual([domain, up, out])
})

test('memory is what the driver reports: 80 GB on the label are 80 GiB, 1 % less on an H100', () => {
  expect(get('A100-SXM-80GB').memoryBytes).toBe(80 * 1024 ** 3)
  expect(get('H100-SXM').memoryBytes / 1024 ** 3).toBeCloseTo(79.65, 2)
})

test('the H100 with 96 GB and 500 W is slower at everything but keeps the peak that MFU is quoted on', () => {
  const plain = get('H100-SXM')
  const limited = get('H100-SXM-96GB-500W')
  expect(limited.peakFlopPerSecond).toEqual(plain.peakFlopPerSecond)
  const slower = limited.matmulFlopPerSecond.bf16 / plain.matmulFlopPerSecond.bf16
  expect(Math.abs(slower - Math.sqrt(500 / 700))).toBeLessThan(0.01)
  expect(limited.memoryBytesPerSecond).toBe(2.4e12)
  expect(limited.memoryBytes).toBeGreaterThan(plain.memoryBytes)
})

test('a server takes more than its accelerators, but for TPUs that are rated above what they draw', () => {
  const odd = machines.machines.filter(
    ({ accelerator: { systemWatts, boardWatts } }) => systemWatts.value < boardWatts,
  )
  expect(odd.map(({ accelerator }) => accelerator.id)).toEqual(['TPUv2'])
})

test('an accelerator alone takes less than with its share of the server', () => {
  const parts = machines.machines.filter(({ partWatts }) => partWatts !== null)
  expect(parts.length).toBeGreaterThan(25)
  for (const { partWatts, accelerator } of parts)
    expect(partWatts!.value).toBeLessThan(accelerator.systemWatts.value)
})

type Raw = { accelerators: Record<string, unknown>[]; relatives: Record<string, unknown>[] }
const changed = (change: (raw: Raw) => void): string => {
  const raw = JSON.parse(dataText('accelerators.json')) as Raw
  change(raw)
  return JSON.stringify(raw)
}

test.each([
  [
    'a missing field',
    (raw: Raw) => delete raw.accelerators[2]['launch'],
    'accelerators[2].launch must be a text',
  ],
  ['a negative power', (raw: Raw) => (raw.accelerators[0]['boardWatts'] = -1), 'accelerators[0].boardWatts'],
  ['a shared name', (raw: Raw) => (raw.accelerators[1]['aliases'] = ['h100 sxm']), 'without a name of'],
  [
    'a stand-in that is not there',
    (raw: Raw) => (raw.relatives[0]['machine'] = 'H1000'),
    'an id, got "H1000"',
  ],
  ['prices of a machine that is not there', (raw: Raw) => (raw.accelerators[1]['pricedAs'] = 'X'), 'an id'],
])('%s is refused by name', (_, change, message) => {
  const text = changed(change)
  expect(() => parseMachines(text)).toThrow(TableError)
  expect(() => parseMachines(text)).toThrow(message)
})
