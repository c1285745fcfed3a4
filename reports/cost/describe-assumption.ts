import type { Transformer } from '../../engine/cost/index.ts'
import type { Language } from '../text/language.ts'
import { renderNumber } from '../text/render-number.ts'
import { assumptionNames, fill, ownSources, sayCost, warningTexts } from './cost-messages.ts'
import { countText, shareText, usdText, type SpreadText } from './cost-numbers.ts'
import type { CostAssumption, CostWarning } from './cost-report.ts'

/** Factors and shares: two digits are enough. */
const short = (value: number): string => String(Number(value.toPrecision(3)))

const shapeText = (shape: Transformer, lang: Language): string => {
  const numbers = {
    layers: String(shape.layers),
    hidden: renderNumber(shape.hidden),
    heads: String(shape.heads),
    vocabulary: renderNumber(shape.vocabulary),
  }
  const dense = sayCost(lang, 'shapeOf', numbers)
  if (shape.experts === 1) return dense
  const experts = { active: String(shape.activeExperts), experts: String(shape.experts) }
  return `${dense}, ${sayCost(lang, 'expertsOf', experts)}`
}

const withRange = ({ p50, range }: SpreadText): string => (p50 === range ? p50 : `${p50} (${range})`)

const valueText = ({ name, value }: CostAssumption, lang: Language): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'number') {
    if ('layers' in value) return shapeText(value, lang)
    if (name === 'price') return `${usdText(value, lang).p50}/h (${usdText(value, lang).range})`
    if (name === 'quality' || name === 'trainingQuality') return withRange(shareText(value))
    return value.p10 === value.p90
      ? short(value.p50)
      : `${short(value.p50)} (${short(value.p10)} - ${short(value.p90)})`
  }
  if (name === 'sequence' || name === 'input' || name === 'output') return renderNumber(value)
  if (name === 'grid') return `${renderNumber(value)} g/kWh`
  return countText(value, lang)
}

/** Addresses without what only a machine needs: the host of a page, the name of a repository. */
const shortSource = (source: string): string =>
  source
    .replaceAll(/https?:\/\/(?:www\.)?([^/\s;]+)[^\s;]*/gu, '$1')
    .replaceAll(/(github:\S+) [^;]*?(?=;| and \d| *$)/gu, '$1')

/** Where a number is from, in words. */
export const describeSource = (source: string, lang: Language): string =>
  Object.hasOwn(ownSources, source) ? fill(ownSources[source as keyof typeof ownSources], lang) : source

/** An assumption without its source: name, what it is about, value. */
const describeValue = (assumption: CostAssumption, lang: Language): string =>
  [fill(assumptionNames[assumption.name], lang), assumption.of, valueText(assumption, lang)]
    .filter((part) => part !== '')
    .join(' ')

/** An assumption as a line: its name, its value, where it is from. */
export const describeAssumption = (assumption: CostAssumption, lang: Language): string => {
  const what = describeValue(assumption, lang)
  const source = shortSource(describeSource(assumption.source, lang))
  return source === '' ? what : `${what}: ${source}`
}

const joinSources = (sources: readonly string[]): string =>
  [
    ...new Set(
      sources.flatMap((source) => source.split('; ')).map((source) => source.replace(/ and \d+ more$/u, '')),
    ),
  ].join('; ')

/** All assumptions as lines: those of one source share a line, and so do all prices. */
export const describeAssumptions = (
  assumptions: readonly CostAssumption[],
  lang: Language,
): readonly string[] => {
  const groups = new Map<string, CostAssumption[]>()
  for (const assumption of assumptions) {
    const key = assumption.name === 'price' ? 'price' : assumption.source
    groups.set(key, [...(groups.get(key) ?? []), assumption])
  }
  return [...groups.values()].map((group) => {
    const what = group.map((assumption) => describeValue(assumption, lang)).join(', ')
    const sources = group.map(({ source }) => shortSource(describeSource(source, lang)))
    return `${what}: ${joinSources(sources)}`
  })
}

/** A warning as a sentence. */
export const describeWarning = ({ name, values }: CostWarning, lang: Language): string =>
  fill(warningTexts[name], lang, values)
