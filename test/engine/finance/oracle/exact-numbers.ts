import { Fraction } from 'fraction.js'

export const zero = new Fraction(0)
export const exact = (value: number): Fraction => new Fraction(value)
export const sum = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => a.add(b), zero)
export const least = (a: Fraction, b: Fraction): Fraction => (a.compare(b) < 0 ? a : b)
export const most = (a: Fraction, b: Fraction): Fraction => (a.compare(b) > 0 ? a : b)
