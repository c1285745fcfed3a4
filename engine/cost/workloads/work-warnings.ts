import { countActiveParameters, countParameters } from '../plan/parameter-count.ts'
import type { Transformer } from '../plan/transformer.ts'
import { forwardAttentionFlopPerToken, forwardProductFlopPerToken } from '../plan/work.ts'
import { requirePositive } from '../require-positive.ts'

/** Families of networks, by what their work depends on. */
export type NetworkKind = 'decoder' | 'encoder-decoder' | 'state-space' | 'diffusion' | 'vision'

/** Why a rule of thumb would mislead. */
export type WorkWarningTag =
  | 'encoder-decoder'
  | 'state-space'
  | 'diffusion'
  | 'vision'
  | 'mixture-of-experts'
  | 'long-context'
  | 'launch-bound'
  | 'few-tokens'
  | 'many-tokens'

/** One reason why six FLOP a parameter and token is not this run's work. */
export interface WorkWarning {
  readonly tag: WorkWarningTag
  readonly message: string
  /** The run's work over 6 · parameters · tokens, all parameters counted, where it is known. */
  readonly factor?: number
}

/** What is known of a run that is to be checked. */
export interface CheckedRun {
  readonly kind?: NetworkKind
  readonly transformer?: Transformer
  /** Parameters, all experts counted; not needed with a transformer. */
  readonly parameters?: number
  readonly tokens: number
}

const kindWarnings: Readonly<Record<Exclude<NetworkKind, 'decoder'>, WorkWarning>> = {
  'encoder-decoder': {
    tag: 'encoder-decoder',
    message: 'each token meets about half of the parameters: 3 FLOP a parameter and token',
    factor: 0.5,
  },
  'state-space': {
    tag: 'state-space',
    message:
      'the scan over the sequence is bound by memory, not by FLOP: 6 FLOP a parameter says nothing of its time',
  },
  diffusion: {
    tag: 'diffusion',
    message:
      'each sample is one of many noise levels and may pass a text encoder and an autoencoder: count samples',
  },
  vision: {
    tag: 'vision',
    message: 'a convolution uses its weights once a pixel: give the layers instead of parameters and tokens',
  },
}

/** Context from which attention takes more than a quarter of the work: above it, parameters alone mislead. */
const attentionShareLimit = 0.25
/** Work below which a modern accelerator spends its time on launches (assumption: a minute of one, 1e15 a second). */
const smallFlop = 1e16
/** Tokens a parameter: a tenth of what is optimal (Hoffmann et al. 2022: 20), and more than any published run. */
const [fewTokens, manyTokens] = [2, 10_000]

/**
 * Lists why 6 · parameters · tokens would mislead about a run; empty if it would not.
 *
 * Throws: RangeError unless tokens and parameters are positive and finite, or if neither a transformer nor
 * parameters are given.
 * @example workWarnings({ kind: 'encoder-decoder', parameters: 11e9, tokens: 1e12 })[0].factor // => 0.5
 */
export function workWarnings(run: CheckedRun): readonly WorkWarning[] {
  const { kind = 'decoder', transformer: t, tokens } = run
  const parameters = t ? countParameters(t) : (run.parameters ?? NaN)
  requirePositive('workWarnings', 'parameters', parameters)
  requirePositive('workWarnings', 'tokens', tokens)
  const found: WorkWarning[] = kind === 'decoder' ? [] : [kindWarnings[kind]]
  if (t) found.push(...shapeWarnings(t))
  const active = t ? countActiveParameters(t) : parameters
  if (6 * active * tokens < smallFlop)
    found.push({
      tag: 'launch-bound',
      message: 'so little work takes as long as launching its kernels, not its FLOP',
    })
  const perParameter = tokens / parameters
  if (kind === 'decoder' && perParameter < fewTokens)
    found.push({
      tag: 'few-tokens',
      message: `${perParameter.toPrecision(2)} tokens a parameter: 20 would be optimal for the same work`,
    })
  if (kind === 'decoder' && perParameter > manyTokens)
    found.push({
      tag: 'many-tokens',
      message: `${perParameter.toPrecision(2)} tokens a parameter: more than any published run, check the units`,
    })
  return found
}

function shapeWarnings(t: Transformer): WorkWarning[] {
  const found: WorkWarning[] = []
  const share = countActiveParameters(t) / countParameters(t)
  if (share < 1)
    found.push({
      tag: 'mixture-of-experts',
      message: `a token meets ${(100 * share).toPrecision(2)} % of the parameters: those for work, all for memory`,
      factor: share,
    })
  const [products, attention] = [forwardProductFlopPerToken(t), forwardAttentionFlopPerToken(t)]
  if (attention > attentionShareLimit * (products + attention))
    found.push({
      tag: 'long-context',
      message: `attention over ${t.sequenceLength} tokens is ${((100 * attention) / (products + attention)).toPrecision(2)} % of the work`,
      factor: (products + attention) / (2 * countParameters(t)),
    })
  return found
}
