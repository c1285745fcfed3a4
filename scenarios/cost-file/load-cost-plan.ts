import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Language } from '../diagnostics/language.ts'
import type { Source } from '../diagnostics/source.ts'
import { describeFindings } from '../load/describe-findings.ts'
import type { ReadResult } from '../load/environment.ts'
import { placeOf } from '../load/locate.ts'
import { readProblem } from '../load/read-problem.ts'
import { validate } from '../load/validate.ts'
import { decodeText } from '../text/decode-text.ts'
import { parseText, type Finding } from '../text/parse-text.ts'
import type { MapNode } from '../text/tree.ts'
import type { Problem } from '../units/problem.ts'
import { assembleCostPlan } from './assemble-cost-plan.ts'
import { checkCostFile } from './check-cost-file.ts'
import type { CostPlan } from './cost-plan.ts'
import { makeCostShape, type CostNames } from './cost-shape.ts'
import { layFlags, usual, type CostFlags } from './flag-tree.ts'

/** What to load. */
export interface CostRequest {
  /** A path, `-` for standard input, or null for flags alone. */
  readonly file: string | null
  readonly flags: CostFlags
  readonly language: Language
}

/** What the loader needs of the world. */
export interface CostEnvironment {
  readonly read: (path: string) => ReadResult | Promise<ReadResult>
  readonly names: CostNames
}

/** A mistake that shows only when the plan is worked out, at a path of the file. */
export interface PlanProblem {
  readonly path: readonly (string | number)[]
  readonly problem: Problem
}

/** A plan that did not load. */
export interface RefusedCostPlan {
  readonly ok: false
  /** The file itself could not be read; a flag is wrong and nothing else; or the content is. */
  readonly reason: 'unreadable' | 'flag' | 'content'
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly Source[]
}

/** A plan that loaded. */
export interface LoadedCostPlan {
  readonly ok: true
  readonly plan: CostPlan
  readonly sources: readonly Source[]
  /** Refuses the plan after all, each problem in its place of the file or the flags. */
  readonly refuse: (problems: readonly PlanProblem[]) => RefusedCostPlan
}

export type CostLoadResult = LoadedCostPlan | RefusedCostPlan

interface ReadTree {
  readonly tree: MapNode | null
  readonly sources: readonly Source[]
  readonly findings: readonly Finding[]
  readonly isUnreadable: boolean
}

const nothing: ReadTree = { tree: null, sources: [], findings: [], isUnreadable: false }

const checkVersion = (tree: MapNode): readonly Finding[] => {
  const version = tree.entries.get('froth')
  if (version?.node.kind === 'scalar' && version.node.text.trim() === 'cost/1') return []
  const first = [...tree.entries.values()][0]?.key ?? tree.span
  const isScenario = version?.node.kind === 'scalar' && version.node.text.trim() === '1'
  const file = first.source.name
  const problem = { code: 'F117', words: { file }, ...(isScenario ? { help: 'scenarioFile' } : {}) }
  return [{ problem, place: { path: 'froth', span: version?.node.span ?? first, file: '' } }]
}

/** A file that says it is of another kind is not looked into any further. */
const isOfAnotherKind = (tree: MapNode): boolean => {
  const version = tree.entries.get('froth')?.node
  return version?.kind === 'scalar' && !version.isEmpty && !version.text.startsWith('cost/')
}

const readTree = async (file: string, environment: CostEnvironment): Promise<ReadTree> => {
  const result = await environment.read(file)
  const decoded = result.ok
    ? decodeText(result.content)
    : { ok: false as const, problem: readProblem(result) }
  if (!decoded.ok) {
    const finding: Finding = { problem: decoded.problem, place: { path: '', span: null, file } }
    return { ...nothing, findings: [finding], isUnreadable: !result.ok && result.reason !== 'too large' }
  }
  const source: Source = { name: file, kind: 'file', text: decoded.text }
  const { tree, findings } = parseText(source)
  const version = tree === null ? [] : checkVersion(tree)
  return { tree, sources: [source], findings: [...findings, ...version], isUnreadable: false }
}

/** What is missing from a command line has no place in it. */
const withoutFalsePlace = ({ problem, place }: Finding, file: string | null): Finding => {
  const isMissing = problem.code === 'F118' || problem.code === 'F227'
  const isNowhere = place.span?.source === usual || (file === null && isMissing)
  return { problem, place: isNowhere ? { ...place, span: null } : place }
}

const namesAccelerators = (flags: CostFlags, tree: MapNode | null): boolean =>
  flags.has('gpu') || tree?.entries.get('hardware') !== undefined

/**
 * Loads a training run from a cost file, from flags, or from a file with flags laid over it, and checks everything in
 * one pass. Never throws for what is in the file; `environment.read` may.
 */
export const loadCostPlan = async (
  { file, flags, language }: CostRequest,
  environment: CostEnvironment,
): Promise<CostLoadResult> => {
  const base = file === null ? nothing : await readTree(file, environment)
  const laid = layFlags(flags, base.tree)
  const sources = [...base.sources, ...laid.sources]
  const refuse = (findings: readonly Finding[]): RefusedCostPlan => {
    const placed = findings.map((found) => withoutFalsePlace(found, file))
    const diagnostics = describeFindings(placed, sources, file ?? 'froth cost', language)
    const flagNames = new Set(laid.sources.map(({ name }) => name))
    const isFlag = file === null || diagnostics.every((found) => flagNames.has(found.file))
    const reason = base.isUnreadable ? 'unreadable' : isFlag ? 'flag' : 'content'
    return { ok: false, reason, diagnostics, sources }
  }
  const isBroken = file !== null && (base.tree === null || isOfAnotherKind(base.tree))
  if (isBroken) return refuse([...base.findings, ...laid.findings])
  const shape = makeCostShape(environment.names)
  const { values, findings } = validate(laid.tree, shape)
  const all = [...base.findings, ...laid.findings, ...findings, ...checkCostFile(laid.tree, shape)]
  if (all.length > 0 || values === null) return refuse(all)
  return {
    ok: true,
    plan: assembleCostPlan(values, namesAccelerators(flags, base.tree)),
    sources,
    refuse: (problems) =>
      refuse(problems.map(({ path, problem }) => ({ problem, place: placeOf(laid.tree, path, 'value') }))),
  }
}
