import { Box, Text, useInput, useStdin } from 'ink'
import type { ComponentProps, ReactElement } from 'react'
import type { Line, Tone } from './line.ts'

type TextStyle = Pick<ComponentProps<typeof Text>, 'bold' | 'dimColor' | 'color'>

const styles: Readonly<Record<Tone, TextStyle>> = {
  plain: {},
  strong: { bold: true },
  dim: { dimColor: true },
  accent: { bold: true, color: 'cyan' },
  warning: { color: 'yellow' },
}

const LineView = ({ line }: { readonly line: Line }): ReactElement => (
  <Text wrap="truncate">
    {line.length === 0
      ? ' '
      : line.map(({ text, tone }, i) => (
          <Text key={i} {...styles[tone]}>
            {text}
          </Text>
        ))}
  </Text>
)

/** Lays finished lines out under each other. */
export const Lines = ({ lines }: { readonly lines: readonly Line[] }): ReactElement => (
  <Box flexDirection="column">
    {lines.map((line, i) => (
      <LineView key={i} line={line} />
    ))}
  </Box>
)

/** Listens for Ctrl-C where standard input is a terminal; elsewhere the signal arrives by itself. */
const Keys = ({ onInterrupt }: { readonly onInterrupt: () => void }): null => {
  const { isRawModeSupported } = useStdin()
  useInput(
    (input, key) => {
      // Two presses may arrive in one read, and then as the bare control characters.
      const presses = key.ctrl && input === 'c' ? 1 : input.split('\u0003').length - 1
      for (let press = 0; press < presses; press += 1) onInterrupt()
    },
    // Without a terminal this is undefined at run time, whatever its type says, and Ink then refuses raw mode.
    { isActive: (isRawModeSupported as boolean | undefined) === true },
  )
  return null
}

/** The panel: lines, and the keys that work while it stands. */
export const Panel = (props: {
  readonly lines: readonly Line[]
  readonly onInterrupt: () => void
}): ReactElement => (
  <>
    <Keys onInterrupt={props.onInterrupt} />
    <Lines lines={props.lines} />
  </>
)
