import type { Scenario } from '../scenario.ts'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

/**
 * The resolved inputs as one JSON text with sorted keys, over which the scenario hash is taken. Left out: what does not
 * change the world that is simulated (names, seed, runs, gates).
 */
export const canonicalJson = (scenario: Scenario): string => {
  const { horizonMonths, parameters, shocks, uncertain } = scenario
  const company = scenario.company === null ? null : { ...scenario.company, name: undefined }
  return JSON.stringify(sorted({ horizonMonths, parameters, company, shocks, uncertain }))
}
