const longest = 48

/**
 * A name made safe as part of a folder's name: letters, digits, `.`, `_` and `-` of any script stay, the rest
 * becomes `-`; no leading dot or dash; at most 48 characters.
 *
 * @example slugName('../My startup: v2') // => 'My-startup-v2'
 */
export function slugName(name: string): string {
  const slug = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replaceAll(/\.{2,}/gu, '.')
    .replaceAll(/-{2,}/gu, '-')
  const short = Array.from(slug.replace(/^[-.]+/u, ''))
    .slice(0, longest)
    .join('')
  return short.replace(/[-.]+$/u, '') || 'study'
}
