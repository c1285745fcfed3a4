import type { Calendar, Handler } from '../engine/kernel/index.ts'
import type { Model } from '../engine/study/index.ts'
import type { Scenario } from '../scenarios/index.ts'
import { computeMonth, deliverGpus } from './compute/compute-month.ts'
import { industryMonth } from './customer/industry-month.ts'
import { frontierRelease, incumbentEntry, openRelease } from './incumbent/releases.ts'
import { assembleWorld, companyOrdinal } from './market/assemble-world.ts'
import { collect } from './market/collect.ts'
import { eventNames, EventKind, Priority } from './market/events.ts'
import { commitments, marketMonth } from './market/market-month.ts'
import { shockEnds, shockStarts } from './market/shocks.ts'
import type { World } from './market/world.ts'
import { copyInputs, realiseInputs } from './realise-inputs.ts'
import type { RunRecord } from './records.ts'
import { audit } from './regulator/audit.ts'
import { closeBooks } from './startup/close-books.ts'
import { found } from './startup/found.ts'
import { founderLeaves } from './startup/founder-leaves.ts'
import { iterate } from './startup/iterate.ts'
import { joinCompany } from './startup/join-company.ts'
import { plan } from './startup/plan.ts'
import { meetInvestors, openRaise } from './startup/raise.ts'
import { silentEnd } from './startup/silence.ts'
import { endTraining, startTraining } from './startup/training.ts'

/** The market as a study runs it. */
export interface ModelOptions {
  /** Keep a row for each startup and year. */
  readonly panel?: boolean
}

/** What each kind of event does, indexed by kind. */
const handlers: readonly Handler<World>[] = makeHandlers()

function makeHandlers(): Handler<World>[] {
  const table: Handler<World>[] = Array.from({ length: eventNames.length })
  table[EventKind.marketMonth] = (world, _agent, _argument, time) => marketMonth(world, time)
  table[EventKind.commitments] = (world, _agent, _argument, time) => commitments(world, time)
  table[EventKind.computeMonth] = (world, _agent, _argument, time) => {
    computeMonth(world, time)
    world.calendar.schedule(time + 1, EventKind.computeMonth, 0, 0, Priority.compute)
  }
  table[EventKind.talentMonth] = (world, _agent, _argument, time) => {
    world.talent.step(world.conditions.attrition)
    world.calendar.schedule(time + 1, EventKind.talentMonth, 0, 0, Priority.talent)
  }
  table[EventKind.industryMonth] = (world, industry, _argument, time) => {
    industryMonth(world, industry)
    world.calendar.schedule(time + 1, EventKind.industryMonth, industry, 0, Priority.industry)
  }
  table[EventKind.frontierRelease] = (world, _agent, _argument, time) => frontierRelease(world, time)
  table[EventKind.openRelease] = (world, _agent, _argument, time) => openRelease(world, time)
  table[EventKind.incumbentEntry] = (world, _agent, _argument, time) => incumbentEntry(world, time)
  table[EventKind.founding] = foundOrJoin
  table[EventKind.closeBooks] = (world, startup, _argument, time) => closeBooks(world, startup, time)
  table[EventKind.iterate] = (world, startup, _argument, time) => iterate(world, startup, time)
  table[EventKind.plan] = (world, startup, _argument, time) => plan(world, startup, time)
  table[EventKind.openRaise] = (world, startup, _argument, time) => openRaise(world, startup, time)
  table[EventKind.meetInvestors] = (world, startup, _argument, time) => meetInvestors(world, startup, time)
  table[EventKind.startTraining] = (world, startup, _argument, time) => startTraining(world, startup, time)
  table[EventKind.endTraining] = (world, startup, flop, time) => endTraining(world, startup, flop, time)
  table[EventKind.audit] = (world, startup, _argument, time) => audit(world, startup, time)
  table[EventKind.founderLeaves] = (world, startup, draw, time) => founderLeaves(world, startup, draw, time)
  table[EventKind.deliverGpus] = (world, _agent, gpus) => deliverGpus(world, gpus)
  table[EventKind.shockStarts] = (world, index) => shockStarts(world, index)
  table[EventKind.shockEnds] = (world, index) => shockEnds(world, index)
  table[EventKind.silentEnd] = (world, startup, _argument, time) => silentEnd(world, startup, time)
  return table
}

function foundOrJoin(world: World, month: number, ordinal: number, time: number): void {
  const { company } = world.inputs
  if (ordinal === companyOrdinal && company !== null) joinCompany(world, company, time)
  else found(world, month, ordinal, time)
}

/** Makes the market of a scenario into a model that `engine/study` runs. */
export function makeModel(given: Scenario, options: ModelOptions = {}): Model<World, RunRecord> {
  const scenario = copyInputs(given)
  return {
    handlers,
    horizonMonths: scenario.horizonMonths,
    startMonth: -scenario.parameters.world.burnIn,
    createWorld(seed: number, run: number, calendar: Calendar): World {
      const { parameters, company } = realiseInputs(scenario, seed, run)
      const inputs = {
        parameters,
        company,
        shocks: scenario.shocks,
        horizonMonths: scenario.horizonMonths,
        panel: options.panel ?? false,
      }
      return assembleWorld(inputs, seed, run, calendar)
    },
    collect,
  }
}
