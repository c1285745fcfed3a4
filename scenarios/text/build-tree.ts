import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Node as YamlNode,
  type Pair,
  type YAMLMap,
} from 'yaml'
import { positionIn, type Source, type Span } from '../diagnostics/source.ts'
import type { Problem } from '../units/problem.ts'
import { maxDepth, type PlacedProblem } from './scan-tokens.ts'
import { makeMap, type Entry, type Node, type ScalarNode } from './tree.ts'

const maxExpandedNodes = 10_000
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype', '<<'])

/** Turns the parser's nodes into ours; every refusal is noted with its place. */
export class TreeBuilder {
  readonly problems: PlacedProblem[] = []
  private readonly source: Source
  private readonly toOriginal: (offset: number) => number
  private readonly anchors = new Map<string, YamlNode>()
  private readonly open = new Set<YamlNode>()
  private nodeCount = 0
  /** The alias of the text whose expansion is being built. */
  private outerAlias: Span | null = null

  constructor(source: Source, toOriginal: (offset: number) => number) {
    this.source = source
    this.toOriginal = toOriginal
  }

  /** Builds the tree of a document's contents. */
  build(node: unknown): Node {
    return this.buildNode(node, 0, null)
  }

  private spanOf(node: unknown, fallback: Span | null): Span {
    const range = (node as YamlNode | null)?.range
    if (range === null || range === undefined) return fallback ?? { source: this.source, start: 0, end: 0 }
    const start = this.toOriginal(range[0])
    const end = Math.max(start, this.toOriginal(range[1]))
    const text = this.source.text.slice(start, end)
    return { source: this.source, start, end: start + text.trimEnd().length }
  }

  private note(problem: Problem, span: Span): void {
    const { start, end } = this.outerAlias ?? span
    this.problems.push({ problem, start, end })
  }

  private empty(span: Span): ScalarNode {
    return { kind: 'scalar', text: '', isQuoted: false, isEmpty: true, span: { ...span, end: span.start } }
  }

  private buildNode(node: unknown, depth: number, fallback: Span | null): Node {
    const span = this.spanOf(node, fallback)
    this.nodeCount += 1
    if (this.nodeCount > maxExpandedNodes) {
      if (this.nodeCount === maxExpandedNodes + 1)
        this.note({ code: 'F008', words: {}, terms: { reason: 'tooManyAliases' } }, span)
      return this.empty(span)
    }
    if (depth > maxDepth) {
      this.note({ code: 'F007', words: {} }, span)
      return this.empty(span)
    }
    if (isAlias(node)) return this.followAlias(node, depth, span)
    return this.buildValue(node, depth, span)
  }

  private buildValue(node: unknown, depth: number, span: Span): Node {
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return this.empty(span)
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node)
    if (isScalar(node)) {
      const text = String(node.value)
      const isQuoted = node.type !== 'PLAIN'
      return {
        kind: 'scalar',
        text,
        isQuoted,
        isEmpty: !isQuoted && /^(?:~|null|Null|NULL)?$/u.test(text),
        span,
      }
    }
    this.open.add(node)
    const built: Node = isMap(node)
      ? this.buildMap(node, depth, span)
      : { kind: 'list', items: node.items.map((item) => this.buildNode(item, depth + 1, span)), span }
    this.open.delete(node)
    return built
  }

  private followAlias(alias: Alias, depth: number, span: Span): Node {
    const target = this.anchors.get(alias.source)
    if (target === undefined) this.note({ code: 'F009', words: { alias: alias.source } }, span)
    else if (this.open.has(target))
      this.note({ code: 'F008', words: {}, terms: { reason: 'circularAlias' } }, span)
    else return this.expand(target, depth, span)
    return this.empty(span)
  }

  private expand(target: YamlNode, depth: number, span: Span): Node {
    const outer = this.outerAlias
    this.outerAlias = outer ?? span
    const node = this.buildNode(target, depth, span)
    this.outerAlias = outer
    return { ...node, span }
  }

  private buildMap(map: YAMLMap, depth: number, span: Span): Node {
    const entries = new Map<string, Entry>()
    for (const pair of map.items) {
      const key = this.readKey(pair, span)
      if (key === null) continue
      const earlier = entries.get(key.text)
      if (earlier !== undefined) {
        const line = String(positionIn(this.source, earlier.key.start).line)
        this.note({ code: 'F010', words: { key: key.text, line } }, key.span)
        continue
      }
      const end = { ...key.span, start: key.span.end }
      entries.set(key.text, { key: key.span, node: this.buildNode(pair.value, depth + 1, end) })
    }
    return makeMap(entries, span)
  }

  private readKey(pair: Pair, span: Span): { readonly text: string; readonly span: Span } | null {
    const keySpan = this.spanOf(pair.key, span)
    if (!isScalar(pair.key) || String(pair.key.value).trim() === '') {
      this.note({ code: 'F013', words: {} }, keySpan)
      return null
    }
    const text = String(pair.key.value)
    if (forbiddenKeys.has(text)) {
      this.note({ code: 'F011', words: { key: text } }, keySpan)
      return null
    }
    return { text, span: keySpan }
  }
}
