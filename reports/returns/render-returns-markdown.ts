import { escapeControl } from '../../scenarios/index.ts'
import type { Language } from '../text/language.ts'
import { sayOf } from './messages.ts'
import { positionCells, positionColumns, shownPositions } from './position-cells.ts'
import { fileNotes, positionNotes } from './returns-notes.ts'
import type { ReturnsReport } from './returns-report.ts'

/** Text of a file that Markdown shall not read as its own. */
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>|#]/gu, String.raw`\$&`)

const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`

/** Returns as Markdown: the same table and sentences as the page, nothing left out for width. */
export function renderReturnsMarkdown(report: ReturnsReport, name: string, lang: Language): string {
  const columns = positionColumns(report, lang)
  const rules = columns.map(({ align }) => (align === 'right' ? '---:' : '---'))
  const lines = [
    `## ${sayOf(lang, 'title')}: ${plain(escapeControl(name))}`,
    '',
    row(columns.map(({ title }) => title)),
    `| ${rules.join(' | ')} |`,
    ...shownPositions(report).map((position) => row(positionCells(position, report, lang))),
    '',
    ...[...positionNotes(report, lang), ...fileNotes(report, lang)].map((note) => `- ${plain(note)}`),
  ]
  return `${lines.join('\n')}\n`
}
