import { expect, test } from 'vitest'
import { memorySpread } from '../../../../engine/cost/memory/memory-spread.ts'

// exp(1.2816 * 0.04) = 1.0526: 76.00 and 84.21 about 80.
test('four in five programs in the manner of Megatron-LM lie within 5 % of the estimate', () => {
  const { p10, p50, p90 } = memorySpread(80e9, 'megatron')
  expect(p50).toBe(80e9)
  expect(p10 / 1e9).toBeCloseTo(76, 1)
  expect(p90 / 1e9).toBeCloseTo(84.21, 1)
})

test('programs that shard by layer are known less well', () => {
  const megatron = memorySpread(1, 'megatron')
  const fsdp = memorySpread(1, 'fsdp')
  expect(fsdp.p10).toBeLessThan(megatron.p10)
  expect(fsdp.p90).toBeGreaterThan(megatron.p90)
})

test.each([0, -1, NaN, Infinity])('%f bytes have no spread', (bytes) => {
  expect(() => memorySpread(bytes, 'megatron')).toThrow(
    new RangeError(`memorySpread: totalBytes must be positive and finite, got ${bytes}`),
  )
})
