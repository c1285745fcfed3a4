import type { Language } from '../diagnostics/language.ts'
import type { Catalogue } from './scenario-shape.ts'

/** What reading a file gives: its bytes (or text), or why not. */
export type ReadResult =
  | { readonly ok: true; readonly content: Uint8Array | string }
  | { readonly ok: false; readonly reason: 'missing' | 'unreadable' | 'too large'; readonly detail?: string }

/** What the loader needs of the world. */
export interface Environment {
  /** Reads a file by the path the user gave, or one below its folder. Should refuse files above 1 MiB unread. */
  readonly read: (path: string) => ReadResult | Promise<ReadResult>
  /** Reads a built-in scenario by name; only names that `builtInNames` lists are asked for. */
  readonly readBuiltIn: (name: string) => ReadResult | Promise<ReadResult>
  readonly catalogue: Catalogue
}

/** What to load. */
export interface LoadRequest {
  /** A path, or the name of a built-in (`./book` is a path). */
  readonly scenario: string
  /** `PATH=VALUE` of each `--set`, in order. */
  readonly sets?: readonly string[]
  /** Value of `--seed` as typed. */
  readonly seed?: string
  /** Value of `--runs` as typed. */
  readonly runs?: string
  /** Language of the messages; English unless told. */
  readonly language?: Language
}
