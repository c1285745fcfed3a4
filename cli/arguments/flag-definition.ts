/** How the value of a flag is read. */
export type FlagValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly placeholder: string; readonly repeats?: true }
  | { readonly kind: 'number'; readonly placeholder: string; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly allowed: readonly string[]; readonly many?: true }

export interface FlagDefinition {
  readonly short?: string
  readonly value: FlagValue
}
