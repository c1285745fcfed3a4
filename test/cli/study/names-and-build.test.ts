import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureBuild, slugName } from '../../../cli/study/index.ts'

test.each([
  ['Northlight', 'Northlight'],
  ['../../etc/passwd', 'etc-passwd'],
  ['my startup: v2', 'my-startup-v2'],
  ['北极光 公司', '北极光-公司'],
  ['...', 'study'],
  ['', 'study'],
  ['a'.repeat(100), 'a'.repeat(48)],
])('%j becomes the folder name %j', (name, slug) => {
  expect(slugName(name)).toBe(slug)
})

test('whatever the name, its slug is one path segment that is neither hidden nor a flag', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const slug = slugName(name)
      expect(slug).toMatch(/^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u)
      expect(slug).not.toContain('..')
    }),
    { seed: 11 },
  )
})

test('the build is a SHA-256, the same when asked again', () => {
  expect(measureBuild()).toMatch(/^[0-9a-f]{64}$/u)
  expect(measureBuild()).toBe(measureBuild())
})
