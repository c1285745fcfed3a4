import { certain } from '../load/leaf-value.ts'
import type { LeafShape } from '../load/shape.ts'
import { refused, understood } from '../units/problem.ts'
import { nameLeaf, type KnownNames } from './cost-leaves.ts'

const dirtiest = 2000

/** A grid by name, or its carbon written `380 g/kWh`, read as a number of grams a kilowatt-hour. */
export const gridLeaf = (title: string, names: KnownNames): LeafShape => {
  const named = nameLeaf(title, names, '`froth list grids`')
  return {
    ...named,
    read: (node) => {
      const text = node.kind === 'scalar' ? node.text.normalize('NFKC').trim() : ''
      const found = /^(?<grams>\d+(?:\.\d+)?) ?(?:g|gCO2e?)\/kWh$/iu.exec(text)?.groups
      if (found === undefined) return named.read(node)
      const grams = Number(found['grams'])
      if (grams <= dirtiest) return understood(certain(grams))
      const words = { min: '0 g/kWh', max: `${dirtiest} g/kWh` }
      return refused({ code: 'F203', words, terms: { side: 'above' } })
    },
    jsonSchema: { title, type: 'string', examples: [...names.examples, '380 g/kWh'] },
  }
}
