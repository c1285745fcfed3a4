import { escapeControl } from '../../scenarios/index.ts'

const longest = 300

/**
 * Makes text from a command line, a file or a folder safe to print: control characters become visible, and what is
 * endless is cut.
 *
 * @example harmless('a\u001b[2J') // => "a\\x1b[2J"
 */
export const harmless = (text: string): string => {
  const escaped = escapeControl(text)
  return escaped.length > longest ? `${escaped.slice(0, longest)}...` : escaped
}
