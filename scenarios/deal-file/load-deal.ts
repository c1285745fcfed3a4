import type { Deal } from '../../engine/finance/index.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Language } from '../diagnostics/language.ts'
import type { Source } from '../diagnostics/source.ts'
import { describeFindings } from '../load/describe-findings.ts'
import type { ReadResult } from '../load/environment.ts'
import { locate, placeOf } from '../load/locate.ts'
import { readProblem } from '../load/read-problem.ts'
import { validate } from '../load/validate.ts'
import { decodeText } from '../text/decode-text.ts'
import { parseText, type Finding } from '../text/parse-text.ts'
import type { MapNode } from '../text/tree.ts'
import type { Problem } from '../units/problem.ts'
import { assembleDeal } from './assemble-deal.ts'
import { checkDeal } from './check-deal.ts'
import { layDealFlags, type DealFlags } from './deal-flags.ts'
import { dealShape } from './deal-shape.ts'
import { decodeSound } from './decode-sound.ts'
import { Part } from './part.ts'
import { joinSplitNumbers } from './split-numbers.ts'
import { warnDeal } from './warn-deal.ts'

/** What to load. */
export interface DealRequest {
  /** A path, or `-` for standard input. */
  readonly file: string
  readonly flags: DealFlags
  readonly language: Language
}

/** What the loader needs of the world. */
export interface DealEnvironment {
  readonly read: (path: string) => ReadResult | Promise<ReadResult>
}

/** A mistake that shows only when the deal is worked out, at a path of the file (`['rounds', 0]`). */
export interface DealProblem {
  readonly path: readonly (string | number)[]
  readonly problem: Problem
}

/** A deal that did not load. */
export interface RefusedDeal {
  readonly ok: false
  /** The file itself could not be read; a flag is wrong and nothing else; or the content is. */
  readonly reason: 'unreadable' | 'flag' | 'content'
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly Source[]
}

/** A deal that loaded. */
export interface LoadedDeal {
  readonly ok: true
  readonly deal: Deal
  readonly sources: readonly Source[]
  /** What is odd in the deal without being wrong. */
  readonly warnings: readonly Diagnostic[]
  /** True if the file or a flag has something at a path. */
  readonly says: (path: DealProblem['path']) => boolean
  /** Refuses the deal after all, each problem in its place of the file or the flags. */
  readonly refuse: (problems: readonly DealProblem[]) => RefusedDeal
}

export type DealLoadResult = LoadedDeal | RefusedDeal

interface ReadTree {
  readonly tree: MapNode | null
  readonly sources: readonly Source[]
  readonly findings: readonly Finding[]
  readonly isUnreadable: boolean
}

const versionOf = (tree: MapNode): string => {
  const version = tree.entries.get('froth')?.node
  return version?.kind === 'scalar' ? version.text.trim() : ''
}

const otherKinds: Readonly<Record<string, string>> = { '1': 'scenarioFile', 'cost/1': 'costFile' }

const checkVersion = (tree: MapNode): readonly Finding[] => {
  const version = versionOf(tree)
  if (version === 'deal/1') return []
  const entry = tree.entries.get('froth')
  const first = [...tree.entries.values()][0]?.key ?? tree.span
  const help = Object.hasOwn(otherKinds, version) ? otherKinds[version] : undefined
  const words = { file: first.source.name }
  const problem = { code: 'F123', words, ...(help === undefined ? {} : { help }) }
  return [{ problem, place: { path: 'froth', span: entry?.node.span ?? first, file: '' } }]
}

/** A file that says it is of another kind is not looked into any further. */
const isOfAnotherKind = (tree: MapNode): boolean => {
  const version = versionOf(tree)
  return version !== '' && !version.startsWith('deal/')
}

/** An empty file is started from a deal, not from a scenario. */
const withDealHelp = ({ problem, place }: Finding): Finding => ({
  problem: problem.code === 'F002' ? { ...problem, help: 'startFromDeal' } : problem,
  place,
})

const readTree = async (file: string, environment: DealEnvironment): Promise<ReadTree> => {
  const result = await environment.read(file)
  const decoded = result.ok
    ? decodeText(result.content)
    : { ok: false as const, problem: readProblem(result) }
  if (!decoded.ok) {
    const finding = withDealHelp({ problem: decoded.problem, place: { path: '', span: null, file } })
    const isUnreadable = !result.ok && result.reason !== 'too large'
    return { tree: null, sources: [], findings: [finding], isUnreadable }
  }
  const source: Source = { name: file, kind: 'file', text: decoded.text }
  const { tree, findings } = parseText(source)
  const version = tree === null ? [] : checkVersion(tree)
  const all = [...findings.map(withDealHelp), ...version]
  return { tree, sources: [source], findings: all, isUnreadable: false }
}

const stem = (path: string): string => {
  const name = (path.split(/[/\\]/u).at(-1) ?? '').replace(/\.ya?ml$/iu, '')
  return name === '' || name === '-' ? 'deal' : name.slice(0, 100)
}

/**
 * Loads a deal from a file with flags laid over it, and checks everything in one pass. Never throws for what is in
 * the file; `environment.read` may.
 */
export const loadDeal = async (
  { file, flags, language }: DealRequest,
  environment: DealEnvironment,
): Promise<DealLoadResult> => {
  const base = await readTree(file, environment)
  const laid = base.tree === null ? null : layDealFlags(flags, base.tree)
  const sources = [...base.sources, ...(laid?.sources ?? [])]
  const refuse = (findings: readonly Finding[]): RefusedDeal => {
    const diagnostics = describeFindings(findings, sources, file, language)
    const flagNames = new Set(laid?.sources.map(({ name }) => name))
    const isFlag = diagnostics.every((found) => flagNames.has(found.file))
    const reason = base.isUnreadable ? 'unreadable' : isFlag ? 'flag' : 'content'
    return { ok: false, reason, diagnostics, sources }
  }
  if (base.tree === null || laid === null || isOfAnotherKind(base.tree)) return refuse(base.findings)
  const { tree } = laid
  const { values, findings } = validate(tree, dealShape)
  const sound = new Part(decodeSound(tree, dealShape) ?? {}, tree, [])
  const all = [...base.findings, ...laid.findings, ...findings, ...checkDeal(sound, tree, findings)]
  if (all.length > 0 || values === null) return refuse(joinSplitNumbers(all))
  return {
    ok: true,
    deal: assembleDeal(new Part(values, null, []), stem(file)),
    sources,
    warnings: describeFindings(warnDeal(new Part(values, tree, []), tree), sources, file, language),
    says: (path) => locate(tree, path).isExact,
    refuse: (problems) =>
      refuse(problems.map(({ path, problem }) => ({ problem, place: placeOf(tree, path, 'value') }))),
  }
}
