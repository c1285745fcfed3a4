/** Ways to make a model smaller before it is served. */
export const compressionForms = ['fp8', 'int8', 'int4', 'fp4', '2:4', 'prune', 'layers'] as const
export type CompressionForm = (typeof compressionForms)[number]

/** A model made smaller in one way. */
export interface CompressionWish {
  /** As it is spelled: `int4`, `prune-50`. */
  readonly name: string
  readonly form: CompressionForm
  /** Share of the weights or layers that are cut; 0 for forms that cut by a rule of their own. */
  readonly removedShare: number
}

/** Most hundredths that may be cut: beyond, nobody knows what is left. */
export const mostRemoved = 90

/** Spellings for a reader who has no idea, and for editors. */
export const usualCompressions = ['fp8', 'int8', 'int4', 'fp4', '2:4', 'prune-50', 'layers-25'] as const

/**
 * A compression by its spelling: a form, with the hundredths to be cut where it cuts some. Null for anything else.
 *
 * @example readCompression('prune-50') // => { name: 'prune-50', form: 'prune', removedShare: 0.5 }
 */
export const readCompression = (text: string): CompressionWish | null => {
  const name = text.normalize('NFKC').trim().toLowerCase()
  const cut = /^(?<form>prune|layers)-(?<hundredths>[1-9]\d?)$/u.exec(name)?.groups
  const form = compressionForms.find((known) => known === (cut?.['form'] ?? name))
  const removedShare = Number(cut?.['hundredths'] ?? 0) / 100
  const isWhole = (form === 'prune' || form === 'layers') === (cut !== undefined)
  return form === undefined || !isWhole || removedShare > mostRemoved / 100
    ? null
    : { name, form, removedShare }
}
