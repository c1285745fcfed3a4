import { expect, test } from 'vitest'
import { findAccelerator } from '../../../scenarios/machines/find-accelerator.ts'
import { nearestRelative } from '../../../scenarios/machines/nearest-relative.ts'
import { findNetwork, withNetwork } from '../../../scenarios/machines/with-network.ts'
import { machines } from '../data-texts.ts'

const idOf = (name: string): string | null => {
  const found = findAccelerator(machines, name)
  return found._tag === 'Found' ? found.machine.accelerator.id : null
}
const relativeOf = (name: string): string | null =>
  nearestRelative(machines, name)?.machine.accelerator.id ?? null

test.each([
  ['h100-sxm', 'H100-SXM'],
  ['H100 SXM', 'H100-SXM'],
  ['h100', 'H100-SXM'],
  ['a100', 'A100-SXM-80GB'],
  ['A100-SXM', 'A100-SXM-80GB'],
  ['a100_80gb', 'A100-SXM-80GB'],
  ['a100-40gb', 'A100-SXM-40GB'],
  ['h200', 'H200-SXM'],
  ['b200', 'B200-SXM'],
  ['gb200', 'GB200'],
  ['mi300x', 'MI300X'],
  ['tpu-v4', 'TPUv4'],
  ['TPU v5p', 'TPUv5p'],
  ['v100', 'V100-SXM2-32GB'],
  ['H100-SXM-96GB-500W', 'H100-SXM-96GB-500W'],
  ['4090', 'RTX4090'],
])('%s is %s', (name, id) => {
  expect(idOf(name)).toBe(id)
})

test('every id and alias finds its own machine', () => {
  for (const { accelerator, aliases } of machines.machines)
    for (const name of [accelerator.id, ...aliases]) expect(idOf(name)).toBe(accelerator.id)
})

test.each([
  ['h10', 'H100-SXM'],
  ['mi300xx', 'MI300X'],
  ['gb20', 'GB200'],
  ['a10', 'A100-SXM-80GB'],
])('%s is unknown, and %s is suggested first', (name, id) => {
  const found = findAccelerator(machines, name)
  expect(found).toMatchObject({ _tag: 'UnknownAccelerator', name })
  expect(found._tag === 'UnknownAccelerator' && found.suggestions[0]).toBe(id)
})

test.each(['', 'abacus', 'x'.repeat(100_000)])(
  'nothing is suggested for what is like no machine (%#)',
  (name) => {
    expect(findAccelerator(machines, name)).toMatchObject({ _tag: 'UnknownAccelerator', suggestions: [] })
  },
)

test.each([
  ['A100-SXM-64GB-custom', 'A100-SXM-80GB'],
  ['A100-PCIe-40GB', 'A100-PCIe-80GB'],
  ['A100-class (Ampere)', 'A100-SXM-80GB'],
  ['H100-NVL', 'H100-PCIe'],
  ['H100-SXM5-80GB', 'H100-SXM'],
  ['NVIDIA H100 80GB HBM3', 'H100-SXM'],
  ['TeslaV100-SXM2-16GB', 'V100-SXM2-16GB'],
  ['A800-PCIe', 'A100-PCIe-80GB'],
  ['B100', 'B200-SXM'],
  ['MI210', 'MI250X'],
  ['MI350X', 'MI355X'],
  ['TPUv4i', 'TPUv4'],
  ['TPUv3/TPUv4', 'TPUv3'],
  ['TPUv8', 'TPUv7'],
  ['Ascend910A', 'Ascend910'],
  ['Trainium3', 'Trainium2'],
  ['RTX5090', 'RTX4090'],
  ['P100', 'V100-SXM2-16GB'],
  ['Hopper', 'H100-SXM'],
])('the nearest relative of %s is %s', (name, id) => {
  expect(relativeOf(name)).toBe(id)
})

test.each(['', 'None', 'Maia 100', 'Cerebras CS-2', 'K80', 'GTX 1080 Ti', 'LPU v1', 'a'.repeat(100_000)])(
  'nothing stands for %#',
  (name) => {
    expect(relativeOf(name)).toBeNull()
  },
)

test('another network replaces the bandwidth between servers and nothing else', () => {
  const accelerator = machines.accelerators.find(({ id }) => id === 'A100-SXM-40GB')!
  const network = findNetwork(machines, 'AWS p4d')!
  const placed = withNetwork(accelerator, network.scaleOutBytesPerSecond)
  expect(placed).toEqual({ ...accelerator, scaleOutBytesPerSecond: 6.25e9 })
  expect(findNetwork(machines, 'token ring')).toBeNull()
  expect(() => withNetwork(accelerator, 0)).toThrow(/withNetwork: scaleOutBytesPerSecond must be positive/)
})
