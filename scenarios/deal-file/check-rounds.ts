import { renderQuantity } from '../units/render-quantity.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'
import { preMoney, roundAmount } from './read-round.ts'

const dollars = (value: number): string => renderQuantity(Number(value.toPrecision(6)), 'usd')
const percent = (value: number): string => renderQuantity(Number(value.toPrecision(4)), 'share')

const values = ['pre_money', 'post_money', 'price']

/** The first way of saying the value of a round that is at odds with another. */
const saidTwice = (round: Part): readonly Found[] => {
  const twice = (field: string, other: string): readonly Found[] => [
    found([...round.path, field], 'F133', { other }),
  ]
  const [pre, post] = [round.number('pre_money'), round.number('post_money')]
  if (round.number('price') !== null && (pre !== null || post !== null))
    return twice('price', pre === null ? 'post_money' : 'pre_money')
  const convention = round.word<string>('convention', 'percentage_ownership')
  if (post !== null && pre === null && convention !== 'percentage_ownership')
    return [found([...round.path, 'post_money'], 'F137', { name: round.word('name', ''), convention })]
  const amount = roundAmount(round)
  if (pre === null || post === null || amount === null) return []
  return Math.abs(post - pre - amount) <= 1e-9 * post ? [] : twice('post_money', 'pre_money + amount')
}

const checkValue = (round: Part): readonly Found[] => {
  if (!values.every((field) => round.isSound(field))) return []
  const name = round.word('name', '')
  if (values.every((field) => round.number(field) === null))
    return [{ ...found(round.path, 'F132', { name }), part: 'key' }]
  const [amount, post] = [roundAmount(round), round.number('post_money')]
  if (post !== null && amount !== null && amount >= post)
    return [found([...round.path, 'amount'], 'F218', { postMoney: dollars(post) })]
  return saidTwice(round)
}

const checkAmount = (round: Part): readonly Found[] => {
  if (!round.isSound('amount') || !round.isSound('investors')) return []
  const name = round.word('name', '')
  const amount = roundAmount(round)
  if (amount === null)
    return [{ ...found([...round.path, 'amount'], 'F101', { parent: name, field: 'amount' }), part: 'key' }]
  const holders = round.holders('investors') ?? []
  const given = holders.reduce((total, one) => total + one.amount, 0)
  if (given <= amount * (1 + 1e-9)) return []
  const words = { name, given: dollars(given), amount: dollars(amount) }
  return [{ ...found([...round.path, 'investors'], 'F241', words), part: 'key' }]
}

/** The pool and the new money leave something to those who were there before. */
const checkPool = (round: Part): readonly Found[] => {
  const target = round.group('pool').number('target')
  if (target === null) return []
  const [pre, amount] = [preMoney(round), roundAmount(round)]
  const isKnown = pre !== null && amount !== null && pre > 0 && round.number('price') === null
  const newShare = isKnown ? amount / (pre + amount) : 0
  if (target + newShare < 1) return []
  const words = {
    name: round.word('name', ''),
    target: percent(target),
    left: percent(1 - newShare),
    percent: percent(target / 100),
  }
  const isPercent = target > 1 && target < 100 && round.group('pool').isBareNumber('target')
  const help = isPercent ? { help: 'percentOfShare' } : {}
  return [found([...round.path, 'pool', 'target'], 'F235', words, help)]
}

/** Each round says what it raises and at what value, once. */
export const checkRounds = (root: Part): readonly Found[] =>
  root.list('rounds').flatMap((round) => [...checkValue(round), ...checkAmount(round), ...checkPool(round)])
