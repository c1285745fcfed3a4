// Speed of the training-cost model: predictions with the layout given, layout searches, whole estimates.
// node bench/cost.mjs
import { performance } from 'node:perf_hooks'
import {
  estimateMemory,
  estimateStepTime,
  estimateTraining,
  makeMemoryUse,
  makeStepTime,
  searchLayout,
  softwareOfYear,
  typicalTransformer,
} from '../dist/engine/cost/index.js'

const byPrecision = (bf16, fp8) => ({ fp32: bf16 / 16, tf32: bf16 / 2, fp16: bf16, bf16, fp8, fp4: 0 })

const h100 = {
  id: 'H100-SXM',
  launch: '2022-09',
  peakFlopPerSecond: byPrecision(989.4e12, 1979e12),
  matmulFlopPerSecond: byPrecision(794.5e12, 1402.6e12),
  isMatmulMeasured: true,
  memoryBytes: 80 * 2 ** 30,
  memoryBytesPerSecond: 3350e9,
  scaleUpDomain: 8,
  scaleUpBytesPerSecond: 450e9,
  scaleOutBytesPerSecond: 50e9,
  boardWatts: 700,
  systemWatts: { value: 1000, low: 850, high: 1275 },
}

const software = softwareOfYear(2025)
const transformer = typicalTransformer({ parameters: 70e9, year: 2024 })
const layout = {
  tensor: 8,
  pipeline: 4,
  data: 32,
  expert: 1,
  context: 1,
  zero: 1,
  interleave: 1,
  recompute: 'selective',
  sequenceParallel: true,
  microBatch: 1,
  globalBatch: 2048,
}

const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** Calls a second of processor time, median of seven rounds after one to warm up; heap growth a call of the last. */
function rateOf(count, call) {
  const rates = []
  let heap = 0
  for (let round = 0; round < 8; round++) {
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const start = process.cpuUsage()
    for (let i = 0; i < count; i++) call(i)
    const { user, system } = process.cpuUsage(start)
    heap = (process.memoryUsage().heapUsed - before) / count
    if (round > 0) rates.push((count / (user + system)) * 1e6)
  }
  return { rate: middle(rates), heap }
}

const time = makeStepTime()
const memory = makeMemoryUse()
const plans = [1, 2, 4, 8].map((microBatch) => ({
  transformer,
  accelerator: h100,
  precision: 'bf16',
  layout: { ...layout, microBatch },
  software,
}))

const step = rateOf(200_000, (i) => estimateStepTime(plans[i & 3], time))
const both = rateOf(200_000, (i) => {
  estimateStepTime(plans[i & 3], time)
  estimateMemory(plans[i & 3], memory)
})
console.log(`step time, layout given            ${Math.round(step.rate)} a second`)
console.log(
  `step time and memory, layout given ${Math.round(both.rate)} a second, ${both.heap.toFixed(2)} B of heap a call`,
)

const request = {
  transformer,
  tokens: 2e12,
  workFactor: 1,
  accelerator: h100,
  isRelative: false,
  acceleratorCount: 1024,
  precision: 'bf16',
  year: 2025,
}
console.log(
  `whole run, layout searched on 1,024 ${Math.round(rateOf(50, () => estimateTraining(request)).rate)} a second`,
)

const shapes = {
  '8B, 128k tokens': { parameters: 8e9, sequenceLength: 131_072 },
  '70B': { parameters: 70e9 },
  '405B': { parameters: 405e9 },
  '671B with 37B active': { parameters: 671e9, activeParameters: 37e9, sequenceLength: 4096 },
  '1.8T with 280B active, 32k tokens': {
    parameters: 1.8e12,
    activeParameters: 280e9,
    sequenceLength: 32_768,
  },
}
for (const [name, shape] of Object.entries(shapes)) {
  const search = {
    transformer: typicalTransformer({ year: 2025, ...shape }),
    accelerator: h100,
    acceleratorCount: 16_384,
    precision: 'bf16',
    software,
    globalBatch: 2048,
  }
  const times = []
  let found
  for (let i = 0; i < 6; i++) {
    const start = performance.now()
    found = searchLayout(search)
    times.push(performance.now() - start)
  }
  const [first, ...rest] = times
  console.log(
    `search on 16,384, ${name}: first ${first.toFixed(0)} ms, then ${middle(rest).toFixed(0)} ms, ${found.evaluated} layouts weighed`,
  )
}
