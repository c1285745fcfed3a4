import { renderMagnitude } from '../units/render-quantity.ts'
import { listSeries } from './assemble-deal.ts'
import { unknownIn } from './check-names.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'
import { namedConvertibles } from './read-convertibles.ts'
import { readSeries } from './read-series.ts'
import { namedRights } from './read-start.ts'

/** Who stands for money of a round that no investor is named for. */
export const newInvestors = 'new investors'

const holdersAtStart = (root: Part): readonly string[] => [
  ...(root.holders('common') ?? []).map(({ name }) => name),
  ...namedRights(root).map(({ part }) => part.word('holder', '')),
  ...root.list('series').flatMap((part) => readSeries(part, 0).holders.map(({ holder }) => holder)),
  ...namedConvertibles(root).map(({ part }) => part.word('holder', '')),
]

const joining = (round: Part): readonly string[] => [
  ...(round.holders('investors') ?? []).map(({ name }) => name),
  ...round.list('secondary').map((sale) => sale.word('buyer', '')),
  newInvestors,
]

/** Holders who take part, decline or sell are there before the round. */
export const checkKnownHolders = (root: Part): readonly Found[] => {
  const known = new Set(holdersAtStart(root))
  return root.list('rounds').flatMap((round) => {
    const names = [...known]
    const wrong = [
      ...unknownIn(round, 'pro_rata', 'F126', names),
      ...unknownIn(round, 'declines', 'F126', names),
      ...round.list('secondary').flatMap((sale) => unknownIn(sale, 'seller', 'F126', names)),
    ]
    for (const name of joining(round)) known.add(name)
    return wrong
  })
}

/** What is sold between holders is there: a series of the start, of the round or of one before it. */
export const checkSold = (root: Part): readonly Found[] => {
  const convertibles = namedConvertibles(root).map(({ name }) => name)
  const series = listSeries(root).map(({ name }) => name)
  const startCount = root.list('series').length
  return root.list('rounds').flatMap((round, index) => {
    const names = ['common', ...series.slice(0, startCount + index + 1), ...convertibles]
    return round.list('secondary').flatMap((sale) => unknownIn(sale, 'security', 'F125', names))
  })
}

/** Shares by security and holder, as far as they are known without working out a round. */
class Ledger {
  private readonly shares = new Map<string, number>()

  has(security: string): boolean {
    return [...this.shares.keys()].some((key) => key.startsWith(`${JSON.stringify(security)} `))
  }

  of(security: string, holder: string): number {
    return this.shares.get(`${JSON.stringify(security)} ${holder}`) ?? 0
  }

  add(security: string, holder: string, shares: number): void {
    this.shares.set(`${JSON.stringify(security)} ${holder}`, this.of(security, holder) + shares)
  }
}

const openLedger = (root: Part): Ledger => {
  const ledger = new Ledger()
  for (const { name, amount } of root.holders('common') ?? []) ledger.add('common', name, amount)
  for (const part of root.list('series')) {
    const series = readSeries(part, 0)
    for (const { holder, shares } of series.holders) ledger.add(series.name, holder, shares)
  }
  return ledger
}

const checkSale = (sale: Part, ledger: Ledger): readonly Found[] => {
  const security = sale.word('security', 'common')
  const [seller, shares] = [sale.word('seller', ''), sale.number('shares') ?? 0]
  const held = ledger.of(security, seller)
  const isKnown = ledger.has(security) && seller !== ''
  if (isKnown && shares > held * (1 + 1e-12)) {
    const words = {
      seller,
      security,
      value: renderMagnitude(shares),
      held: renderMagnitude(Math.max(0, held)),
    }
    return [found([...sale.path, 'shares'], 'F237', words)]
  }
  ledger.add(security, seller, -shares)
  ledger.add(security, sale.word('buyer', ''), shares)
  return []
}

/**
 * Nobody sells more than they hold. Only common and the series of the start can be told: what a round issues is not
 * worked out yet, and whoever does not pay to play gets common for preferred.
 */
export const checkOversold = (root: Part): readonly Found[] => {
  const ledger = openLedger(root)
  const converted = new Set<string>()
  return root.list('rounds').flatMap((round) => {
    for (const name of round.names('declines')) converted.add(name)
    return round
      .list('secondary')
      .filter((sale) => !converted.has(sale.word('seller', '')))
      .flatMap((sale) => checkSale(sale, ledger))
  })
}
