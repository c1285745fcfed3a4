/** Flags that say how to print, without and with a value after them. */
const ofOutput =
  /^(?:--json|--csv|--plain|--force|-q|--quiet|--ascii|--no-color|--no-input|--(?:format|out|lang)=.*)$/
const ofOutputWithValue = /^(?:--format|--out|-o|--lang)$/

/** A command line without the flags that say how to print: what a next command starts from. */
export const withoutOutput = (commandLine: string): string => {
  const words = commandLine.split(' ')
  return words
    .filter((word, index) => {
      const isValue = ofOutputWithValue.test(words[index - 1] ?? '')
      return !ofOutput.test(word) && !ofOutputWithValue.test(word) && !isValue
    })
    .join(' ')
}
