/** Keeps every file of one build of the page, and answers from there: a page never sees files of two builds. */

/** Written in when the page is built: all of its files, and a name made of them. */
declare const FILES: readonly string[]
declare const VERSION: string

interface Scope {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  addEventListener(
    name: 'install' | 'activate',
    act: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void
  addEventListener(
    name: 'fetch',
    act: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void
}

const scope = globalThis as unknown as Scope
const PREFIX = 'diaglot-'
const NAME = `${PREFIX}${VERSION}`

scope.addEventListener('install', event => event.waitUntil(keepAll()))
scope.addEventListener('activate', event => event.waitUntil(forgetOthers()))
scope.addEventListener('fetch', event => {
  const { request } = event
  if (request.method === 'GET' && request.url.startsWith(scope.registration.scope))
    event.respondWith(answer(request))
})

async function keepAll(): Promise<void> {
  const cache = await caches.open(NAME)
  // The page is asked for anew, whatever the browser still has of it; names of the others say what is in them.
  await cache.addAll(
    FILES.map(file => new Request(new URL(file, scope.registration.scope), { cache: 'no-cache' })),
  )
}

/** Called when no page uses the build before any longer. */
async function forgetOthers(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name)
  await scope.clients.claim()
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const file = url.pathname.endsWith('/')
    ? `${url.origin}${url.pathname}index.html`
    : `${url.origin}${url.pathname}`
  const cache = await caches.open(NAME)
  return (await cache.match(file)) ?? fetch(request)
}
