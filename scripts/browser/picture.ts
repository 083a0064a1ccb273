/** Photographs a part of a page at any scale. */

import type { Page } from 'playwright-core'

/** A rectangle on the page in CSS pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PictureSize {
  /** Picture pixels for one CSS pixel. Without it, what `longest` allows, and at most 2. */
  readonly scale?: number
  /** Pixels of the longer side where no scale is given. */
  readonly longest?: number
}

const defaultLongest = 2400
// Chromium draws nothing beyond this many pixels in one direction.
const chromiumLongest = 16_000

export function pictureScale(area: Area, size: PictureSize = {}): number {
  const longer = Math.max(area.width, area.height, 1)
  const wanted = size.scale ?? Math.min(2, (size.longest ?? defaultLongest) / longer)
  return Math.min(wanted, chromiumLongest / longer)
}

/** A PNG of an area of the page, also of what lies outside of the window. */
export async function photograph(page: Page, area: Area, size: PictureSize = {}): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page)
  try {
    const { data } = await devtools.send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { ...area, scale: pictureScale(area, size) },
    })
    return Buffer.from(data, 'base64')
  } finally {
    await devtools.detach()
  }
}
