import type { Transformer } from '../../engine/cost/index.ts'
import { plainName } from '../names/plain-name.ts'
import { parseJsonObject } from '../tables/parse-json.ts'
import { TableError } from '../tables/table-error.ts'
import type { TableRow } from '../tables/table-row.ts'
import type { Architecture, ArchitectureTable } from './architecture.ts'

const TABLE = 'architectures.json'

const readShape = (row: TableRow): Transformer => ({
  layers: row.positive('layers'),
  hidden: row.positive('hidden'),
  heads: row.positive('heads'),
  keyValueHeads: row.positive('keyValueHeads'),
  headSize: row.positive('headSize'),
  feedForward: row.positive('feedForward'),
  gated: row.flag('gated'),
  vocabulary: row.positive('vocabulary'),
  tiedEmbeddings: row.flag('tiedEmbeddings'),
  sequenceLength: row.positive('sequenceLength'),
  experts: row.number('experts', 1),
  activeExperts: row.number('activeExperts', 1),
  sharedExperts: row.number('sharedExperts'),
  expertWidth: row.number('expertWidth'),
  denseLayers: row.number('denseLayers'),
})

const readArchitecture = (row: TableRow): Architecture => ({
  id: row.text('id'),
  name: row.text('name'),
  aliases: row.texts('aliases'),
  shape: readShape(row.row('shape')),
  parametersTotal: row.positive('parametersTotal'),
  parametersActive: row.positive('parametersActive'),
  otherParameters: row.has('otherParameters') ? row.number('otherParameters') : 0,
  kind: row.word('kind', ['decoder', 'encoder', 'encoder-decoder']),
  workFactor: row.positive('workFactor'),
  source: row.text('source'),
  status: row.word('status', ['seen', 'recalled']),
  confidence: row.word('confidence', ['high', 'medium', 'low']),
  note: row.text('note'),
})

const byPlainName = (architectures: readonly Architecture[]): ReadonlyMap<string, Architecture> => {
  const found = new Map<string, Architecture>()
  for (const architecture of architectures)
    for (const name of [architecture.id, architecture.name, ...architecture.aliases]) {
      const other = found.get(plainName(name))
      if (other !== undefined && other !== architecture)
        throw new TableError(TABLE, architecture.id, `without a name of ${other.id}`, name)
      found.set(plainName(name), architecture)
    }
  return found
}

/**
 * Reads the catalogue of architectures, `data/architectures.json`.
 *
 * Throws: `TableError` naming the entry and field that is missing or wrong, or a name that two entries share.
 */
export const parseArchitectures = (text: string): ArchitectureTable => {
  const table = parseJsonObject(TABLE, text)
  const architectures = table.rows('architectures').map(readArchitecture)
  return {
    architectures,
    unsupported: table
      .rows('unsupported')
      .map((row) => ({ id: row.text('id'), name: row.text('name'), because: row.text('because') })),
    byPlainName: byPlainName(architectures),
  }
}
