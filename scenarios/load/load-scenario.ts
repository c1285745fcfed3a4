import { checkCapTable } from '../company/check-cap-table.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Source } from '../diagnostics/source.ts'
import type { Scenario } from '../scenario.ts'
import type { Finding } from '../text/parse-text.ts'
import { makeMap, type MapNode } from '../text/tree.ts'
import { assemble } from './assemble.ts'
import { crossCheck } from './cross-checks.ts'
import { leafAt } from './decoded.ts'
import { describeFindings } from './describe-findings.ts'
import type { Decoded } from './effect-schema.ts'
import type { Environment, LoadRequest } from './environment.ts'
import type { Annotation } from './leaf-value.ts'
import { loadChain, type Chain } from './load-chain.ts'
import { mergeTrees } from './merge-trees.ts'
import { findOrigins, type Origins } from './origins.ts'
import { readFlags, type FlagValues } from './read-flags.ts'
import { scenarioShape, type ScenarioShape } from './scenario-shape.ts'
import { validate } from './validate.ts'

/** A scenario that loaded. */
export interface LoadedScenario {
  readonly ok: true
  readonly scenario: Scenario
  readonly origins: Origins
  /** Codes that `allow:` keeps quiet. */
  readonly allow: readonly string[]
  readonly warnings: readonly Diagnostic[]
  readonly sources: readonly Source[]
}

/** A scenario that did not load. */
export interface RefusedScenario {
  readonly ok: false
  /** The file itself could not be read; a flag is wrong and nothing else; or the content is. */
  readonly reason: 'unreadable' | 'flag' | 'content'
  /** Errors first, then warnings, each in the order of the text. */
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly Source[]
}

export type LoadResult = LoadedScenario | RefusedScenario

const stem = (path: string): string => {
  const name =
    path
      .split(/[/\\]/u)
      .at(-1)
      ?.replace(/\.ya?ml$/iu, '') ?? ''
  return name === '' || name === '-' ? 'scenario' : name.slice(0, 100)
}

const readAllowed = (tree: MapNode): readonly string[] => {
  const node = tree.entries.get('allow')?.node
  return node?.kind === 'list' ? node.items.map((item) => (item.kind === 'scalar' ? item.text : '')) : []
}

interface Checked {
  readonly tree: MapNode
  readonly values: Decoded | null
  readonly findings: readonly Finding[]
}

const check = (chain: Chain, flags: FlagValues, shape: ScenarioShape): Checked | null => {
  const [first] = [...chain.sources, ...flags.sources]
  if (chain.tree === null || first === undefined) return null
  const none = makeMap([], { source: first, start: 0, end: 0 })
  const tree = mergeTrees(chain.tree, flags.tree ?? none, shape)
  const { values, findings } = validate(tree, shape)
  return {
    tree,
    values,
    findings: [...findings, ...crossCheck(tree, shape), ...checkCapTable(tree, findings)],
  }
}

const annotationsIn = (values: Decoded): readonly Annotation[] =>
  (leafAt(values, ['sources'])?.value as readonly Annotation[] | undefined) ?? []

const reasonOf = (
  errors: readonly Diagnostic[],
  chain: Chain,
  flags: FlagValues,
): RefusedScenario['reason'] => {
  if (chain.isUnreadable) return 'unreadable'
  const flagNames = new Set(flags.sources.map(({ name }) => name))
  return errors.every(({ file }) => flagNames.has(file)) ? 'flag' : 'content'
}

/**
 * Loads a scenario: reads it and what it extends, lays the command line over it, and checks everything in one pass.
 * Never throws for what is in the files; `environment.read` may.
 */
export const loadScenario = async (request: LoadRequest, environment: Environment): Promise<LoadResult> => {
  const shape = scenarioShape(environment.catalogue)
  const chain = await loadChain(request.scenario, environment)
  const flags = readFlags(request, shape)
  const sources = [...chain.sources, ...flags.sources]
  const checked = check(chain, flags, shape)
  const language = request.language ?? 'en'
  const allow = checked === null ? [] : readAllowed(checked.tree)
  const findings = [...chain.findings, ...flags.findings, ...(checked?.findings ?? [])]
  const isHeard = (found: Diagnostic): boolean => found.severity === 'error' || !allow.includes(found.code)
  const diagnostics = describeFindings(findings, sources, request.scenario, language).filter(isHeard)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 || checked?.values == null)
    return { ok: false, reason: reasonOf(errors, chain, flags), diagnostics, sources }
  const scenario = assemble(checked.values, environment.catalogue, stem(request.scenario))
  const origins = findOrigins(checked.tree, shape, annotationsIn(checked.values))
  return { ok: true, scenario, origins, allow, warnings: diagnostics, sources }
}
