import type { Day, Deal, DealPast, DealStart } from '../../engine/finance/index.ts'
import { renderDay } from '../deal-file/day.ts'
import { frothComment } from './froth-comments.ts'
import { holderId } from './issuance.ts'
import type { JsonRecord } from './json-value.ts'
import { md5 } from './md5.ts'
import type { OcfFile } from './ocf-file.ts'
import { ocfId } from './ocf-id.ts'
import { sayFlows } from './said-flows.ts'
import { writeClasses } from './write-classes.ts'
import { packageDays, type PackageDays } from './write-dates.ts'
import { writeIssuances } from './write-issuances.ts'
import { writePlans } from './write-plan.ts'
import { writeRounds } from './write-rounds.ts'

/** The version of the schema that the files follow. */
const ocfVersion = '1.2.0'

const holdersOf = ({ start, rounds }: DealPast): readonly string[] => {
  const { common, series, rights, convertibles } = start
  const atStart = [...common, ...series.flatMap(({ holders }) => holders), ...rights, ...convertibles]
  const later = rounds.flatMap(({ events }) => events.map(({ to }) => to))
  return [...new Set([...atStart, ...later].map(({ holder }) => holder))]
}

const writeHolder = (name: string): JsonRecord => ({
  id: holderId(name),
  object_type: 'STAKEHOLDER',
  name: { legal_name: name },
  // Whether a holder is a person is not known; the schema leaves no third choice.
  stakeholder_type: 'INSTITUTION',
  comments: [frothComment('stakeholder_type', 'unknown')],
})

const writeFile = (name: string, type: string, items: readonly JsonRecord[]): OcfFile => ({
  name: `${name}.ocf.json`,
  text: `${JSON.stringify({ file_type: type, items }, null, 2)}\n`,
})

const listed = ({ name, text }: OcfFile): JsonRecord => ({ filepath: name, md5: md5(text) })

/** The company itself; where it was formed is not known, so its country is the usual one and the comments say so. */
const writeIssuer = (deal: Deal, firstDay: Day, flows: readonly string[]): JsonRecord => ({
  id: ocfId('issuer', deal.name),
  object_type: 'ISSUER',
  legal_name: deal.name,
  formation_date: renderDay(firstDay),
  country_of_formation: 'US',
  comments: [
    frothComment('formation_date', 'unknown'),
    frothComment('country_of_formation', 'unknown'),
    ...flows,
  ],
})

const writeManifest = (
  deal: Deal,
  issuer: JsonRecord,
  days: PackageDays,
  files: Readonly<Record<string, OcfFile>>,
): OcfFile => {
  const asOf = renderDay(days.last)
  const left = deal.rounds.map(({ name }) => `froth: round not played = ${name}`)
  const manifest = {
    file_type: 'OCF_MANIFEST_FILE',
    ocf_version: ocfVersion,
    issuer,
    as_of: asOf,
    // The same deal gives the same bytes: the day it is true for stands for the clock.
    generated_at: `${asOf}T00:00:00Z`,
    stakeholders_files: [listed(files['stakeholders'])],
    stock_classes_files: [listed(files['classes'])],
    stock_plans_files: [listed(files['plans'])],
    transactions_files: [listed(files['transactions'])],
    stock_legend_templates_files: [],
    valuations_files: [],
    vesting_terms_files: [],
    ...(left.length === 0 ? {} : { comments: left }),
  }
  return { name: 'Manifest.ocf.json', text: `${JSON.stringify(manifest, null, 2)}\n` }
}

/** A company of which nothing is known but where it stands. */
const withoutPast = (deal: DealStart): DealPast => ({
  start: deal,
  series: deal.series,
  rounds: [],
  lots: [],
})

/**
 * Writes where a company stands as a package in the Open Cap Table Format: a manifest and four files. With its past, the
 * package says how it came to stand there: every issue, conversion and sale under its own day. Rounds that the deal
 * still has before it are not played, only named in the comments. What OCF has no field for stands in `comments`, one
 * `froth: key = value` a line, and `readOcf` reads it back: the same start comes out.
 *
 * Throws: RangeError for a number that is not finite where OCF wants one.
 * Source: Open Cap Format v1.2.0, https://github.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF
 */
export const writeOcf = (deal: Deal, past: DealPast = withoutPast(deal)): readonly OcfFile[] => {
  const { start, series } = past
  const days = packageDays(past)
  const transactions = [...writeIssuances(start, days.first), ...writeRounds(past, days.start)]
  const files = {
    stakeholders: writeFile('Stakeholders', 'OCF_STAKEHOLDERS_FILE', holdersOf(past).map(writeHolder)),
    classes: writeFile('StockClasses', 'OCF_STOCK_CLASSES_FILE', writeClasses(series)),
    plans: writeFile('StockPlans', 'OCF_STOCK_PLANS_FILE', writePlans(start, deal)),
    transactions: writeFile('Transactions', 'OCF_TRANSACTIONS_FILE', transactions),
  }
  const issuer = writeIssuer(deal, days.first, past.rounds.length === 0 ? sayFlows(deal) : [])
  return [writeManifest(deal, issuer, days, files), ...Object.values(files)]
}
