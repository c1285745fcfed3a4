export { evaluatePublished } from './evaluate-published.ts'
export type {
  Accuracy,
  EvaluatedRow,
  Evaluation,
  MemoryVerdicts,
  QuantityAccuracy,
  SkippedEntry,
} from './evaluation.ts'
export { evaluationDocument } from './evaluation-document.ts'
export { renderEvaluationTable, type EvaluationTableFormat } from './evaluation-table.ts'
export { fileProblemText } from './reason-text.ts'
export { renderEvaluation } from './render-evaluation.ts'
