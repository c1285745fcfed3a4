/**
 * Sets the variables that Ink and its libraries read once, when they are imported: React in its fast form, colours as
 * decided by us (they look at standard output, not at the stream drawn on), and no second opinion on CI.
 */
export const prepareInk = (environment: NodeJS.ProcessEnv, colorDepth: number): void => {
  environment['NODE_ENV'] = 'production'
  // Node warns when it finds this beside FORCE_COLOR.
  delete environment['NO_COLOR']
  environment['FORCE_COLOR'] = colorDepth >= 24 ? '3' : colorDepth >= 8 ? '2' : colorDepth >= 4 ? '1' : '0'
  environment['CI'] = 'false'
  environment['CONTINUOUS_INTEGRATION'] = 'false'
}
