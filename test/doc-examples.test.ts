import { expect, test } from 'vitest'
import { doorOf, evaluate, examplesIn, findExamples, placeOf } from './project/examples.ts'
import { isClose } from './project/is-close.ts'
import { listSources, projectRoot } from './project/source-files.ts'

const examples = examplesIn(['engine', 'scenarios', 'agents', 'reports'].flatMap(listSources))

const load = (path: string | undefined): Promise<Record<string, unknown>> =>
  path === undefined ? Promise.resolve({}) : import(/* @vite-ignore */ projectRoot + path)

test('the comments of engine, scenarios, agents and reports hold examples', () => {
  expect(examples.length).toBeGreaterThan(0)
})

test.each(examples.map((example) => [placeOf(example), example] as const))('%s holds', async (_, example) => {
  expect(example.expected, 'an example ends in // => and the value').toBeDefined()
  const scope = { ...(await load(doorOf(example.path))), ...(await load(example.path)) }
  const actual = evaluate(example.expression, scope)
  const expected = evaluate(example.expected!, scope)
  expect(isClose(actual, expected), `${example.expression} gives ${JSON.stringify(actual)}`).toBe(true)
})

test('an example is found in each form of comment, and without its value too', () => {
  const text = [
    '/** @example f(1) // => 2 */',
    '/**',
    ' * @example [1] // => [1]',
    ' * @example g()',
    ' */',
  ].join('\n')
  expect(findExamples('a.ts', text)).toEqual([
    { path: 'a.ts', line: 1, expression: 'f(1)', expected: '2' },
    { path: 'a.ts', line: 3, expression: '[1]', expected: '[1]' },
    { path: 'a.ts', line: 4, expression: 'g()', expected: undefined },
  ])
})

test('a wrong example is seen', () => {
  const scope = { double: (x: number) => 2 * x }
  expect(isClose(evaluate('double(2)', scope), 4)).toBe(true)
  expect(isClose(evaluate('double(2)', scope), 5)).toBe(false)
  expect(() => evaluate('triple(2)', scope)).toThrow(ReferenceError)
})

test.each([
  [0.1 + 0.2, 0.3, true],
  [1, 1 + 1e-8, false],
  [0, 1e-12, false],
  [NaN, NaN, true],
  [1, '1', false],
  [null, {}, false],
  [new Float64Array([1, 2]), [1, 2], true],
  [[1, 2], [1, 2, 3], false],
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [[1], { 0: 1 }, false],
])('%j and %j are compared as data', (left, right, verdict) => {
  expect(isClose(left, right)).toBe(verdict)
  expect(isClose(right, left)).toBe(verdict)
})
