import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Deal, DealStart } from '../../../engine/finance/index.ts'
import { usualTerms } from '../../../engine/finance/index.ts'
import { readOcf } from '../../../scenarios/ocf/read-ocf.ts'
import { writeOcf } from '../../../scenarios/ocf/write-ocf.ts'
import { dealOf, dealStart } from './deal-start.ts'
import { filesOf, samplePackage } from './sample-package.ts'
import { schemaFaults } from './schema-checker.ts'

const startOf = ({ common, rights, pool, series, convertibles }: DealStart): DealStart => ({
  common,
  rights,
  pool,
  series,
  convertibles,
})

const readBack = (deal: Deal): Deal => {
  const result = readOcf(writeOcf(deal))
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.deal
}

const tiny: DealStart = {
  common: [{ holder: 'Ada', shares: 1e6, paidUsd: 0 }],
  rights: [],
  pool: { promisedShares: 0, availableShares: 0 },
  series: [],
  convertibles: [],
}

describe('writing a package', () => {
  test('reading what was written gives the very same start', () => {
    fc.assert(
      fc.property(dealStart, (start) => {
        const back = readBack(dealOf(start))
        expect(startOf(back)).toEqual(start)
        expect(back.name).toBe('Acme')
      }),
      { seed: 20_240_601, numRuns: 200 },
    )
  })

  test('written files have the required fields, words and number formats of the schema', () => {
    fc.assert(
      fc.property(dealStart, (start) => {
        const faults = writeOcf(dealOf(start)).flatMap(({ name, text }) =>
          schemaFaults(JSON.parse(text), name),
        )
        expect(faults).toEqual([])
      }),
      { seed: 20_240_602, numRuns: 200 },
    )
  })

  test('the checker itself finds a missing field, an unknown word and a number with an exponent', () => {
    const item = { object_type: 'STAKEHOLDER', id: 'a', stakeholder_type: 'PERSON' }
    expect(schemaFaults([item, { quantity: '1e21' }])).toEqual([
      '[0].name: missing',
      '[0].stakeholder_type: "PERSON"',
      '[1].quantity: "1e21"',
    ])
  })

  test('the sample package survives being read, written and read again', () => {
    const sample = readOcf(filesOf(samplePackage()))
    if (!sample.ok) throw new Error('the sample package does not load')
    const back = readBack(sample.deal)
    // Days of common stock and of rights have no place in a deal.
    expect(startOf(back)).toEqual(startOf(sample.deal))
  })

  test('the same deal gives the same bytes', () => {
    const deal = dealOf(tiny)
    expect(writeOcf(deal)).toEqual(writeOcf(structuredClone(deal)))
  })

  test('nothing is left to note in what froth wrote', () => {
    const series = {
      name: 'A',
      shares: 3,
      issuePriceUsd: 1 / 3,
      conversionPriceUsd: 1 / 3,
      accruedDividendUsd: 0,
      terms: usualTerms,
      day: 19_000,
      holders: [{ holder: 'Ben', shares: 3 }],
    }
    const right = { name: 'W', holder: 'Ben', kind: 'warrant', shares: 5, strikeUsd: 1 } as const
    const result = readOcf(writeOcf(dealOf({ ...tiny, series: [series], rights: [right] })))
    expect(result.ok && result.notes).toEqual([])
  })

  test('an exact figure in the comments counts only while its field still is its rounding', () => {
    const deal = dealOf({ ...tiny, common: [{ holder: 'Ada', shares: 1e6 + 1 / 3, paidUsd: 0 }] })
    const files = writeOcf(deal)
    expect(readBack(deal).common[0].shares).toBe(1e6 + 1 / 3)
    const changed = files.map(({ name, text }) => ({
      name,
      text: text.replace('"quantity": "1000000.3333333334"', '"quantity": "500000"'),
    }))
    expect(changed).not.toEqual(files)
    const result = readOcf(changed)
    expect(result.ok && result.deal.common[0].shares).toBe(500_000)
  })

  test('rounds that are not played are named in the comments of the manifest only', () => {
    const round = { name: 'Series B' } as Deal['rounds'][number]
    const [manifest, ...files] = writeOcf({ ...dealOf(tiny), rounds: [round] })
    expect(manifest.text).toContain('Series B')
    expect(files.map(({ text }) => text).join('')).not.toContain('Series B')
  })
})
