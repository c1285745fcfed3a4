import { requirePositive } from '../require-positive.ts'

/**
 * Work of training a student on a teacher's distributions, relative to training it on text alone: the teacher reads
 * each token too, forwards. A pass over stored distributions costs the student's work only: 1.
 *
 * Units: parameters that a token meets. Throws: RangeError unless both are positive and finite.
 * Source: Hinton et al. 2015, arXiv 1503.02531; 6 and 2 FLOP a parameter and token as in `trainingFlop`.
 * @example distillationMultiple(8e9, 70e9) // => 3.9166666666666665
 */
export function distillationMultiple(studentParameters: number, teacherParameters: number): number {
  requirePositive('distillationMultiple', 'studentParameters', studentParameters)
  requirePositive('distillationMultiple', 'teacherParameters', teacherParameters)
  return 1 + teacherParameters / (3 * studentParameters)
}

/**
 * Work of a student that was cut out of its teacher, relative to training one of its size from scratch on `tokens`:
 * distillation on a fortieth of them brought 8B and 4B models to the quality of their class.
 *
 * Throws: RangeError as `distillationMultiple`.
 * Source: Muralidharan et al. 2024, arXiv 2407.14679: up to 40 times fewer tokens.
 * @example prunedStudentMultiple(8e9, 15e9) // => 0.040625
 */
export function prunedStudentMultiple(studentParameters: number, teacherParameters: number): number {
  return distillationMultiple(studentParameters, teacherParameters) / 40
}
