/** Folder part of a path, `''` for the current one. */
const folderOf = (path: string): string => path.replace(/[^/\\]*$/u, '')

/**
 * The path of a file that `extends` names, relative to the scenario's own folder; `null` when it would leave it.
 * @example resolveReference('studies/a.yaml', 'base/b.yaml') // => "studies/base/b.yaml"
 */
export const resolveReference = (from: string, reference: string): string | null => {
  const isUnsafe = /^[/\\]|^[A-Za-z]:|[\\\0]/u.test(reference) || reference.includes('://')
  const parts = reference.split('/').filter((part) => part !== '.' && part !== '')
  if (isUnsafe || parts.length === 0 || parts.includes('..')) return null
  return `${folderOf(from)}${parts.join('/')}`
}
