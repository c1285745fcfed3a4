import { workloadNames, type CostTables } from '../../../reports/index.ts'
import {
  findAccelerator,
  findArchitecture,
  findGrid,
  type CostNames,
  type KnownNames,
} from '../../../scenarios/index.ts'
import { suggest } from '../../arguments/suggest.ts'

const noRefusal = (): null => null

const gpusOf = ({ machines }: CostTables): KnownNames => ({
  find: (name) => {
    const found = findAccelerator(machines, name)
    return found._tag === 'Found' ? found.machine.accelerator.id : null
  },
  suggest: (name) => {
    const found = findAccelerator(machines, name)
    return found._tag === 'Found' ? [] : found.suggestions
  },
  refuse: noRefusal,
  examples: ['H100-SXM', 'H200-SXM', 'B200-SXM', 'A100-SXM-80GB'],
})

const modelsOf = ({ architectures }: CostTables): KnownNames => ({
  find: (name) => {
    const found = findArchitecture(architectures, name)
    return found._tag === 'Found' ? found.architecture.id : null
  },
  suggest: (name) => {
    const found = findArchitecture(architectures, name)
    return found._tag === 'UnknownArchitecture' ? found.suggestions : []
  },
  refuse: (name) => {
    const found = findArchitecture(architectures, name)
    return found._tag === 'UnsupportedModel' ? found.model.because : null
  },
  examples: architectures.architectures.slice(0, 4).map(({ id }) => id),
})

const gridsOf = ({ grids }: CostTables): KnownNames => ({
  find: (name) => {
    const found = findGrid(grids, name)
    return found._tag === 'Found' ? found.grid.id : null
  },
  suggest: (name) => {
    const found = findGrid(grids, name)
    return found._tag === 'Found' ? [] : found.suggestions
  },
  refuse: noRefusal,
  examples: grids.grids.slice(0, 4).map(({ id }) => id),
})

const workloads: KnownNames = {
  find: (name) => workloadNames.find((known) => known === name) ?? null,
  suggest: (name) => [suggest(name, workloadNames)].filter((near) => near !== null),
  refuse: noRefusal,
  examples: workloadNames,
}

/** The names that a cost file and its flags may use. */
export const costNames = (tables: CostTables): CostNames => ({
  gpus: gpusOf(tables),
  models: modelsOf(tables),
  grids: gridsOf(tables),
  workloads,
})
