/**
 * Taro turns most of terser off for mini-programs and writes every Chinese character as six bytes of ASCII.
 * Turned on again this is worth 25 KiB of the main package; `toplevel` is safe because every file is a module.
 */
export const minify = {
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
    pure_getters: true,
    reduce_funcs: true,
    reduce_vars: true,
    switches: true,
    toplevel: true,
    typeofs: true,
    unsafe_arrows: true,
    unsafe_methods: true,
  },
  output: { ecma: 2018, comments: false, ascii_only: false },
}
