import { availableHolder, newInvestors, promisedHolder } from '../../engine/finance/index.ts'
import type { Language, Text } from '../text/language.ts'

/** Holders that the calculation names itself. */
const ownNames: Readonly<Record<string, Text>> = {
  [promisedHolder]: { en: promisedHolder, zh: '已承诺期权' },
  [availableHolder]: { en: availableHolder, zh: '可用期权池' },
  [newInvestors]: { en: newInvestors, zh: '新投资人' },
}

/** A holder's name for the reader: what froth named itself is translated. */
export const holderText = (name: string, lang: Language): string =>
  Object.hasOwn(ownNames, name) ? ownNames[name][lang] : name
