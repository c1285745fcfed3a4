import { publishedQuantities } from '../../engine/cost/index.ts'
import { escapeControl } from '../../scenarios/index.ts'
import { layOutTable, type DrawnColumn } from '../text/lay-out-table.ts'
import type { Language } from '../text/language.ts'
import { renderNumber } from '../text/render-number.ts'
import { renderPercent } from '../text/render-share.ts'
import type { Style } from '../text/style.ts'
import type { Accuracy, Evaluation, QuantityAccuracy } from './evaluation.ts'
import { sayOf, type EvaluationWord } from './messages.ts'

/** What stands where there is no number. */
const noNumber = '-'

const percent = (share: number | null): string => (share === null ? noNumber : renderPercent(share, 1))
const ratio = (value: number | null): string => (value === null ? noNumber : renderNumber(value, 2))

const figures: readonly (readonly [EvaluationWord, (accuracy: Accuracy) => string, number])[] = [
  ['n', ({ n }) => renderNumber(n), 0],
  ['missed', ({ missed }) => (missed === 0 ? '' : renderNumber(missed)), 6],
  ['median', ({ median }) => percent(median), 0],
  ['mean', ({ mean }) => percent(mean), 5],
  ['p90', ({ p90 }) => percent(p90), 0],
  ['foldP90', ({ foldP90 }) => ratio(foldP90), 3],
  ['bias', ({ bias }) => ratio(bias), 2],
  ['coverage', ({ coverage }) => (coverage === null ? noNumber : renderPercent(coverage, 0)), 1],
  ['width', ({ width }) => (width === null ? noNumber : `x${renderNumber(width, 2)}`), 4],
]

/** The groups of a quantity with their names; all together last, unless they are one group anyway. */
function groupsOf(accuracy: QuantityAccuracy, lang: Language): readonly (readonly [string, Accuracy])[] {
  const byTier = (['A', 'B', 'A+B', 'none', 'measured', 'notMeasured'] as const).flatMap((tier) => {
    const group = accuracy[tier]
    return group === undefined ? [] : [[sayOf(lang, tier), group] as const]
  })
  const bySet = Object.entries(accuracy.sets ?? {}).map(
    ([name, group]) => [escapeControl(name), group] as const,
  )
  const groups = [...byTier, ...bySet]
  return groups.length === 1 ? groups : [...groups, [sayOf(lang, 'all'), accuracy.all]]
}

/** A block for each quantity: errors by tier and by set. */
export function drawAccuracy({ summary }: Evaluation, style: Style): readonly string[] {
  const { lang, paint, width } = style
  const columns: readonly DrawnColumn[] = [
    { title: '', align: 'left', gap: 0, leavesFirst: 0, leastWidth: 20 },
    ...figures.map(([word, , leavesFirst]): DrawnColumn => ({
      title: sayOf(lang, word),
      align: 'right',
      gap: 2,
      leavesFirst,
    })),
  ]
  const blocks = publishedQuantities.flatMap((quantity) => {
    const accuracy = summary[quantity]
    if (accuracy === undefined) return []
    const title = [sayOf(lang, quantity), ...figures.map(() => '')]
    const rows = groupsOf(accuracy, lang).map(([name, group]) => [
      `  ${name}`,
      ...figures.map(([, render]) => render(group)),
    ])
    return [title, ...rows]
  })
  const { lines, leftOut } = layOutTable(columns, blocks, width, paint)
  for (const hidden of leftOut) style.leftOut.add(hidden)
  return lines
}
