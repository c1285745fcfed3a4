import { expect, test } from 'vitest'
import { countActiveParameters, countParameters } from '../../../engine/cost/plan/parameter-count.ts'
import { findArchitecture } from '../../../scenarios/architectures/find-architecture.ts'
import { parseArchitectures } from '../../../scenarios/architectures/parse-architectures.ts'
import { TableError } from '../../../scenarios/tables/table-error.ts'
import { architectures, dataText } from '../data-texts.ts'

const entries = architectures.architectures.map((architecture) => [architecture.id, architecture] as const)

test('the catalogue holds at least 60 architectures', () => {
  expect(entries.length).toBeGreaterThanOrEqual(60)
})

test.each(entries)('%s has the published number of weights within 3 %%', (_, entry) => {
  const counted = countParameters(entry.shape) + entry.otherParameters
  expect(Math.abs(counted / entry.parametersTotal - 1)).toBeLessThan(0.03)
})

// Reports count active weights with both embeddings, or without the one that is only looked up.
test.each(entries)('%s has the published number of active weights within 10 %%', (_, entry) => {
  const all = countActiveParameters(entry.shape) + entry.otherParameters
  const withoutLookUp = all - entry.shape.vocabulary * entry.shape.hidden
  const errors = [all, withoutLookUp].map((count) => Math.abs(count / entry.parametersActive - 1))
  expect(Math.min(...errors)).toBeLessThan(0.1)
})

test.each(entries)('%s has a shape that can be: heads, experts and layers fit together', (_, { shape }) => {
  expect(shape.keyValueHeads).toBeLessThanOrEqual(shape.heads)
  expect(shape.heads % shape.keyValueHeads).toBe(0)
  expect(shape.activeExperts).toBeLessThanOrEqual(shape.experts)
  expect(shape.denseLayers).toBeLessThanOrEqual(shape.layers)
  if (shape.experts === 1) expect(shape.denseLayers).toBe(shape.layers)
  else expect(shape.expertWidth).toBeGreaterThan(0)
})

interface Run {
  readonly id: string
  readonly model: string
  readonly architecture: Readonly<Record<string, number | null>>
}
const runs = JSON.parse(dataText('training-runs.json')) as readonly Run[]

test('an entry that is called seen agrees with a published run in layers, width and heads', () => {
  const shapes = new Set(
    runs.map(({ architecture: { layers, hidden, heads } }) => `${layers}/${hidden}/${heads}`),
  )
  const seen = architectures.architectures.filter(({ status }) => status === 'seen')
  expect(seen.length).toBeGreaterThan(60)
  const lost = seen.filter(({ shape }) => !shapes.has(`${shape.layers}/${shape.hidden}/${shape.heads}`))
  expect(lost.map(({ id }) => id)).toEqual([])
})

test('the catalogue holds what models are, never what their training took', () => {
  const outcome = /hours|days|tokens|mfu|tflops|cost|usd|energy|mwh|watts|co2|seconds|accelerator|gpu/iu
  const keysIn = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)])
      : []
  const { architectures: rows } = JSON.parse(dataText('architectures.json')) as { architectures: unknown[] }
  const keys = new Set(rows.flatMap(keysIn))
  expect(keys.size).toBeGreaterThan(20)
  expect([...keys].filter((key) => outcome.test(key))).toEqual([])
})

test.each([
  ['llama2-70b', 'llama2-70b'],
  ['Llama 2 70B', 'llama2-70b'],
  ['meta-llama/Llama-2-70b-hf', 'llama2-70b'],
  ['Meta-Llama-3-8B-Instruct', 'llama3-8b'],
  ['llama-3.1-405b', 'llama3.1-405b'],
  ['GPT-3', 'gpt3-175b'],
  ['gpt2', 'gpt2-124m'],
  ['mixtral', 'mixtral-8x7b'],
  ['Qwen/Qwen2.5-7B', 'qwen2-7b'],
  ['MPT-30b', 'mpt-30b'],
  ['DeepSeek-V3', 'deepseek-v3'],
  ['gpt3-13b', 'gpt3-13b'],
])('%s is %s', (name, id) => {
  expect(findArchitecture(architectures, name)).toMatchObject({ _tag: 'Found', architecture: { id } })
})

test.each([
  ['lama2-70b', 'llama2-70b'],
  ['qwen3', 'qwen3-0.6b'],
  ['mistrall-7b', 'mistral-7b'],
])('%s is unknown, and %s is suggested first', (name, id) => {
  const found = findArchitecture(architectures, name)
  expect(found._tag === 'UnknownArchitecture' && found.suggestions[0]).toBe(id)
})

test.each(['', 'x'.repeat(100_000), '../../etc'])(
  'nothing is suggested for what is like no model (%#)',
  (name) => {
    expect(findArchitecture(architectures, name)).toMatchObject({
      _tag: 'UnknownArchitecture',
      suggestions: [],
    })
  },
)

test('a model that is no plain transformer is known, with the reason', () => {
  expect(findArchitecture(architectures, 'Jamba')).toEqual({
    _tag: 'UnsupportedModel',
    model: { id: 'jamba', name: 'Jamba', because: 'state-space layers between attention layers' },
  })
})

test('an MPT has the weights that its configuration counts, to the last one', () => {
  // github:mosaicml/llm-foundry: n_params at a sequence of 2,048. Outside the shape, in widths: the position table, two
  // norms a layer and a last one with weight and bias, and nine of biases a layer (query, key, value, output, 4 + 1).
  const { shape, parametersTotal } = architectures.byPlainName.get('mpt30b')!
  const widths = 2048 + 2 * (2 * shape.layers + 1) + 9 * shape.layers
  expect(countParameters(shape) + widths * shape.hidden).toBe(29_975_214_080)
  expect(parametersTotal).toBe(29_975_214_080)
})

test('an entry without a width, and a name that two entries share, are refused by name', () => {
  const raw = JSON.parse(dataText('architectures.json')) as {
    architectures: { aliases: string[]; shape: Record<string, unknown> }[]
  }
  raw.architectures[1].aliases = ['GPT 3 175B']
  expect(() => parseArchitectures(JSON.stringify(raw))).toThrow(/without a name of/)
  delete raw.architectures[0].shape['hidden']
  expect(() => parseArchitectures(JSON.stringify(raw))).toThrow(TableError)
  expect(() => parseArchitectures(JSON.stringify(raw))).toThrow('architectures[0].shape.hidden')
})
