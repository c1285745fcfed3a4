import type { RoundSystem } from './round-system.ts'
import { pivotOfConverting } from './solve-pieces.ts'

/** Says why a system has no solution, from the pieces at which it stopped: what grows faster than what it claims. */
export function explainNoPrice(system: RoundSystem): string {
  const pivot = pivotOfConverting(system)
  if (!(pivot > 0)) return explainCaps(system)
  const perX = (system.convertingPerX + system.convertingPerPool * system.poolPerX) / pivot
  const conversionUsd = system.coversConversion ? perX : 0
  const poolUsd = system.coversPool ? system.poolPerX + system.poolPerConverting * perX : 0
  const parts = [
    { name: 'SAFEs and notes that convert at the price or a discount', usd: conversionUsd },
    { name: 'the pool target', usd: poolUsd },
    { name: 'anti-dilution of older series', usd: system.olderPerX },
  ].filter(({ usd }) => usd > 0)
  const claims = parts.map(({ name, usd }) => `${name} (${Math.round(usd)} US dollars)`).join(', ')
  return (
    `solveRound: no price above 0, for ${claims} must together take less than the agreed value of ` +
    `${Math.round(system.valueUsd)} US dollars; raise preMoneyUsd, lower pool.targetShare, or waive or change terms`
  )
}

function explainCaps(system: RoundSystem): string {
  const parts = [
    { name: 'convertibles at post-money caps', share: system.convertingPerConverting },
    {
      name: 'convertibles at pre-money caps that count the pool target',
      share: system.convertingPerPool * system.poolPerConverting,
    },
  ].filter(({ share }) => share > 0)
  const claims = parts.map(({ name, share }) => `${name} (${Math.round(1000 * share) / 10} %)`).join(', ')
  return (
    `solveRound: no price above 0, for ${claims} must together own less than 100 % before the new money; ` +
    'raise capUsd, lower owedUsd, or lower pool.targetShare'
  )
}
