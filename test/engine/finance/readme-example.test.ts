import { describe, expect, test } from 'vitest'
import * as finance from '../../../engine/finance/index.ts'
import { evaluate } from '../../project/examples.ts'
import { isClose } from '../../project/is-close.ts'
import { readText } from '../../project/source-files.ts'

const readme = readText('engine/finance/README.md')
const block = /<!-- example -->(?<text>.*?)<!-- \/example -->/su.exec(readme)?.groups?.['text'] ?? ''
const code = /```ts\n(?<code>.*?)```/su.exec(block)?.groups?.['code'] ?? ''
const [imports, body = ''] = code.split(/(?<=from '\.\/index\.ts'\n)/u)
const names = (imports.match(/\w+(?=,\n)/gu) ?? []).toSorted()
const checks = body.split('\n').flatMap((line) => {
  const [expression, expected] = line.split(' // => ')
  return expected === undefined ? [] : [{ expression, expected }]
})
const statements = body
  .split('\n')
  .filter((line) => !line.includes(' // => '))
  .join('\n')

describe('the worked example of the README', () => {
  test('is there, and imports what the door has', () => {
    expect(checks.length).toBeGreaterThan(5)
    expect(names.filter((name) => !Object.hasOwn(finance, name))).toEqual([])
  })

  test.each(checks.map((check) => [check.expression, check] as const))(
    '%s',
    (_, { expression, expected }) => {
      const actual = evaluate(`(() => { ${statements}\nreturn ${expression} })()`, finance)
      expect(
        isClose(actual, evaluate(expected, {})),
        `${expression} gives ${JSON.stringify(actual)}, the README says ${expected}`,
      ).toBe(true)
    },
  )
})
