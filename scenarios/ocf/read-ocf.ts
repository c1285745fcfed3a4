import type { Deal, DealStart } from '../../engine/finance/index.ts'
import { usualValuation } from '../deal-file/usual-valuation.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Language } from '../diagnostics/language.ts'
import type { Source } from '../diagnostics/source.ts'
import { readFlows } from './book-money.ts'
import { gatherItems, type Gathered } from './gather-items.ts'
import { noteUnused } from './note-unused.ts'
import type { OcfFile, OcfNote } from './ocf-file.ts'
import { OcfLog } from './ocf-log.ts'
import { readParts } from './package-parts.ts'
import { playTransactions } from './play-transactions.ts'
import { readConvertibles } from './read-convertibles.ts'
import { readCommon, readPool, readRights } from './read-rights.ts'
import { readSeries } from './read-series.ts'
import { saidFlows } from './said-flows.ts'
import type { SecurityBook } from './security.ts'
import { UniqueNames } from './unique-name.ts'

/** A company as a package describes it, or everything that is wrong with the package. */
export type OcfResult =
  | { readonly ok: true; readonly deal: Deal; readonly notes: readonly OcfNote[] }
  | { readonly ok: false; readonly problems: readonly Diagnostic[]; readonly sources: readonly Source[] }

type RestOfDeal = Omit<Deal, 'name' | keyof DealStart | 'pastFlows'>

/** What no package says: no round to come, a plain sale, the usual valuation. */
const restOfDeal: RestOfDeal = {
  rounds: [],
  exitPricesUsd: [],
  exit: {
    kind: 'sale',
    priceUsd: 0,
    debtUsd: 0,
    costsUsd: 0,
    costsShare: 0,
    carveOutShare: 0,
    carveOutMostUsd: Infinity,
  },
  qualifiedListing: { leastPriceUsd: 0, leastMultiple: 0 },
  exitDay: null,
  valuation: {
    volatility: usualValuation.volatility,
    riskFreeRate: usualValuation.riskFreeRate,
    years: usualValuation.monthsToExit / 12,
    exitRate: usualValuation.exitRate,
    scenarios: [],
    discountRate: usualValuation.discountRate,
  },
}

const readStart = (
  { issuer }: Gathered,
  book: SecurityBook,
  names: UniqueNames,
): Omit<Deal, 'name' | keyof RestOfDeal> => {
  const series = readSeries(book)
  return {
    common: readCommon(book),
    rights: readRights(book, series),
    pool: readPool(book),
    series,
    convertibles: readConvertibles(book, names),
    pastFlows: saidFlows(issuer?.said ?? new Map()) ?? readFlows(book),
  }
}

const checkCurrencies = ({ items }: Gathered, log: OcfLog): void => {
  const places = items.flatMap((item) => [...item.currencies].map((currency) => ({ item, currency })))
  const [first] = places
  const other = places.find(({ currency }) => currency !== first.currency)
  if (other !== undefined) {
    log.fault('F290', other.item, { value: other.currency, other: first.currency })
  } else if (first !== undefined && first.currency !== 'USD')
    log.note('currency', first.item, { currency: first.currency })
}

const nameOf = ({ issuer, items }: Gathered): string => {
  const name = issuer?.text('legal_name') ?? null
  return name ?? items[0]?.source.name.replace(/^.*[/\\]|\.(?:ocf\.)?json$/giu, '') ?? ''
}

const isEmpty = (common: Deal['common']): boolean => !common.some(({ shares }) => shares > 0)

/**
 * Reads a cap table in the Open Cap Table Format: a manifest with the files it names, a set of files, or one file whose
 * array holds all objects. All transactions are played; what results is where the company stands after the last.
 * Never throws for what is in the files.
 *
 * Shape: the deal has no rounds and no exit prices. Whatever the package says and a deal cannot is in `notes`.
 * Source: Open Cap Format v1.2.0, https://github.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF
 */
export const readOcf = (files: readonly OcfFile[], language: Language = 'en'): OcfResult => {
  const sources = files.map(({ name, text }): Source => ({ name, kind: 'file', text }))
  const log = new OcfLog()
  const gathered = gatherItems(sources, log)
  const refuse = (): OcfResult => ({ ok: false, problems: log.problems(language), sources })
  if (!log.isSound) return refuse()
  const names = new UniqueNames(['common'])
  const book = playTransactions(gathered.items, readParts(gathered.items, names, log))
  const start = readStart(gathered, book, names)
  checkCurrencies(gathered, log)
  const nowhere: Source = { name: 'OCF', kind: 'file', text: '' }
  const place = { source: gathered.manifest?.source ?? sources[0] ?? nowhere, path: [] }
  if (log.isSound && isEmpty(start.common)) log.fault('F287', place)
  if (!log.isSound) return refuse()
  noteUnused(gathered.items)
  return { ok: true, deal: { name: nameOf(gathered), ...start, ...restOfDeal }, notes: log.notes(language) }
}
