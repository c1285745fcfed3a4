/**
 * Files of an OCF package and the objects that belong in each.
 *
 * Source: schema/files/*.schema.json and schema/enums/{FileType,ObjectType}.schema.json of the Open Cap Format, v1.2.0,
 * https://github.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF
 */
export const fileTypes: Readonly<Record<string, (objectType: string) => boolean>> = {
  OCF_STAKEHOLDERS_FILE: (type) => type === 'STAKEHOLDER',
  OCF_STOCK_CLASSES_FILE: (type) => type === 'STOCK_CLASS',
  OCF_STOCK_PLANS_FILE: (type) => type === 'STOCK_PLAN',
  OCF_STOCK_LEGEND_TEMPLATES_FILE: (type) => type === 'STOCK_LEGEND_TEMPLATE',
  OCF_TRANSACTIONS_FILE: (type) => /^(?:TX|CE)_/u.test(type),
  OCF_VALUATIONS_FILE: (type) => type === 'VALUATION',
  OCF_VESTING_TERMS_FILE: (type) => type === 'VESTING_TERMS',
  OCF_FINANCINGS_FILE: (type) => type === 'FINANCING',
  OCF_DOCUMENTS_FILE: (type) => type === 'DOCUMENT',
}

/** Type of the file that names all others. */
export const manifestType = 'OCF_MANIFEST_FILE'

/** Fields of a manifest that name files. */
export const manifestLists: readonly string[] = [
  'stakeholders_files',
  'stock_classes_files',
  'stock_plans_files',
  'stock_legend_templates_files',
  'transactions_files',
  'valuations_files',
  'vesting_terms_files',
  'financings_files',
  'documents_files',
]

const words = (text: string): readonly string[] => text.split(' ')
const ofSecurity = (kind: string, events: readonly string[]): readonly string[] =>
  events.map((event) => `TX_${kind}_${event}`)
const life = words('ACCEPTANCE CANCELLATION ISSUANCE RETRACTION TRANSFER')
const ofCompensation = [...life, ...words('EXERCISE RELEASE REPRICING')]

/** All types of objects; those of plan securities are the older names of equity compensation. */
export const objectTypes: ReadonlySet<string> = new Set([
  ...words('ISSUER STAKEHOLDER STOCK_CLASS STOCK_LEGEND_TEMPLATE STOCK_PLAN VALUATION VESTING_TERMS'),
  ...words('FINANCING DOCUMENT CE_STAKEHOLDER_RELATIONSHIP CE_STAKEHOLDER_STATUS'),
  ...words('TX_ISSUER_AUTHORIZED_SHARES_ADJUSTMENT TX_STOCK_CLASS_CONVERSION_RATIO_ADJUSTMENT'),
  ...words('TX_STOCK_CLASS_AUTHORIZED_SHARES_ADJUSTMENT TX_STOCK_CLASS_SPLIT TX_STOCK_PLAN_POOL_ADJUSTMENT'),
  ...words('TX_STOCK_PLAN_RETURN_TO_POOL TX_VESTING_ACCELERATION TX_VESTING_START TX_VESTING_EVENT'),
  ...ofSecurity('STOCK', [...life, ...words('CONVERSION REISSUANCE CONSOLIDATION REPURCHASE')]),
  ...ofSecurity('CONVERTIBLE', [...life, 'CONVERSION']),
  ...ofSecurity('WARRANT', [...life, 'EXERCISE']),
  ...ofSecurity('EQUITY_COMPENSATION', ofCompensation),
  ...ofSecurity('PLAN_SECURITY', ofCompensation),
])
