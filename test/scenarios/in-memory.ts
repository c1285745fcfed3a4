import { readFileSync } from 'node:fs'
import { catalogue, loadScenario } from '../../scenarios/index.ts'
import type {
  Environment,
  LoadRequest,
  LoadedScenario,
  LoadResult,
  ReadResult,
} from '../../scenarios/index.ts'

type Files = Readonly<Record<string, string | Uint8Array>>
const builtInFolder = new URL('../../scenarios/built-in/', import.meta.url)

export const readBuiltIn = (name: string): ReadResult => ({
  ok: true,
  content: readFileSync(new URL(`${name}.yaml`, builtInFolder)),
})

/** An environment whose files are given by name. */
export const inMemory = (files: Files): Environment => ({
  catalogue,
  readBuiltIn,
  read: (path) => {
    const content = files[path]
    return content === undefined ? { ok: false, reason: 'missing' } : { ok: true, content }
  },
})

/** Loads a text as the file `a.yaml`. */
export const loadText = (
  text: string | Uint8Array,
  request: Partial<LoadRequest> = {},
  files: Files = {},
): Promise<LoadResult> =>
  loadScenario({ scenario: 'a.yaml', ...request }, inMemory({ ...files, 'a.yaml': text }))

/** Loads a text that must be sound. */
export const loadSound = async (
  text: string,
  request: Partial<LoadRequest> = {},
  files: Files = {},
): Promise<LoadedScenario> => {
  const result = await loadText(text, request, files)
  if (!result.ok)
    throw new Error(result.diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'))
  return result
}

/** Codes of everything found in a text, in the order of the report. */
export const codesIn = async (
  text: string | Uint8Array,
  request: Partial<LoadRequest> = {},
  files: Files = {},
): Promise<readonly string[]> => {
  const result = await loadText(text, request, files)
  return (result.ok ? result.warnings : result.diagnostics).map(({ code }) => code)
}

/** The scenario of the design's own example. */
export const northlight = `froth: 1
name: Northlight
extends: book
seed: 42
runs: 1000
horizon: 60 months
company:
  direction: technology_innovator
  business_model: subscription
  industry: software
  jurisdiction: US
  cash: $4M
  arr: $14M
  growth: { low: 3%/month, mid: 5%/month, high: 8%/month }
  burn: $4.35M/month
  gross_margin: 50%
  team: { researchers: 12, engineers: 30, go_to_market: 15 }
  last_round: { stage: A, amount: $20M, post_money: $120M, month: -9 }
  ask: { amount: $60M, post_money: $420M }
market: { discipline: 0.6 }
shocks: [{ shock: gpu_shortage, month: 24 }]
expect: ["survival(36 months) >= 70%"]
`
