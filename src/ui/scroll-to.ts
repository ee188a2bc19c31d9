/**
 * The prop of a ScrollView that moves it, obeyed when it changes. In a browser, Taro's React wrapper sets every prop
 * anew with every drawing, and `scrollTop` is also the name of the browser's own property: it would pull a reading
 * person back each time anything changes. The inner name is only watched.
 */
export const scrollTo = (top: number): { readonly scrollTop: number } | { readonly mpScrollTop: number } =>
  process.env.TARO_ENV === 'h5' ? { mpScrollTop: top } : { scrollTop: top }
