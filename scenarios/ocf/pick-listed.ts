import type { Source } from '../diagnostics/source.ts'
import { isRecord, type JsonPath } from './json-value.ts'
import { md5 } from './md5.ts'
import type { OcfItem } from './ocf-item.ts'
import { manifestLists } from './package-types.ts'
import type { ParsedFile } from './parse-json.ts'

const plainName = (name: string): string => name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/u, '')

/** Whether a file given under a path is the one that a manifest calls so. */
const isNamed = ({ name }: Source, wanted: string): boolean => {
  const given = plainName(name)
  const path = plainName(wanted)
  return given === path || given.endsWith(`/${path}`)
}

const refuse = (manifest: OcfItem, path: JsonPath, name: string): readonly ParsedFile[] => {
  manifest.fault('F281', path, { name })
  return []
}

/** The files that a manifest names, in its order; others are noted. */
export const pickListed = (
  manifest: OcfItem,
  parsed: readonly ParsedFile[],
  sources: readonly Source[],
): readonly ParsedFile[] => {
  const picked = new Set<Source>([manifest.source])
  const listed = manifestLists
    .flatMap((field) => manifest.list(field))
    .flatMap(([path, entry]) => {
      const name = isRecord(entry) ? manifest.needText(...path, 'filepath') : ''
      const source = sources.find((one) => isNamed(one, name))
      if (source === undefined) return refuse(manifest, path, name)
      if (source === manifest.source) {
        manifest.fault('F282', path, { other: name })
        return []
      }
      if (picked.has(source)) return []
      picked.add(source)
      const sum = manifest.text(...path, 'md5')
      if (sum !== null && sum.toLowerCase() !== md5(source.text))
        manifest.log.note('md5_differs', { source: manifest.source, path }, { name })
      return parsed.filter((file) => file.source === source)
    })
  for (const { source } of parsed)
    if (!picked.has(source)) manifest.log.note('file_not_listed', { source, path: [] }, { name: source.name })
  return listed
}
