import type { Deal, DealStart } from '../../engine/finance/index.ts'
import type { Part } from './part.ts'
import { readExit, readValuation } from './read-exit.ts'
import { readRound } from './read-round.ts'
import { readStart } from './read-start.ts'
import { resolveRanks, type SeriesPart } from './resolve-ranks.ts'

/** Series of the start, then those that the rounds create, oldest first. */
export const listSeries = (root: Part): readonly SeriesPart[] =>
  [...root.list('series'), ...root.list('rounds')].map((part) => ({ name: part.word('name', ''), part }))

const isStacked = (root: Part): boolean => root.word('seniority', 'stacked') === 'stacked'

/** The start alone, for a company whose rounds are yet to come. */
export const assembleStart = (root: Part): DealStart =>
  readStart(root, resolveRanks(listSeries(root), isStacked(root)))

/** Makes the deal from decoded values; what the file leaves out is usual. */
export const assembleDeal = (root: Part, fallbackName: string): Deal => {
  const ranked = resolveRanks(listSeries(root), isStacked(root))
  const seriesCount = root.list('series').length
  const start = readStart(root, ranked.slice(0, seriesCount))
  const rounds = ranked.slice(seriesCount).map(({ part, rank }) => readRound(part, rank))
  return {
    name: root.word('name', fallbackName),
    ...start,
    rounds,
    exitPricesUsd: root.group('exit').numbers('prices') ?? [],
    ...readExit(root.group('exit')),
    valuation: readValuation(root.group('valuation')),
  }
}
