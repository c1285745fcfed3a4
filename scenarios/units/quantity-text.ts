/** Time units a quantity may be counted in or be given per. */
export type TimeUnit = 'month' | 'quarter' | 'year'

/** The parts of a written quantity, before anything is asked of them. */
export interface QuantityText {
  /** The number with its magnitude suffix and percent sign applied as decimal exponents (`4.35M` is 4350000). */
  readonly value: number
  /** `other` is a currency we know is not the US dollar; `unclear` may be yuan or yen. */
  readonly currency: 'usd' | 'other' | 'unclear' | null
  /** A magnitude suffix was written (`k`, `M`, `万`, ...). */
  readonly scaled: boolean
  readonly percent: boolean
  readonly times: boolean
  readonly orders: boolean
  /** The quantity is a span of time. */
  readonly time: TimeUnit | null
  readonly per: TimeUnit | 'gpu-hour' | null
}

const currencies = String.raw`us\$|\$|usd|美元|dollars?|cny|rmb|人民币|eur|€|jpy|gbp|£|hkd|¥|元`
const magnitudes = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['亿', 8],
  ['万', 4],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['mn', 6],
  ['bn', 9],
  ['tn', 12],
  ['k', 3],
  ['m', 6],
  ['b', 9],
  ['t', 12],
] as const
const exponentOf = new Map<string, number>(magnitudes)
const magnitude = magnitudes.map(([word]) => word).join('|')
const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+(?:_\d+)*)(?:\.\d*)?|\.\d+`

const head = new RegExp(
  `^(?<sign>[-+]?) ?(?<currency>${currencies})? ?(?<inner>[-+]?)(?<digits>${digits})(?<exponent>e[-+]?\\d{1,3})?` +
    ` ?(?<magnitude>(?:${magnitude})(?![a-z]))? ?(?<unit>.*)$`,
  'u',
)
const monthWord = 'months?|mo|个月|月'
const quarterWord = 'quarters?|个季度|季度'
const yearWord = 'years?|yrs?|y|年'
const gpuHourWord = 'gpu[- ]?(?:hours?|hrs?|h|小时)|gpu时|(?:hours?|hrs?|h|小时)'
const tail = new RegExp(
  `^(?<currency>${currencies})?(?: ?(?<percent>%))?(?: ?(?<times>x|×|倍|times))?(?: ?(?<orders>orders?(?: of magnitude)?|个?数量级))?` +
    `(?: ?(?<time>${monthWord}|${quarterWord}|${yearWord}))?` +
    `(?: ?(?:/|per |an? |每) ?(?<per>${monthWord}|${quarterWord}|${yearWord}|${gpuHourWord}))?$`,
  'u',
)

/** Full-width digits and signs become ASCII, white space single, letters lower case, odd minus signs a hyphen. */
const simplify = (text: string): string =>
  text.normalize('NFKC').replace(/[−–—]/gu, '-').replace(/\s+/gu, ' ').trim().toLowerCase()

const readCurrency = (word: string | undefined): QuantityText['currency'] => {
  if (word === undefined) return null
  if (/^(?:us\$|\$|usd|美元|dollars?)$/u.test(word)) return 'usd'
  return word === '¥' ? 'unclear' : 'other'
}

const readTime = (word: string | undefined): TimeUnit | null => {
  if (word === undefined) return null
  if (/^(?:mo|个月|月)/u.test(word)) return 'month'
  return /^(?:q|个季度|季度)/u.test(word) ? 'quarter' : 'year'
}

const readPer = (word: string | undefined): QuantityText['per'] =>
  word !== undefined && new RegExp(`^(?:${gpuHourWord})$`, 'u').test(word) ? 'gpu-hour' : readTime(word)

const readValue = (groups: Record<string, string | undefined>, percent: boolean): number => {
  const shift =
    Number(groups['exponent']?.slice(1) ?? 0) +
    (exponentOf.get(groups['magnitude'] ?? '') ?? 0) -
    (percent ? 2 : 0)
  const size = Number(`${(groups['digits'] ?? '').replace(/[,_]/gu, '')}e${shift}`)
  return (groups['sign'] === '-') === (groups['inner'] === '-') || size === 0 ? size : -size
}

/**
 * Reads a written quantity into its parts, or `null` when it is none. Understands `k M B T`, `万 亿`, `%`, `x 倍`,
 * currencies before or after the number, spans of time and `/month`-like rates; letter case does not matter.
 * @example readQuantityText('1.4%/month').value // => 0.014
 */
export const readQuantityText = (text: string): QuantityText | null => {
  if (text.length > 80) return null
  const start = head.exec(simplify(text))?.groups
  const end = start === undefined ? undefined : tail.exec(start['unit'] ?? '')?.groups
  if (start === undefined || end === undefined) return null
  if (start['currency'] !== undefined && end['currency'] !== undefined) return null
  const percent = end['percent'] !== undefined
  return {
    value: readValue(start, percent),
    currency: readCurrency(start['currency'] ?? end['currency']),
    scaled: start['magnitude'] !== undefined,
    percent,
    times: end['times'] !== undefined,
    orders: end['orders'] !== undefined,
    time: readTime(end['time']),
    per: readPer(end['per']),
  }
}
