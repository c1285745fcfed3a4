import type { Company, Scenario } from '../scenario.ts'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

/** A company without its name; one that says nothing of its owners looks as it did before they could be told. */
const describeCompany = (company: Company): unknown => ({
  ...company,
  name: undefined,
  capTable: company.capTable ?? undefined,
})

/**
 * The resolved inputs as one JSON text with sorted keys, over which the scenario hash is taken. Left out: what does not
 * change the world that is simulated (names, seed, runs, gates).
 */
export const canonicalJson = (scenario: Scenario): string => {
  const { horizonMonths, parameters, shocks, uncertain } = scenario
  const company = scenario.company === null ? null : describeCompany(scenario.company)
  return JSON.stringify(sorted({ horizonMonths, parameters, company, shocks, uncertain }))
}
