import type { Field } from '../fields/field.ts'
import type { Uncertain } from '../scenario.ts'
import { Part } from '../deal-file/part.ts'
import { hasGroup, leafAt, lengthAt } from './decoded.ts'
import type { Decoded } from './effect-schema.ts'
import type { LeafValue, Plain } from './leaf-value.ts'
import { renderPath } from './spelling.ts'

type Path = readonly (string | number)[]

/** Takes values by path, with their defaults, and lists the uncertain ones. */
export class Assembler {
  readonly uncertain: Uncertain[] = []
  private readonly values: Decoded

  constructor(values: Decoded) {
    this.values = values
  }

  get(path: Path): Plain | undefined {
    return leafAt(this.values, path)?.value
  }

  number(path: Path, fallback: number): number {
    const value = this.get(path)
    return typeof value === 'number' ? value : fallback
  }

  word<Word extends string>(path: Path, fallback: Word): Word {
    const value = this.get(path)
    return typeof value === 'string' ? (value as Word) : fallback
  }

  /** A number that may be uncertain; `limits` are those of its field. */
  quantity(path: Path, fallback: number, limits: { readonly min: number; readonly max: number }): number {
    const leaf = leafAt(this.values, path)
    this.noteUncertain(path, leaf, limits)
    return typeof leaf?.value === 'number' ? leaf.value : fallback
  }

  field(path: Path, field: Field): number | boolean | null | readonly number[] {
    const value = this.get(path)
    if (value === undefined) return field.value
    if (field.type === 'flag') return value === true
    if (field.type === 'list') {
      const given = value as readonly (number | null)[]
      return field.value.map((standard, index) => given[index] ?? standard)
    }
    this.noteUncertain(path, leafAt(this.values, path), field)
    return value as number | null
  }

  private noteUncertain(
    path: Path,
    leaf: LeafValue | null,
    limits: { readonly min: number; readonly max: number },
  ): void {
    if (leaf?.distribution == null) return
    const { min, max } = limits
    this.uncertain.push({ path: renderPath(path), distribution: leaf.distribution, min, max })
  }

  /** A group whose values are taken by name. */
  part(path: Path): Part {
    return new Part(this.values, null, path)
  }

  has(path: Path): boolean {
    return hasGroup(this.values, path)
  }

  count(path: Path): number {
    return lengthAt(this.values, path)
  }
}
