import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { referenceMachine } from '../../scenarios/fields/reference-machine.ts'

interface Entry {
  readonly id: string
  readonly peakFlopPerSecond: { readonly bf16: number; readonly fp8: number }
  readonly matmul: { readonly flopPerSecond: { readonly bf16: number } }
  readonly memory: { readonly bytes: number; readonly bytesPerSecond: number }
  readonly scaleUp: { readonly domain: number; readonly bytesPerSecond: number }
  readonly scaleOut: { readonly bytesPerSecond: number }
}

const path = new URL('../../scenarios/data/accelerators.json', import.meta.url)
const { accelerators } = JSON.parse(readFileSync(path, 'utf8')) as { accelerators: readonly Entry[] }

test('the machine of month 0 is the one that its defaults cite', () => {
  const f = referenceMachine
  const cited = accelerators.find(({ id }) => `machine ${id}` === f.peakFlops.source)!
  const bf16 = cited.peakFlopPerSecond.bf16
  for (const [field, value] of [
    [f.peakFlops, bf16],
    [f.matmulShare, cited.matmul.flopPerSecond.bf16 / bf16],
    [f.gpuMemory, cited.memory.bytes],
    [f.gpuMemoryBandwidth, cited.memory.bytesPerSecond],
    [f.scaleUpDomain, cited.scaleUp.domain],
    [f.scaleUpBandwidth, cited.scaleUp.bytesPerSecond],
    [f.scaleOutBandwidth, cited.scaleOut.bytesPerSecond],
  ] as const) {
    expect(field.source).toBe(`machine ${cited.id}`)
    expect(Math.abs(field.value / value - 1)).toBeLessThan(0.001)
  }
  expect(f.eightBitFloats.value).toBe(cited.peakFlopPerSecond.fp8 > 0)
})
