// Published runs and benchmarks, read as `froth cost --evaluate` reads them. Needs `npm run build`.
import { readFileSync } from 'node:fs'
import { parseArchitectures } from '../../dist/scenarios/architectures/parse-architectures.js'
import { parseMachines } from '../../dist/scenarios/machines/parse-machines.js'
import { readPublished } from '../../dist/scenarios/published/read-published.js'

const readData = (name) => readFileSync(new URL(`../../scenarios/data/${name}`, import.meta.url), 'utf8')

/** The rows of one of the files in `scenarios/data/`, with facts and reported values. */
export function readRows(name) {
  const machines = parseMachines(readData('accelerators.json'))
  const { architectures } = parseArchitectures(readData('architectures.json'))
  const file = readPublished(readData(name), { machines, architectures })
  if (!file.ok) throw new Error(JSON.stringify(file.problems))
  return file.rows
}

/** The raw records of `training-runs.json`, by id: families, which predictions do not see. */
export const readFamilies = () =>
  new Map(JSON.parse(readData('training-runs.json')).map(({ id, family }) => [id, family]))

export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  return sorted[low] + (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]) * (at - low)
}

/** Errors of predicted over reported, as a line of text. */
export function describeErrors(ratios) {
  const errors = ratios.map((ratio) => Math.abs(ratio - 1))
  const folds = ratios.map((ratio) => Math.max(ratio, 1 / ratio))
  const percent = (value) => `${(100 * value).toFixed(1).padStart(5)} %`
  const mean = errors.reduce((sum, value) => sum + value, 0) / errors.length
  return [
    `n ${String(ratios.length).padStart(4)}`,
    `mean ${percent(mean)}`,
    `median ${percent(quantile(errors, 0.5))}`,
    `p90 ${percent(quantile(errors, 0.9))}`,
    `fold p90 ${quantile(folds, 0.9).toFixed(2)}`,
    `bias ${quantile(ratios, 0.5).toFixed(3)}`,
  ].join('  ')
}
