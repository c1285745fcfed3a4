import { escapeControl } from '../../scenarios/index.ts'
import { harmlessText } from '../tables/harmless-text.ts'
import { renderDelimited, type DataTable } from '../text/data-table.ts'
import type { Evaluation } from './evaluation.ts'

/** Forms that the predictions are written in for other programs. */
export type EvaluationTableFormat = 'csv' | 'tsv' | 'md'

// Ids are other people's words: they may hold what steers a terminal, separates cells, or, in CSV, what a spreadsheet runs.
const cellIn: Readonly<Record<EvaluationTableFormat, (text: string) => string>> = {
  csv: (text) => (/[",]/u.test(text) ? `"${harmlessText(text).replaceAll('"', '""')}"` : harmlessText(text)),
  tsv: (text) => text,
  md: (text) => text.replaceAll('|', String.raw`\|`),
}

const columns = 'index set id tier quantity p10 p50 p90 reported error standIn'.split(' ')

const tableOf = ({ rows }: Evaluation, format: EvaluationTableFormat): DataTable => {
  const clean = (text: string | null): string | null =>
    text === null ? null : cellIn[format](escapeControl(text))
  return {
    columns,
    rows: rows.map(({ index, set, id, tier, quantity, predicted, reported, error, standIn }) => [
      index,
      clean(set),
      clean(id),
      tier,
      quantity,
      predicted.p10,
      predicted.p50,
      predicted.p90,
      reported,
      error,
      clean(standIn),
    ]),
  }
}

/** The predictions as a table of raw numbers: a line for each row and quantity, empty where nothing is reported. */
export function renderEvaluationTable(evaluation: Evaluation, format: EvaluationTableFormat): string {
  const table = tableOf(evaluation, format)
  if (format !== 'md') return renderDelimited(table, format === 'csv' ? ',' : '\t')
  const lines = renderDelimited(table, '\t').slice(0, -1).split('\n')
  const [header = '', ...body] = lines.map((line) => `| ${line.split('\t').join(' | ')} |`)
  const rule = `|${table.columns.map(() => ' --- |').join('')}`
  return `${[header, rule, ...body].join('\n')}\n`
}
