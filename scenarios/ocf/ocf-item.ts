import { isDecimal, plainDigits, toDecimal } from './decimal.ts'
import { isRecord, type JsonPath } from './json-value.ts'
import { OcfFields } from './ocf-fields.ts'

/** One object of a package with its numbers too: shares, amounts of money, ratios. */
export class OcfItem extends OcfFields {
  /** ISO codes of the currencies met. */
  readonly currencies = new Set<string>()

  /** A number; froth's own exact figure beside it counts while the field still is its rounding. */
  number(...path: JsonPath): number | null {
    const value = this.at(...path)
    if (value === undefined) return null
    if (typeof value === 'number' && Number.isFinite(value)) {
      this.log.note('json_number', { source: this.source, path: [...this.path, ...path] })
      return value
    }
    if (typeof value !== 'string' || !isDecimal(value) || value.length > 40) {
      this.fault('F276', path, { value: JSON.stringify(value), expected: '"1250000", "0.75"' })
      return null
    }
    return this.exact(value, path)
  }

  private exact(text: string, path: JsonPath): number {
    const exact = Number(this.said.get(`exact ${path.join('.')}`) ?? Number.NaN)
    if (Number.isFinite(exact) && toDecimal(exact) === text) return exact
    const value = Number(text)
    const kept = toDecimal(value)
    const written = plainDigits(text)
    if (plainDigits(kept) !== written && written.replace(/\D|^0+/gu, '').length > 15)
      this.log.note(
        'digits_lost',
        { source: this.source, path: [...this.path, ...path] },
        { value: text, kept },
      )
    return value
  }

  /** A number that is not negative. */
  count(...path: JsonPath): number | null {
    const value = this.number(...path)
    if (value !== null && value < 0) {
      const security =
        this.text('custom_id') ?? this.text('name') ?? this.text('plan_name') ?? this.text('security_id')
      this.fault('F277', path, { value: String(value), security: security ?? this.type })
    }
    return value
  }

  needCount(...path: JsonPath): number {
    if (!this.has(...path)) this.missing(...path)
    return this.count(...path) ?? 0
  }

  /** A number from 0 up to, and without, 1. */
  share(...path: JsonPath): number | null {
    const value = this.number(...path)
    if (value !== null && !(value >= 0 && value < 1))
      this.fault('F276', path, { value: String(value), expected: '"0.2" = 20 %' })
    return value
  }

  /** An amount of money, not negative; null for nothing. */
  money(...path: JsonPath): number | null {
    const value = this.at(...path)
    if (value === undefined) return null
    if (!isRecord(value)) {
      this.fault('F276', path, {
        value: JSON.stringify(value),
        expected: '{ "amount": "1.25", "currency": "USD" }',
      })
      return null
    }
    this.currencies.add(this.text(...path, 'currency') ?? 'USD')
    return this.needCount(...path, 'amount')
  }

  needMoney(...path: JsonPath): number {
    if (!this.has(...path)) this.missing(...path)
    return this.money(...path) ?? 0
  }

  /** A ratio above 0. */
  ratio(...path: JsonPath): number | null {
    if (!this.has(...path)) return null
    const numerator = this.needCount(...path, 'numerator')
    const denominator = this.needCount(...path, 'denominator')
    if (numerator > 0 && denominator > 0) return numerator / denominator
    this.fault('F276', path, { value: `${numerator}/${denominator}`, expected: '> 0' })
    return null
  }
}
