import { checkStart } from '../deal-file/check-deal.ts'
import { decodeSound } from '../deal-file/decode-sound.ts'
import { Part } from '../deal-file/part.ts'
import { locate } from '../load/locate.ts'
import type { Finding } from '../text/parse-text.ts'
import type { MapNode } from '../text/tree.ts'
import { capTableShape } from './company-shape.ts'

const path = ['company', 'cap_table']

/** Mistakes of a cap table that need more than one field; fields that are wrong by themselves are in `known`. */
export const checkCapTable = (tree: MapNode, known: readonly Finding[]): readonly Finding[] => {
  const { node, isExact } = locate(tree, path)
  if (!isExact || node.kind !== 'map') return []
  const decoded = { company: { cap_table: decodeSound(node, capTableShape) ?? {} } }
  const ofTable = known.filter((finding) => finding.place.path.startsWith('company.cap_table'))
  return checkStart(new Part(decoded, tree, path), tree, ofTable)
}
