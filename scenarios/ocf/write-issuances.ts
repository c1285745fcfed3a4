import type { Day, DealStart } from '../../engine/finance/index.ts'
import { issuance } from './issuance.ts'
import type { JsonRecord } from './json-value.ts'
import { writeConvertible } from './write-convertible.ts'
import { writeLot } from './write-lots.ts'
import { writeRight } from './write-rights.ts'

const writeCommon = (start: DealStart, standIn: Day): readonly JsonRecord[] =>
  start.common.map((held, place) => writeLot({ security: 'common', ...held, place }, null, standIn))

const writeSeries = (start: DealStart, standIn: Day): readonly JsonRecord[] => {
  let latest = standIn
  return start.series.flatMap(({ name, day, holders, issuePriceUsd }) => {
    latest = day ?? latest
    return holders.map((held, place) =>
      writeLot(
        { security: name, ...held, paidUsd: held.shares * issuePriceUsd, place },
        day,
        latest,
        issuePriceUsd,
      ),
    )
  })
}

/** All securities of a start as issuances; days that are not known are under the one given, the earliest that is. */
export const writeIssuances = (start: DealStart, day: Day): readonly JsonRecord[] => [
  ...writeCommon(start, day),
  ...writeSeries(start, day),
  ...start.rights.map((right, place) => writeRight(right, place, day)),
  ...start.convertibles.map((one) =>
    writeConvertible(one, issuance('TX_CONVERTIBLE_ISSUANCE', [one.name], one.holder), day),
  ),
]
