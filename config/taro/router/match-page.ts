interface Route {
  readonly path: string
  readonly action: (context: object, params: object) => unknown
}

/** Stands for `universal-router`: our pages have fixed paths, which takes no language of patterns. */
class MatchPage {
  readonly #routes: readonly Route[]

  constructor(routes: readonly Route[]) {
    this.#routes = routes
  }

  /** Rejects with a `status` when there is no such page, which is what Taro looks for. */
  async resolve(pathname: string): Promise<unknown> {
    const bare = pathname.replace(/\/$/, '')
    const route = this.#routes.find(({ path }) => path === bare)
    if (route === undefined) throw Object.assign(new Error(`no page at ${pathname}`), { status: 404 })
    return route.action({ pathname, route }, {})
  }
}

// as the package has it
export { MatchPage as default }
