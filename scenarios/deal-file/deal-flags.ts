import type { Source } from '../diagnostics/source.ts'
import { joinListFlags, readListFlag } from '../cost-file/flag-node.ts'
import { readFlags } from '../load/read-flags.ts'
import type { Finding } from '../text/parse-text.ts'
import { makeMap, type MapNode, type Node } from '../text/tree.ts'
import { dealShape } from './deal-shape.ts'
import { layOver } from './lay-over.ts'
import { missingEntry } from './missing-entry.ts'

/** Values of flags as typed, by the flag's name without dashes: `exit` and `set`, each as often as it is given. */
export type DealFlags = ReadonlyMap<string, readonly string[]>

/** A deal file with the flags laid over it, and the flags as sources to point into. */
export interface LaidDeal {
  readonly tree: MapNode
  readonly sources: readonly Source[]
  readonly findings: readonly Finding[]
}

const layExit = (tree: MapNode, values: readonly string[]): { tree: MapNode; sources: readonly Source[] } => {
  const flags = values.map((value) => readListFlag('exit', value))
  const prices = joinListFlags(flags)
  if (prices === null) return { tree, sources: [] }
  const { key, node } = prices
  const over: Node = makeMap(
    [['exit', { key, node: makeMap([['prices', { key, node }]], node.span) }]],
    node.span,
  )
  return { tree: layOver(tree, over) as MapNode, sources: flags.map(({ source }) => source) }
}

/** Lays `--set` and then `--exit` over a file. Mistakes point into the flag's own text. */
export const layDealFlags = (flags: DealFlags, file: MapNode): LaidDeal => {
  let tree = file
  const sources: Source[] = []
  const findings: Finding[] = []
  for (const set of flags.get('set') ?? []) {
    const read = readFlags({ scenario: '', sets: [set] }, dealShape)
    sources.push(...read.sources)
    findings.push(...read.findings)
    const missing = read.tree === null ? null : missingEntry(tree, read.tree)
    if (missing !== null) findings.push(missing)
    else if (read.tree !== null) tree = layOver(tree, read.tree) as MapNode
  }
  const exit = layExit(tree, flags.get('exit') ?? [])
  return { tree: exit.tree, sources: [...sources, ...exit.sources], findings }
}
