import { renderMagnitude } from '../units/render-quantity.ts'
import { found, type Found } from './found.ts'
import { soundHolders, type HolderUnit } from './holders-leaf.ts'
import type { Part } from './part.ts'
import { holdingsOf, seriesSize } from './read-series.ts'

const shown = (shares: number): string => `${shares < 0 ? '-' : ''}${renderMagnitude(Math.abs(shares))}`

const negative = (part: Part, field: string, security: string): readonly Found[] => {
  const shares = part.number(field)
  return shares !== null && shares < 0
    ? [found([...part.path, field], 'F231', { security, value: shown(shares) })]
    : []
}

const negativeHolders = (part: Part, field: string, unit: HolderUnit, security: string): readonly Found[] =>
  (part.holders(field) ?? soundHolders(part.node(field), unit))
    .filter(({ amount }) => amount < 0)
    .map(({ name, amount }) => {
      const words = { security: `${security}, ${name}`, value: shown(amount) }
      return found([...part.path, field, name], 'F231', words)
    })

const nameOf = (part: Part, otherwise: string): string => part.word('name', part.word('holder', otherwise))

/** Nobody holds fewer shares than none. */
export const checkNegative = (root: Part): readonly Found[] => {
  const options = root.group('options')
  return [
    ...negativeHolders(root, 'common', 'paid', 'common'),
    ...options.list('granted').flatMap((part) => negative(part, 'shares', nameOf(part, 'options'))),
    ...negative(options, 'promised', 'options promised'),
    ...negative(options, 'available', 'options available'),
    ...root.list('warrants').flatMap((part) => negative(part, 'shares', nameOf(part, 'warrant'))),
    ...root
      .list('series')
      .flatMap((part) => [
        ...negative(part, 'shares', nameOf(part, 'series')),
        ...negativeHolders(part, 'holders', 'either', nameOf(part, 'series')),
      ]),
    ...root
      .list('rounds')
      .flatMap((part) => [
        ...negative(part.group('pool'), 'add', `${nameOf(part, 'round')}, pool`),
        ...part.list('secondary').flatMap((sale) => negative(sale, 'shares', nameOf(part, 'round'))),
      ]),
  ]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Somebody must hold common shares: rounds are priced, and exits shared, by what is there. */
export const checkEmpty = (root: Part): readonly Found[] => {
  if (!root.isSound('common')) return []
  const holders = root.holders('common') ?? []
  // A negative count is reported with its holder: the likelier mistake.
  if (holders.some(({ amount }) => amount < 0)) return []
  const isEmpty = sum(holders.map(({ amount }) => Math.max(0, amount))) === 0
  return isEmpty ? [{ ...found([...root.path, 'common'], 'F131', {}), part: 'key' }] : []
}

/** Prices are printed with few digits: so far may money and shares × price lie apart. */
const printedPrecision = 1e-3

const checkSize = (part: Part): readonly Found[] => {
  const name = nameOf(part, '')
  const isReadable = ['shares', 'amount', 'price', 'holders'].every((field) => part.isSound(field))
  if (!isReadable) return []
  const size = seriesSize(part)
  if (size === null || !(size.shares !== 0)) return [{ ...found(part.path, 'F134', { name }), part: 'key' }]
  const [shares, amount, price] = [part.number('shares'), part.number('amount'), part.number('price')]
  if (shares === null || amount === null || price === null || shares < 0) return []
  if (Math.abs(shares * price - amount) <= printedPrecision * amount) return []
  return [found([...part.path, 'amount'], 'F133', { other: 'shares × price' })]
}

const checkHolders = (part: Part): readonly Found[] => {
  const size = seriesSize(part)
  const said = part.holders('holders')
  if (size === null || said === null || said.some(({ amount }) => amount < 0)) return []
  const held = sum(holdingsOf(part, size.priceUsd).map((one) => one.shares))
  // A share a holder may go in rounding; more where only the money is said, because the price is printed.
  const spare = part.number('shares') === null ? size.shares * printedPrecision : size.shares * 1e-9
  if (said.length > 0 && Math.abs(held - size.shares) <= said.length + spare) return []
  const words = { name: nameOf(part, ''), held: shown(held), shares: shown(size.shares) }
  return [{ ...found([...part.path, 'holders'], 'F236', words), part: 'key' }]
}

/** The size of each series can be told, is said in one way, and is what its holders add up to. */
export const checkSeriesSizes = (root: Part): readonly Found[] =>
  root
    .list('series')
    .flatMap((part) => [
      ...checkSize(part),
      ...checkHolders(part),
      ...(part.has('conversion_price') && part.has('conversion_ratio')
        ? [found([...part.path, 'conversion_ratio'], 'F133', { other: 'conversion_price' })]
        : []),
    ])
