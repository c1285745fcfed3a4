import type { Software } from './software.ts'

/**
 * The software that was usual in a year: attention without the matrix of scores from mid-2022 (FlashAttention, arXiv
 * 2205.14135), kernels for machines with 8-bit floats from mid-2024 (FlashAttention-3, arXiv 2407.08608), overlapped
 * exchanges from 2022 (Megatron-LM, arXiv 2205.05198), compiled elementwise kernels from 2023 (PyTorch 2.0).
 *
 * Units: `year` with a fraction. A program takes about half a year to be used in training runs.
 * @example softwareOfYear(2021).attention // => 'unfused'
 */
export function softwareOfYear(year: number): Software {
  return {
    framework: 'megatron',
    attention: year < 2023 ? 'unfused' : year < 2025 ? 'flash' : 'flash3',
    fusedElementwise: year >= 2024,
    overlapsDataParallel: year >= 2022,
    overlapsTensor: year >= 2022.5,
    overlapsExperts: year >= 2024.9,
    gradientBytes: year < 2022 ? 2 : 4,
  }
}
