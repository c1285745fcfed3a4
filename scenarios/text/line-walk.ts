import { closingQuotes, twins, type FoundMark } from './full-width-twins.ts'

const longestQuote = 200
const longestName = 80

/**
 * Walks one line of YAML far enough to know where a name, a value, a quoted text or a comment stands, and notes the
 * full-width marks that stand where structure is expected.
 */
export class LineWalk {
  flowDepth: number
  private readonly text: string
  private readonly end: number
  private readonly found: FoundMark[]
  /** Start of the entry being read: after the indentation, a dash, a bracket or a comma. */
  private entryStart: number
  /** The entry's colon has been passed. */
  private isInValue = false
  /** Something other than white space stands since the entry, or its value, began. */
  private hasContent = false

  constructor(text: string, start: number, end: number, flowDepth: number, found: FoundMark[]) {
    this.text = text
    this.end = end
    this.entryStart = start
    this.flowDepth = flowDepth
    this.found = found
  }

  /** Walks to the end of the line or to its comment. */
  walk(): void {
    const start = this.entryStart
    let at = start
    while (at < this.end) {
      const mark = this.text[at] ?? ''
      if (mark === '#' && (at === start || this.isSpaceAt(at - 1))) return
      at = Object.hasOwn(twins, mark) ? this.judge(mark, at) : this.pass(mark, at)
    }
  }

  private isSpaceAt(at: number): boolean {
    return at >= this.end || /\s/u.test(this.text[at] ?? '\n')
  }

  private beginEntry(at: number): void {
    this.entryStart = at
    this.isInValue = false
    this.hasContent = false
  }

  private beginValue(): void {
    this.isInValue = true
    this.hasContent = false
  }

  private note(offset: number, mark: string, replacement: string, isClosing = false): void {
    this.found.push({ offset, mark, replacement, isClosing })
  }

  private endsName(at: number): boolean {
    if (this.isInValue || at - this.entryStart > longestName) return false
    return /^[\s"']*[\w-]+[\s"']*$/u.test(this.text.slice(this.entryStart, at))
  }

  /** Judges a full-width mark; returns the offset to go on from. */
  private judge(mark: string, at: number): number {
    const isInFlow = this.flowDepth > 0
    if (mark === '：' && this.endsName(at)) {
      this.note(at, mark, this.isSpaceAt(at + 1) ? ':' : ': ')
      this.beginValue()
    } else if (mark === '，' && isInFlow) {
      this.note(at, mark, ', ')
      this.beginEntry(at + 1)
    } else if ('｝］】'.includes(mark) && isInFlow) {
      this.note(at, mark, twins[mark]?.[0] ?? '')
      this.flowDepth -= 1
    } else if (this.hasContent) return at + 1
    else return this.judgeAtStart(mark, at)
    return at + 1
  }

  private judgeAtStart(mark: string, at: number): number {
    const replacement = twins[mark]?.[0] ?? ''
    if (mark === '\u3000' || mark === '－') this.note(at, mark, replacement)
    else if ('｛［【'.includes(mark)) {
      this.note(at, mark, replacement)
      this.flowDepth += 1
      this.beginEntry(at + 1)
    } else {
      this.hasContent = true
      return this.judgeQuote(mark, at, replacement)
    }
    return at + 1
  }

  private judgeQuote(mark: string, at: number, replacement: string): number {
    const closing = closingQuotes[mark]
    const rest = this.text.slice(at + 1, Math.min(this.end, at + longestQuote))
    const length = closing === undefined ? -1 : rest.indexOf(closing)
    if (closing === undefined || length < 0) return at + 1
    this.note(at, mark, replacement)
    this.note(at + 1 + length, closing, replacement, true)
    return at + 2 + length
  }

  /** Goes past a half-width character; returns the offset to go on from. */
  private pass(mark: string, at: number): number {
    const isStart = !this.hasContent
    if ((mark === '"' || mark === "'") && isStart) return this.passQuoted(mark, at)
    if ('{['.includes(mark) && isStart) {
      this.flowDepth += 1
      this.beginEntry(at + 1)
    } else if ('}]'.includes(mark) && this.flowDepth > 0) {
      this.flowDepth -= 1
      this.hasContent = true
    } else if (mark === ',' && this.flowDepth > 0) this.beginEntry(at + 1)
    else if (mark === '-' && isStart && !this.isInValue && this.isSpaceAt(at + 1)) this.beginEntry(at + 1)
    else if (mark === ':' && !this.isInValue && this.isSpaceAt(at + 1)) this.beginValue()
    else if (!/\s/u.test(mark)) this.hasContent = true
    return at + 1
  }

  private passQuoted(mark: string, at: number): number {
    this.hasContent = true
    const close = this.text.indexOf(mark, at + 1)
    return close === -1 || close >= this.end ? this.end : close + 1
  }
}
