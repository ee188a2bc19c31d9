import type { CSSProperties } from 'react'

const whole: CSSProperties = { width: '100%', height: '100%' }

/**
 * Where a native player stands. It paints its own bars black, so a picture that is wider than high gets a box of its own
 * shape across the screen, and what is behind it shows above and below.
 */
export function pictureBox(aspect: number | null): CSSProperties {
  if (aspect === null || aspect <= 1) return whole
  const height = 100 / aspect
  return {
    position: 'absolute',
    left: 0,
    top: `calc(50% - ${(height / 2).toFixed(2)}vw)`,
    width: '100%',
    height: `${height.toFixed(2)}vw`,
  }
}
