/**
 * Taro turns most of terser off for mini-programs and writes every Chinese character as six bytes of ASCII.
 * Turned on again this is worth 25 KiB of the main package; `toplevel` is safe because every file is a module.
 * Nothing that terser calls unsafe: `unsafe_arrows` made arrows of mpegts.js's constructors, which broke the clock.
 */
export const minify = {
  // Taro's H5 keeps every name and quotes every key, for browsers that are gone
  keep_fnames: false,
  parse: { ecma: 2020 },
  compress: {
    ecma: 2018,
    passes: 3,
    arrows: true,
    collapse_vars: true,
    comparisons: true,
    computed_props: true,
    hoist_props: true,
    inline: 3,
    loops: true,
    negate_iife: true,
    properties: true,
    reduce_funcs: true,
    reduce_vars: true,
    switches: true,
    toplevel: true,
    typeofs: true,
  },
  output: { ecma: 2018, comments: false, ascii_only: false, keep_quoted_props: false, quote_keys: false },
}
