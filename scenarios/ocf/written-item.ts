import { toDecimal } from './decimal.ts'
import { frothComment } from './froth-comments.ts'
import type { JsonPath, JsonRecord, JsonValue } from './json-value.ts'

/** Collects the comments of one OCF object while its fields are written. */
export class WrittenItem {
  private readonly comments: string[] = []

  /** A number as OCF writes it; the exact figure goes to the comments where ten decimals do not hold it. */
  number(value: number, ...path: JsonPath): string {
    const text = toDecimal(value)
    if (Number(text) !== value) this.say(`exact ${path.join('.')}`, value)
    return text
  }

  /** An amount in US dollars. */
  money(value: number, ...path: JsonPath): JsonRecord {
    return { amount: this.number(value, ...path, 'amount'), currency: 'USD' }
  }

  /** Says something for which OCF has no field. */
  say(key: string, value: string | number | boolean): void {
    this.comments.push(frothComment(key, value))
  }

  /** The same unless it is the usual, of which nothing needs to be said. */
  sayUnless(usual: number | boolean, key: string, value: number | boolean): void {
    if (value !== usual) this.say(key, value)
  }

  /** The finished object, without fields that are undefined; without comments there is no such field. */
  finish(fields: Readonly<Record<string, JsonValue | undefined>>): JsonRecord {
    const kept = Object.entries(fields).filter(([, value]) => value !== undefined) as [string, JsonValue][]
    const comments = this.comments.length === 0 ? {} : { comments: this.comments }
    return { ...Object.fromEntries(kept), ...comments }
  }
}
