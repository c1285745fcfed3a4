import type { Source } from '../diagnostics/source.ts'
import { isRecord, type JsonPath, type JsonRecord, type JsonValue } from './json-value.ts'
import { OcfItem } from './ocf-item.ts'
import type { OcfLog } from './ocf-log.ts'
import { fileTypes, manifestType, objectTypes } from './package-types.ts'
import { pickListed } from './pick-listed.ts'
import { parseJson, type ParsedFile } from './parse-json.ts'

/** All objects of a package, and the manifest if there is one. */
export interface Gathered {
  readonly items: readonly OcfItem[]
  readonly issuer: OcfItem | null
  readonly manifest: OcfItem | null
}

const typeOf = ({ value }: ParsedFile): string => {
  const type = isRecord(value) ? value['file_type'] : undefined
  return typeof type === 'string' ? type : ''
}

const makeItem = (
  source: Source,
  path: JsonPath,
  value: JsonValue,
  fileType: string,
  log: OcfLog,
): readonly OcfItem[] => {
  if (!isRecord(value)) {
    log.fault('F276', { source, path }, { value: JSON.stringify(value), expected: '{ "object_type": ... }' })
    return []
  }
  const item = new OcfItem(source, path, value, log)
  const type = item.needText('object_type')
  if (type === '') return []
  if (!objectTypes.has(type)) item.fault('F274', ['object_type'], { value: type })
  else if (fileType !== '' && !fileTypes[fileType](type))
    item.fault('F289', ['object_type'], { value: type, type: fileType })
  return [item]
}

const itemsOf = (file: ParsedFile, log: OcfLog): readonly OcfItem[] => {
  const { source, value } = file
  const type = typeOf(file)
  const isKnown = type === '' || Object.hasOwn(fileTypes, type)
  const path = isRecord(value) ? ['items'] : []
  const list = isRecord(value) ? value['items'] : value
  if (!isKnown) log.fault('F273', { source, path: ['file_type'] }, { value: type })
  else if (list === undefined && type !== '')
    log.fault('F275', { source, path: [] }, { type, field: 'items' })
  else if (!Array.isArray(list)) log.fault('F272', { source, path: [] }, { file: source.name })
  if (!isKnown || !Array.isArray(list)) return []
  return (list as readonly JsonValue[]).flatMap((one, place) =>
    makeItem(source, [...path, place], one, type, log),
  )
}

const issuerOf = (manifest: OcfItem | null, items: readonly OcfItem[]): OcfItem | null => {
  const inItems = items.find(({ type }) => type === 'ISSUER') ?? null
  const value = manifest?.at('issuer')
  if (manifest === null || !isRecord(value)) return inItems
  return new OcfItem(manifest.source, ['issuer'], value, manifest.log)
}

/** Reads the files of a package into objects: those a manifest names, or all. */
export const gatherItems = (sources: readonly Source[], log: OcfLog): Gathered => {
  const parsed = sources.flatMap((source) => parseJson(source, log))
  const manifests = parsed.filter((file) => typeOf(file) === manifestType)
  const [first, second] = manifests
  if (second !== undefined)
    log.fault('F282', { source: second.source, path: ['file_type'] }, { other: first.source.name })
  const manifest = first === undefined ? null : new OcfItem(first.source, [], first.value as JsonRecord, log)
  const listed = manifest === null ? parsed : pickListed(manifest, parsed, sources)
  const items = listed.flatMap((file) => itemsOf(file, log))
  return { items, issuer: issuerOf(manifest, items), manifest }
}
