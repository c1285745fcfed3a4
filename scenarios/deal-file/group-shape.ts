import type { ListShape, MapShape, Shape } from '../load/shape.ts'

/** A group of fields, some of which it must have. */
export const group = (
  title: string,
  fields: Readonly<Record<string, Shape>>,
  required: readonly string[] = [],
): MapShape => ({ kind: 'map', title, fields, required })

/** Any number of one shape. */
export const list = (title: string, item: Shape): ListShape => ({ kind: 'list', title, item })
