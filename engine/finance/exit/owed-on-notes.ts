import type { CapTable } from '../table/cap-table.ts'

/** What all notes outstanding are owed, US dollars: debt that comes before management's carve-out. */
export function owedOnNotesUsd({ convertibles }: CapTable): number {
  let owedUsd = 0
  for (let i = 0; i < convertibles.length; i++) if (convertibles[i].isDebt) owedUsd += convertibles[i].owedUsd
  return owedUsd
}
