import { loadCostPlan } from '../../../scenarios/index.ts'
import type { CostLoadResult, CostNames, CostPlan, KnownNames, ReadResult } from '../../../scenarios/index.ts'

const named = (...ids: readonly string[]): KnownNames => ({
  find: (name) => ids.find((id) => id.toLowerCase() === name.toLowerCase()) ?? null,
  suggest: (name) => ids.filter((id) => id.toLowerCase().startsWith(name.toLowerCase().slice(0, 3))),
  refuse: (name) => (name === 'mamba' ? 'a scan, no attention' : null),
  examples: ids.slice(0, 2),
})

/** A small world: what a file may name. */
export const names: CostNames = {
  gpus: named('H100-SXM', 'H200-SXM', 'B200-SXM', 'A100-SXM-80GB', 'V100', 'L4', 'A10G', 'RTX4090'),
  models: named('llama2-70b', 'gpt3-175b'),
  workloads: named('cifar10-cnn'),
  grids: named('US', 'FR'),
}

type Flags = Readonly<Record<string, string | readonly string[]>>

const flagMap = (flags: Flags): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(flags).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]))

/** Loads a text as the file `run.yaml`, or flags alone where it is null. */
export const loadPlan = (
  text: string | Uint8Array | null,
  flags: Flags = {},
  language: 'en' | 'zh' = 'en',
): Promise<CostLoadResult> => {
  const read = (): ReadResult =>
    text === null ? { ok: false, reason: 'missing' } : { ok: true, content: text }
  const file = text === null ? null : 'run.yaml'
  return loadCostPlan({ file, flags: flagMap(flags), language }, { read, names })
}

/** Loads a plan that must be sound. */
export const soundPlan = async (text: string | null, flags: Flags = {}): Promise<CostPlan> => {
  const loaded = await loadPlan(text, flags)
  if (!loaded.ok)
    throw new Error(loaded.diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'))
  return loaded.plan
}

/** Codes of what is wrong, in the order of the report. */
export const codesOf = async (
  text: string | Uint8Array | null,
  flags: Flags = {},
): Promise<readonly string[]> => {
  const loaded = await loadPlan(text, flags)
  return loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)
}
