import type { Source, Span } from '../diagnostics/source.ts'
import type { Finding } from '../text/parse-text.ts'
import { makeMap, type ListNode, type MapNode, type Node, type ScalarNode } from '../text/tree.ts'
import { mergeTrees } from '../load/merge-trees.ts'
import { billLines, usualAccelerators, usualSmallAccelerators } from './cost-plan.ts'
import { joinListFlags, readFlag, readListFlag, type FlagNode } from './flag-node.ts'
import { typicalLine } from './line-leaf.ts'

/** Values of flags as typed, by the flag's name without dashes; a flag may be given more than once. */
export type CostFlags = ReadonlyMap<string, readonly string[]>

/** Where in a cost file each flag's value belongs. */
const pathOf: Readonly<Record<string, readonly [string, string]>> = {
  params: ['model', 'params'],
  active: ['model', 'active'],
  model: ['model', 'name'],
  workload: ['model', 'workload'],
  layers: ['model', 'layers'],
  hidden: ['model', 'hidden'],
  heads: ['model', 'heads'],
  vocab: ['model', 'vocab'],
  seq: ['model', 'seq'],
  tokens: ['run', 'tokens'],
  epochs: ['run', 'epochs'],
  batch: ['run', 'batch'],
  kind: ['run', 'kind'],
  teacher: ['run', 'teacher'],
  precision: ['run', 'precision'],
  date: ['run', 'date'],
  repeats: ['run', 'repeats'],
  tp: ['layout', 'tensor'],
  pp: ['layout', 'pipeline'],
  dp: ['layout', 'data'],
  ep: ['layout', 'expert'],
  cp: ['layout', 'context'],
  zero: ['layout', 'zero'],
  'micro-batch': ['layout', 'micro_batch'],
  interleave: ['layout', 'interleave'],
  recompute: ['layout', 'recompute'],
  pue: ['overheads', 'pue'],
  grid: ['overheads', 'grid'],
}

/** Flags that describe accelerators, and the field of `hardware` that each fills. */
const hardwareFields = { gpu: 'gpu', gpus: 'count', price: 'price', commitment: 'commitment' } as const
type HardwareFlag = keyof typeof hardwareFields

type HardwareNodes = Readonly<Record<HardwareFlag, readonly FlagNode[]>>

/** A tree with one field, below groups that stand at the flag too. */
const wrap = (flag: FlagNode<ScalarNode | ListNode>, path: readonly string[]): MapNode =>
  path.reduceRight<Node>(
    (inner, name) => makeMap([[name, { key: flag.key, node: inner }]], flag.node.span),
    flag.node,
  ) as MapNode

/** What flags say, laid over a file, and the flags as sources to point into. */
export interface FlagTree {
  readonly tree: MapNode
  readonly sources: readonly Source[]
  readonly findings: readonly Finding[]
}

/** Stands for the user, who said nothing. */
export const usual: Source = { name: '', kind: 'set', text: '' }
const nowhere: Span = { source: usual, start: 0, end: 0 }

/** The list of accelerators before flags other than `--gpu`: the flags', the file's, or the usual ones. */
const startingHardware = (gpus: readonly FlagNode[], tree: MapNode): readonly Node[] => {
  if (gpus.length > 0) return gpus.map((flag) => wrap(flag, ['gpu']))
  const given = tree.entries.get('hardware')?.node
  if (given?.kind === 'list') return given.items
  const model = tree.entries.get('model')?.node
  const isSmall = model?.kind === 'map' && model.entries.has('workload')
  const names = isSmall ? usualSmallAccelerators : usualAccelerators
  return names.map((name) => wrap({ ...readFlag('gpu', name), source: usual }, ['gpu']))
}

const unpaired = (name: HardwareFlag, flags: readonly FlagNode[], count: number): Finding => {
  const words = { flag: `--${name}`, found: String(flags.length), count: String(count) }
  const span = flags.at(-1)?.node.span ?? null
  return { problem: { code: 'F121', words }, place: { path: 'hardware', span, file: '' } }
}

const layHardware = (
  flags: HardwareNodes,
  tree: MapNode,
): { readonly items: readonly Node[]; readonly findings: readonly Finding[] } => {
  const findings: Finding[] = []
  let items = startingHardware(flags.gpu, tree)
  for (const name of ['gpus', 'price', 'commitment'] as const) {
    const values = flags[name]
    if (values.length === 0) continue
    if (values.length !== 1 && values.length !== items.length) {
      findings.push(unpaired(name, values, items.length))
      continue
    }
    items = items.map((item, index) => {
      const over = wrap(values[values.length === 1 ? 0 : index], [hardwareFields[name]])
      return item.kind === 'map' ? mergeTrees(item, over, undefined) : item
    })
  }
  return { items, findings }
}

const hardwareFlags = Object.keys(hardwareFields) as readonly HardwareFlag[]

/** Lays the flags of a command line over a cost file, or over nothing. Mistakes point into the flag's own text. */
export const layFlags = (flags: CostFlags, below: MapNode | null): FlagTree => {
  const nodesOf = (name: string): readonly FlagNode[] =>
    (flags.get(name) ?? []).map((value) => readFlag(name, value))
  const single = Object.entries(pathOf).flatMap(([name, path]) =>
    nodesOf(name)
      .slice(-1)
      .map((flag) => ({ flag, path })),
  )
  const asked = (flags.get('lines') ?? []).flatMap((name) => (name === 'all' ? billLines : [name]))
  const lines = asked.map((name) => ({
    flag: readFlag('lines', typicalLine),
    path: ['overheads', name] as const,
  }))
  const lists = (flags.get('compress') ?? []).map((value) => readListFlag('compress', value))
  const compression = joinListFlags(lists)
  let tree = below ?? makeMap([], nowhere)
  if (compression !== null) tree = mergeTrees(tree, wrap(compression, ['compression']), undefined)
  for (const { flag, path } of [...lines, ...single]) tree = mergeTrees(tree, wrap(flag, path), undefined)
  const hardware = Object.fromEntries(hardwareFlags.map((name) => [name, nodesOf(name)])) as HardwareNodes
  const used = [...single.map(({ flag }) => flag), ...lists, ...Object.values(hardware).flat()]
  const sources = used.map(({ source }) => source)
  const written = below?.entries.get('hardware')
  const isList = written === undefined || written.node.kind === 'list'
  // What is no list is left for the checks to find.
  if (!isList && hardware.gpu.length === 0) return { tree, sources, findings: [] }
  const { items, findings } = layHardware(hardware, tree)
  const key = written?.key ?? hardware.gpu[0]?.key ?? nowhere
  const list: Node = { kind: 'list', items, span: written?.node.span ?? key }
  return { tree: makeMap([...tree.entries, ['hardware', { key, node: list }]], tree.span), sources, findings }
}
