import { flopForSameCapability } from '../../engine/cost/index.ts'
import type { CostPlan } from '../../scenarios/index.ts'
import type { Progress } from './cost-report.ts'

const later = [12, 24] as const

/**
 * A month some whole years later.
 *
 * @example yearsLater('2026-05', 2) // => '2028-05'
 */
export const yearsLater = (date: string, years: number): string => {
  const [year, month = '07'] = date.split('-')
  return `${Number(year) + years}-${month}`
}

/** What the same capability takes one and two years after a date: of runs from scratch, which alone were measured. */
export const progressOf = ({ model, run }: CostPlan, date: string): readonly Progress[] => {
  if (run.kind !== 'pretrain') return []
  const field = model.workload === null ? 'language' : 'vision'
  return later.map((months) => ({
    months,
    date: yearsLater(date, months / 12),
    flopShare: flopForSameCapability(1, months, field),
    source: field === 'language' ? 'languageProgress' : 'visionProgress',
  }))
}
