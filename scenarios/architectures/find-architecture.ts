import { closestWords } from '../names/closest-words.ts'
import { plainName } from '../names/plain-name.ts'
import type { Architecture, ArchitectureTable, UnsupportedModel } from './architecture.ts'

/** An architecture that was found, one that cannot be priced, or names that may have been meant. */
export type FoundArchitecture =
  | { readonly _tag: 'Found'; readonly architecture: Architecture }
  | { readonly _tag: 'UnsupportedModel'; readonly model: UnsupportedModel }
  | { readonly _tag: 'UnknownArchitecture'; readonly name: string; readonly suggestions: readonly string[] }

/** The part after the owner (`meta-llama/`, `Meta-`), without the words that name a later stage of training. */
const modelPart = (name: string): string =>
  plainName(
    name
      .slice(name.lastIndexOf('/') + 1)
      .replaceAll(/^(?:meta|google|microsoft|nvidia)[-_ ]|(?:[-_ ](?:instruct|chat|base|hf|it))+$/giu, ''),
  )

/** At most five names that begin like the one asked for. */
const beginningLike = ({ architectures }: ArchitectureTable, plain: string): readonly string[] =>
  plain.length < 3
    ? []
    : architectures.filter(({ id }) => plainName(id).startsWith(plain)).map(({ id }) => id)

/**
 * Finds an architecture by id, name or alias, in any spelling (`Llama 2 70B`, `llama2-70b`, `meta-llama/Llama-2-70b-hf`);
 * otherwise up to five ids that are within two letters or begin alike.
 */
export const findArchitecture = (table: ArchitectureTable, name: string): FoundArchitecture => {
  const short = name.slice(0, 100)
  const architecture = table.byPlainName.get(plainName(short)) ?? table.byPlainName.get(modelPart(short))
  if (architecture !== undefined) return { _tag: 'Found', architecture }
  const plain = modelPart(short)
  const model = table.unsupported.find(({ id, name: full }) =>
    [plainName(id), plainName(full)].includes(plain),
  )
  if (model !== undefined) return { _tag: 'UnsupportedModel', model }
  const near = closestWords(plain, [...table.byPlainName.keys()])
  const ids = near.map((word) => table.byPlainName.get(word)?.id ?? word)
  const suggestions = [...new Set([...beginningLike(table, plain), ...ids])].slice(0, 5)
  return { _tag: 'UnknownArchitecture', name, suggestions }
}
