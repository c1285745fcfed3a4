import type { Deal, HolderFlow } from '../../engine/finance/index.ts'
import { dayOf, renderDay } from '../deal-file/day.ts'
import { frothComment } from './froth-comments.ts'

type Flows = readonly HolderFlow[]

const key = 'paid or got'

/** What a package says by its issuances alone: common stock on no known day, all else on its own. */
const impliedFlows = ({ common, series, convertibles }: Deal): Flows => [
  ...common.map(({ holder, paidUsd }) => ({ holder, day: null, amountUsd: -paidUsd })),
  ...series.flatMap(({ holders, issuePriceUsd, day }) =>
    holders.map(({ holder, shares }) => ({ holder, day, amountUsd: -shares * issuePriceUsd })),
  ),
  ...convertibles.map(({ holder, amountUsd, day }) => ({ holder, day, amountUsd: -amountUsd })),
]

const texts = (flows: Flows): readonly string[] =>
  flows
    .filter(({ amountUsd }) => amountUsd !== 0)
    .map(({ holder, day, amountUsd }) =>
      JSON.stringify([day === null ? null : renderDay(day), amountUsd, holder]),
    )
    .toSorted()

/** Comments with what holders paid and got, where the issuances of a company without its past do not say so. */
export const sayFlows = (deal: Deal): readonly string[] => {
  const { pastFlows } = deal
  if (pastFlows === undefined) return []
  const said = texts(pastFlows)
  const implied = texts(impliedFlows(deal))
  if (said.length === implied.length && said.every((text, place) => text === implied[place])) return []
  return said.map((text, place) => frothComment(`${key} ${place + 1}`, text))
}

const flowOf = (text: string): readonly HolderFlow[] => {
  try {
    const parts: unknown = JSON.parse(text)
    if (!Array.isArray(parts)) return []
    const [day, amountUsd, holder] = parts as readonly unknown[]
    if (typeof holder !== 'string' || typeof amountUsd !== 'number' || !Number.isFinite(amountUsd)) return []
    return [{ holder, day: typeof day === 'string' ? dayOf(day) : null, amountUsd }]
  } catch {
    return []
  }
}

/** What such comments say; null without any. */
export const saidFlows = (said: ReadonlyMap<string, string>): Flows | null => {
  const flows = [...said].filter(([name]) => name.startsWith(key)).flatMap(([, text]) => flowOf(text))
  return flows.length === 0 ? null : flows
}
