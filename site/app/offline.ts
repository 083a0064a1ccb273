/** Keeps the files of the page on this machine, so that it opens without a network. */

/** The service worker, which stands beside the page. */
const FILE = 'service-worker.js'

/** @param ready called when everything is kept for the first time */
export function workOffline(ready: () => void): void {
  if (!('serviceWorker' in navigator)) return
  // The page itself comes first.
  addEventListener('load', () => void register(ready), { once: true })
}

async function register(ready: () => void): Promise<void> {
  try {
    const isFirst = navigator.serviceWorker.controller === null
    await navigator.serviceWorker.register(new URL(FILE, document.baseURI))
    await navigator.serviceWorker.ready
    if (isFirst) ready()
  } catch {
    // A page that is opened from a file, or in a private window, works with the network alone.
  }
}
