import { loadDeal } from '../../../scenarios/index.ts'
import type { DealLoadResult, ReadResult } from '../../../scenarios/index.ts'
import type { Deal } from '../../../engine/finance/index.ts'

type Flags = Readonly<Record<string, readonly string[]>>

/** Loads a text as the file `deal.yaml`. */
export const loadText = (
  text: string | Uint8Array,
  flags: Flags = {},
  language: 'en' | 'zh' = 'en',
): Promise<DealLoadResult> => {
  const read = (): ReadResult => ({ ok: true, content: text })
  return loadDeal({ file: 'deal.yaml', flags: new Map(Object.entries(flags)), language }, { read })
}

/** Loads a deal that must be sound. */
export const soundDeal = async (text: string, flags: Flags = {}): Promise<Deal> => {
  const loaded = await loadText(text, flags)
  if (!loaded.ok)
    throw new Error(loaded.diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'))
  return loaded.deal
}

/** Codes of what is wrong, in the order of the report. */
export const codesOf = async (text: string | Uint8Array, flags: Flags = {}): Promise<readonly string[]> => {
  const loaded = await loadText(text, flags)
  return loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)
}
