/** A model name taken apart: `H800` is series `h`, number 800; `Ascend910B` has the variant `b`. */
export interface MachineModel {
  readonly series: string
  readonly number: number
  /** Letters of the variant; empty for none. */
  readonly variant: string
}

/** Vendors' words, which may be written onto the model (`TeslaV100`). */
const VENDORS =
  /nvidia|tesla|quadro|geforce|amd|radeon|instinct|google|cloud|huawei|amazon|aws|intel|habana/gu

const MODEL =
  /(?<![a-z])(?<series>tpu|ascend|gaudi|trainium|trn|rtx|gb|gh|mi|[vahbl])[\s_-]*v?(?<number>\d{1,4})(?<letters>[a-z]*)/u

/** Series that go by two names. */
const sameSeries: Readonly<Record<string, string>> = { trn: 'trainium' }

/**
 * Takes a model out of a machine's name, whatever surrounds it; null if there is none. One or two letters right after
 * the number are the variant; more are a board (`H100SXM5`) and say nothing about the chip.
 *
 * @example machineModel('Huawei Ascend 910A') // => { series: 'ascend', number: 910, variant: 'a' }
 */
export const machineModel = (name: string): MachineModel | null => {
  const found = MODEL.exec(name.toLowerCase().replaceAll(VENDORS, ' '))?.groups
  if (found === undefined) return null
  const { series = '', number, letters = '' } = found
  return {
    series: sameSeries[series] ?? series,
    number: Number(number),
    variant: letters.length <= 2 ? letters : '',
  }
}
