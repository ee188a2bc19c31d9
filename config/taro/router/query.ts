type Query = Record<string, string | null | readonly (string | null)[]>

/** Stands for `query-string`, of which Taro's router only wants this; it keeps values as they are in the address. */
function parse(search: string): Query {
  const query: Query = {}
  for (const part of search.replace(/^[?#&]/, '').split('&')) {
    if (part === '') continue
    const [name = '', ...rest] = part.split('=')
    const value = rest.length === 0 ? null : rest.join('=')
    const known = query[name]
    if (known === undefined) query[name] = value
    else query[name] = typeof known === 'object' && known !== null ? [...known, value] : [known, value]
  }
  return query
}

// as the package has it
const query = { parse }
export { query as default }
