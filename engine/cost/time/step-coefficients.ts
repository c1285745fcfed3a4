/**
 * What the model of a step's time was fitted to. All are properties of kernels, machines or programs; none belongs to
 * one model or one run. `bench/cost/fit-steps.mjs` fits them; `engine/cost/README.md` says what each reaches.
 */
export interface StepCoefficients {
  /** Share of the measured matmul ceiling that large products reach inside a training loop. */
  readonly productEfficiency: number
  /** The same share again, for machines with 8-bit floats, whose clocks fall under load. */
  readonly newMachineEfficiency: number
  /** Extra tokens, output columns and inner columns that a product's unfilled tiles amount to. */
  readonly tileTokens: number
  readonly tileColumns: number
  /** Share of the ceiling that flash attention reaches, on what a causal mask leaves, for very wide heads. */
  readonly flashEfficiency: number
  /** Width of a head at which flash attention is half as fast. */
  readonly flashHeadSize: number
  /** The same share again, for kernels that are older than the machine. */
  readonly flashOnNewMachine: number
  /** Share of the ceiling that the batched products of unfused attention reach. */
  readonly scoreEfficiency: number
  /** How much slower they are for each halving of the heads' alignment below 8. */
  readonly misalignedHeads: number
  /** Passes over the matrix of scores in a forward pass of unfused attention. */
  readonly scorePasses: number
  /** Passes over the residual stream in a layer's forward pass. */
  readonly residualPasses: number
  /** Passes over the block's inner activations in a layer's forward pass. */
  readonly innerPasses: number
  /** Share of that traffic that stays when elementwise kernels are fused. */
  readonly fusedShare: number
  /** Traffic of the backward pass over that of the forward pass. */
  readonly backwardTraffic: number
  /** Share of the memory bandwidth that kernels reach. */
  readonly memoryEfficiency: number
  /** Passes over the logits, in 4 bytes. */
  readonly lossPasses: number
  /** Seconds that the host takes to launch one layer's forward pass. */
  readonly launchSeconds: number
  /** Launch time of the backward pass over that of the forward pass. */
  readonly backwardLaunch: number
  readonly scaleUpEfficiency: number
  readonly scaleUpLatencySeconds: number
  readonly scaleOutEfficiency: number
  readonly scaleOutLatencySeconds: number
  /** Share of a tensor group's backward exchange that stays visible where it is overlapped. */
  readonly tensorVisible: number
  /** Share of the attention's time that can hide a context group's exchange. */
  readonly contextHidden: number
  /** Share of a stage's sends that stays visible. */
  readonly sendVisible: number
  /** Share of the computation that can hide exchanges of the data-parallel group. */
  readonly dataHidden: number
  /** Share of a hidden exchange that slows the computation all the same. */
  readonly dataInterference: number
  /** Share of a layer's forward pass that selective recomputation repeats where attention keeps no scores. */
  readonly selectiveShare: number
  /** Bytes of memory traffic a parameter in the optimizer's step. */
  readonly optimizerBytes: number
  /** Host seconds a layer and step, and a step, of programs in the manner of Megatron-LM. */
  readonly megatronLayerSeconds: number
  readonly megatronStepSeconds: number
  /** Host seconds a layer and step, and a step, of programs that shard by layer. */
  readonly fsdpLayerSeconds: number
  readonly fsdpStepSeconds: number
  /** Share of a layer's computation that can hide the exchange of experts, where it is overlapped. Assumption, 0 to 0.9. */
  readonly expertHidden: number
  /** Work of the busiest expert over that of the average one. Assumption, 1.0 to 1.3: routing is balanced by a loss. */
  readonly expertImbalance: number
}

/** Fitted values, rounded to what the data supports. */
export const stepCoefficients: StepCoefficients = {
  productEfficiency: 0.929,
  newMachineEfficiency: 0.908,
  tileTokens: 102,
  tileColumns: 9.63,
  flashEfficiency: 0.416,
  flashHeadSize: 11.9,
  flashOnNewMachine: 0.653,
  scoreEfficiency: 0.616,
  misalignedHeads: 9.17,
  scorePasses: 5.95,
  residualPasses: 28.7,
  innerPasses: 5.74,
  fusedShare: 0.332,
  backwardTraffic: 1.31,
  memoryEfficiency: 0.864,
  lossPasses: 8.23,
  launchSeconds: 0.00046,
  backwardLaunch: 5.39,
  scaleUpEfficiency: 0.874,
  scaleUpLatencySeconds: 0.0000783,
  scaleOutEfficiency: 0.749,
  scaleOutLatencySeconds: 0.0000167,
  tensorVisible: 0.102,
  contextHidden: 0.5,
  sendVisible: 0.493,
  dataHidden: 0.714,
  dataInterference: 0.402,
  selectiveShare: 0.324,
  optimizerBytes: 15.6,
  megatronLayerSeconds: 0.000106,
  megatronStepSeconds: 0.00327,
  fsdpLayerSeconds: 0.00164,
  fsdpStepSeconds: 0.031,
  expertHidden: 0.5,
  expertImbalance: 1.1,
}
