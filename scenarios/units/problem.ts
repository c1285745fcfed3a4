/**
 * A mistake before it has words: the code, what to fill into its texts, and where in the value it lies.
 * `help` and `label` name a phrase of `diagnostics/phrases.ts`; without them the code's own texts are used.
 */
export interface Problem {
  readonly code: string
  readonly words: Readonly<Record<string, string>>
  /** Gaps filled with a word that differs by language: keys of `words` in `diagnostics/phrases.ts`. */
  readonly terms?: Readonly<Record<string, string>>
  readonly label?: string
  readonly help?: string
  readonly suggestion?: string
  /** Keys below the value that was read, when the mistake lies deeper (`['sd']` in a distribution). */
  readonly path?: readonly string[]
  /** The mistake is about a key, not its value. */
  readonly atKey?: boolean
  /** Range of characters inside the scalar's text. */
  readonly within?: readonly [number, number]
}

/** A value that was understood, or what is wrong with it. */
export type Reading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] }

/** A reading that went well. */
export const understood = <Value>(value: Value): Reading<Value> => ({ ok: true, value })

/** A reading that failed for one reason. */
export const refused = (problem: Problem): { readonly ok: false; readonly problems: readonly Problem[] } => ({
  ok: false,
  problems: [problem],
})
