import { builtInNames, isBuiltInName } from '../built-in/names.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Source } from '../diagnostics/source.ts'
import { decodeText } from '../text/decode-text.ts'
import { parseText, type Finding } from '../text/parse-text.ts'
import type { MapNode, Node } from '../text/tree.ts'
import type { Problem } from '../units/problem.ts'
import { closestWord } from './closest-word.ts'
import type { Environment } from './environment.ts'
import { mergeTrees } from './merge-trees.ts'
import { readProblem } from './read-problem.ts'
import { resolveReference } from './resolve-reference.ts'
import { scenarioShape } from './scenario-shape.ts'

const maxChain = 8

/** A scenario with everything it extends laid beneath it. */
export interface Chain {
  readonly tree: MapNode | null
  readonly sources: readonly Source[]
  readonly findings: readonly Finding[]
  /** The scenario itself could not be read. */
  readonly isUnreadable: boolean
}

interface Step {
  readonly name: string
  readonly isBuiltIn: boolean
}

const displayName = (step: Step): string => (step.isBuiltIn ? `${step.name} (built-in)` : step.name)

/** Loads a chain of scenarios, the one asked for first. */
class ChainLoader {
  readonly sources: Source[] = []
  readonly findings: Finding[] = []
  isUnreadable = false
  private readonly environment: Environment
  private readonly open: string[] = []

  constructor(environment: Environment) {
    this.environment = environment
  }

  async load(step: Step, from: Place | null): Promise<MapNode | null> {
    const tree = await this.loadOne(step, from)
    if (tree === null) return null
    this.checkVersion(tree)
    const reference = tree.entries.get('extends')?.node
    if (reference === undefined) return tree
    this.open.push(displayName(step))
    const base = await this.loadBase(step, reference)
    this.open.pop()
    return base === null ? tree : mergeTrees(base, tree, scenarioShape(this.environment.catalogue))
  }

  private note(problem: Problem, place: Place): void {
    this.findings.push({ problem, place })
  }

  private async loadOne(step: Step, from: Place | null): Promise<MapNode | null> {
    const result = await (step.isBuiltIn
      ? this.environment.readBuiltIn(step.name)
      : this.environment.read(step.name))
    const name = displayName(step)
    const place: Place = { path: '', span: null, file: name }
    if (!result.ok && from === null) this.isUnreadable = result.reason !== 'too large'
    const decoded = result.ok
      ? decodeText(result.content)
      : { ok: false as const, problem: readProblem(result) }
    if (!decoded.ok) {
      this.note(this.seenFrom(decoded.problem, from, step), from ?? place)
      return null
    }
    const source: Source = { name, kind: step.isBuiltIn ? 'built-in' : 'file', text: decoded.text }
    this.sources.push(source)
    const parsed = parseText(source)
    this.findings.push(...parsed.findings)
    return parsed.tree
  }

  /** A file that cannot be read is shown where `extends` names it. */
  private seenFrom(problem: Problem, from: Place | null, step: Step): Problem {
    if (from === null || problem.code !== 'F004') return problem
    const suggestion = closestWord(step.name, builtInNames)
    const words = {
      ...problem.words,
      value: step.name,
      builtIns: builtInNames.join(', '),
      suggestion: suggestion ?? '',
    }
    return {
      ...problem,
      code: 'F106',
      words,
      ...(suggestion === null ? {} : { help: 'didYouMean', suggestion }),
    }
  }

  private async loadBase(step: Step, reference: Node): Promise<MapNode | null> {
    const place: Place = { path: 'extends', span: reference.span, file: displayName(step) }
    if (reference.kind !== 'scalar' || reference.isEmpty) return null
    const next = this.resolve(step, reference.text)
    if (next === null) {
      this.note({ code: 'F108', words: { builtIns: builtInNames.join(', ') } }, place)
      return null
    }
    const name = displayName(next)
    if (this.open.includes(name)) {
      const chain = [...this.open.slice(this.open.indexOf(name)), name].join(' → ')
      this.note({ code: 'F107', words: { chain } }, place)
      return null
    }
    if (this.open.length >= maxChain) {
      this.note({ code: 'F109', words: {} }, place)
      return null
    }
    return this.load(next, place)
  }

  private resolve(step: Step, reference: string): Step | null {
    if (isBuiltInName(reference)) return { name: reference, isBuiltIn: true }
    if (step.isBuiltIn) return null
    const path = resolveReference(step.name, reference)
    return path === null ? null : { name: path, isBuiltIn: false }
  }

  private checkVersion(tree: MapNode): void {
    const version = tree.entries.get('froth')
    const isOne = version?.node.kind === 'scalar' && version.node.text === '1'
    if (isOne) return
    const first = [...tree.entries.values()][0]?.key ?? tree.span
    const isCostFile = version?.node.kind === 'scalar' && version.node.text.startsWith('cost/')
    const file = version?.node.span.source.name ?? ''
    const help = isCostFile ? { words: { file }, help: 'costFile' } : { words: {} }
    this.note({ code: 'F102', ...help }, { path: 'froth', span: version?.node.span ?? first, file: '' })
  }
}

/** Reads a scenario and everything it extends, each once, and lays them over one another. */
export const loadChain = async (scenario: string, environment: Environment): Promise<Chain> => {
  const loader = new ChainLoader(environment)
  const tree = await loader.load({ name: scenario, isBuiltIn: isBuiltInName(scenario) }, null)
  const { sources, findings, isUnreadable } = loader
  return { tree, sources, findings, isUnreadable }
}
