const RPX = /(-?\d*\.?\d+)rpx\b/g

/** 750 rpx are the width of the screen, whatever the screen. */
export const rpxAsVw = (css: string): string =>
  css.replace(RPX, (_, count: string) => `${Number((Number(count) / 7.5).toFixed(4))}vw`)
