import type { FlagDefinition } from './flag-definition.ts'

/** The flags that are laid over a deal file. */
export const dealFlagDefinitions = {
  exit: { value: { kind: 'text', placeholder: 'PRICE,...', repeats: true } },
  set: { value: { kind: 'text', placeholder: 'PATH=VALUE', repeats: true } },
} as const satisfies Readonly<Record<string, FlagDefinition>>

export type DealFlagName = keyof typeof dealFlagDefinitions
export const dealFlagNames = Object.keys(dealFlagDefinitions) as readonly DealFlagName[]
