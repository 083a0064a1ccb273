/** Out of the page: the clipboard, files, pictures. */

/** Whether the browser let the page copy it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

export async function copyPng(svg: string): Promise<boolean> {
  try {
    // The promise goes in as it is: Safari forgets the click while somebody waits for a picture.
    const png = pngOf(svg).then(blob => blob ?? Promise.reject(new Error('too large')))
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return true
  } catch {
    return false
  }
}

export function download(name: string, content: string | Blob): void {
  const blob =
    typeof content === 'string' ? new Blob([content], { type: 'text/plain;charset=utf-8' }) : content
  const href = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}

/** Pixels that a canvas may have in every browser. */
const MOST_PIXELS = 16_000_000

/** A picture as PNG, twice as large as it is on the screen where that can be; nothing where no canvas is large enough. */
export async function pngOf(svg: string): Promise<Blob | undefined> {
  const [, width = '1', height = '1'] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  const [w, h] = [Number(width), Number(height)]
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (w * h)))
  const href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = href
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(w * scale))
    canvas.height = Math.max(1, Math.round(h * scale))
    const context = canvas.getContext('2d')
    if (!context) return undefined
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), 'image/png'))
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(href)
  }
}
