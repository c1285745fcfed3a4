import type { ColumnMeaning } from './column.ts'
import type { TableMeaning } from './table.ts'
import { codebook, type TableName } from './tables.ts'
import type { Text } from '../text/language.ts'

const bothLanguages = (text: Text): string => `${text.en} | ${text.zh}`

const renderConstraints = (column: ColumnMeaning) => ({
  required: !column.nullable,
  ...(column.minimum === null ? {} : { minimum: column.minimum }),
  ...(column.values.length === 0 ? {} : { enum: column.values }),
})

const renderField = (column: ColumnMeaning) => ({
  name: column.name,
  type: column.type,
  ...(column.type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
  ...(column.unit === '' ? {} : { unit: column.unit }),
  description: bothLanguages(column.description),
  constraints: renderConstraints(column),
})

const renderSchema = (table: TableMeaning, present: readonly string[]) => {
  const references = table.references.filter((reference) => present.includes(reference.table))
  return {
    fields: table.columns.map(renderField),
    missingValues: [''],
    ...(table.primaryKey.length === 0 ? {} : { primaryKey: table.primaryKey }),
    ...(references.length === 0
      ? {}
      : {
          foreignKeys: references.map(({ columns, table }) => ({
            fields: columns,
            reference: { resource: table, fields: columns },
          })),
        }),
  }
}

/** What a study is called in its codebook. */
export interface PackageIdentity {
  /** Lower-case letters, digits, `-`, `_` and `.` only. */
  readonly name: string
  readonly title: string
  readonly description: string
}

/**
 * The Frictionless `datapackage.json` of a study: name, type, unit and meaning (English | Chinese) of every column of
 * the tables that were written. Plain data, ready for `JSON.stringify`.
 */
export const dataPackage = (names: readonly TableName[], identity: PackageIdentity) => ({
  profile: 'tabular-data-package',
  name: identity.name,
  title: identity.title,
  description: identity.description,
  licenses: [{ name: 'MIT', path: 'https://opensource.org/license/mit' }],
  resources: names.map((name) => ({
    name,
    path: `${name}.csv`,
    profile: 'tabular-data-resource',
    description: bothLanguages(codebook(name).description),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: renderSchema(codebook(name), names),
  })),
})
