import { companyFields, companyWordDefaults, costPerHeadUsdPerMonth, defaultTeam } from '../company/company-fields.ts'
import type { Parameters } from '../fields/catalogue.ts'
import type { Field } from '../fields/field.ts'
import type { Company, Gate, Scenario, Shock, Uncertain } from '../scenario.ts'
import { shockDurationMonths } from '../shocks/shock-durations.ts'
import type { BusinessModel, Direction, Industry, Jurisdiction, ShockName, Stage } from '../vocabulary.ts'
import { hasGroup, leafAt, lengthAt } from './decoded.ts'
import type { Decoded } from './effect-schema.ts'
import type { LeafValue, Plain } from './leaf-value.ts'
import { renderPath, toSnakeCase } from './spelling.ts'
import type { Catalogue } from './scenario-shape.ts'
import { studyDefaults } from './study-defaults.ts'

type Path = readonly (string | number)[]

/** Builds a scenario from decoded values: defaults filled in, uncertain quantities listed by path. */
class Assembler {
  readonly uncertain: Uncertain[] = []
  private readonly values: Decoded

  constructor(values: Decoded) {
    this.values = values
  }

  get(path: Path): Plain | undefined {
    return leafAt(this.values, path)?.value
  }

  number(path: Path, fallback: number): number {
    const value = this.get(path)
    return typeof value === 'number' ? value : fallback
  }

  word<Word extends string>(path: Path, fallback: Word): Word {
    const value = this.get(path)
    return typeof value === 'string' ? (value as Word) : fallback
  }

  /** A number that may be uncertain; `limits` are those of its field. */
  quantity(path: Path, fallback: number, limits: { readonly min: number; readonly max: number }): number {
    const leaf = leafAt(this.values, path)
    this.noteUncertain(path, leaf, limits)
    return typeof leaf?.value === 'number' ? leaf.value : fallback
  }

  field(path: Path, field: Field): number | boolean | null | readonly number[] {
    const value = this.get(path)
    if (value === undefined) return field.value
    if (field.type === 'flag') return value === true
    if (field.type === 'list') {
      const given = value as readonly (number | null)[]
      return field.value.map((standard, index) => given[index] ?? standard)
    }
    this.noteUncertain(path, leafAt(this.values, path), field)
    return value as number | null
  }

  private noteUncertain(path: Path, leaf: LeafValue | null, limits: { readonly min: number; readonly max: number }): void {
    if (leaf?.distribution == null) return
    const { min, max } = limits
    this.uncertain.push({ path: renderPath(path), distribution: leaf.distribution, min, max })
  }

  has(path: Path): boolean {
    return hasGroup(this.values, path)
  }

  count(path: Path): number {
    return lengthAt(this.values, path)
  }
}

const assembleParameters = (from: Assembler, catalogue: Catalogue): Parameters => {
  const sections = Object.entries(catalogue).map(([section, fields]) => {
    const values = Object.entries(fields).map(([name, field]) => {
      const path = [toSnakeCase(section), toSnakeCase(name)]
      return [name, from.field(path, field)] as const
    })
    return [section, Object.fromEntries(values)] as const
  })
  return Object.fromEntries(sections) as unknown as Parameters
}

const assembleRounds = (from: Assembler): Pick<Company, 'lastRound' | 'ask'> => {
  const money = (group: string, field: string): number =>
    from.quantity(['company', group, field], 0, { min: 1, max: 1e13 })
  const lastRound = from.has(['company', 'last_round'])
    ? {
        stage: from.word<Stage>(['company', 'last_round', 'stage'], 'seed'),
        amountUsd: money('last_round', 'amount'),
        postMoneyUsd: money('last_round', 'post_money'),
        month: from.number(['company', 'last_round', 'month'], 0),
      }
    : null
  const ask = from.has(['company', 'ask'])
    ? { amountUsd: money('ask', 'amount'), postMoneyUsd: money('ask', 'post_money') }
    : null
  return { lastRound, ask }
}

const assembleCompany = (from: Assembler, scenarioName: string): Company | null => {
  if (!from.has(['company'])) return null
  const at = (field: string): Path => ['company', field]
  const team = {
    researchers: from.number(['company', 'team', 'researchers'], defaultTeam.researchers),
    engineers: from.number(['company', 'team', 'engineers'], defaultTeam.engineers),
    goToMarket: from.number(['company', 'team', 'go_to_market'], defaultTeam.goToMarket),
  }
  const arrUsd = from.quantity(at('arr'), companyFields.arr.value, companyFields.arr)
  const grossMargin = from.quantity(at('gross_margin'), companyFields.grossMargin.value, companyFields.grossMargin)
  const heads = team.researchers + team.engineers + team.goToMarket
  const usualBurn = heads * costPerHeadUsdPerMonth + ((1 - grossMargin) * arrUsd) / 12
  return {
    name: from.word(at('name'), scenarioName),
    direction: from.word<Direction>(at('direction'), 'industry_specialist'),
    businessModel: from.word<BusinessModel>(at('business_model'), companyWordDefaults.businessModel),
    industry: from.word<Industry>(at('industry'), 'software'),
    jurisdiction: from.word<Jurisdiction>(at('jurisdiction'), companyWordDefaults.jurisdiction),
    cashUsd: from.quantity(at('cash'), 0, { min: 0, max: 1e13 }),
    arrUsd,
    growthPerMonth: from.quantity(at('growth'), companyFields.growth.value, companyFields.growth),
    burnUsdPerMonth: from.quantity(at('burn'), usualBurn, companyFields.burn),
    grossMargin,
    team,
    ...assembleRounds(from),
  }
}

const assembleShocks = (from: Assembler): readonly Shock[] =>
  Array.from({ length: from.count(['shocks']) }, (_, index) => {
    const shock = from.word<ShockName>(['shocks', index, 'shock'], 'funding_winter')
    return {
      shock,
      month: from.number(['shocks', index, 'month'], 0),
      durationMonths: from.number(['shocks', index, 'duration'], shockDurationMonths[shock]),
      severity: from.number(['shocks', index, 'severity'], 1),
    }
  })

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}

/** Makes the frozen scenario from decoded values; what the file leaves out takes the catalogue's default. */
export const assemble = (values: Decoded, catalogue: Catalogue, fallbackName: string): Scenario => {
  const from = new Assembler(values)
  const name = from.word(['name'], fallbackName)
  const parameters = assembleParameters(from, catalogue)
  const company = assembleCompany(from, name)
  const expect = Array.from({ length: from.count(['expect']) }, (_, index) => from.get(['expect', index]) as Gate)
  return deepFreeze({
    name,
    seed: from.number(['seed'], studyDefaults.seed),
    runs: from.number(['runs'], studyDefaults.runs),
    horizonMonths: from.number(['horizon'], studyDefaults.horizonMonths),
    parameters: structuredClone(parameters),
    company,
    shocks: assembleShocks(from),
    expect,
    uncertain: from.uncertain.sort((a, b) => (a.path < b.path ? -1 : 1)),
  })
}
