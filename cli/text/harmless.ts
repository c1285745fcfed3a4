const escapeCharacter = (character: string): string =>
  `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`

/**
 * Makes text from a user's file or command line safe to print: control characters and marks that turn the writing
 * direction become visible escapes, and long text is cut.
 *
 * @example harmless('a\u001b[2J') // => "a\\u001b[2J"
 */
export const harmless = (text: string, longest = 200): string => {
  const escaped = text.replaceAll(
    // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    escapeCharacter,
  )
  return escaped.length > longest ? `${escaped.slice(0, longest)}...` : escaped
}
