import { hasGroup, leafAt, lengthAt } from '../load/decoded.ts'
import type { Decoded } from '../load/effect-schema.ts'
import type { Plain } from '../load/leaf-value.ts'
import { locate } from '../load/locate.ts'
import type { MapNode, Node } from '../text/tree.ts'
import { isBareNumber } from '../units/parse-quantity.ts'
import type { Holder } from './holder.ts'

type Path = readonly (string | number)[]

/** A group of a decoded file: its values by name, each kind already checked by the leaf that read it. */
export class Part {
  readonly path: Path
  private readonly decoded: Decoded
  /** The text behind the values; null if all of them are known to be sound. */
  private readonly tree: MapNode | null

  constructor(decoded: Decoded, tree: MapNode | null, path: Path) {
    this.decoded = decoded
    this.tree = tree
    this.path = path
  }

  get(field: string): Plain | null {
    return leafAt(this.decoded, [...this.path, field])?.value ?? null
  }

  number(field: string): number | null {
    return this.get(field) as number | null
  }

  word<Word extends string>(field: string, otherwise: Word): Word {
    return (this.get(field) as Word | null) ?? otherwise
  }

  flag(field: string): boolean {
    return this.get(field) === true
  }

  names(field: string): readonly string[] {
    return (this.get(field) as readonly string[] | null) ?? []
  }

  holders(field: string): readonly Holder[] | null {
    return this.get(field) as readonly Holder[] | null
  }

  has(field: string): boolean {
    return hasGroup(this.decoded, [...this.path, field])
  }

  /** What stands at a field, whether it can be read or not; null if nothing does. */
  node(field: string): Node | null {
    if (this.tree === null) return null
    const { node, isExact } = locate(this.tree, [...this.path, field])
    return isExact ? node : null
  }

  /** True if a number stands at a field without a unit, so that a percent sign may be missing. */
  isBareNumber(field: string): boolean {
    const node = this.node(field)
    return node?.kind === 'scalar' && isBareNumber(node.text)
  }

  /** True if the field is left out or could be read in full. */
  isSound(field: string): boolean {
    return this.has(field) || this.node(field) === null
  }

  group(field: string): Part {
    return new Part(this.decoded, this.tree, [...this.path, field])
  }

  list(field: string): readonly Part[] {
    const path = [...this.path, field]
    return Array.from(
      { length: lengthAt(this.decoded, path) },
      (_, index) => new Part(this.decoded, this.tree, [...path, index]),
    )
  }

  /** Entries of a list of single numbers; what could not be read is left out. */
  numbers(field: string): readonly number[] | null {
    const path = [...this.path, field]
    if (!this.has(field)) return null
    const values = Array.from(
      { length: lengthAt(this.decoded, path) },
      (_, index) => leafAt(this.decoded, [...path, index])?.value,
    )
    return values.filter((value) => typeof value === 'number')
  }
}
