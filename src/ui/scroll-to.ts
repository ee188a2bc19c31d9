/** The prop of a ScrollView that moves it, obeyed when it changes. */
export const scrollTo = (top: number): { readonly scrollTop: number } => ({ scrollTop: top })
