export type { AcceleratorGeneration } from './accelerator-generation.ts'
export { trainingFlop } from './training-flop.ts'
export { affordableFlop, priceTrainingRun, trainingGpuHours } from './training-run.ts'
export type { GpuHourPrice, TrainingRun, TrainingRunPrice, TrainingSpeed } from './training-run.ts'
