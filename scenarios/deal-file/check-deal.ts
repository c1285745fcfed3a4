import { placeOf } from '../load/locate.ts'
import { renderPath } from '../load/spelling.ts'
import type { Finding } from '../text/parse-text.ts'
import type { MapNode } from '../text/tree.ts'
import { checkConvertibles } from './check-convertibles.ts'
import { checkAccrual, checkDates } from './check-dates.ts'
import { checkFavours } from './check-favours.ts'
import { checkKnownHolders, checkOversold, checkSold } from './check-holders.ts'
import { checkSecurities, checkTwice } from './check-names.ts'
import { checkRounds } from './check-rounds.ts'
import { checkSeniority } from './check-seniority.ts'
import { checkEmpty, checkNegative, checkSeriesSizes } from './check-shares.ts'
import { checkTerms } from './check-terms.ts'
import { checkValuation } from './check-valuation.ts'
import type { Found } from './found.ts'
import type { Part } from './part.ts'

const startChecks = [
  checkEmpty,
  checkNegative,
  checkSeriesSizes,
  checkTwice,
  checkSeniority,
  checkFavours,
  checkConvertibles,
  checkTerms,
  checkDates,
]
const dealChecks = [...startChecks, checkAccrual, checkRounds, checkValuation]

/** Fields that give names which others may call. */
const givesName = /\.name$/u
const givesHolder = /(?:\bcommon|\.holders?|\.investors|\.buyer)\b/u

/** Codes of what is missing; a misspelled field beside it is the likelier mistake. */
const ofMissing = new Set(['F101', 'F131', 'F132', 'F134', 'F135'])

/** Puts mistakes in their places; `known` are those of single fields, of which nothing more needs to be said. */
const place = (all: readonly Found[], tree: MapNode, known: readonly Finding[]): readonly Finding[] => {
  const misspelled = new Set(
    known
      .filter(({ problem }) => problem.code === 'F104')
      .map(({ place: { path } }) => path.replace(/\.?[^.]*$/u, '')),
  )
  const isLikely = ({ path, problem, part }: Found): boolean => {
    const group = problem.code === 'F101' || problem.code === 'F131' ? path.slice(0, -1) : path
    return part !== 'key' || !ofMissing.has(problem.code) || !misspelled.has(renderPath(group))
  }
  return all
    .filter(isLikely)
    .map(({ path, problem, part }) => ({ problem, place: placeOf(tree, path, part ?? 'value') }))
}

const checkWith = (
  checks: readonly ((root: Part) => readonly Found[])[],
  root: Part,
  tree: MapNode,
  known: readonly Finding[],
): readonly Finding[] => {
  const isBroken = (field: RegExp): boolean => known.some((finding) => field.test(finding.place.path))
  const all = [
    ...checks.flatMap((check) => check(root)),
    ...(isBroken(givesName) ? [] : [...checkSecurities(root), ...checkSold(root)]),
    ...(isBroken(givesHolder) ? [] : [...checkKnownHolders(root), ...checkOversold(root)]),
  ]
  return place(all, tree, known)
}

/**
 * Mistakes that need more than one field of a deal file. Fields that are wrong by themselves (`known`) are passed
 * over, and so are names that one of them might give.
 */
export const checkDeal = (root: Part, tree: MapNode, known: readonly Finding[]): readonly Finding[] =>
  checkWith(dealChecks, root, tree, known)

/** The same for a start without rounds, which stands at `root.path` of a scenario. */
export const checkStart = (root: Part, tree: MapNode, known: readonly Finding[]): readonly Finding[] =>
  checkWith(startChecks, root, tree, known)
