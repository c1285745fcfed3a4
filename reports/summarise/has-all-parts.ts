import type { Summary } from './summary.ts'

const parts: readonly (keyof Summary)[] = [
  'survival',
  'valuation',
  'returns',
  'funds',
  'headline',
  'verdict',
  'market',
]

/** Whether a stored summary has what this version of froth draws; one that an older version wrote may lack parts. */
export function hasAllParts(summary: Summary): boolean {
  if (!parts.every((part) => part in summary)) return false
  return summary.company === undefined || 'classes' in summary.company
}
