// Fits the coefficients of a step's time to the measured steps of `scenarios/data/throughput-benchmarks.jsonl` and prints
// them with their errors: as fitted, and in ten folds by (layers, width, tensor, pipeline). `korthikanti2022_t5` is left
// out of every fit. Run after `npm run build`: node bench/cost/fit-steps.mjs
import { acceleratorsOf } from '../../dist/engine/cost/plan/layout.js'
import { softwareOfYear } from '../../dist/engine/cost/plan/software-of-year.js'
import { typicalTransformer } from '../../dist/engine/cost/plan/typical-transformer.js'
import { trainingFlopPerToken } from '../../dist/engine/cost/plan/work.js'
import { estimateStepTime } from '../../dist/engine/cost/time/estimate-step-time.js'
import { stepCoefficients } from '../../dist/engine/cost/time/step-coefficients.js'
import { makeStepTime } from '../../dist/engine/cost/time/step-time.js'
import { fitLogarithms } from './least-squares.mjs'
import { describeErrors, readRows } from './published.mjs'

/** What is physically expected, and how far it may be off as a standard deviation of the logarithm. */
const priors = {
  productEfficiency: [0.85, 0.1],
  newMachineEfficiency: [0.9, 0.15],
  tileTokens: [60, 1],
  tileColumns: [15, 1],
  flashEfficiency: [0.6, 0.3],
  flashHeadSize: [20, 0.7],
  flashOnNewMachine: [0.6, 0.2],
  scoreEfficiency: [0.5, 0.4],
  misalignedHeads: [4, 0.7],
  scorePasses: [6, 0.4],
  residualPasses: [18, 0.4],
  innerPasses: [6, 0.5],
  fusedShare: [0.5, 0.3],
  backwardTraffic: [1.5, 0.2],
  memoryEfficiency: [0.85, 0.1],
  lossPasses: [6, 0.4],
  launchSeconds: [3e-4, 0.7],
  backwardLaunch: [3, 0.5],
  scaleUpEfficiency: [0.75, 0.15],
  scaleUpLatencySeconds: [3e-5, 0.7],
  scaleOutEfficiency: [0.7, 0.2],
  scaleOutLatencySeconds: [1e-5, 0.7],
  tensorVisible: [0.4, 1],
  contextHidden: [0.5, 0.5],
  sendVisible: [0.5, 0.7],
  dataHidden: [0.6, 0.3],
  dataInterference: [0.2, 0.5],
  selectiveShare: [0.3, 0.5],
  optimizerBytes: [20, 0.2],
  megatronLayerSeconds: [2e-4, 0.7],
  megatronStepSeconds: [0.01, 1],
  fsdpLayerSeconds: [5e-4, 0.7],
  fsdpStepSeconds: [0.03, 1],
}

const shares = [
  'productEfficiency',
  'newMachineEfficiency',
  'memoryEfficiency',
  'scaleUpEfficiency',
  'scaleOutEfficiency',
]
const most = Object.fromEntries(
  [...shares, 'flashEfficiency', 'dataHidden', 'tensorVisible'].map((name) => [name, 1]),
)

/** Weights of the sets: the many points of one machine count less each, as do those of a cluster known only roughly. */
const weights = {
  vtrain_single: 0.35,
  vtrain_multi: 1,
  bigscience: 0.35,
  mosaic: 0.6,
  torchtitan_h100: 1,
  megatron_core_h100: 1,
  megatron_fp8_h100: 1,
  megatron2021_t1: 1,
}

const time = makeStepTime()

const secondsOf = (plan, coefficients) => {
  estimateStepTime(plan, time, coefficients)
  return time.total
}

const planOf = ({ transformer, shape, accelerator, precision, layout, year, software }) => ({
  transformer: transformer ?? typicalTransformer(shape),
  accelerator,
  precision,
  layout,
  software: { ...softwareOfYear(year), ...software },
})

/** Seconds of a step as reported, or those that a reported utilisation comes to. */
function reportedSeconds({ stepSeconds, mfu }, { transformer: t, layout: l, accelerator, precision }) {
  if (stepSeconds !== null || mfu === null) return stepSeconds
  const flop = trainingFlopPerToken(t) * t.sequenceLength * l.globalBatch
  return flop / (acceleratorsOf(l) * accelerator.peakFlopPerSecond[precision] * mfu)
}

/** Every row with a whole layout and a time. */
const points = readRows('throughput-benchmarks.jsonl').flatMap(({ set, facts, reported, unpredicted }) => {
  if (facts.layout.globalBatch === undefined || facts.layout.recompute === undefined) return []
  if (unpredicted.some(({ quantity }) => quantity === 'stepSeconds')) return []
  const plan = planOf(facts)
  const seconds = reportedSeconds(reported, plan)
  const { layers, hidden } = plan.transformer
  const fold = [layers, hidden, facts.layout.tensor, facts.layout.pipeline].join()
  return seconds === null ? [] : [{ set, plan, seconds, fold }]
})

/** Errors beyond a tenth count by their root: clusters have bad days. */
const robust = (error) =>
  Math.abs(error) < 0.1 ? error : Math.sign(error) * Math.sqrt(Math.abs(error) * 0.1)

const fit = (sample, start, rounds) => {
  const fitted = sample.filter(({ set }) => weights[set] !== undefined)
  const residualsOf = (coefficients) =>
    fitted.map(
      ({ set, plan, seconds }) =>
        (weights[set] * robust(Math.log(secondsOf(plan, coefficients) / seconds))) / 0.05,
    )
  return fitLogarithms(start, priors, most, residualsOf, rounds)
}

const report = (title, predict) => {
  console.log(`\n${title}`)
  for (const set of new Set(points.map((point) => point.set))) {
    const ratios = points.filter((point) => point.set === set).map((point) => predict(point) / point.seconds)
    console.log(`${set.padEnd(20)} ${describeErrors(ratios)}`)
  }
}

const coefficients = fit(points, stepCoefficients, 40)
for (const [name, value] of Object.entries(coefficients))
  console.log(`${name}: ${Number(value.toPrecision(3))},`)
report('as fitted', ({ plan }) => secondsOf(plan, coefficients))

const folds = 10
const keys = [...new Set(points.map(({ fold }) => fold))]
const foldOf = new Map(keys.map((key, i) => [key, i % folds]))
const unseen = Array.from({ length: folds }, (_, i) =>
  fit(
    points.filter(({ fold }) => foldOf.get(fold) !== i),
    coefficients,
    12,
  ),
)
report('folds by (layers, width, tensor, pipeline) that the fit did not see', ({ plan, fold }) =>
  secondsOf(plan, unseen[foldOf.get(fold)]),
)
