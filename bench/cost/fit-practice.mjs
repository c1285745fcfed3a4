// Fits what practice makes of a plan to the published accelerator-hours of tiers A and B of
// `scenarios/data/training-runs.json`, and prints the errors of families that the fit did not see, with the coverage of
// the intervals. Run after `npm run build`: node bench/cost/fit-practice.mjs
import { countActiveParameters } from '../../dist/engine/cost/plan/parameter-count.js'
import { typicalTransformer } from '../../dist/engine/cost/plan/typical-transformer.js'
import { estimateTraining } from '../../dist/engine/cost/run/estimate-training.js'
import { practiceCoefficients, practiceOf } from '../../dist/engine/cost/run/practice.js'
import { describeErrors, quantile, readFamilies, readRows } from './published.mjs'

const families = readFamilies()

/** Hours of the steps of the best layout, and what the run is known by. */
function pointOf({ id, tier, facts, reported }) {
  const transformer = facts.transformer ?? typicalTransformer(facts.shape)
  const { acceleratorCount: count, tokens, workFactor, accelerator } = facts
  const estimate = estimateTraining({
    ...facts,
    transformer,
    ...(count === null ? { acceleratorCount: undefined } : {}),
  })
  const { layout, acceleratorCount, benchmarkStepSeconds, goodput } = estimate
  const steps = (tokens * workFactor) / (layout.globalBatch * transformer.sequenceLength)
  const practice = {
    accelerator,
    acceleratorCount,
    activeParameters: countActiveParameters(transformer),
  }
  const idealHours = (steps * benchmarkStepSeconds * acceleratorCount) / 3600
  return { id, tier, family: families.get(id), practice, idealHours, hours: reported.gpuHours, goodput }
}

const points = readRows('training-runs.json')
  .filter(({ tier, facts, reported }) => tier !== null && facts.tokens !== null && reported.gpuHours !== null)
  .map(pointOf)

const zero = { common: 0, perCount: 0, perSizeOnNewMachine: 0 }
const free = ['common', 'perSizeOnNewMachine']
/** Chosen among 0, 0.01 ... 0.06 for the errors of families left out: runs of one size have one count, which blurs a fit. */
const perCount = practiceCoefficients.perCount

/** What each free coefficient is multiplied by, read off the model itself. */
const designOf = ({ practice }) => free.map((name) => Math.log(practiceOf(practice, { ...zero, [name]: 1 })))

/** What is left of the logarithm of published over ideal hours once the count of accelerators is taken out. */
const targetOf = ({ practice, idealHours, hours }) =>
  Math.log(hours / idealHours / practiceOf(practice, { ...zero, perCount }))

/** Cramer's rule. */
const solve = ([[a, b], [c, d]], [x, y]) => [
  (x * d - b * y) / (a * d - b * c),
  (a * y - x * c) / (a * d - b * c),
]

const tierWeights = { A: 1, B: 0.6 }
/** Deviation within which errors count in full; beyond it, as least absolute errors do. */
const near = 0.12
/** Weight that holds the slope near 0, in points. */
const ridge = 2

/** Least absolute errors by reweighting. */
function fit(sample) {
  const design = sample.map(designOf)
  const targets = sample.map(targetOf)
  let weights = sample.map(({ tier }) => tierWeights[tier])
  let solution = [0, 0]
  for (let round = 0; round < 20; round++) {
    const normal = free.map((_, i) =>
      free.map((__, j) =>
        design.reduce((sum, row, n) => sum + weights[n] * row[i] * row[j], i === j && i > 0 ? ridge : 0),
      ),
    )
    const right = free.map((_, i) =>
      design.reduce((sum, row, n) => sum + weights[n] * row[i] * targets[n], 0),
    )
    solution = solve(normal, right)
    weights = sample.map(({ tier }, n) => {
      const error = Math.abs(targets[n] - design[n].reduce((sum, value, i) => sum + value * solution[i], 0))
      return (tierWeights[tier] * near) / Math.max(error, near)
    })
  }
  return { ...zero, perCount, ...Object.fromEntries(free.map((name, i) => [name, solution[i]])) }
}

const predict = ({ practice, idealHours, goodput }, coefficients) =>
  idealHours * Math.max(practiceOf(practice, coefficients), 1 / goodput)

function report(title, coefficientsOf) {
  console.log(`\n${title}`)
  const width = Math.exp(1.2815515655446004 * practiceCoefficients.logDeviation)
  for (const tiers of ['A', 'B', 'AB']) {
    const sample = points.filter(({ tier }) => tiers.includes(tier))
    const ratios = sample.map((point) => predict(point, coefficientsOf(point)) / point.hours)
    const inside = ratios.filter((ratio) => ratio < width && ratio > 1 / width).length / ratios.length
    console.log(
      `${tiers.padEnd(3)} ${describeErrors(ratios)}  80 % interval covers ${(100 * inside).toFixed(0)} %, width ${(width * width).toFixed(2)}`,
    )
  }
}

const all = fit(points)
for (const [name, value] of Object.entries(all)) console.log(`${name}: ${Number(value.toPrecision(3))},`)
report('as fitted', () => all)
const unseen = new Map(
  [...new Set(points.map(({ family }) => family))].map((family) => [
    family,
    fit(points.filter((point) => point.family !== family)),
  ]),
)
report('families that the fit did not see', ({ family }) => unseen.get(family))
report('with the coefficients in use', () => practiceCoefficients)
const errors = points.map((point) =>
  Math.abs(Math.log(predict(point, unseen.get(point.family)) / point.hours)),
)
console.log(`\ndeviation that covers 80 %: ${(quantile(errors, 0.8) / 1.2815515655446004).toFixed(3)}`)
