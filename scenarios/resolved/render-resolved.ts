import type { DealStart } from '../../engine/finance/index.ts'
import { companyFields } from '../company/company-fields.ts'
import { renderStart } from '../deal-file/render-start.ts'
import { escapeControl } from '../diagnostics/escape-control.ts'
import type { Dimension, Field } from '../fields/field.ts'
import type { Origin, Origins } from '../load/origins.ts'
import { toSnakeCase } from '../load/spelling.ts'
import type { Catalogue } from '../load/scenario-shape.ts'
import type { Company, Distribution, Scenario, Shock } from '../scenario.ts'
import { renderQuantity } from '../units/render-quantity.ts'

/** What a resolved file is drawn from. */
export interface Resolved {
  readonly scenario: Scenario
  readonly origins: Origins
  readonly allow: readonly string[]
}

const quote = (text: string): string => JSON.stringify(text)

const renderOrigin = (origin: Origin | undefined): string => {
  if (origin === undefined) return ''
  const place =
    origin.kind === 'file' ? `${origin.file}:${origin.line}` : origin.kind === 'set' ? origin.file : 'default'
  const parts = [place, origin.source, origin.note].filter((part) => part !== '')
  return `  # ${escapeControl(parts.join('; '))}`
}

const renderDistribution = (distribution: Distribution, dimension: Dimension): string => {
  const shown = Object.entries(distribution)
    .filter(([name]) => name !== 'family')
    .map(
      ([name, value]) => `${name}: ${renderQuantity(Number(value), name === 'sigma' ? 'number' : dimension)}`,
    )
  const isNamed = distribution.family !== 'pert' && distribution.family !== 'split_normal'
  return `{ ${[...(isNamed ? [`family: ${distribution.family}`] : []), ...shown].join(', ')} }`
}

/** Writes lines of a file, each value with its origin beside it. */
class ResolvedWriter {
  readonly lines: string[] = []
  private readonly resolved: Resolved

  constructor(resolved: Resolved) {
    this.resolved = resolved
  }

  line(path: string, text: string): void {
    const depth = path.split('.').length - 1
    const name = path.split('.').at(-1) ?? ''
    this.lines.push(
      `${'  '.repeat(depth)}${name}:${text === '' ? '' : ` ${text}`}${renderOrigin(this.resolved.origins.get(path))}`,
    )
  }

  group(path: string): void {
    const depth = path.split('.').length - 1
    this.lines.push(`${depth === 0 ? '\n' : ''}${'  '.repeat(depth)}${path.split('.').at(-1) ?? ''}:`)
  }

  list(path: string, entries: readonly string[]): void {
    const indent = '  '.repeat(path.split('.').length)
    if (entries.length === 0) {
      this.line(path, '[]')
      return
    }
    this.line(path, '')
    for (const entry of entries) this.lines.push(`${indent}- ${entry}`)
  }

  quantity(path: string, value: number | null, dimension: Dimension): void {
    const uncertain = this.resolved.scenario.uncertain.find((entry) => entry.path === path)
    const certain = value === null ? 'null' : renderQuantity(value, dimension)
    this.line(path, uncertain === undefined ? certain : renderDistribution(uncertain.distribution, dimension))
  }

  field(path: string, field: Field, value: unknown): void {
    if (field.type === 'flag') this.line(path, String(value))
    else if (field.type === 'list') {
      const items = (value as readonly number[]).map((item) => renderQuantity(item, field.dimension))
      this.line(path, `[${items.join(', ')}]`)
    } else this.quantity(path, value as number | null, field.dimension)
  }
}

const writeCompany = (to: ResolvedWriter, company: Company): void => {
  to.group('company')
  to.line('company.name', quote(company.name))
  to.line('company.direction', company.direction)
  to.line('company.business_model', company.businessModel)
  to.line('company.industry', company.industry)
  to.line('company.jurisdiction', company.jurisdiction)
  to.quantity('company.cash', company.cashUsd, 'usd')
  to.quantity('company.arr', company.arrUsd, companyFields.arr.dimension)
  to.quantity('company.growth', company.growthPerMonth, companyFields.growth.dimension)
  to.quantity('company.burn', company.burnUsdPerMonth, companyFields.burn.dimension)
  to.quantity('company.gross_margin', company.grossMargin, companyFields.grossMargin.dimension)
  to.group('company.team')
  to.line('company.team.researchers', String(company.team.researchers))
  to.line('company.team.engineers', String(company.team.engineers))
  to.line('company.team.go_to_market', String(company.team.goToMarket))
  writeRounds(to, company)
  if (company.capTable !== null) writeCapTable(to, company.capTable)
}

const writeCapTable = (to: ResolvedWriter, start: DealStart): void => {
  to.group('company.cap_table')
  to.group('company.cap_table.options')
  for (const { path, text } of renderStart(start)) {
    if (typeof text === 'string') to.line(`company.cap_table.${path}`, text)
    else to.list(`company.cap_table.${path}`, text)
  }
}

const writeRounds = (to: ResolvedWriter, { lastRound, ask }: Company): void => {
  if (lastRound !== null) {
    to.group('company.last_round')
    to.line('company.last_round.stage', lastRound.stage)
    to.quantity('company.last_round.amount', lastRound.amountUsd, 'usd')
    to.quantity('company.last_round.post_money', lastRound.postMoneyUsd, 'usd')
    to.line('company.last_round.month', String(lastRound.month))
  }
  if (ask === null) return
  to.group('company.ask')
  to.quantity('company.ask.amount', ask.amountUsd, 'usd')
  to.quantity('company.ask.post_money', ask.postMoneyUsd, 'usd')
}

const renderShock = (shock: Shock): string =>
  `  - { shock: ${shock.shock}, month: ${shock.month}, duration: ${renderQuantity(shock.durationMonths, 'months')}, severity: ${renderQuantity(shock.severity, 'multiple')} }`

const writeLists = (to: ResolvedWriter, { scenario, allow }: Resolved): void => {
  const block = (name: string, lines: readonly string[]): void => {
    if (lines.length > 0) to.lines.push(`\n${name}:`, ...lines)
  }
  block('shocks', scenario.shocks.map(renderShock))
  block(
    'expect',
    scenario.expect.map((gate) => `  - ${quote(gate.text)}`),
  )
  if (allow.length > 0) to.lines.push(`\nallow: [${allow.join(', ')}]`)
}

/**
 * Writes a resolved scenario as a scenario file: every value that is used, with its origin as a comment. Loading it
 * again gives the same canonical JSON, so a result can be repeated from it alone.
 */
export const renderResolved = (resolved: Resolved, catalogue: Catalogue): string => {
  const { scenario } = resolved
  const to = new ResolvedWriter(resolved)
  to.lines.push('# Every value used, and where it comes from.', 'froth: 1')
  to.line('name', quote(scenario.name))
  to.line('seed', String(scenario.seed))
  to.line('runs', String(scenario.runs))
  to.line('horizon', renderQuantity(scenario.horizonMonths, 'months'))
  if (scenario.company !== null) writeCompany(to, scenario.company)
  for (const [section, fields] of Object.entries(catalogue)) {
    to.group(toSnakeCase(section))
    const values =
      (scenario.parameters as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[section] ?? {}
    for (const [name, field] of Object.entries(fields))
      to.field(`${toSnakeCase(section)}.${toSnakeCase(name)}`, field, values[name])
  }
  writeLists(to, resolved)
  return `${to.lines.join('\n')}\n`
}
