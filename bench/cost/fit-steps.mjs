// Fits the coefficients of a step's time to the measured steps of `scenarios/data/throughput-benchmarks.jsonl` and prints
// them with their errors: as fitted, and in ten folds by (layers, width, tensor, pipeline). `korthikanti2022_t5` is left
// out of every fit. Run after `npm run build`: node bench/cost/fit-steps.mjs
import { estimateStepTime } from '../../dist/engine/cost/time/estimate-step-time.js'
import { stepCoefficients } from '../../dist/engine/cost/time/step-coefficients.js'
import { makeStepTime } from '../../dist/engine/cost/time/step-time.js'
import { planOfFacts } from '../../dist/engine/cost/run/predict-published.js'
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

const shares = ['productEfficiency', 'newMachineEfficiency', 'memoryEfficiency', 'scaleUpEfficiency', 'scaleOutEfficiency']
const most = Object.fromEntries([...shares, 'flashEfficiency', 'dataHidden', 'tensorVisible'].map((name) => [name, 1]))

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

/** Seconds of a step as reported; of a benchmark that reports utilisation only, those that it comes to. */
function measuredSeconds({ reported, facts }, plan) {
  if (reported.stepSeconds !== null) return reported.stepSeconds
  if (reported.mfu === null) return null
  estimateStepTime(plan, time)
  return (time.total * utilisationOf(plan, time.total)) / reported.mfu
  function utilisationOf({ transformer: t, layout: l, accelerator, precision }, seconds) {
    const flop = trainingFlopPerToken(t) * t.sequenceLength * l.globalBatch
    return flop / (acceleratorsOf(l) * accelerator.peakFlopPerSecond[precision] * seconds)
  }
}

const time = makeStepTime()
