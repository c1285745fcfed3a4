import { assembleCompany } from '../company/assemble-company.ts'
import type { Parameters } from '../fields/catalogue.ts'
import type { Gate, Scenario, Shock } from '../scenario.ts'
import { shockDurationMonths } from '../shocks/shock-durations.ts'
import type { ShockName } from '../vocabulary.ts'
import { Assembler } from './assembler.ts'
import type { Decoded } from './effect-schema.ts'
import type { Catalogue } from './scenario-shape.ts'
import { toSnakeCase } from './spelling.ts'
import { studyDefaults } from './study-defaults.ts'

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
  const expect = Array.from(
    { length: from.count(['expect']) },
    (_, index) => from.get(['expect', index]) as Gate,
  )
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
