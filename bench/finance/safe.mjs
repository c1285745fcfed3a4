/** A post-money SAFE without cap or discount, but for what is given. */
export const safe = (terms) => ({
  owedUsd: 1e6,
  capUsd: Infinity,
  capBasis: 'post_money',
  discount: 0,
  isMostFavoured: false,
  favours: [],
  isDebt: false,
  ...terms,
})
